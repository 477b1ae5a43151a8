import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let officer: Person;
let clerk: Person;
let guest: Person;
const unit = { unitId: 'market-360102', regionCode: '360102', organName: '南昌市东湖区市场监督管理局' };
const penalty = {
  ...unit,
  matterKey: 'market-penalty',
  recordType: 'penalty',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-10',
  facts: {
    penalties: [{ kind: '罚款', amountYuan: 20_000 }],
    procedure: 'ordinary',
    field: 'other',
    act: '发布违法广告',
  },
} as const;

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  officer = await world.officer(unit.unitId);
  clerk = await world.officer('window-360702', 'window-clerk');
  guest = world.guest();
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const subjectOf = async (key: string) =>
  (
    await all<{ name: string; identifier: string }>('select name, identifier from subject where subject_key = $1', [
      key,
    ])
  )[0]!;
const publicOf = async (q: string) => (await guest.get(`/api/v1/public/records?q=${encodeURIComponent(q)}`)).body;

describe('the public page', () => {
  test('shows by code and by exact name what is on display, and nothing repaired', async () => {
    const key = await world.subject({ name: '示例公示有限公司' });
    const shown = await world.record(key, penalty);
    const repaired = await world.record(key, { ...penalty, findingDate: '2026-07-01', publishedDate: '2026-07-08' });
    await all(`update record set repaired_on = '2026-11-20' where subject_key = $1 and record_id = $2`, [
      key,
      repaired,
    ]);
    const { name, identifier } = await subjectOf(key);
    const byCode = await publicOf(identifier.toLowerCase());
    expect(byCode).toMatchObject({ name, asOf: '2026-11-23' });
    expect(byCode.records.map((one: { findingDate: string }) => one.findingDate)).toEqual(['2026-08-03']);
    expect(byCode.records[0]).toMatchObject({ organName: unit.organName, plain: '罚款 2 万元；发布违法广告' });
    expect(await publicOf(name)).toEqual(byCode);
    expect((await publicOf(name.slice(0, -1))).name).toBeNull();
    await all(`update record set repaired_on = '2026-11-23' where subject_key = $1 and record_id = $2`, [key, shown]);
    expect(await publicOf(identifier)).toEqual({
      name,
      formerNames: [],
      asOf: '2026-11-23',
      records: [],
      statements: [],
    });
  });

  test('never shows a person, nor a record that law no longer displays', async () => {
    const person = await world.subject({ name: '示例某', kind: 'person' });
    await world.record(person, penalty);
    const { name, identifier } = await subjectOf(person);
    expect(await publicOf(identifier)).toMatchObject({ name: null, records: [] });
    expect(await publicOf(`${name}`)).toMatchObject({ name: null, records: [] });
    const old = await world.subject({ name: '示例陈旧有限公司' });
    await world.record(old, { ...penalty, findingDate: '2021-01-05', publishedDate: '2021-01-12' });
    expect((await publicOf((await subjectOf(old)).identifier)).records).toEqual([]);
  });
});

describe('the records of a unit', () => {
  test('are the own ones, newest first, by pages without gaps, found by number and name', async () => {
    const own = await world.officer('market-361130');
    const there = { ...penalty, unitId: 'market-361130', regionCode: '361130', organName: '婺源县市场监督管理局' };
    const keys: string[] = [];
    for (let index = 0; index < 55; index++) {
      const key =
        index % 5 === 0 || keys.length === 0 ? await world.subject({ name: '示例茶叶有限公司' }) : keys.at(-1)!;
      keys.push(key);
      await world.record(key, { ...there, findingDate: `2026-0${1 + (index % 6)}-11` });
    }
    const first = (await own.get('/api/v1/office/records')).body;
    expect([first.records.length, typeof first.next]).toEqual([50, 'string']);
    const second = (await own.get(`/api/v1/office/records?after=${first.next}`)).body;
    expect([second.records.length, second.next]).toEqual([5, null]);
    const seen = [...first.records, ...second.records] as {
      recordId: string;
      findingDate: string;
      docNumber: string;
    }[];
    expect(new Set(seen.map((one) => one.recordId)).size).toBe(55);
    expect(seen.map((one) => one.findingDate)).toEqual(
      seen
        .map((one) => one.findingDate)
        .toSorted()
        .toReversed(),
    );
    const asked = (await own.get(`/api/v1/office/records?q=${encodeURIComponent(seen[3]!.docNumber)}`)).body;
    expect(asked.records.map((one: { recordId: string }) => one.recordId)).toEqual([seen[3]!.recordId]);
    const { name, identifier } = await subjectOf(keys[0]!);
    const named = (await own.get(`/api/v1/office/records?q=${encodeURIComponent(name)}`)).body.records;
    expect(named.length).toBe(5);
    expect((await own.get(`/api/v1/office/records?q=${identifier}`)).body.records).toEqual(named);
    expect((await officer.get(`/api/v1/office/records?q=${encodeURIComponent(name)}`)).body.records).toEqual([]);
    expect((await own.get('/api/v1/office/records?after=garbage')).status).toBe(200);
  });

  test('row policies hide the records of others even where the filter is forgotten', async () => {
    const key = await world.subject();
    await world.record(key, penalty);
    const seen = (unitId: string) =>
      world.services.db.read({ sees: 'unit', unit: unitId }, (tx) =>
        tx.run('select 1 from record where subject_key = $1', [key]),
      );
    expect((await seen(unit.unitId)).length).toBe(1);
    expect((await seen('market-360702')).length).toBe(0);
  });
});

