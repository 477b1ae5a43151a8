import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionCookie } from '../access/authenticate.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { lookAtRecords } from './look-at-records.ts';

let world: World;
let key: string;
let applicant: Person;
const fact = {
  matter: 'market-penalty',
  subjectType: 'organisation',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-10',
  penalties: [{ kind: '罚款', amountYuan: 200_000 }],
  field: 'other',
  dutiesPerformed: true,
  on: '2026-10-10',
};
const penalty = {
  unitId: 'market-360102',
  regionCode: '360102',
  organName: '南昌市东湖区市场监督管理局',
  matterKey: 'market-penalty',
  recordType: 'penalty',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-10',
  facts: { penalties: fact.penalties, procedure: 'ordinary', field: 'other', act: '示例事由' },
} as const;

beforeAll(async () => {
  world = await openWorld({ on: '2026-10-10' });
  key = await world.subject();
  applicant = await world.applicant(key);
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const reminders = (subject = key) => `/api/v1/subjects/${subject}/reminders`;
const remove = (id: string) =>
  world.app.inject({ method: 'DELETE', url: `${reminders()}/${id}`, cookies: { [sessionCookie]: applicant.cookie! } });
/** Moves to a day and logs in anew: a session does not outlast weeks without a call. */
async function goTo(day: string): Promise<void> {
  world.on(day);
  applicant = await world.applicant(key);
}
async function morning(day: string): Promise<void> {
  await goTo(day);
  await lookAtRecords(world.services).run({ subjectKey: '' });
  expect(await world.work()).toEqual([]);
}
const told = (recordId: string) =>
  all<{ title: string; channels: { channel: string; words: { to: string } | null }[] }>(
    'select title, channels from message where $1::uuid = any (record_ids)',
    [recordId],
  );
const stateOf = async (id: string) =>
  (await applicant.get(reminders())).body.reminders.find((one: { reminderId: string }) => one.reminderId === id);

describe('of a record', () => {
  test('is set for the first possible day, refused kindly twice, told once by text to whoever asked', async () => {
    await goTo('2026-10-10');
    const recordId = await world.record(key, penalty);
    const set = await applicant.post(reminders(), { recordId });
    expect(set.status).toBe(201);
    expect(set.body).toMatchObject({ recordId, day: '2026-11-11', state: 'waiting' });
    const again = await applicant.post(reminders(), { recordId });
    expect([again.status, again.body.code]).toEqual([409, 'reminder-set']);
    expect(again.body.detail).toBe('已经设过了：2026年11月11日（周三）会提醒您，不用再设。');

    await morning('2026-11-10');
    expect(await told(recordId)).toEqual([]);
    await morning('2026-11-11');
    const [message, ...more] = await told(recordId);
    expect(more).toEqual([]);
    expect(message!.channels.find((one) => one.channel === 'sms')!.words!.to).toBe('13900000001');
    expect(await stateOf(set.body.reminderId)).toMatchObject({ state: 'told', stateText: '已经提醒' });
    await morning('2026-11-12');
    expect(await told(recordId)).toHaveLength(1);
  });

  test('taken back, it is not told beside what the platform tells anyway; a new one may be set', async () => {
    await goTo('2026-10-10');
    const recordId = await world.record(key, { ...penalty, facts: { penalties: [{ kind: '通报批评' }], act: '示例' } });
    const set = await applicant.post(reminders(), { recordId });
    // Ends by itself three months after publication: the platform does not tell of that unasked.
    expect(set.body.day).toBe('2026-11-11');
    expect((await remove(set.body.reminderId)).statusCode).toBe(200);
    expect(await stateOf(set.body.reminderId)).toMatchObject({ state: 'cancelled', stateText: '您已取消' });
    const second = await applicant.post(reminders(), { recordId });
    expect(second.status).toBe(201);
    await morning('2026-11-11');
    const texts = await all<{ title: string; body: string }>(
      `select title, body from message where subject_key = $1 and body like '%公示已经结束%'`,
      [key],
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]!.title).toBe('您设的提醒到了');
  });

  test('moves with the facts', async () => {
    await goTo('2026-10-10');
    const recordId = await world.record(key, penalty);
    const { reminderId } = (await applicant.post(reminders(), { recordId })).body;
    await morning('2026-10-11');
    await all(`update record set published_date = '2026-09-01', look_on = default where record_id = $1`, [recordId]);
    await morning('2026-10-12');
    expect((await stateOf(reminderId)).day).toBe('2026-12-02');
    await morning('2026-11-11');
    expect(await told(recordId)).toEqual([]);
  });

  test('is over once the record is applied for', async () => {
    await goTo('2026-10-10');
    const recordId = await world.record(key, penalty);
    const { reminderId } = (await applicant.post(reminders(), { recordId })).body;
    await goTo('2026-11-11');
    const sent = await applicant.post(`/api/v1/subjects/${key}/applications`, await world.application(key, [recordId]));
    expect(sent.status).toBe(201);
    const held = await applicant.post(reminders(), { recordId });
    expect([held.status, held.body.code]).toEqual([409, 'record-held']);
    await world.work();
    expect(await stateOf(reminderId)).toMatchObject({ state: 'cancelled', stateText: '已经申请，不再提醒' });
    await morning('2026-11-12');
    expect(await told(recordId)).toEqual([]);
  });

  test('is refused where nothing is waited for, for a repaired record, and to strangers', async () => {
    await goTo('2026-11-23');
    const now = await world.record(key, penalty);
    expect((await applicant.post(reminders(), { recordId: now })).body.code).toBe('nothing-to-wait-for');
    await all(`update record set repaired_on = '2026-11-20' where record_id = $1`, [now]);
    expect((await applicant.post(reminders(), { recordId: now })).body.code).toBe('record-repaired');
    const stranger = await world.applicant(await world.subject());
    expect((await stranger.post(reminders(), { recordId: now })).status).toBe(404);
    expect((await stranger.get(reminders())).status).toBe(404);
    const other = await world.subject();
    const foreign = await world.record(other, { ...penalty, publishedDate: '2026-11-01' });
    expect((await applicant.post(reminders(), { recordId: foreign })).body.code).toBe('record-not-found');
  });
});

describe('of a case of the calculator', () => {
  test('is set without a record, once, and told on its day', async () => {
    await goTo('2026-10-10');
    const set = await applicant.post(reminders(), { case: { ...fact, id: 'self' } });
    expect(set.status).toBe(201);
    expect(set.body).toMatchObject({ recordId: null, day: '2026-11-11' });
    await goTo('2026-10-11');
    const again = await applicant.post(reminders(), { case: { ...fact, id: 'other', on: '2026-10-11' } });
    expect(again.body.code).toBe('reminder-set');
    await morning('2026-11-10');
    expect((await stateOf(set.body.reminderId)).state).toBe('waiting');
    await morning('2026-11-11');
    expect((await stateOf(set.body.reminderId)).state).toBe('told');
    const texts = await all<{ record_ids: string[] }>(
      `select record_ids from message where subject_key = $1 and body like '%自测%'`,
      [key],
    );
    expect(texts).toEqual([{ record_ids: [] }]);
  });

  test('is read as the assessment is, and nothing at all is refused', async () => {
    const wrong = await applicant.post(reminders(), { case: { ...fact, findingDate: '2026-02-30' } });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'malformed-date']);
    expect((await applicant.post(reminders(), {})).status).toBe(400);
  });
});
