import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { withClient } from '../../platform/postgres/with-client.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';
import { checkObjections } from './check-objections.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const unitId = 'emergency-360100';
const body = (recordId: string, over: object = {}) => ({
  requestId: randomUUID(),
  recordId,
  itemId: null,
  ground: 'content',
  door: 'credit-china',
  claims: [{ field: 'act', shouldSay: '更正后的事由' }],
  reasons: '决定书写的事由与公示的不一致，见附件。',
  request: '',
  contact: { name: '示例甲', phone: '13900000001' },
  attachmentIds: [],
  ...over,
});

async function lodged(over: object = {}, record: Parameters<World['record']>[1] = {}) {
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey, record);
  const applicant = await world.applicant(subjectKey);
  const path = `/api/v1/subjects/${subjectKey}/objections`;
  const made = await applicant.post(path, body(recordId, over));
  expect(made.status, made.text).toBe(201);
  const objectionId = made.body.summary.objectionId as string;
  const one = `${path}/${objectionId}`;
  const act = async (who: Person, verb: string, more: object) => {
    const { version } = (await who.get(one)).body.summary;
    return who.post(`${one}/${verb}`, { requestId: randomUUID(), version, ...more });
  };
  return { subjectKey, recordId, applicant, path, one, objectionId, act, view: made.body };
}

