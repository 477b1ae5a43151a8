import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../../testing/world.ts';
import { lookAtRecords } from '../look-at-records.ts';
import { brokenAt, type ChainRow } from './order-chain.ts';

let world: World;
let market: Person;
let emergency: Person;
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
const general = {
  ...penalty,
  unitId: 'emergency-360100',
  regionCode: '360100',
  organName: '南昌市应急管理局',
  matterKey: 'other-penalty',
} as const;
const ruling = {
  title: '民事裁定书',
  number: '（2026）赣01破1号',
  office: '示例中级人民法院',
  day: '2026-11-16',
  attachmentId: null,
};

beforeAll(async () => {
  world = await openWorld();
  market = await world.officer('market-360102');
  emergency = await world.officer('emergency-360100');
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const rowOf = async (recordId: string) =>
  (await all<Record<string, unknown>>('select * from record where record_id = $1', [recordId]))[0]!;
const ordersAt = (subjectKey: string, recordId: string) => `/api/v1/subjects/${subjectKey}/records/${recordId}/orders`;
const enter = (who: Person, subjectKey: string, recordId: string, body: object) =>
  who.post(ordersAt(subjectKey, recordId), {
    requestId: randomUUID(),
    ground: ruling,
    note: '',
    knownOn: '2026-11-23',
    ...body,
  });
const answer = (who: Person, subjectKey: string, order: { orderId: string; version: number }, body: object) =>
  who.post(`/api/v1/subjects/${subjectKey}/orders/${order.orderId}/answer`, {
    requestId: randomUUID(),
    version: order.version,
    reasons: [],
    ...body,
  });
const codeOf = async (subjectKey: string) =>
  (await all<{ identifier: string }>('select identifier from subject where subject_key = $1', [subjectKey]))[0]!
    .identifier;
const withoutFile = ({ attachmentId: _, ...rest }: typeof ruling) => rest;
/** What platforms were asked about a record, by effect. */
const asked = (recordId: string, effect: string) =>
  world.sandbox.control
    .calls()
    .map((one) => one.body as { effect?: string; record?: { recordId: string } } | undefined)
    .filter((body) => body?.effect === effect && body.record?.recordId === recordId);
const publicStatements = async (subjectKey: string) =>
  (await world.guest().get(`/api/v1/public/records?q=${await codeOf(subjectKey)}`)).body.statements;
const publicRecords = async (subjectKey: string) =>
  (await world.guest().get(`/api/v1/public/records?q=${await codeOf(subjectKey)}`)).body.records;

describe('决定被撤销、变更', () => {
  test('市监总局令第45号第十一条: an annulled penalty leaves display at once, within three working days on every platform', async () => {
    const key = await world.subject();
    const id = await world.record(key, penalty);
    expect(await publicRecords(key)).toHaveLength(1);
    const { possible } = (await market.get(ordersAt(key, id))).body;
    const told = possible.find((one: { kind: string }) => one.kind === 'annulment').consequences.join('');
    for (const word of ['信用中国（江西）、国家企业信用信息公示系统（江西）', '不能按一下收回', '两书同达'])
      expect(told).toContain(word);
    const done = await enter(market, key, id, { kind: 'annulment', knownOn: '2026-11-20' });
    expect(done.status, done.text).toBe(200);
    // Friday 20 November; three working days end on Wednesday.
    expect(done.body).toMatchObject({ state: 'ordered', dueOn: '2026-11-25', cites: [{ id: 'samr45:11' }] });
    expect(done.body.effects.map((one: { state: string }) => one.state)).toEqual([
      'requested',
      'requested',
      'requested',
    ]);
    expect(await publicRecords(key)).toEqual([]);
    expect(await world.work()).toEqual([]);
    const listed = (await market.get(ordersAt(key, id))).body;
    expect(listed.orders[0]).toMatchObject({ state: 'done', overdue: false });
    // Its own people read whose hand it was, its subject only which unit's.
    const { history } = listed.orders[0];
    const unitName = (await world.services.catalog()).units.get(penalty.unitId)!.name;
    expect(history[0].by).toMatch(new RegExp(`^${unitName} .+`));
    const finished = (await market.get('/api/v1/office/record-orders?list=done')).body;
    expect(finished.orders.map((one: { recordId: string }) => one.recordId)).toContain(id);
    expect(finished.counts.done).toBe(finished.orders.length);
    const own = (await (await world.applicant(key)).get(ordersAt(key, id))).body.orders[0];
    expect(own.history[0].by).toBe(unitName);
    const notice = await market.post(`/api/v1/subjects/${key}/records/${id}/repair-notice`, {});
    expect(notice.body.code).toBe('record-annulled');
    expect(listed.orders[0].effects.every((one: { receiptNo: string }) => one.receiptNo.startsWith('XG'))).toBe(true);
    expect(listed.possible).toEqual([]);
    const mine = (await (await world.applicant(key)).get(`/api/v1/subjects/${key}/records`)).body.records[0];
    expect(mine.verdict).toMatchObject({
      verdict: 'not-published',
      reasons: [{ code: 'annulled', cite: 'samr45:11' }],
    });
    expect((await enter(market, key, id, { kind: 'change' })).body.code).toBe('nothing-changed');
    const messages = await all<{ title: string }>(
      `select title from message where subject_key = $1 and recipient = 'applicant' order by created_at`,
      [key],
    );
    expect(messages.map((one) => one.title)).toEqual(['决定被撤销，撤回信息', '已办结：决定被撤销，撤回信息']);
  });

  test('行政处罚法第四十八条: a changed penalty keeps before and after, and is judged by what it now says', async () => {
    const key = await world.subject();
    const id = await world.record(key, general);
    const changes = [{ field: 'fineYuan', after: '3000' }];
    const done = await enter(emergency, key, id, { kind: 'change', changes });
    expect(done.status, done.text).toBe(200);
    expect(done.body.changes).toEqual([{ label: '罚款数额（元）', before: '200000', after: '3000' }]);
    expect((await rowOf(id)).facts).toMatchObject({ penalties: [{ kind: '罚款', amountYuan: 3000 }] });
    await world.work();
  });

  test('what is wrong is said by field: an unknown day, a change to the same, a paper of tomorrow', async () => {
    const key = await world.subject();
    const id = await world.record(key, general);
    const same = await enter(emergency, key, id, { kind: 'change', changes: [{ field: 'act', after: '示例事由' }] });
    expect(same.body).toMatchObject({ code: 'changes-wrong', fields: [{ field: 'changes.0.after' }] });
    const early = await enter(emergency, key, id, { kind: 'annulment', knownOn: '2026-11-01' });
    expect(early.body.code).toBe('known-on-wrong');
    // A decision of 3 August cannot have been annulled in July; the sentence stands at the field.
    const before = await enter(emergency, key, id, { kind: 'annulment', ground: { ...ruling, day: '2026-07-31' } });
    expect(before.body).toMatchObject({ code: 'ground-incomplete', fields: [{ field: 'ground.day' }] });
    expect(before.body.fields[0].text).toContain('2026年8月3日');
    const empty = await enter(emergency, key, id, { kind: 'annulment', ground: { ...ruling, number: ' ' } });
    expect(empty.body.fields).toEqual([{ field: 'ground.number', text: '请填写文书的文号、案号。' }]);
    expect((await rowOf(id)).held_back).toBeNull();
  });

  test('another unit finds nothing; a repeated request acts once', async () => {
    const key = await world.subject();
    const id = await world.record(key, general);
    expect((await enter(market, key, id, { kind: 'annulment' })).status).toBe(404);
    expect((await market.get(ordersAt(key, id))).status).toBe(404);
    const requestId = randomUUID();
    const first = await enter(emergency, key, id, { kind: 'annulment', requestId });
    const second = await enter(emergency, key, id, { kind: 'annulment', requestId });
    expect(second.body.orderId).toBe(first.body.orderId);
    expect(await all('select 1 from record_order where record_id = $1', [id])).toHaveLength(1);
    await world.work();
  });
});

describe('重整、和解', () => {
  const uploaded = async (key: string): Promise<string> => {
    const attachmentId = randomUUID();
    await all(
      `insert into attachment (subject_key, attachment_id, material_key, file_name, media_type, bytes, digest, content, uploaded_by, uploaded_at)
       values ($1, $2, 'court-ruling', '裁定书.pdf', 'application/pdf', 4, repeat('0', 64), '\\x25504446', '{}', $3)`,
      [key, attachmentId, world.services.clock.now()],
    );
    return attachmentId;
  };
  const askFor = async (who: Person, key: string, id: string, body: object) =>
    who.post(`/api/v1/subjects/${key}/records/${id}/order-requests`, {
      requestId: randomUUID(),
      ground: { ...ruling, attachmentId: await uploaded(key) },
      note: '',
      as: 'administrator',
      kind: 'shielding',
      ...body,
    });

  test('107号第二十二条: asked, shielded within seven working days under its statement, restored when the plan fails', async () => {
    const key = await world.subject();
    const id = await world.record(key, penalty);
    const applicant = await world.applicant(key);
    const { possible } = (await applicant.get(ordersAt(key, id))).body;
    expect(possible).toMatchObject([
      { kind: 'shielding', days: 7, duty: 'may', statement: '重整计划或者和解协议执行中' },
    ]);
    const asked = await askFor(applicant, key, id, {});
    expect(asked.status, asked.text).toBe(200);
    expect(asked.body).toMatchObject({ state: 'asked', dueOn: '2026-12-02', from: '管理人申请' });
    expect((await askFor(applicant, key, id, {})).body.code).toBe('order-open');
    const other = await world.record(key, penalty);
    expect((await askFor(applicant, key, other, { ground: ruling })).body.fields[0].field).toBe('ground.attachmentId');
    const file = `/api/v1/subjects/${key}/attachments/${asked.body.ground.attachmentId}`;
    expect((await market.get(file)).status).toBe(200);
    expect((await emergency.get(file)).status).toBe(404);
    expect(await publicRecords(key)).toHaveLength(2);

    expect((await answer(market, key, asked.body, { carryOut: false })).body.code).toBe('reasons-missing');
    const [one, two] = await Promise.all([
      answer(market, key, asked.body, { carryOut: true }),
      answer(market, key, asked.body, { carryOut: true }),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    await world.work();
    expect(await publicRecords(key)).toHaveLength(1);
    const shown = (await applicant.get(`/api/v1/subjects/${key}/records`)).body.records.find(
      (one: { recordId: string }) => one.recordId === id,
    );
    expect(shown.heldBack).toMatchObject({
      statement: '重整计划或者和解协议执行中',
      since: '2026-11-23',
      ground: { number: '（2026）赣01破1号', office: '示例中级人民法院', day: '2026-11-16' },
    });
    const listed = (await market.get('/api/v1/office/records')).body.records.find(
      (one: { recordId: string }) => one.recordId === id,
    );
    expect(listed.heldBack).toEqual(shown.heldBack);

    const failed = await enter(market, key, id, { kind: 'restoring' });
    expect(failed.status, failed.text).toBe(200);
    await world.work();
    expect(await publicRecords(key)).toHaveLength(2);
    expect((await market.get(ordersAt(key, id))).body.orders.map((it: { state: string }) => it.state)).toEqual([
      'done',
      'done',
    ]);
  });

  test('107号第二十二条第二款: a performed plan opens the application before the minimum is over', async () => {
    const key = await world.subject();
    const id = await world.record(key, { ...penalty, publishedDate: '2026-11-02' });
    expect((await enter(market, key, id, { kind: 'completion' })).body.code).toBe('not-shielded');
    await enter(market, key, id, { kind: 'shielding' });
    await world.work();
    expect(await publicStatements(key)).toEqual([
      { text: '重整计划或者和解协议执行中', since: '2026-11-23', ground: withoutFile(ruling) },
    ]);
    expect(asked(id, 'shieldInformation')).toMatchObject([
      { statement: '重整计划或者和解协议执行中', ground: withoutFile(ruling) },
      { statement: '重整计划或者和解协议执行中' },
      { statement: '重整计划或者和解协议执行中' },
    ]);
    const done = await enter(market, key, id, { kind: 'completion' });
    expect(done.body.effects.map((one: { effectName: string }) => one.effectName)).toEqual(
      Array(3).fill('取消“执行中”的声明，继续屏蔽'),
    );
    expect(await world.work()).toEqual([]);
    expect(asked(id, 'withdrawStatement')).toHaveLength(3);
    expect(await publicStatements(key)).toEqual([]);
    expect(await publicRecords(key)).toEqual([]);
    const mine = (await (await world.applicant(key)).get(`/api/v1/subjects/${key}/records`)).body.records[0];
    expect(mine.verdict.verdict).toBe('repairable-now');
    expect(mine.verdict.reasons.at(-1)).toMatchObject({ code: 'plan-completed', cite: 'samr107:22' });
  });

  test('36号第二十条: ten working days, and the minimum after completion stays an open question that refuses nobody', async () => {
    const key = await world.subject();
    const id = await world.record(key, {
      ...general,
      class: 'serious',
      findingDate: '2026-10-08',
      publishedDate: '2026-10-12',
    });
    const applicant = await world.applicant(key);
    const asked = await askFor(applicant, key, id, { as: 'enterprise' });
    expect(asked.body).toMatchObject({ dueOn: '2026-12-07', statement: null });
    expect(asked.body.open[0].text).toContain('没有写明');
    await answer(emergency, key, asked.body, { carryOut: true });
    await enter(emergency, key, id, { kind: 'completion' });
    await world.work();
    const mine = (await applicant.get(`/api/v1/subjects/${key}/records`)).body.records[0];
    expect(mine.verdict.verdict).toBe('needs-confirmation');
    expect(mine.verdict.publication.shown).toBe(false);
  });
});

/** Another day: who logged in on an earlier one has to log in again. */
async function goOn(day: string): Promise<void> {
  world.on(day);
  market = await world.officer('market-360102');
  emergency = await world.officer('emergency-360100');
}

describe('期满自动停止', () => {
  const morning = async (day: string) => {
    await goOn(day);
    await lookAtRecords(world.services).run({ subjectKey: '' });
    expect(await world.work()).toEqual([]);
  };
  afterAll(() => goOn('2026-11-23'));

  test('总局令第107号第八条: display ends on the day after the maximum, once, and what it leaves is said', async () => {
    await goOn('2026-11-23');
    const key = await world.subject();
    const id = await world.record(key, { ...penalty, findingDate: '2025-11-20', publishedDate: '2025-11-27' });
    const { verdict } = (await (await world.applicant(key)).get(`/api/v1/subjects/${key}/records`)).body.records[0];
    const last: string = verdict.publication.latestEnd;
    await morning(last);
    expect((await rowOf(id)).held_back).toBeNull();
    const next = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    await morning(next);
    expect(await rowOf(id)).toMatchObject({ held_back: 'ended', held_back_on: next });
    await morning(next);
    const orders = (await market.get(ordersAt(key, id))).body.orders;
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ kind: 'automatic-end', state: 'done', from: '本平台按期办理' });
    // 107号第二条: what ends by time is repair, and measures are lifted with it; sharing is not named.
    expect(
      orders[0].effects.map((one: { systemName: string; effectName: string }) => `${one.systemName} ${one.effectName}`),
    ).toEqual([
      '信用中国（江西） 停止公示、撤回信息',
      '国家企业信用信息公示系统（江西） 停止公示、撤回信息',
      '江西省公共信用信息平台 解除惩戒、管理措施',
    ]);
    expect(asked(id, 'liftMeasures')).toHaveLength(1);
    expect(asked(id, 'endSharing')).toEqual([]);
    const ended = (await market.get('/api/v1/office/records')).body.records.find(
      (one: { recordId: string }) => one.recordId === id,
    );
    expect(ended.heldBack.stays[0].text).toContain('信息的共享和使用');
    const messages = await all<{ recipient: string; body: string }>(
      `select recipient, body from message where subject_key = $1 and title like '%公示期满%'`,
      [key],
    );
    expect(messages.map((one) => one.recipient).sort()).toEqual(['applicant', 'unit']);
    expect(messages[0]!.body).toContain('没有履行的义务仍要履行');
  });
});

describe('注销、更名', () => {
  test('107号第二十条: deregistration ends market display wherever it was found, and nothing of the general track', async () => {
    const key = await world.subject();
    const ids = [
      await world.record(key, penalty),
      await world.record(key, { ...penalty, unitId: 'market-360100', regionCode: '360100' }),
    ];
    const other = await world.record(key, general);
    const body = {
      requestId: randomUUID(),
      code: await codeOf(key),
      deregisteredOn: '2026-11-20',
      ground: { ...ruling, title: '准予注销登记通知书', office: '示例市场监督管理局' },
    };
    expect((await emergency.post('/api/v1/office/deregistrations', body)).status).toBe(403);
    const done = await market.post('/api/v1/office/deregistrations', body);
    expect(done.status, done.text).toBe(200);
    expect(done.body.ended).toBe(2);
    expect(done.body.stays[0].text).toContain('没有规定');
    const again = await market.post('/api/v1/office/deregistrations', body);
    expect(again.body.ended).toBe(0);
    await world.work();
    for (const id of ids) expect((await rowOf(id)).held_back).toBe('deregistered');
    expect((await rowOf(other)).held_back).toBeNull();
    expect((await publicRecords(key)).map((one: { organName: string }) => one.organName)).toEqual(['南昌市应急管理局']);
  });

  test('a renamed subject is found by its former name, and shown with it', async () => {
    const key = await world.subject({ name: '示例曾用名称有限公司' });
    await world.record(key, general);
    const [{ name: before }] = (await all<{ name: string }>('select name from subject where subject_key = $1', [
      key,
    ])) as [{ name: string }];
    const body = { code: await codeOf(key), name: '示例改过名称有限公司', changedOn: '2026-11-20' };
    const done = await emergency.post('/api/v1/office/renamings', body);
    expect(done.body).toEqual({ name: body.name, formerNames: [before] });
    const found = await emergency.get(`/api/v1/office/subjects?q=${encodeURIComponent(before)}`);
    expect(found.body.subjects[0]).toMatchObject({ name: body.name, formerNames: [before] });
    const listed = await emergency.get(`/api/v1/office/records?q=${encodeURIComponent(before)}`);
    expect(listed.body.records).toHaveLength(1);
    const shown = await world.guest().get(`/api/v1/public/records?q=${encodeURIComponent(before)}`);
    expect(shown.body).toMatchObject({ name: body.name, formerNames: [before] });
    expect(shown.body.records).toHaveLength(1);
  });
});

describe('the chain', () => {
  test('fits from the first row to the last, and no row of it can be changed by the application', async () => {
    const rows = await all<ChainRow>(
      `select subject_key, order_id, version, type, payload, actor, unit_id, region_code, day, at, cites, request_id, prev_hash, hash
       from record_order_event order by order_id, version`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const own of Map.groupBy(rows, (row) => row.order_id).values()) {
      expect(brokenAt(own)).toBeNull();
      expect(brokenAt(own.map((row) => (row.version === 1 ? { ...row, day: '2020-01-01' } : row)))).toBe(1);
    }
    await expect(all(`update record_order_event set day = '2020-01-01'`)).rejects.toThrow('permission denied');
  });

  test('what is overdue or stuck is listed as often as it is counted, for the unit and for its supervisor', async () => {
    const key = await world.subject();
    const id = await world.record(key, penalty);
    await enter(market, key, id, { kind: 'annulment' });
    await goOn('2026-12-04');
    const late = (await market.get('/api/v1/office/record-orders?list=overdue')).body;
    expect(late.orders.map((one: { recordId: string }) => one.recordId)).toContain(id);
    expect(late.counts.overdue).toBe(late.orders.length);
    const supervisor = await world.officer('market-360100', 'supervisor');
    const seen = (await supervisor.get('/api/v1/office/record-orders?list=overdue')).body;
    expect(seen.orders.length).toBeGreaterThanOrEqual(late.orders.length);
    await goOn('2026-11-23');
    await world.work();
  });
});
