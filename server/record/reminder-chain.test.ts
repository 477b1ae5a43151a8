import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { lookAtRecords } from './look-at-records.ts';

let world: World;
const listing = { findingDate: '2025-11-20', publishedDate: '2025-11-24', dutiesPerformed: true } as const;

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-20' });
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
async function mornings(...days: string[]): Promise<void> {
  for (const day of days) {
    world.on(day);
    await lookAtRecords(world.services).run({ subjectKey: '' });
    expect(await world.work()).toEqual([]);
  }
}
const told = async (key: string) =>
  (
    await all<{ title: string }>(
      `select title from message where subject_key = $1 and recipient = 'applicant' order by created_at`,
      [key],
    )
  ).map((one) => one.title);
const smsOf = async (key: string) =>
  (
    await all<{ channels: { channel: string; words: { text: string } }[] }>(
      'select channels from message where subject_key = $1 order by created_at',
      [key],
    )
  )
    .flatMap((one) => one.channels)
    .filter((one) => one.channel === 'sms')
    .map((one) => one.words.text);

test('told on the day, reminded once after thirty days, never again', async () => {
  const key = await world.subject();
  await all(`update subject set phone = '13900000003' where subject_key = $1`, [key]);
  await world.record(key, listing);
  await mornings('2026-11-20', '2026-11-21', '2026-12-20');
  expect(await told(key)).toEqual(['可以申请信用修复了']);
  await mornings('2026-12-21');
  expect(await told(key)).toEqual(['可以申请信用修复了', '还可以申请信用修复']);
  await mornings('2026-12-21', '2026-12-22', '2027-01-20', '2027-02-20');
  expect(await told(key)).toHaveLength(2);
  const [first, second] = await smsOf(key);
  expect(first).toMatch(/\/repairable\/.*不再提醒：http.*\/stop\//);
  expect(second).toContain('还没有收到申请');
});

test('whoever applied is not reminded, whatever came of it', async () => {
  world.on('2026-11-20');
  const key = await world.subject();
  const id = await world.record(key, listing);
  await mornings('2026-11-21');
  const applicant = await world.applicant(key);
  const sent = await applicant.post(`/api/v1/subjects/${key}/applications`, await world.application(key, [id]));
  expect(sent.status, sent.text).toBe(201);
  expect(await world.work()).toEqual([]);
  await all(`update item set closed_at = now(), outcome = 'withdrawn' where subject_key = $1`, [key]);
  await all('update record set look_on = default where subject_key = $1', [key]);
  await mornings('2026-12-21', '2026-12-22');
  expect(await told(key)).not.toContain('还可以申请信用修复');
});

test('不再提醒 ends it for one record from the message, for everything by the link, and can be taken back', async () => {
  world.on('2026-11-20');
  const key = await world.subject();
  await all(`update subject set phone = '13900000004' where subject_key = $1`, [key]);
  const [one, two] = [await world.record(key, listing), await world.record(key, listing)];
  await mornings('2026-11-21');
  const applicant = await world.applicant(key);
  const path = `/api/v1/subjects/${key}/reminder-stops`;
  expect((await applicant.post(path, { recordIds: [one], stopped: true })).body).toEqual({
    everything: false,
    recordIds: [one],
  });
  const [text] = await smsOf(key);
  const token = /\/stop\/([^\s，。]+)/.exec(text!)![1]!;
  const guest = world.guest();
  expect((await guest.get(`/api/v1/reminder-stops/${token}`)).body).toMatchObject({ stopped: false });
  expect((await guest.post(`/api/v1/reminder-stops/${token}`, { stopped: true })).body.stopped).toBe(true);
  expect((await guest.post(`/api/v1/reminder-stops/${token.slice(0, -3)}AAA`, { stopped: true })).status).toBe(404);
  await mornings('2026-12-21');
  expect(await told(key)).toHaveLength(1);
  await guest.post(`/api/v1/reminder-stops/${token}`, { stopped: false });
  await mornings('2026-12-22');
  const [last] = await all<{ record_ids: string[] }>(
    'select record_ids from message where subject_key = $1 order by created_at desc limit 1',
    [key],
  );
  expect([await told(key), last!.record_ids]).toEqual([['可以申请信用修复了', '还可以申请信用修复'], [two]]);
  const stranger = await world.applicant(await world.subject());
  expect((await stranger.post(path, { stopped: true })).status).toBe(404);
});

/** A penalty whose shortest display ends on 10 November 2026: its first message comes the day after. */
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

test('from the notice on: nothing before the day, told on it, reminded on the thirtieth, each once', async () => {
  world.on('2026-08-10');
  const key = await world.subject();
  const recordId = await world.record(key, penalty);
  const officer = await world.officer('market-360102');
  const path = `/api/v1/subjects/${key}/records/${recordId}/repair-notice`;
  expect((await officer.post(path)).status).toBe(201);
  const served = await officer.post(`${path}/service`, { servedHow: 'direct', servedOn: '2026-08-10' });
  expect(served.body.notes.join(), served.text).toContain('送达回证');
  await mornings('2026-08-10', '2026-11-10');
  expect(await told(key)).toEqual([]);
  await mornings('2026-11-11', '2026-11-11', '2026-12-10');
  expect(await told(key)).toEqual(['可以申请信用修复了']);
  await mornings('2026-12-11', '2026-12-12', '2027-02-01');
  expect(await told(key)).toEqual(['可以申请信用修复了', '还可以申请信用修复']);
});

test('stopped before the first, nothing at all is told; stopped between the two, not the second', async () => {
  world.on('2026-10-10');
  const [before, between] = [await world.subject(), await world.subject()];
  for (const key of [before, between]) await world.record(key, penalty);
  const stop = async (key: string, stopped: boolean) =>
    (await world.applicant(key)).post(`/api/v1/subjects/${key}/reminder-stops`, { stopped });
  expect((await stop(before, true)).body).toEqual({ everything: true, recordIds: [] });
  await mornings('2026-10-11', '2026-11-11', '2026-11-12');
  expect([await told(before), await told(between)]).toEqual([[], ['可以申请信用修复了']]);
  await stop(between, true);
  await mornings('2026-12-11', '2026-12-12', '2027-01-15');
  expect([await told(before), (await told(between)).length]).toEqual([[], 1]);
  // Taken back, the first one is told late and the second thirty days after it: the chain is where it stood.
  await stop(before, false);
  await mornings('2027-01-16', '2027-02-14');
  expect(await told(before)).toEqual(['可以申请信用修复了']);
  await mornings('2027-02-15', '2027-02-16');
  expect(await told(before)).toEqual(['可以申请信用修复了', '还可以申请信用修复']);
});

test('repaired before the day, or between the two messages, it tells nothing more', async () => {
  world.on('2026-10-10');
  const [before, between] = [await world.subject(), await world.subject()];
  const [early, late] = [await world.record(before, penalty), await world.record(between, penalty)];
  const repaired = (id: string, day: string) =>
    all('update record set repaired_on = $2, look_on = default where record_id = $1', [id, day]);
  await mornings('2026-10-11');
  await repaired(early, '2026-11-01');
  await mornings('2026-11-11', '2026-11-12');
  expect([await told(before), await told(between)]).toEqual([[], ['可以申请信用修复了']]);
  await repaired(late, '2026-12-01');
  await mornings('2026-12-02', '2026-12-11', '2026-12-12', '2027-01-15');
  expect([(await told(before)).length, (await told(between)).length]).toEqual([0, 1]);
});
