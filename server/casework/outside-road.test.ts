import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
});
afterAll(() => world?.end());

const market = {
  unitId: 'market-360102',
  regionCode: '360102',
  organName: '南昌市东湖区市场监督管理局',
  matterKey: 'market-penalty',
  recordType: 'penalty',
  findingDate: '2026-05-11',
  publishedDate: '2026-05-18',
  facts: { penalties: [{ kind: '罚款', amountYuan: 200_000 }], procedure: 'ordinary', field: 'other', act: '示例事由' },
} as const;

async function lodged(record: object, extra: Record<string, string> = {}) {
  const subjectKey = await world.subject();
  const applicant = await world.applicant(subjectKey);
  const application = await world.application(subjectKey, [await world.record(subjectKey, record)]);
  const items = application.items.map((one) => ({ ...one, extra: { ...one.extra, ...extra } }));
  const made = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, { ...application, items });
  expect(made.status, made.text).toBe(201);
  const address = `/api/v1/subjects/${subjectKey}/items/${made.body.items[0].itemId}`;
  return { applicant, address, read: async () => (await applicant.get(address)).body };
}

test('107号第十四条: what was sent to the market platform, its receipt, its decision and the receipts of display, step by step', async () => {
  const it = await lodged(market);
  const first = (await it.read()).outside;
  expect(first).toMatchObject({ systemName: '市场监管信用修复全国统一平台', caseNo: null });
  expect(first.steps.map((one: { title: string; state: string }) => `${one.title} ${one.state}`)).toEqual([
    '送出 waiting',
    '对方收到 waiting',
    '对方决定 waiting',
  ]);
  expect(await world.work()).toEqual([]);
  const done = await it.read();
  expect(done.summary.state).toBe('completed');
  const steps = done.outside.steps as { title: string; state: string; receiptNo: string | null; on: string | null }[];
  expect(steps[0]).toMatchObject({ title: '送出', state: 'done' });
  expect(steps[1]).toMatchObject({ title: '对方收到', receiptNo: expect.stringMatching(/^SCXF/) });
  expect(done.outside.caseNo).toBe(steps[1]!.receiptNo);
  const decided = steps.find((one) => one.title === '对方决定')!;
  expect(decided).toMatchObject({ state: 'done', receiptNo: expect.stringContaining('市监信修') });
  expect(steps.at(-1)).toMatchObject({ title: '各平台停止公示', state: 'done' });
  const unit = await world.officer('market-360102');
  expect((await unit.get(it.address)).body.outside).toEqual(done.outside);
});

test('法释〔2017〕7号第十条: what the court keeps is its decision, in its own words', async () => {
  const it = await lodged({
    ...market,
    unitId: 'court-360100',
    regionCode: '360100',
    organName: '南昌市中级人民法院',
    matterKey: 'judgment-defaulter',
    recordType: 'judgment',
    facts: { act: '违反财产报告制度' },
  });
  const { summary } = await it.read();
  world.sandbox.control.script('court', summary.number, 'keep', ['义务没有履行完毕']);
  await world.work();
  const { outside } = await it.read();
  expect(outside.systemName).toBe('执行法院');
  expect(outside.steps.at(-1)).toMatchObject({ title: '对方决定', text: expect.stringContaining('义务没有履行完毕') });
});

test('海关总署令第282号第二十九条: a customs item shows the grade before and after, and when it can be asked for; nothing of another system', async () => {
  const it = await lodged(
    {
      ...market,
      unitId: 'customs-360000',
      regionCode: '360000',
      organName: '南昌海关',
      matterKey: 'customs-discredited',
      recordType: 'serious-list',
      class: 'general',
      facts: { act: '一年内违反海关监管规定的行为次数超过规定' },
    },
    { 'customs-route': '调整信用等级（失信企业）' },
  );
  const view = await it.read();
  expect(view.outside).toBeNull();
  expect(view.grade).toMatchObject({
    before: '失信企业',
    now: '失信企业',
    after: '常规企业',
    waits: [
      { from: '2026-11-12', open: true },
      { from: '2026-08-12', open: true },
    ],
  });
  expect(view.grade.means[1].cites[0].text).toContain('第二十五条');
});

test('an item of another matter has neither', async () => {
  const it = await lodged({});
  expect(await it.read()).toMatchObject({ outside: null, grade: null });
});
