import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orderJobs } from '../platform/outbox.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

// 告知书 of orders about records: one of each decision, numbered, sealed, verifiable.

let world: World;
let market: Person;
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
const ruling = {
  title: '民事裁定书',
  number: '（2026）赣01破1号',
  office: '示例中级人民法院',
  day: '2026-11-16',
  attachmentId: null,
};

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  market = await world.officer('market-360102');
});
afterAll(() => world?.end());

interface Model {
  readonly head: { readonly organName: string; readonly title: string };
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly remedies?: string;
  readonly copiesTo?: readonly string[];
}
const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const modelsOf = (key: string) =>
  all<{ model: Model; doc_number: string; seal_party: string | null; state: string; verification_code: string }>(
    `select model, doc_number, seal_party, state, verification_code from paper where subject_key = $1 and order_id is not null
     order by ordered_at, paper_id`,
    [key],
  );
const enter = async (who: Person, key: string, id: string, body: object) => {
  const done = await who.post(`/api/v1/subjects/${key}/records/${id}/orders`, {
    requestId: randomUUID(),
    ground: ruling,
    note: '',
    knownOn: '2026-11-23',
    ...body,
  });
  expect(done.status, done.text).toBe(200);
  expect(await world.work()).toEqual([]);
  return done.body;
};
const listed = async (who: Person, key: string, id: string) =>
  (await who.get(`/api/v1/subjects/${key}/records/${id}/orders`)).body.orders;
const textOf = ({ sections }: Model) => sections.map((one) => one.text).join('\n');

