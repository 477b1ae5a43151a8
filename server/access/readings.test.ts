import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { clearReadings } from './clear-readings.ts';
import { createSession } from './session-store.ts';

let world: World;
let subjectKey: string;
let item: string;
let officer: Person;
let clerk: Person;
let city: Person;
let province: Person;
let operator: Person;
let applicant: Person;

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  subjectKey = await world.subject({ name: '示例被查阅有限公司' });
  applicant = await world.applicant(subjectKey);
  const { body } = await applicant.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [await world.record(subjectKey)]),
  );
  item = `/api/v1/subjects/${subjectKey}/items/${body.items[0].itemId}`;
  officer = await world.officer('emergency-360100');
  clerk = await world.officer('window-360102', 'window-clerk');
  city = await world.officer('ndrc-360100', 'supervisor');
  province = await world.officer('ndrc-360000', 'supervisor');
  operator = await world.officer('ndrc-360000', 'operator');
});
afterAll(() => world.end());

const say = (person: Person, body: object) => person.post('/api/v1/reading-purposes', body);
const log = async (query = '') => (await province.get(`/api/v1/readings${query}`)).body;
const search = (q: string) => `/api/v1/office/subjects?q=${encodeURIComponent(q)}`;

describe('who must say why', () => {
  test('an officer reading an item of the own unit is not asked: the reason is the case', async () => {
    expect((await officer.getUnsaid(item)).status).toBe(200);
    const { readings } = await log(`?person=${encodeURIComponent('应急管理局')}`);
    expect(readings[0]).toMatchObject({
      who: '示例经办',
      unitName: '南昌市应急管理局',
      what: '查看办件',
      subjectKey,
      purpose: '办理本单位的办件',
    });
  });

  test('looking at the same again within ten minutes is one reading', async () => {
    await officer.get(item);
    await officer.get(item);
    const { readings } = await log(`?person=${encodeURIComponent('应急管理局')}`);
    expect(readings.filter((one: { what: string }) => one.what === '查看办件')).toHaveLength(1);
  });

  test('a supervisor is refused without, sees nothing, and is asked once a day', async () => {
    const refused = await city.getUnsaid(item);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      code: 'purpose-needed',
      more: { subjectKey, purposes: ['supervise', 'complaint', 'audit', 'other'] },
    });
    expect(refused.body.detail).toContain('为什么查看');
    expect(refused.text).not.toContain('示例被查阅');
    expect((await say(city, { subjectKey, purpose: 'supervise' })).status).toBe(201);
    expect((await city.getUnsaid(item)).status).toBe(200);
    world.on('2026-11-24');
    expect((await city.getUnsaid(item)).status).toBe(403);
    world.on('2026-11-23');
  });

  test('what is said of one person is not said of another', async () => {
    expect((await province.getUnsaid(item)).status).toBe(403);
  });

  test('an operator who searches; 其他 needs words', async () => {
    const asked = await operator.getUnsaid(search('示例被查阅'));
    expect(asked.body).toMatchObject({ code: 'purpose-needed', more: { purposes: expect.arrayContaining(['fault']) } });
    expect((await say(operator, { subjectKey, purpose: 'visit' })).body.code).toBe('purpose-not-yours');
    expect((await say(operator, { subjectKey, purpose: 'other', note: ' ' })).body.code).toBe('purpose-unexplained');
    expect((await say(operator, { subjectKey, purpose: 'other', note: '配合审计抽查' })).status).toBe(201);
    expect((await operator.getUnsaid(search('示例被查阅'))).status).toBe(200);
    const { readings } = await log(`?subject=${encodeURIComponent('示例被查阅')}`);
    expect(readings).toContainEqual(
      expect.objectContaining({ what: '查找主体', purpose: '其他（请写明）', note: '配合审计抽查' }),
    );
  });

  test('a clerk who searches; whom the search found needs no second answer that day', async () => {
    const refused = await clerk.getUnsaid(search('示例被查阅'));
    expect(refused.body).toMatchObject({ code: 'purpose-needed', more: { q: '示例被查阅' } });
    expect((await say(clerk, { q: '示例被查阅', purpose: 'visit' })).status).toBe(201);
    const found = await clerk.getUnsaid(search('示例被查阅'));
    expect(found.body.subjects.map((one: { subjectKey: string }) => one.subjectKey)).toEqual([subjectKey]);
    const { identifier } = found.body.subjects[0];
    expect((await clerk.getUnsaid(search(identifier))).status).toBe(200);
    expect((await clerk.getUnsaid(`/api/v1/subjects/${subjectKey}/records`)).status).toBe(200);
    const { readings } = await log(`?person=${encodeURIComponent('窗口')}`);
    expect(readings.map((one: { what: string; purpose: string }) => [one.what, one.purpose])).toEqual([
      ['查看失信信息', '当事人到窗口办理'],
      ['查找主体', '当事人到窗口办理'],
      ['查找主体', '当事人到窗口办理'],
    ]);
  });

  test('what was searched for is kept as a keyed hash only', async () => {
    const rows = await world.services.db.pool.query(`select about from reading_purpose where about like 'q:%'`);
    expect(rows.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.rows)).not.toContain('示例');
  });

  test('about a subject or a search, not both and not neither', async () => {
    expect((await say(clerk, { purpose: 'visit' })).body.code).toBe('purpose-about');
    expect((await say(clerk, { purpose: 'visit', q: '示例', subjectKey })).body.code).toBe('purpose-about');
    expect((await say(city, { purpose: 'audit', list: 'items', subjectKey })).body.code).toBe('purpose-about');
  });

  test('a paper, its questions and its explanation are noted, each paper for itself; a supervisor says why', async () => {
    await world.work();
    const { papers } = (await officer.get(item)).body;
    const paper = (at: number) => `/api/v1/subjects/${subjectKey}/papers/${papers[at].paperId}`;
    for (const at of [0, 0, 1]) expect((await officer.get(paper(at))).status).toBe(200);
    const opened = (await log(`?person=${encodeURIComponent('应急管理局')}`)).readings.filter(
      (one: { what: string }) => one.what === '打开文书',
    );
    expect(opened).toHaveLength(2);
    expect(opened[0]).toMatchObject({ subjectKey, purpose: '办理本单位的办件' });
    const { db, clock } = world.services;
    const content = { officerId: 'another', name: '示例督办', unitId: 'ndrc-360100', roles: ['supervisor'] };
    const another = world.withSession(await createSession(db, 'officer', content, clock.now()));
    const unsaid = await another.getUnsaid(`${item}/questions`);
    expect([unsaid.status, unsaid.body.code, unsaid.body.more.subjectKey]).toEqual([403, 'purpose-needed', subjectKey]);
    await say(another, { subjectKey, purpose: 'complaint' });
    expect((await another.getUnsaid(`${item}/questions`)).status).toBe(200);
  });

  test('a list on a screen is one line with its filter and how many it held', async () => {
    await officer.get('/api/v1/office/queue?list=mine');
    await officer.get('/api/v1/office/queue?list=mine');
    await officer.get('/api/v1/office/queue');
    const rows = await world.services.db.pool.query(
      `select detail, subject_key, purpose from access_log where act = 'list-queue' order by entry_id`,
    );
    expect(rows.rows).toHaveLength(2);
    expect(rows.rows[0]).toMatchObject({ detail: { question: 'listQueue', list: 'mine' }, subject_key: null });
    expect(rows.rows[1].detail.count).toBeGreaterThan(0);
  });

  test('an export: why first, once a day; one line with count and filter; everybody in it is told', async () => {
    const csv = '/api/v1/supervision/items.csv?what=open';
    const refused = await city.getUnsaid(csv);
    expect([refused.status, refused.body.code]).toEqual([403, 'purpose-needed']);
    expect(refused.body.more).toMatchObject({ list: 'items', purposes: ['supervise', 'complaint', 'audit', 'other'] });
    expect(refused.body.detail).toContain('为什么导出');
    expect((await say(city, { list: 'items', purpose: 'audit', note: '季度评查' })).status).toBe(201);
    expect((await city.getUnsaid(csv)).status).toBe(200);
    const { readings } = await log(`?subject=${encodeURIComponent('示例被查阅')}`);
    const line = readings.find((one: { what: string }) => one.what === '导出办件清单');
    expect(line).toMatchObject({ subjectKey: null, purpose: '审计、案卷评查', note: '季度评查；共 1 条' });
    const rows = await world.services.db.pool.query(
      `select detail, subject_keys from access_log where act = 'export-items'`,
    );
    expect(rows.rows).toEqual([
      { detail: expect.objectContaining({ what: 'open', region: '3601', count: 1 }), subject_keys: [subjectKey] },
    ]);
    const own = (await applicant.get(`/api/v1/subjects/${subjectKey}/readings`)).body.readings;
    expect(own).toContainEqual(expect.objectContaining({ what: '导出办件清单', purpose: '审计、案卷评查', times: 1 }));
  });
});

