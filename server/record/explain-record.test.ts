import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let key: string;
let applicant: Person;
const unit = { unitId: 'market-360102', regionCode: '360102', organName: '南昌市东湖区市场监督管理局' };
const penalty = {
  ...unit,
  matterKey: 'market-penalty',
  recordType: 'penalty',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-10',
  facts: { penalties: [{ kind: '罚款', amountYuan: 200_000 }], procedure: 'ordinary', field: 'other' },
} as const;
const fine = {
  matter: 'market-penalty',
  subjectType: 'organisation',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-10',
  penalties: [{ kind: '罚款', amountYuan: 200_000 }],
  field: 'other',
  dutiesPerformed: true,
  on: '2026-10-10',
};

beforeAll(async () => {
  world = await openWorld({ on: '2026-10-10' });
  key = await world.subject();
  applicant = await world.applicant(key);
});
afterAll(() => world?.end());

const pathOf = (recordId: string, subject = key) => `/api/v1/subjects/${subject}/records/${recordId}/explanation`;

describe('a case of anybody', () => {
  test('the verdict is that of the assessment; dates, next act and the day to be reminded of come with it', async () => {
    const guest = world.guest();
    const explained = await guest.post('/api/v1/explanations', fine);
    const assessed = await guest.post('/api/v1/assessments', fine);
    expect(explained.status).toBe(200);
    expect(explained.body.verdict).toEqual(assessed.body);
    expect(explained.body.dates.map((one: { kind: string; date: string }) => [one.kind, one.date])).toEqual([
      ['publication-from', '2026-08-10'],
      ['earliest-end', '2026-11-10'],
      ['apply-from', '2026-11-11'],
      ['latest-end', '2027-08-10'],
    ]);
    expect(explained.body.dates[1].steps[1]).toMatchObject({
      part: 'rule',
      text: '最短公示期是3个月。',
      cite: { id: 'samr107:9.2' },
      sure: 'V',
    });
    expect(explained.body.next).toMatchObject({ act: 'wait', day: '2026-11-11', thenVerdict: 'repairable-now' });
    expect(explained.body.opensOn).toBe('2026-11-11');
  });

  test('is read and refused as the assessment is', async () => {
    const wrong = { ...fine, findingDate: '2026-02-30' };
    const [explained, assessed] = [
      await world.guest().post('/api/v1/explanations', wrong),
      await world.guest().post('/api/v1/assessments', wrong),
    ];
    expect([explained.status, explained.body.code]).toEqual([400, 'malformed-date']);
    expect(explained.body.detail).toBe(assessed.body.detail);
  });
});

describe('a stored record', () => {
  test('is explained to its subject on a day, to its unit and to any window; not to others', async () => {
    const recordId = await world.record(key, penalty);
    const now = await applicant.get(pathOf(recordId));
    expect(now.body.next).toMatchObject({ act: 'wait', day: '2026-11-11' });
    const later = await applicant.get(`${pathOf(recordId)}?on=2026-11-11`);
    expect([later.body.verdict.verdict, later.body.next.act, later.body.opensOn]).toEqual([
      'repairable-now',
      'apply',
      null,
    ]);
    const [own, window] = [await world.officer(unit.unitId), await world.officer('window-360702', 'window-clerk')];
    expect((await own.get(pathOf(recordId))).body.verdict.verdict).toBe('not-yet');
    expect((await window.get(pathOf(recordId))).status).toBe(200);
    const supervisor = await world.officer('ndrc-360100', 'supervisor');
    expect((await supervisor.get(pathOf(recordId))).status).toBe(200);
    const strangers = [
      await world.officer('emergency-360200'),
      await world.officer('ndrc-360700', 'supervisor'),
      await world.applicant(await world.subject()),
    ];
    for (const stranger of strangers) expect((await stranger.get(pathOf(recordId))).status).toBe(404);
    expect((await world.guest().get(pathOf(recordId))).status).toBe(401);
  });

  test('a repaired one needs nothing and has no dates to wait for', async () => {
    const recordId = await world.record(key, penalty);
    await world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run(`update record set repaired_on = '2026-10-08' where subject_key = $1 and record_id = $2`, [key, recordId]),
    );
    const { body } = await applicant.get(pathOf(recordId));
    expect(body.verdict).toMatchObject({ verdict: 'not-published', application: { route: 'none', from: null } });
    expect([body.dates, body.next.act, body.opensOn]).toEqual([[], 'nothing', null]);
    const before = await applicant.get(`${pathOf(recordId)}?on=2026-10-07`);
    expect(before.body.verdict.verdict).toBe('not-yet');
  });

  test('a day that does not exist is refused in a sentence', async () => {
    const recordId = await world.record(key, penalty);
    const { status, body } = await applicant.get(`${pathOf(recordId)}?on=2026-02-30`);
    expect(status).toBe(400);
    expect(body.detail).toContain('2026-02-30');
  });
});
