import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '../item/check-ledger.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let officer: Person;
let asked: Person;
let stranger: Person;

/** Everybody logs in anew on a day: sessions do not outlive it. */
async function logInOn(day: string): Promise<void> {
  world.on(day);
  officer = await world.officer('emergency-360100');
  asked = await world.officer('market-360100');
  stranger = await world.officer('tax-360100');
}

beforeAll(async () => {
  world = await openWorld();
  await logInOn('2026-11-23');
});
afterAll(() => world.end());

async function opened() {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [await world.record(subjectKey)]),
  );
  await world.work();
  const itemId: string = submitted.body.items[0].itemId;
  const address = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
  const version = async () => (await officer.get(address)).body.summary.version as number;
  const ask = async (over: object = {}) =>
    officer.post(`${address}/opinions`, {
      requestId: randomUUID(),
      version: await version(),
      unitId: 'market-360100',
      question: '该企业是否仍在经营？',
      dueOn: '2026-11-30',
      ...over,
    });
  return { subjectKey, itemId, address, applicant, version, ask };
}

const waiting = async (who: Person, list = 'open') =>
  (await who.get(`/api/v1/office/opinions?list=${list}`)).body.opinions as {
    subjectKey: string;
    opinionId: string;
    question: string;
  }[];

test('the asked unit reads the question, the facts and the papers it is shown, nothing else, and answers', async () => {
  const it = await opened();
  const { attachments } = (await officer.get(it.address)).body;
  const [shown, hidden] = attachments as { attachmentId: string }[];
  const done = await it.ask({ attachmentIds: [shown!.attachmentId] });
  expect(done.status, done.text).toBe(200);

  const [mine] = (await waiting(asked)).filter((one) => one.subjectKey === it.subjectKey);
  expect(mine).toMatchObject({
    question: '该企业是否仍在经营？',
    fromUnit: '南昌市应急管理局',
    standing: 'waiting',
    dueOn: '2026-11-30',
    shown: { organName: '南昌市应急管理局' },
    files: [{ attachmentId: shown!.attachmentId }],
  });
  expect(JSON.stringify(mine)).not.toContain(it.itemId);
  expect((await asked.get(it.address)).status).toBe(404);
  const file = (person: Person, attachmentId: string) =>
    person.get(`/api/v1/office/opinions/${it.subjectKey}/${mine!.opinionId}/files/${attachmentId}`);
  expect((await file(asked, shown!.attachmentId)).status).toBe(200);
  expect((await file(stranger, shown!.attachmentId)).status).toBe(404);
  if (hidden) expect((await file(asked, hidden.attachmentId)).status).toBe(404);

  const answer = `/api/v1/office/opinions/${it.subjectKey}/${mine!.opinionId}/answer`;
  expect((await stranger.post(answer, { requestId: randomUUID(), text: '不该能答' })).status).toBe(404);
  expect((await asked.post(answer, { requestId: randomUUID(), text: '' })).status).toBe(400);
  const requestId = randomUUID();
  const given = await Promise.all([0, 1].map(() => asked.post(answer, { requestId, text: '登记状态为存续。' })));
  expect(given.map((one) => one.status)).toEqual([200, 200]);
  expect((await asked.post(answer, { requestId: randomUUID(), text: '再答一次' })).body.code).toBe('opinion-given');

  const { opinions } = (await officer.get(`${it.address}/opinions`)).body;
  expect(opinions).toMatchObject([
    { standing: 'answered', answer: '登记状态为存续。', unitName: '南昌市市场监督管理局' },
  ]);
  const { timeline } = (await officer.get(it.address)).body;
  expect(timeline.filter((one: { type: string }) => one.type === 'opinion-given')).toHaveLength(1);
  const own = (await it.applicant.get(it.address)).body.timeline;
  expect(own.map((one: { type: string }) => one.type)).not.toContain('opinion-asked');
});

test('its own day passes while the clocks of the item run on; it may be taken back', async () => {
  const it = await opened();
  const due = (await officer.get(it.address)).body.summary.due.due;
  await it.ask({ dueOn: '2026-11-24' });
  expect((await officer.get(it.address)).body.summary.due.due).toBe(due);
  await logInOn('2026-11-25');
  const { opinions } = (await officer.get(`${it.address}/opinions`)).body;
  expect(opinions[0].standing).toBe('overdue');
  const back = `${it.address}/opinions/${opinions[0].opinionId}/withdraw`;
  const body = { requestId: randomUUID(), version: await it.version(), reason: '已从共享数据查到' };
  expect((await asked.post(back, body)).status).toBe(404);
  expect((await officer.post(back, body)).status).toBe(200);
  expect((await waiting(asked)).map((one) => one.opinionId)).not.toContain(opinions[0].opinionId);
  const late = `/api/v1/office/opinions/${it.subjectKey}/${opinions[0].opinionId}/answer`;
  expect((await asked.post(late, { requestId: randomUUID(), text: '晚了' })).body.code).toBe('opinion-withdrawn');
  await logInOn('2026-11-23');
});

test.each([
  ['its own unit', { unitId: 'emergency-360100' }, 'unit-unknown'],
  ['no unit', { unitId: 'no-such-unit' }, 'unit-unknown'],
  ['a window', { unitId: 'window-360102' }, 'unit-unknown'],
  ['today', { dueOn: '2026-11-23' }, 'due-odd'],
  ['next year', { dueOn: '2027-11-23' }, 'due-odd'],
  ['somebody else’s paper', { attachmentIds: [randomUUID()] }, 'attachment-unknown'],
])('asking %s is refused and writes nothing', async (_, over, code) => {
  const it = await opened();
  const refused = await it.ask(over);
  expect(refused.body.code).toBe(code);
  expect((await officer.get(`${it.address}/opinions`)).body.opinions).toEqual([]);
});

test('an item that is closed ends what nobody answered: its ledger says so with the reason, the asked unit finds it ended', async () => {
  const it = await opened();
  await it.ask();
  const applicantVersion = (await it.applicant.get(it.address)).body.summary.version;
  const gone = await it.applicant.post(`${it.address}/withdraw`, {
    requestId: randomUUID(),
    version: applicantVersion,
    reason: '不办了',
  });
  expect(gone.status, gone.text).toBe(200);
  expect(await world.work()).toEqual([]);
  const { timeline } = (await officer.get(it.address)).body;
  const ends = timeline.filter((one: { type: string }) => one.type === 'opinion-unanswered');
  expect(ends).toMatchObject([{ title: '征求意见没有答复', on: '2026-11-23' }]);
  expect(ends[0].text).toContain('南昌市市场监督管理局，答复日2026年11月30日');
  expect(ends[0].text).toContain('那一件已经');
  const { opinions } = (await officer.get(`${it.address}/opinions`)).body;
  expect(opinions).toMatchObject([{ standing: 'withdrawn', endedOn: '2026-11-23', answer: null }]);
  const done = (await waiting(asked, 'done')).find((one) => one.opinionId === opinions[0].opinionId);
  expect(done).toMatchObject({ standing: 'withdrawn', endedOn: '2026-11-23' });
  // How it came about is the unit's own.
  const seen = (await it.applicant.get(it.address)).body.timeline.map((one: { type: string }) => one.type);
  expect(seen).not.toContain('opinion-unanswered');
});

test('the ledger refolds with opinions in it', async () => {
  expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
});