describe('looking through the log', () => {
  test('is the province’s, not a city’s', async () => {
    const refused = await city.get('/api/v1/readings');
    expect([refused.status, refused.body.code]).toEqual([403, 'not-the-province']);
    expect((await operator.get('/api/v1/readings')).status).toBe(200);
  });

  test('by subject, person and day', async () => {
    expect((await log(`?day=2026-11-22`)).readings).toEqual([]);
    expect((await log(`?day=2026-11-23`)).readings.length).toBeGreaterThan(3);
    expect((await log(`?subject=${encodeURIComponent('没有这个主体')}`)).readings).toEqual([]);
    const own = (await log(`?subject=${encodeURIComponent('示例被查阅')}`)).readings;
    const alone = own.filter((one: { what: string }) => one.what !== '导出办件清单');
    expect(alone.every((one: { subjectKey: string }) => one.subjectKey === subjectKey)).toBe(true);
    expect((await log('?after=garbage')).readings.length).toBeGreaterThan(3);
  });

  test('a long log comes in pages without loss or repetition', async () => {
    await world.services.db.pool.query(
      `insert into access_log (entry_id, at, actor, actor_name, act) select gen_random_uuid(), '2026-01-05T01:00:00Z', 'many', '很多次', 'read-item' from generate_series(1, 120)`,
    );
    const seen = new Set<string>();
    for (let after = ''; ; ) {
      const page = await log(`?day=2026-01-05${after && `&after=${after}`}`);
      for (const one of page.readings) seen.add(one.entryId);
      if (!page.next) break;
      after = page.next;
    }
    expect(seen.size).toBe(120);
  });

  test('what a subject sees goes on page by page, without loss or repetition', async () => {
    const much = await world.subject();
    const reader = await world.applicant(much);
    await world.services.db.pool.query(
      `insert into access_log (entry_id, at, actor, unit_name, act, subject_key) select gen_random_uuid(),
         timestamptz '2026-01-01T01:00:00Z' + n % 40 * interval '1 day', 'many', '单位' || n % 9, 'read-item', $1
       from generate_series(1, 1000) n`,
      [much],
    );
    const seen: { day: string; times: number }[] = [];
    let pages = 0;
    for (let after = ''; ; ) {
      const { body } = await reader.get(`/api/v1/subjects/${much}/readings${after && `?after=${after}`}`);
      seen.push(...body.readings);
      pages += 1;
      if (!body.next) break;
      after = body.next;
    }
    expect([pages, seen.length, new Set(seen.map((one) => JSON.stringify(one))).size]).toEqual([4, 360, 360]);
    expect(seen.reduce((sum, one) => sum + one.times, 0)).toBe(1000);
    expect(seen.map((one) => one.day)).toEqual(
      seen
        .map((one) => one.day)
        .sort()
        .reverse(),
    );
  });

  test('the subject sees unit, day and reason, and nobody’s name', async () => {
    const { status, body, text } = await applicant.get(`/api/v1/subjects/${subjectKey}/readings`);
    expect(status).toBe(200);
    expect(body.readings).toContainEqual({
      day: '2026-11-23',
      unitName: '南昌市应急管理局',
      what: '查看办件',
      purpose: '办理本单位的办件',
      times: 1,
    });
    expect(text).not.toContain('示例经办');
    const other = await world.applicant(await world.subject());
    expect((await other.get(`/api/v1/subjects/${subjectKey}/readings`)).status).toBe(404);
  });
});

test('rows go when they are old enough, and never before six months', async () => {
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  await client.query(
    `insert into access_log (entry_id, at, actor, act) values (gen_random_uuid(), now() - interval '5 months', 'old', 'read-item'), (gen_random_uuid(), now() - interval '7 months', 'older', 'read-item')`,
  );
  const left = async () =>
    (await client.query(`select actor from access_log where actor in ('old', 'older') order by 1`)).rows.map(
      (row) => row.actor,
    );
  await clearReadings(world.services).run({ subjectKey: '' });
  expect(await left()).toEqual(['old', 'older']);
  await world.services.db.pool.query('select clear_access_log(now())');
  expect(await left()).toEqual(['old']);
  await expect(world.services.db.pool.query('delete from access_log')).rejects.toMatchObject({ code: '42501' });
  await client.end();
});