describe('an objection against what is shown (36号第十八条)', () => {
  test('goes through 信用中国 in a working day, is checked in seven, corrects the record everywhere and is answered with a paper', async () => {
    world.on('2026-11-23');
    const it = await lodged();
    expect(it.view.summary).toMatchObject({ state: 'lodged', due: { kind: 'push', due: '2026-11-24', days: 1 } });
    expect(it.view.claims[0]).toMatchObject({ label: '违法（列入）事由', says: '示例事由', shouldSay: '更正后的事由' });
    expect(await world.work()).toEqual([]);
    const officer = await world.officer(unitId);
    const pushed = (await officer.get(it.one)).body;
    const noted = async (who: Person) => {
      const { records } = (await who.get('/api/v1/office/records')).body;
      return records.find((one: { recordId: string }) => one.recordId === it.recordId).openObjections;
    };
    expect(await noted(officer)).toEqual([{ objectionId: it.objectionId, number: it.view.summary.number }]);
    // No text says within how many days the unit decides on acceptance: no clock is shown.
    expect(pushed.summary).toMatchObject({ state: 'pushed', due: null });
    expect(pushed.openQuestions[0].question).toContain('几日内决定受理异议');
    const accepted = await it.act(officer, 'accept', { note: '' });
    expect(accepted.status, accepted.text).toBe(200);
    expect(accepted.body.summary.due).toMatchObject({ kind: 'check', due: '2026-12-02', days: 7 });
    world.on('2026-11-30');
    const later = await world.officer(unitId);
    const extended = await it.act(later, 'extend', { days: 5, reason: '需要向原办案人员核实' });
    expect(extended.body.summary.due).toMatchObject({ due: '2026-12-09', days: 12 });
    const answered = await it.act(later, 'answer', {
      outcome: 'upheld',
      findings: [{ text: '录入时抄错', evidence: '决定书原件' }],
      corrections: [{ field: 'act', value: '更正后的事由' }],
    });
    expect(answered.status, answered.text).toBe(200);
    expect(answered.body.summary.state).toBe('correcting');
    expect(answered.body.answer.changes).toEqual([
      { field: 'act', label: '违法（列入）事由', before: '示例事由', after: '更正后的事由' },
    ]);
    expect(await world.work()).toEqual([]);
    // A session does not last a week.
    const applicant = await world.applicant(it.subjectKey);
    const done = (await applicant.get(it.one)).body;
    expect(done.summary).toMatchObject({ state: 'corrected', outcome: 'upheld', closedOn: '2026-11-30' });
    expect(done.exchanges.map((one: { what: string; state: string }) => `${one.what} ${one.state}`).sort()).toEqual([
      '反馈处理结果 confirmed',
      '推送异议 confirmed',
      '更正公示、共享的信息 confirmed',
      '更正公示、共享的信息 confirmed',
      '更正公示、共享的信息 confirmed',
    ]);
    expect(done.papers.map((one: { kind: string; state: string }) => `${one.kind} ${one.state}`)).toEqual([
      'objection-statement printed',
      'objection-answer printed',
    ]);
    expect(done.papers[1].docNumber).toMatch(/信修异〔2026〕\d+号/);
    expect(await noted(later)).toEqual([]);
    const records = (await applicant.get(`/api/v1/subjects/${it.subjectKey}/records`)).body.records;
    expect(records[0].facts.act).toBe('更正后的事由');
    const told = (await applicant.get('/api/v1/messages')).body.messages.map((one: { title: string }) => one.title);
    expect(told).toEqual(
      expect.arrayContaining(['异议已收到', '异议已受理', '异议核查延长', '异议答复：异议成立', '已经更正']),
    );
    // Applicants deal with the unit, not with a named officer.
    expect(done.timeline.map((one: { by: string }) => one.by)).not.toContain('示例经办（南昌市应急管理局）');
  });

  test('a second one about the same thing is told of the first', async () => {
    world.on('2026-11-23');
    const it = await lodged({ door: 'unit' });
    const again = await it.applicant.post(it.path, body(it.recordId));
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'objection-open', more: { number: it.view.summary.number } });
    const period = await it.applicant.post(
      it.path,
      body(it.recordId, { ground: 'period', claims: [{ field: 'publishedDate', shouldSay: '2025-06-03' }] }),
    );
    expect(period.status).toBe(201);
  });

  test('a double click lodges one, two officers at once accept one', async () => {
    const it = await lodged({ door: 'unit' });
    const request = body(it.recordId, { ground: 'period', claims: [{ field: 'class', shouldSay: '一般' }] });
    const [first, second] = await Promise.all([
      it.applicant.post(it.path, request),
      it.applicant.post(it.path, request),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.summary.objectionId).toBe(first.body.summary.objectionId);
    const officer = await world.officer(unitId);
    const { version } = (await officer.get(it.one)).body.summary;
    const tries = await Promise.all(
      [1, 2].map(() => officer.post(`${it.one}/accept`, { requestId: randomUUID(), version, note: '' })),
    );
    expect(tries.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(tries.find((one) => one.status === 409)!.body.code).toBe('stale-version');
  });

  test('subjects and units see their own alone; the unit lists it, supervision counts what it lists', async () => {
    world.on('2026-11-23');
    const it = await lodged({ door: 'unit' });
    const officer = await world.officer(unitId);
    await it.act(officer, 'accept', { note: '' });
    for (const stranger of [await world.applicant(await world.subject()), await world.officer('emergency-360200')])
      expect((await stranger.get(it.one)).status).toBe(404);
    const list = (await officer.get('/api/v1/office/objections')).body;
    expect(list.objections.map((one: { objectionId: string }) => one.objectionId)).toContain(it.objectionId);
    expect(list.counts.todo).toBe(list.objections.length);
    expect((await (await world.officer('emergency-360200')).get('/api/v1/office/objections')).body.objections).toEqual(
      [],
    );
    world.on('2026-12-03');
    const supervisor = await world.officer('ndrc-360100', 'supervisor');
    const late = (await supervisor.get('/api/v1/supervision/objections')).body;
    expect(late.overdue).toBeGreaterThan(0);
    expect(late.objections).toHaveLength(late.overdue);
    expect(late.objections.map((one: { objectionId: string }) => one.objectionId)).toContain(it.objectionId);
    const elsewhere = await world.officer('ndrc-360700', 'supervisor');
    expect((await elsewhere.get('/api/v1/supervision/objections')).body).toMatchObject({ open: 0, overdue: 0 });
    // Too late to be told beforehand: the day has passed.
    const extended = await it.act(await world.officer(unitId), 'extend', { days: 3, reason: '晚了' });
    expect(extended.body).toMatchObject({ code: 'objection-too-late-to-extend', cite: [{ id: 'ndrc36:18' }] });
  });

  test('a platform that does not answer leaves it to a person, who sends it again', async () => {
    world.on('2026-11-23');
    const it = await lodged({ door: 'unit' });
    const officer = await world.officer(unitId);
    await it.act(officer, 'accept', { note: '' });
    world.sandbox.control.setMode('gsxt', { mode: 'refuse' });
    await it.act(officer, 'answer', {
      outcome: 'partly-upheld',
      findings: [{ text: '部分有误', evidence: '' }],
      corrections: [{ field: 'basis', value: '示例条款' }],
    });
    await world.work();
    const stuck = (await officer.get(it.one)).body;
    expect(stuck.summary.state).toBe('correcting');
    world.sandbox.control.setMode('gsxt', { mode: 'ok' });
    const row = stuck.exchanges.find((one: { state: string }) => one.state === 'stuck');
    expect(row.system).toBe('国家企业信用信息公示系统（江西）');
    expect((await officer.get('/api/v1/office/objections')).body.counts.stuck).toBe(1);
    expect((await officer.post(`${it.one}/exchanges/${row.exchangeId}/retry`)).status).toBe(200);
    await world.work();
    expect((await officer.get(it.one)).body.summary.state).toBe('corrected');
  });
});

