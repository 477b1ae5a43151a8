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
