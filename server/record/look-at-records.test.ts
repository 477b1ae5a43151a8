import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { updateRecords } from './import-record-store.ts';
import { lookAgain } from './look-again.ts';
import { lookAtRecords } from './look-at-records.ts';

let world: World;
const penalty = {
  unitId: 'market-360102',
  regionCode: '360102',
  organName: '南昌市东湖区市场监督管理局',
  matterKey: 'market-penalty',
  recordType: 'penalty',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-10',
  facts: { penalties: [{ kind: '罚款', amountYuan: 200_000 }], procedure: 'ordinary', field: 'other', act: '示例事由' },
} as const;

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-10' });
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
/** The morning of a day: the task the clock starts, and the jobs it orders. */
async function morning(day: string): Promise<void> {
  world.on(day);
  await lookAtRecords(world.services).run({ subjectKey: '' });
  expect(await world.work()).toEqual([]);
}
const messagesOf = (key: string) =>
  all<{
    title: string;
    body: string;
    channels: { channel: string; state: string; words: { text: string } | null }[];
    record_ids: string[];
  }>(
    `select title, body, channels, record_ids from message where subject_key = $1 and recipient = 'applicant' order by created_at`,
    [key],
  );
const lookOf = async (recordId: string) =>
  (
    await all<{ look_on: string | null; told_repairable_on: string | null }>(
      'select look_on, told_repairable_on from record where record_id = $1',
      [recordId],
    )
  )[0]!;

test('on the day, one message for all records of the subject, in the platform and by text; never again', async () => {
  const key = await world.subject({ name: '示例可修复有限公司' });
  await all(`update subject set phone = '13900000002' where subject_key = $1`, [key]);
  const ids = [await world.record(key, penalty), await world.record(key, penalty)];
  const later = await world.record(key, { ...penalty, publishedDate: '2026-08-20' });

  await morning('2026-11-10');
  expect(await messagesOf(key)).toEqual([]);
  expect(await lookOf(ids[0]!)).toEqual({ look_on: '2026-11-11', told_repairable_on: null });

  await morning('2026-11-11');
  const [message, ...more] = await messagesOf(key);
  expect(more).toEqual([]);
  expect(message!.title).toBe('可以申请信用修复了');
  expect(message!.body).toContain('有2条失信信息可以申请信用修复了');
  expect(message!.body).toContain('现在可以申请修复');
  expect([...message!.record_ids].sort()).toEqual([...ids].sort());
  const sms = message!.channels.find((one) => one.channel === 'sms')!;
  expect(sms.state).not.toBe('failed');
  expect(sms.words!.text).toMatch(/^【江西信用修复】示例可修复有限公司\d+有2条.*\/repairable\/.*不收费/);
  // Looked at again after thirty days, for the one reminder.
  expect(await lookOf(ids[0]!)).toEqual({ look_on: '2026-12-11', told_repairable_on: '2026-11-11' });

  await morning('2026-11-11');
  await morning('2026-11-12');
  expect(await messagesOf(key)).toHaveLength(1);
  await morning('2026-11-21');
  expect((await messagesOf(key)).map((one) => one.record_ids)).toEqual([expect.any(Array), [later]]);
  await morning('2027-08-21');
  // Only that the time is over: once for each.
  expect((await messagesOf(key)).slice(2).map((one) => one.title)).toEqual(Array(3).fill('公示期满，自动停止公示'));
  expect((await lookOf(ids[0]!)).look_on).toBeNull();
});

test('a record that comes in repairable is told by the next run; one without a phone only in the platform', async () => {
  world.on('2026-11-23');
  const key = await world.subject();
  await world.record(key, penalty);
  await morning('2026-11-23');
  const [message] = await messagesOf(key);
  expect(message!.channels.map((one) => one.channel)).toEqual(['in-app']);
});

test('nobody is told of a record that an open item holds, that is repaired, or whose duties are open', async () => {
  world.on('2026-11-23');
  const key = await world.subject();
  const applicant = await world.applicant(key);
  const held = await world.record(key, { ...penalty });
  const repaired = await world.record(key, penalty);
  const unperformed = await world.record(key, { ...penalty, dutiesPerformed: false });
  await all(`update record set repaired_on = '2026-11-20' where record_id = $1`, [repaired]);
  const sent = await applicant.post(`/api/v1/subjects/${key}/applications`, await world.application(key, [held]));
  expect(sent.status).toBe(201);
  await world.work();
  const before = (await messagesOf(key)).length;
  await morning('2026-11-24');
  expect((await messagesOf(key)).slice(before).filter((one) => one.record_ids !== null)).toEqual([]);
  expect((await lookOf(repaired)).look_on).toBeNull();
  expect((await lookOf(unperformed)).told_repairable_on).toBeNull();

  // The unit reports the performance: the record changed, so the next run looks at it again.
  const facts = JSON.stringify(penalty.facts);
  const row = {
    subjectKey: key,
    recordId: unperformed,
    matterKey: 'market-penalty',
    recordType: 'penalty',
    naturalKey: 'n',
    digest: 'd',
    docNumber: '示例〔2026〕1号',
    findingDate: penalty.findingDate,
    publishedDate: penalty.publishedDate,
    organName: penalty.organName,
    organCode: null,
    unitId: penalty.unitId,
    regionCode: penalty.regionCode,
    facts,
    dutiesPerformed: true,
    correctionDate: '2026-11-20',
    class: null,
  };
  await world.services.db.read({ sees: 'all' }, (tx) => updateRecords(tx, [row], world.clock.now()));
  await morning('2026-11-25');
  expect((await messagesOf(key)).at(-1)!.record_ids).toEqual([unperformed]);
});

test('two workers at once tell each subject once', async () => {
  world.on('2026-12-01');
  const keys: string[] = [];
  for (let n = 0; n < 25; n += 1) {
    const key = await world.subject();
    keys.push(key);
    for (let record = 0; record < 3; record += 1) await world.record(key, penalty);
  }
  const task = lookAtRecords(world.services);
  await Promise.all([task.run({ subjectKey: '' }), task.run({ subjectKey: '' }), task.run({ subjectKey: '' })]);
  const jobs = await all<{ subject_key: string; payload: { records: unknown[] } }>(
    `select subject_key, payload from outbox where task = 'tell-repairable' and subject_key = any ($1::uuid[])`,
    [keys],
  );
  expect(jobs.map((one) => one.subject_key).sort()).toEqual([...keys].sort());
  for (const job of jobs) expect(job.payload.records).toHaveLength(3);
  await world.work();
  for (const key of keys) expect(await messagesOf(key)).toHaveLength(1);
});

test('after the rules change records are looked at again, and whoever was told is not told again', async () => {
  world.on('2026-12-02');
  const key = await world.subject();
  const mine = await world.record(key, penalty);
  const other = await world.record(key, { findingDate: '2026-06-02' });
  await morning('2026-12-02');
  expect(await messagesOf(key)).toHaveLength(1);
  await world.services.db.transaction({ sees: 'all' }, (tx) => lookAgain(tx, { matterKey: 'market-penalty' }));
  expect((await lookOf(mine)).look_on).toBe('2000-01-01');
  expect((await lookOf(other)).look_on).not.toBe('2000-01-01');
  await world.services.db.transaction({ sees: 'all' }, (tx) => lookAgain(tx, { sector: 'emergency' }));
  expect((await lookOf(other)).look_on).toBe('2000-01-01');
  await morning('2026-12-03');
  // Thirty days after the telling: the one reminder.
  expect((await lookOf(mine)).look_on).toBe('2027-01-01');
  expect(await messagesOf(key)).toHaveLength(1);
});