describe('other grounds and doors', () => {
  test('a listing found wrong leaves the display at once and says why (68号修订第十五条)', async () => {
    world.on('2026-11-23');
    const it = await lodged(
      { ground: 'listing', door: 'unit', claims: [] },
      {
        matterKey: 'abnormal-operation',
        recordType: 'abnormal',
        unitId: 'market-360102',
        regionCode: '360102',
        organName: '南昌市东湖区市场监督管理局',
        publishedDate: '2026-11-10',
      },
    );
    expect(it.view.summary.due).toMatchObject({ kind: 'acceptance', due: '2026-11-30', days: 5 });
    const officer = await world.officer('market-360102');
    const accepted = await it.act(officer, 'accept', { note: '' });
    expect(accepted.body.summary.due).toMatchObject({ kind: 'check', days: 20 });
    const answered = await it.act(officer, 'answer', {
      outcome: 'upheld',
      findings: [{ text: '登记的住所可以联系，列入有误', evidence: '实地核查记录' }],
      corrections: [],
    });
    expect(answered.body.summary.due).toMatchObject({ kind: 'correction', days: 5 });
    expect(await world.work()).toEqual([]);
    expect((await officer.get(it.one)).body.summary.state).toBe('corrected');
    const shown = (await it.applicant.get(`/api/v1/subjects/${it.subjectKey}/records`)).body.records[0];
    expect(shown.verdict.publication.shown).toBe(false);
    expect(shown.verdict.reasons[0].text).toContain('列入有误');
  });

  test('a refusal upheld against is withdrawn: the record is free for a new application, and no second objection is heard', async () => {
    world.on('2026-11-23');
    const subjectKey = await world.subject();
    const recordId = await world.record(subjectKey);
    const applicant = await world.applicant(subjectKey);
    const apply = async () =>
      applicant.post(`/api/v1/subjects/${subjectKey}/applications`, await world.application(subjectKey, [recordId]));
    const { itemId } = (await apply()).body.items[0];
    await world.work();
    const officer = await world.officer(unitId);
    const item = `/api/v1/subjects/${subjectKey}/items/${itemId}`;
    const { version } = (await officer.get(item)).body.summary;
    const reasons = [{ code: 'x', text: '材料不齐' }];
    expect((await officer.post(`${item}/decline`, { requestId: randomUUID(), version, reasons })).status).toBe(200);
    const ways = (await applicant.get(`/api/v1/subjects/${subjectKey}/records/${recordId}/objection-ways`)).body.ways;
    expect(ways.map((one: { ground: string }) => one.ground)).toContain('declined');
    const path = `/api/v1/subjects/${subjectKey}/objections`;
    const against = () => body(recordId, { ground: 'declined', itemId, claims: [], door: 'unit' });
    const made = await applicant.post(path, against());
    const one = `${path}/${made.body.summary.objectionId}`;
    const act = async (verb: string, more: object) => {
      const seen = (await officer.get(one)).body.summary.version;
      return officer.post(`${one}/${verb}`, { requestId: randomUUID(), version: seen, ...more });
    };
    await act('accept', { note: '' });
    const answered = await act('answer', {
      outcome: 'upheld',
      findings: [{ text: '材料是齐的', evidence: '' }],
      corrections: [],
    });
    expect(answered.body.summary.state).toBe('corrected');
    expect((await applicant.post(path, against())).body.code).toBe('no-such-decision');
    expect((await apply()).status).toBe(201);
  });

  test('at a window the visitor is noted, and only that window reads on', async () => {
    world.on('2026-11-23');
    const subjectKey = await world.subject();
    const recordId = await world.record(subjectKey);
    const clerk = await world.officer('window-360102', 'window-clerk');
    const path = `/api/v1/subjects/${subjectKey}/objections`;
    const bare = await clerk.post(path, body(recordId, { door: 'unit' }));
    expect(bare.body.code).toBe('visit-missing');
    const visitor = makeCitizenId('36010219900101001')!;
    const visit = {
      persons: [
        {
          relation: 'legal-rep',
          name: '示例甲',
          document: 'id-card',
          documentNumber: visitor,
          way: 'original',
        },
      ],
      originals: [],
    };
    const refused = await clerk.post(path, body(recordId, { door: 'unit', visit: { persons: [], originals: [] } }));
    expect(refused.body.code).toBe('visit-incomplete');
    const made = await clerk.post(path, body(recordId, { door: 'unit', visit }));
    expect(made.status, made.text).toBe(201);
    const one = `${path}/${made.body.summary.objectionId}`;
    expect((await clerk.get(one)).status).toBe(200);
    expect(JSON.stringify((await clerk.get(one)).body)).not.toContain(visitor);
    expect((await (await world.officer('window-360702', 'window-clerk')).get(one)).status).toBe(404);
    // The subject's own people see it too, and are told of it when they try the same.
    const applicant = await world.applicant(subjectKey);
    expect((await applicant.post(path, body(recordId, { door: 'unit' }))).body.code).toBe('objection-open');
  });

  test('a court’s listing is told where to go, with the clause, and taken in nowhere here', async () => {
    const subjectKey = await world.subject();
    const recordId = await world.record(subjectKey, { matterKey: 'judgment-defaulter', recordType: 'judgment' });
    const applicant = await world.applicant(subjectKey);
    const refused = await applicant.post(`/api/v1/subjects/${subjectKey}/objections`, body(recordId, { door: 'unit' }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'objection-elsewhere' } });
    expect(refused.body.cite.map((one: { id: string }) => one.id)).toContain('spc17:12');
  });

  test('bad input is named and changes nothing', async () => {
    const it = await lodged({ door: 'unit' });
    const officer = await world.officer(unitId);
    for (const [verb, more] of [
      ['extend', { days: 0, reason: '一' }],
      ['extend', { days: 61, reason: '一' }],
      ['answer', { outcome: 'maybe', findings: [], corrections: [] }],
      ['decline', { reasons: [] }],
    ] as const)
      expect((await it.act(officer, verb, more)).status, verb).toBe(400);
    const foreign = await it.applicant.post(
      it.path,
      body(it.recordId, {
        ground: 'period',
        attachmentIds: [randomUUID()],
        claims: [{ field: 'class', shouldSay: '一般' }],
      }),
    );
    expect(foreign.body.code).toBe('attachment-not-free');
    expect((await officer.get(`/api/v1/office/objections?after=${encodeURIComponent("x' or 1=1")}`)).status).toBe(200);
    expect((await officer.get(it.one)).body.summary.version).toBe(2);
  });

  test('kinds of penalty and the procedure are corrected, told to the platforms, and the record is judged by them (36号第八至十条)', async () => {
    world.on('2026-11-23');
    const it = await lodged(
      { door: 'unit', claims: [{ field: 'penaltyKinds', shouldSay: '警告' }] },
      {
        matterKey: 'other-penalty',
        recordType: 'penalty',
        facts: {
          penalties: [{ kind: '责令停产停业' }],
          procedure: 'ordinary',
          act: '示例事由',
          basis: '示例依据',
          content: '示例内容',
        },
      },
    );
    const judged = async () =>
      (await it.applicant.get(`/api/v1/subjects/${it.subjectKey}/records`)).body.records[0].verdict.class as string;
    expect(await judged()).toBe('serious');
    expect(it.view.claims[0]).toMatchObject({ label: '处罚种类', says: '责令停产停业', shouldSay: '警告' });
    const officer = await world.officer(it.view.summary.unitId);
    await it.act(officer, 'accept', { note: '' });
    const given = { outcome: 'upheld', findings: [{ text: '录入时选错', evidence: '决定书原件' }] };
    const noAmount = await it.act(officer, 'answer', {
      ...given,
      corrections: [{ field: 'penaltyKinds', value: '警告、罚款' }],
    });
    expect(noAmount.body.code).toBe('fine-missing');
    const answered = await it.act(officer, 'answer', {
      ...given,
      corrections: [
        { field: 'penaltyKinds', value: '警告' },
        { field: 'dutiesPerformed', value: '未履行' },
      ],
    });
    expect(answered.status, answered.text).toBe(200);
    expect(answered.body.answer.changes).toMatchObject([
      { label: '义务履行情况', before: '已履行', after: '未履行' },
      { label: '处罚种类', before: '责令停产停业', after: '警告' },
    ]);
    expect(await world.work()).toEqual([]);
    expect((await officer.get(it.one)).body.summary.state).toBe('corrected');
    expect(await judged()).toBe('minor');
  });

  test('the ledger refolds to what stands, each entry naming the one before', async () => {
    const check = () => world.services.db.read({ sees: 'all' }, checkObjections);
    const { faults, things } = await check();
    expect(faults).toEqual([]);
    expect(things).toBeGreaterThan(3);
    const it = await lodged({ door: 'unit' });
    await withClient(world.database.ownerUrl, (client) =>
      client.query(
        `update objection_event set payload = payload || '{"reasons":"别的"}' where objection_id = $1 and version = 1`,
        [it.objectionId],
      ),
    );
    expect((await check()).faults).toMatchObject([
      { itemId: it.objectionId, version: 1, what: '第 1 版的内容与摘要不符' },
    ]);
  });
});
