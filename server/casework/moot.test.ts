import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let officer: Person;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.officer('emergency-360100');
});
afterAll(() => world?.end());

async function lodged() {
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey);
  const applicant = await world.applicant(subjectKey);
  const submitted = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [recordId]),
  );
  await world.work();
  const itemId: string = submitted.body.items[0].itemId;
  const address = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
  const read = async (who: Person) => (await who.get(address)).body;
  const act = async (verb: string, body: object = {}) => {
    const { summary } = await read(officer);
    return officer.post(`${address}/${verb}`, { requestId: randomUUID(), version: summary.version, ...body });
  };
  const annul = () =>
    officer.post(`/api/v1/subjects/${subjectKey}/records/${recordId}/orders`, {
      requestId: randomUUID(),
      kind: 'annulment',
      ground: {
        title: '行政判决书',
        number: '（2026）示1号',
        office: '示例法院',
        day: '2026-11-20',
        attachmentId: null,
      },
      knownOn: '2026-11-23',
      note: '',
    });
  return { subjectKey, recordId, itemId, applicant, read, act, annul };
}

test('an annulled decision: the open item can only be ended; desk, batch and applicant are told', async () => {
  const it = await lodged();
  const other = await lodged();
  expect((await it.read(officer)).moot).toBeNull();
  const done = await it.annul();
  expect(done.status, done.text).toBe(200);
  await world.work();

  const view = await it.read(officer);
  expect(view.moot).toMatchObject({ refuses: true, reason: '决定已经被撤销，信息已经撤回，无需修复' });
  const button = (action: string) => view.actions.find((one: { action: string }) => one.action === action);
  expect(button('accept')).toMatchObject({ allowed: false });
  expect(button('decline')).toMatchObject({ allowed: true });
  const refused = await it.act('accept');
  expect(refused).toMatchObject({ status: 422, body: { code: 'record-moot' } });
  expect(refused.body.detail).toBe(button('accept').why);

  const rows = await Promise.all(
    [it, other].map(async ({ subjectKey, itemId, read }) => ({
      subjectKey,
      itemId,
      version: (await read(officer)).summary.version as number,
      requestId: randomUUID(),
    })),
  );
  const batch = await officer.post('/api/v1/office/batch', { act: 'accept', items: rows });
  expect(batch.status, batch.text).toBe(200);
  expect(batch.body.results.map((one: { done: boolean; code: string | null }) => [one.done, one.code])).toEqual([
    [false, 'record-moot'],
    [true, null],
  ]);

  const told = await world.services.db.read({ sees: 'all' }, (tx) =>
    tx.run<{ recipient: string; body: string; item_id: string | null }>(
      'select recipient, body, item_id from message where subject_key = $1 order by created_at',
      [it.subjectKey],
    ),
  );
  const about = (recipient: string) => told.filter((one) => one.recipient === recipient).map((one) => one.body);
  expect(about('applicant').some((body) => body.includes('不用再补交什么'))).toBe(true);
  expect(about('unit').some((body) => body.includes('不能再受理、准予'))).toBe(true);
  const mine = await it.read(it.applicant);
  expect(mine.moot.todo).toContain('撤回');
  expect(mine.moot.reason).toBe('');

  const ended = await it.act('decline', { reasons: [{ code: 'record-moot', text: `${view.moot.reason}。` }] });
  expect(ended.body.item.state).toBe('declined');
  expect((await it.read(officer)).moot).toBeNull();
});

test('an accepted item of a record annulled meanwhile is not granted, and can be refused', async () => {
  const it = await lodged();
  expect((await it.act('accept')).status).toBe(200);
  const { conditions } = await it.read(officer);
  const findings = conditions.map(({ key, text }: { key: string; text: string }) => ({
    key,
    text,
    met: true,
    evidence: '已核对',
  }));
  expect((await it.annul()).status).toBe(200);
  expect((await it.act('grant', { findings, note: '' })).body.code).toBe('record-moot');
  expect((await it.act('extend', { reason: '情况复杂' })).body.code).toBe('record-moot');
  const view = await it.read(officer);
  const refused = await it.act('refuse', {
    findings: [],
    reasons: [{ code: 'record-moot', text: `${view.moot.reason}。` }],
    note: '',
  });
  expect(refused.body.item.state, refused.text).toBe('refused');
  await world.work();
});