describe('finding subjects', () => {
  test('a window finds anybody, an officer only subjects of the own unit, and both are logged', async () => {
    const mine = await world.subject({ name: '示例寻找甲' });
    const other = await world.subject({ name: '示例寻找乙' });
    await world.record(mine, penalty);
    await world.record(other, { ...penalty, unitId: 'market-360702', regionCode: '360702' });
    const ask = async (who: Person, q: string) =>
      (await who.get(`/api/v1/office/subjects?q=${encodeURIComponent(q)}`)).body.subjects.map(
        (one: { subjectKey: string }) => one.subjectKey,
      );
    expect((await ask(clerk, '示例寻找')).toSorted()).toEqual([mine, other].toSorted());
    expect(await ask(officer, '示例寻找')).toEqual([mine]);
    expect(await ask(officer, (await subjectOf(other)).identifier)).toEqual([]);
    const logged = await all<{ actor: string; detail: { found: string[] } }>(
      `select actor, detail from access_log where act = 'find-subjects' order by at`,
    );
    expect(logged.map((row) => row.detail.found.length)).toEqual([2, 1, 0]);
    expect((await guest.get('/api/v1/office/subjects?q=示例寻找')).status).toBe(401);
  });
});

describe('the repair notice', () => {
  test('is made once, says what law says, and its code opens exactly this record', async () => {
    const key = await world.subject({ name: '示例告知有限公司' });
    const record = await world.record(key, penalty);
    const path = `/api/v1/subjects/${key}/records/${record}/repair-notice`;
    const [one, two] = await Promise.all([officer.post(path), officer.post(path)]);
    expect([one!.status, two!.status]).toEqual([201, 201]);
    expect(two!.body).toEqual(one!.body);
    expect(one!.body.token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    const papers = await all<{ doc_number: string; model: Record<string, unknown> }>(
      `select doc_number, model from paper where subject_key = $1 and kind = 'repair-notice'`,
      [key],
    );
    expect(papers.length).toBe(1);
    expect(papers[0]!.doc_number).toMatch(/信修告〔2026〕\d+号$/);
    expect(papers[0]!.model).toMatchObject({
      applyUrl: `${world.services.config.publicUrl}/notice/${one!.body.token}`,
      publishedFrom: '2026-08-10',
      record: { findingDate: '2026-08-03' },
      head: { organName: unit.organName },
    });
    for (const part of ['conditions', 'materials', 'doors', 'rights', 'basis'])
      expect((papers[0]!.model[part] as unknown[]).length, part).toBeGreaterThan(0);
    expect(await world.work()).toEqual([]);
    const [printed] = await all<{ state: string; failure: string | null }>(
      'select state, failure from paper where subject_key = $1',
      [key],
    );
    expect(printed).toEqual({ state: 'printed', failure: null });

    const opened = (await guest.get(`/api/v1/notice-links/${one!.body.token}`)).body;
    expect(opened).toMatchObject({ subjectKey: key, recordId: record, organName: unit.organName });
    expect(opened.verdict.reasons.length).toBeGreaterThan(0);
    const listed = (await officer.get('/api/v1/office/records')).body.records;
    expect(listed.find((it: { recordId: string }) => it.recordId === record).repairNotice).toMatchObject({
      noticeId: one!.body.noticeId,
      servedOn: null,
    });
  });

  test('107号第七条: where the display ends by itself the notice says so and asks for no application', async () => {
    const key = await world.subject({ name: '示例通报有限公司' });
    const record = await world.record(key, {
      ...penalty,
      findingDate: '2026-11-02',
      publishedDate: '2026-11-03',
      facts: { penalties: [{ kind: '通报批评' }], act: '示例事由' },
    });
    await officer.post(`/api/v1/subjects/${key}/records/${record}/repair-notice`);
    const [paper] = await all<{ model: Record<string, unknown> }>(
      `select model from paper where subject_key = $1 and kind = 'repair-notice'`,
      [key],
    );
    expect(paper!.model).toMatchObject({
      mayApply: false,
      applyText: expect.stringMatching(/^不用申请：.*自动停止公示$/),
    });
  });

  test('a name on it is masked for whoever scans it; an unknown code says so', async () => {
    const key = await world.subject({ name: '示某某', kind: 'person' });
    const record = await world.record(key, {
      ...unit,
      matterKey: 'market-penalty',
      recordType: 'penalty',
      facts: penalty.facts,
    });
    const made = await officer.post(`/api/v1/subjects/${key}/records/${record}/repair-notice`);
    const opened = await guest.get(`/api/v1/notice-links/${made.body.token}`);
    expect(opened.body.maskedName).toMatch(/^示\*+$/);
    expect((await guest.get(`/api/v1/notice-links/${'x'.repeat(32)}`)).status).toBe(404);
    expect((await guest.get('/api/v1/notice-links/short')).status).toBe(400);
  });

  test('belongs to the finding unit; service is noted on a possible day and may be corrected', async () => {
    const key = await world.subject();
    const record = await world.record(key, penalty);
    const path = `/api/v1/subjects/${key}/records/${record}/repair-notice`;
    const stranger = await world.officer('market-360702');
    expect((await stranger.post(path)).status).toBe(404);
    const service = { servedHow: 'direct', servedOn: '2026-11-23', receivedBy: '示例乙' };
    expect((await officer.post(`${path}/service`, service)).status).toBe(404);
    await officer.post(path);
    for (const servedOn of ['2026-08-02', '2026-11-22', '2026-11-24']) {
      const wrong = await officer.post(`${path}/service`, { ...service, servedOn });
      expect([wrong.status, wrong.body.fields[0].field]).toEqual([400, 'servedOn']);
    }
    expect((await stranger.post(`${path}/service`, service)).status).toBe(404);
    expect((await officer.post(`${path}/service`, service)).body).toMatchObject({
      ...service,
      servedWithDecision: true,
    });
    const other = { ...service, servedHow: 'mail', servedOn: '2026-11-23', decisionServedOn: '2026-11-21' };
    const without = await officer.post(`${path}/service`, other);
    expect([without.status, without.body.fields[0].field]).toEqual([400, 'reason']);
    const corrected = await officer.post(`${path}/service`, { ...other, reason: '登记时选错了方式' });
    expect(corrected.body).toMatchObject({
      servedHow: 'mail',
      servedOn: '2026-11-23',
      receivedBy: '示例乙',
      servedWithDecision: false,
      daysAfterDecision: 2,
    });
    const { services, notices } = (await officer.get(path)).body;
    expect(
      services.map((one: { version: number; servedHow: string; reason: string | null }) => [
        one.version,
        one.servedHow,
        one.reason,
      ]),
    ).toEqual([
      [2, 'mail', '登记时选错了方式'],
      [1, 'direct', null],
    ]);
    expect(notices.length).toBe(1);
    const again = await officer.post(`${path}/renewals`);
    expect([again.status, again.body.code]).toEqual([409, 'notice-served']);
  });

  test('is not made for a repaired record', async () => {
    const key = await world.subject();
    const record = await world.record(key, penalty);
    await all(`update record set repaired_on = '2026-11-20' where subject_key = $1`, [key]);
    const made = await officer.post(`/api/v1/subjects/${key}/records/${record}/repair-notice`);
    expect([made.status, made.body.code]).toEqual([409, 'record-repaired']);
  });
});