describe('告知书 of what was decided', () => {
  test('市监总局令第45号第十一条: an annulled decision is told with its reasons, sealed by its unit, listed to both sides', async () => {
    const key = await world.subject();
    const id = await world.record(key, penalty);
    await enter(market, key, id, { kind: 'annulment' });
    const [paper] = await modelsOf(key);
    expect(paper).toMatchObject({ state: 'printed', seal_party: 'market-360102' });
    expect(paper!.doc_number).toMatch(/信修通〔2026〕\d+号$/);
    expect(paper!.model.head).toMatchObject({ organName: '南昌市东湖区市场监督管理局', title: '失信信息撤回告知书' });
    expect(textOf(paper!.model)).toContain(
      '示例中级人民法院2026年11月16日《民事裁定书》（2026）赣01破1号已经撤销该决定',
    );
    expect(textOf(paper!.model)).toContain('最迟2026年11月26日办完');
    expect(paper!.model.remedies).toBeUndefined();
    const applicant = await world.applicant(key);
    const [forUnit] = await listed(market, key, id);
    const [forSubject] = await listed(applicant, key, id);
    expect(forUnit.papers).toMatchObject([
      { title: '失信信息撤回告知书', docNumber: paper!.doc_number, state: 'printed' },
    ]);
    expect(forSubject.papers).toEqual(forUnit.papers);
    const file = await applicant.get(`/api/v1/subjects/${key}/papers/${forSubject.papers[0].paperId}`);
    expect(file.status).toBe(200);
    const stranger = await world.applicant(await world.subject());
    expect((await stranger.get(`/api/v1/subjects/${key}/papers/${forSubject.papers[0].paperId}`)).status).not.toBe(200);
    const shown = await world.guest().get(`/api/v1/public/papers/${paper!.verification_code}`);
    expect(shown.body).toMatchObject({
      state: 'in-force',
      issuer: '南昌市东湖区市场监督管理局',
      title: '失信信息撤回告知书',
    });
  });

  test('107号第二十二条: the notice of shielding bears the statement, and no longer stands once the plan has failed', async () => {
    const key = await world.subject();
    const id = await world.record(key, penalty);
    await enter(market, key, id, { kind: 'shielding' });
    const [shield] = await modelsOf(key);
    expect(textOf(shield!.model)).toContain('“重整计划或者和解协议执行中”');
    const verify = async () =>
      (await world.guest().get(`/api/v1/public/papers/${shield!.verification_code}`)).body as { state: string };
    expect((await verify()).state).toBe('in-force');
    await enter(market, key, id, { kind: 'restoring' });
    expect(await verify()).toMatchObject({ state: 'ended', endedOn: '2026-11-23' });
    const [, restored] = await modelsOf(key);
    expect(restored!.model.head.title).toBe('失信信息恢复公示告知书');
    expect(restored!.model.remedies).toContain('行政复议');
    const number = (text: string) => Number(/(\d+)号$/.exec(text)![1]);
    expect(number(restored!.doc_number)).toBe(number(shield!.doc_number) + 1);
  });

  test('36号第二十条: what is not carried out is told on paper with reasons and remedies, and a copy for the administrator', async () => {
    const key = await world.subject();
    const id = await world.record(key, {
      ...penalty,
      unitId: 'emergency-360100',
      regionCode: '360100',
      matterKey: 'other-penalty',
    });
    const attachmentId = randomUUID();
    await all(
      `insert into attachment (subject_key, attachment_id, material_key, file_name, media_type, bytes, digest, content, uploaded_by, uploaded_at)
       values ($1, $2, 'court-ruling', '裁定书.pdf', 'application/pdf', 4, repeat('0', 64), '\\x25504446', '{}', $3)`,
      [key, attachmentId, world.services.clock.now()],
    );
    const applicant = await world.applicant(key);
    const asked = await applicant.post(`/api/v1/subjects/${key}/records/${id}/order-requests`, {
      requestId: randomUUID(),
      ground: { ...ruling, attachmentId },
      note: '',
      as: 'administrator',
      kind: 'shielding',
    });
    expect(asked.status, asked.text).toBe(200);
    await world.work();
    expect(await modelsOf(key)).toEqual([]);
    const emergency = await world.officer('emergency-360100');
    const no = await emergency.post(`/api/v1/subjects/${key}/orders/${asked.body.orderId}/answer`, {
      requestId: randomUUID(),
      version: asked.body.version,
      carryOut: false,
      reasons: ['裁定书没有批准重整计划'],
    });
    expect(no.status, no.text).toBe(200);
    expect(await world.work()).toEqual([]);
    const [paper] = await modelsOf(key);
    expect(paper!.model.head.title).toBe('不予临时屏蔽告知书');
    expect(textOf(paper!.model)).toContain('1. 裁定书没有批准重整计划。');
    expect(paper!.model.remedies).toContain('行政诉讼');
    expect(paper!.model.copiesTo).toEqual(['管理人']);
  });

  test('107号第二十条第一款: the registrar signs for what another unit found, which gets a copy and may read it', async () => {
    const key = await world.subject();
    const id = await world.record(key, { ...penalty, unitId: 'market-360100', regionCode: '360100' });
    const code = (
      await all<{ identifier: string }>('select identifier from subject where subject_key = $1', [key])
    )[0]!;
    const done = await market.post('/api/v1/office/deregistrations', {
      requestId: randomUUID(),
      code: code.identifier,
      deregisteredOn: '2026-11-20',
      ground: { ...ruling, title: '准予注销登记通知书', office: '示例市场监督管理局' },
    });
    expect(done.status, done.text).toBe(200);
    expect(await world.work()).toEqual([]);
    const [paper] = await modelsOf(key);
    expect(paper).toMatchObject({ seal_party: 'market-360102' });
    expect(paper!.model.head.title).toBe('主体注销停止公示告知书');
    expect(paper!.model.copiesTo).toHaveLength(1);
    const finder = await world.officer('market-360100');
    expect((await listed(finder, key, id))[0].papers).toHaveLength(1);
  });

  test('its job run twice makes one paper with one number', async () => {
    const key = await world.subject();
    const id = await world.record(key, penalty);
    const order = await enter(market, key, id, { kind: 'annulment' });
    await world.services.db.read({ sees: 'all' }, (tx) =>
      orderJobs(
        tx,
        key,
        [{ task: 'issue-order-notice', payload: { orderId: order.orderId, version: 1 } }],
        world.services.clock.now(),
      ),
    );
    expect(await world.work()).toEqual([]);
    expect(await modelsOf(key)).toHaveLength(1);
  });
});
