import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { remindOfDays } from './remind-of-days.ts';

let world: World;
let officer: Person;
let asked: Person;

async function logInOn(day: string): Promise<void> {
  world.on(day);
  officer = await world.officer('emergency-360100');
  asked = await world.officer('market-360100');
}

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
});
beforeEach(() => logInOn('2026-11-23'));
afterAll(() => world.end());

/** The morning of a day, twice: what a task says, it says once. */
async function morning(day: string): Promise<void> {
  await logInOn(day);
  for (const _ of [1, 2]) await remindOfDays(world.services).run({ subjectKey: '' });
  expect(await world.work()).toEqual([]);
}

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
  const act = async (verb: string, body: object = {}) => {
    const { version } = (await officer.get(address)).body.summary;
    const done = await officer.post(`${address}/${verb}`, { requestId: randomUUID(), version, ...body });
    expect(done.status, done.text).toBe(200);
    expect(await world.work()).toEqual([]);
  };
  const ask = (dueOn: string) => act('opinions', { unitId: 'market-360100', question: '该企业是否仍在经营？', dueOn });
  const told = (recipient: string, unit: string | null = null) =>
    world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run<{ title: string; body: string; item_id: string | null; channels: { channel: string }[] }>(
        `select title, body, item_id, channels from message where subject_key = $1 and recipient = $2
           and ($3::text is null or unit_id = $3) and title ~ '补正的日子|征求|答复' order by created_at, title`,
        [subjectKey, recipient, unit],
      ),
    );
  const opinions = async () => (await officer.get(`${address}/opinions`)).body.opinions;
  return { subjectKey, itemId, address, applicant, act, ask, told, opinions };
}

const titles = (rows: readonly { title: string }[]) => rows.map((one) => one.title);

test('an opinion: the asked unit hears that it is asked, on the eve of its day and after it; never of the item', async () => {
  const it = await opened();
  await it.ask('2026-11-30');
  const first = await it.told('unit', 'market-360100');
  expect(titles(first)).toEqual(['南昌市应急管理局征求意见']);
  expect(first[0]!.body).toContain('该企业是否仍在经营？');
  expect(first[0]!.item_id).toBeNull();
  await morning('2026-11-28');
  expect(await it.told('unit', 'market-360100')).toHaveLength(1);
  await morning('2026-11-29');
  expect(titles(await it.told('unit', 'market-360100'))).toEqual(['南昌市应急管理局征求意见', '征求意见快到答复日']);
  await morning('2026-11-30');
  expect(await it.told('unit', 'market-360100')).toHaveLength(2);
  await morning('2026-12-01');
  await morning('2026-12-02');
  expect(titles(await it.told('unit', 'market-360100')).at(-1)).toBe('征求意见已过答复日');
  expect(await it.told('unit', 'market-360100')).toHaveLength(3);
  // The item's own ledger says it once, and the question stays open to an answer.
  const { timeline } = (await officer.get(it.address)).body;
  expect(timeline.filter((one: { type: string }) => one.type === 'opinion-unanswered')).toMatchObject([
    { on: '2026-12-01', by: '平台' },
  ]);
  expect((await it.opinions())[0].standing).toBe('overdue');
});

test('an answer is told to the side that asked, and nothing is reminded of any more', async () => {
  const it = await opened();
  await it.ask('2026-11-30');
  const [{ opinionId }] = await it.opinions();
  const answer = `/api/v1/office/opinions/${it.subjectKey}/${opinionId}/answer`;
  expect((await asked.post(answer, { requestId: randomUUID(), text: '登记状态为存续。' })).status).toBe(200);
  expect(await world.work()).toEqual([]);
  const mine = (await officer.get('/api/v1/messages')).body.messages as {
    itemId: string;
    title: string;
    body: string;
  }[];
  const given = mine.find((one) => one.itemId === it.itemId && one.title === '南昌市市场监督管理局已答复征求的意见');
  expect(given?.body).toContain('登记状态为存续。');
  await morning('2026-11-29');
  await morning('2026-12-01');
  expect(await it.told('unit', 'market-360100')).toHaveLength(1);
});

test('what is still asked about an item that was withdrawn ends with it, and the asked unit is told', async () => {
  const it = await opened();
  await it.ask('2026-11-30');
  const before = (await asked.get('/api/v1/office/waiting')).body.opinions;
  const { version } = (await it.applicant.get(it.address)).body.summary;
  const gone = await it.applicant.post(`${it.address}/withdraw`, {
    requestId: randomUUID(),
    version,
    reason: '不办了',
  });
  expect(gone.status, gone.text).toBe(200);
  expect(await world.work()).toEqual([]);
  expect(await it.opinions()).toMatchObject([{ standing: 'withdrawn', withdrawnReason: '那一件已经“已撤回”。' }]);
  expect(titles(await it.told('unit', 'market-360100'))).toEqual([
    '南昌市应急管理局征求意见',
    '征求意见已撤回，不用答复',
  ]);
  expect((await asked.get('/api/v1/office/waiting')).body.opinions).toBe(before - 1);
  const [{ opinionId }] = await it.opinions();
  const late = `/api/v1/office/opinions/${it.subjectKey}/${opinionId}/answer`;
  expect((await asked.post(late, { requestId: randomUUID(), text: '晚了' })).body.code).toBe('opinion-withdrawn');
});

test('a correction: the applicant one working day before, loudly; the unit the day after; once each', async () => {
  const it = await opened();
  await it.act('request-correction', { missing: [{ key: 'other', name: '整改报告', reason: '没有盖章' }] });
  const due = (await officer.get(it.address)).body.summary.due.due;
  expect(due).toBe('2026-12-07');
  await morning('2026-12-03');
  expect(await it.told('applicant')).toEqual([]);
  await morning('2026-12-04');
  await morning('2026-12-07');
  const [soon, ...more] = await it.told('applicant');
  expect(more).toEqual([]);
  expect(soon!.title).toBe('补正的日子快到了');
  expect(soon!.body).toContain('整改报告：没有盖章');
  expect(soon!.channels.map((one) => one.channel)).toContain('sms');
  expect(await it.told('unit', 'emergency-360100')).toEqual([]);
  await morning('2026-12-08');
  await morning('2026-12-09');
  expect(titles(await it.told('unit', 'emergency-360100'))).toEqual(['补正的日子已过，申请人没有补正']);
  expect(await it.told('applicant')).toHaveLength(1);
});
