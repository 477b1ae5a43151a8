import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

// Orders about records beside the overdue items: figures that equal their lists, urging, and what an annulled decision no longer counts for.

let world: World;
let market: Person;
let supervisor: Person;
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
  world = await openWorld({ on: '2026-11-23' });
  market = await world.officer('market-360102');
  supervisor = await world.officer('market-360100', 'supervisor');
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const annul = async (key: string, id: string) => {
  const done = await market.post(`/api/v1/subjects/${key}/records/${id}/orders`, {
    requestId: randomUUID(),
    ground: {
      title: '行政判决书',
      number: '（2026）赣01行终1号',
      office: '示例中级人民法院',
      day: '2026-11-16',
      attachmentId: null,
    },
    note: '',
    knownOn: '2026-11-23',
    kind: 'annulment',
  });
  expect(done.status, done.text).toBe(200);
  return done.body as { orderId: string };
};
const supervised = async (who: Person, query = '') =>
  (await who.get(`/api/v1/supervision/record-orders?${query}`)).body;

test('市监总局令第45号第十一条: three working days pass: near, then overdue; figures by unit equal their lists', async () => {
  const key = await world.subject();
  const id = await world.record(key, penalty);
  const { orderId } = await annul(key, id);
  expect((await supervised(supervisor)).total).toEqual({ open: 1, near: 0, overdue: 0 });
  world.on('2026-11-25');
  supervisor = await world.officer('market-360100', 'supervisor');
  const near = await supervised(supervisor, 'list=near');
  expect(near.total).toEqual({ open: 1, near: 1, overdue: 0 });
  expect(near.orders).toHaveLength(1);
  world.on('2026-11-27');
  supervisor = await world.officer('market-360100', 'supervisor');
  market = await world.officer('market-360102');
  const late = await supervised(supervisor, 'list=overdue&unit=market-360102');
  expect(late.total).toEqual({ open: 1, near: 0, overdue: 1 });
  expect(late.units).toEqual([
    {
      unitId: 'market-360102',
      unitName: '南昌市东湖区市场监督管理局',
      regionName: '东湖区',
      open: 1,
      near: 0,
      overdue: 1,
    },
  ]);
  expect(late.orders.map((one: { orderId: string }) => one.orderId)).toEqual([orderId]);
  expect((await supervised(supervisor, 'list=overdue&unit=market-360103')).orders).toEqual([]);
  const elsewhere = await world.officer('market-360400', 'supervisor');
  expect((await supervised(elsewhere)).total.open).toBe(0);
  expect((await market.get('/api/v1/supervision/record-orders')).status).toBe(403);

  const urge = (who: Person, requestId: string) =>
    who.post(`/api/v1/subjects/${key}/orders/${orderId}/urgings`, { requestId, text: '请立即撤回并说明原因。' });
  const requestId = randomUUID();
  const first = await urge(supervisor, requestId);
  expect(first.status, first.text).toBe(201);
  expect((await urge(supervisor, requestId)).body).toEqual(first.body);
  expect((await urge(elsewhere, randomUUID())).status).toBe(404);
  const told = await all<{ title: string; body: string }>(
    `select title, body from message where subject_key = $1 and recipient = 'unit' and title like '催办%'`,
    [key],
  );
  expect(told).toMatchObject([{ title: '催办：决定被撤销，撤回信息', body: expect.stringContaining('期限') }]);
  const own = (await market.get('/api/v1/office/record-orders?list=overdue')).body.orders[0];
  expect(own.urgings).toMatchObject([{ text: '请立即撤回并说明原因。' }]);

  expect(await world.work()).toEqual([]);
  expect((await supervised(supervisor, 'list=open')).total).toEqual({ open: 0, near: 0, overdue: 0 });
  expect((await urge(supervisor, randomUUID())).body.code).toBe('order-closed');
  expect((await supervised(supervisor, 'after=x')).code).toBe('no-such-page');
});

test('行政处罚法第四十八条: an annulled decision counts in no figure of 两书同达 and waits for no notice; the figure says so', async () => {
  const key = await world.subject();
  const kept = await world.record(key, { ...penalty, findingDate: '2026-11-16', publishedDate: '2026-11-18' });
  const gone = await world.record(key, { ...penalty, findingDate: '2026-11-16', publishedDate: '2026-11-18' });
  const span = 'from=2026-11-16&to=2026-11-16';
  const figures = async () => (await supervisor.get(`/api/v1/supervision/served-together?${span}`)).body;
  const listed = async () =>
    (await supervisor.get(`/api/v1/supervision/served-together/decisions?${span}`)).body.rows.map(
      (one: { recordId: string }) => one.recordId,
    );
  expect((await figures()).total.decisions).toBe(2);
  await annul(key, gone);
  expect((await figures()).total.decisions).toBe(1);
  expect(await listed()).toEqual([kept]);
  expect((await figures()).definition).toContain('已被撤销的不计');
  await world.work();
});
