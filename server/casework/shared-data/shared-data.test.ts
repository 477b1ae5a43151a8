import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CheckView } from '#contract/checks.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';
import type { NewRecord } from '../../testing/world-records.ts';

let world: World;
let officer: Person;
const unit = 'emergency-360100';
const facts = { penalties: [{ kind: '罚款', amountYuan: 20000 }], act: '示例事由' };

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23', settings: { GATEWAY_TIMEOUT_MS: '500' } });
});
beforeEach(async () => {
  world.on('2026-11-23');
  world.sandbox.control.setMode('shared-data', { mode: 'ok' });
  officer = await world.officer(unit);
});
afterAll(() => world.end());

/** A subject with one fined decision, what is shared about it, and its own person. */
async function fined(paidYuan: number | null, over: Partial<NewRecord> = {}) {
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey, {
    matterKey: 'other-penalty',
    recordType: 'penalty',
    class: 'general',
    findingDate: '2026-05-04',
    publishedDate: '2026-05-11',
    facts,
    ...over,
  });
  const applicant = await world.applicant(subjectKey);
  const { records, subject } = (await applicant.get(`/api/v1/subjects/${subjectKey}/records`)).body;
  const { identifier } = subject as { identifier: string };
  const documentNo = records[0].docNumber as string;
  if (paidYuan !== null)
    world.sandbox.control.share({
      identifier,
      payments: [{ documentNo, dueYuan: 20000, paidYuan, paidOn: '2026-06-03', office: '示例局' }],
    });
  const proofs = async (who = applicant) =>
    (await who.get(`/api/v1/subjects/${subjectKey}/shared-proofs?records=${recordId}`)).body;
  /** With or without the papers the matter asks for. */
  const submit = async (papers: boolean) => {
    const body = await world.application(subjectKey, [recordId]);
    if (!papers) body.items[0]!.materials = [];
    const reply = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, body);
    const itemId: string | undefined = reply.body.items?.[0]?.itemId;
    return { reply, address: `/api/v1/subjects/${subjectKey}/items/${itemId}` };
  };
  return { subjectKey, recordId, identifier, documentNo, applicant, proofs, submit };
}

const checkOf = (view: { checks: CheckView[] }, key: string) => view.checks.find((one) => one.key === key)!;
const readsOf = async (subjectKey: string) =>
  world.services.db.read({ sees: 'all' }, (tx) =>
    tx.run<{ kind: string; item_id: string | null; query_no: string | null; problem: string | null }>(
      'select kind, item_id, query_no, problem from shared_read where subject_key = $1 order by asked_at, kind',
      [subjectKey],
    ),
  );

describe('赣信用办〔2024〕4号二（四）: a paid fine', () => {
  test('no receipt is asked for; the desk sees the check with source, query and clause, and takes it over', async () => {
    const it = await fined(20000);
    const { proofs, down } = await it.proofs();
    expect(down).toEqual([]);
    expect(proofs).toMatchObject([
      { standing: 'paid', materials: ['correction-proof'], text: expect.stringMatching(/^已由共享数据核验，无需提供/) },
    ]);
    const { reply, address } = await it.submit(false);
    expect(reply.status, reply.text).toBe(201);
    // What the form rested on stands with the item before any job has run.
    expect((await readsOf(it.subjectKey)).filter((one) => one.item_id !== null)).toHaveLength(1);
    expect(await world.work()).toEqual([]);
    const view = (await officer.get(address)).body;
    const check = checkOf(view, 'fines');
    expect(check).toMatchObject({
      result: 'ok',
      source: expect.stringMatching(/查询号 GX/),
      asOf: '2026-11-23',
      shared: true,
      discrepancy: null,
      adopt: { condition: 'duties-performed', result: 'met' },
    });
    expect(check.cites.map((one) => one.id)).toEqual(['ndrc36:14(2)']);
    expect(view.materials.find((one: { key: string }) => one.key === 'correction-proof')).toMatchObject({
      source: 'shared',
      why: expect.stringContaining('已由共享数据核验'),
    });
    const act = async (verb: string, body: object = {}) =>
      officer.post(`${address}/${verb}`, {
        requestId: randomUUID(),
        version: (await officer.get(address)).body.summary.version,
        ...body,
      });
    expect((await act('accept')).status).toBe(200);
    const { condition, result, finding } = check.adopt!;
    const taken = await act('verify', { method: 'shared-data', condition, result, finding });
    expect(taken.status, taken.text).toBe(200);
  });

  test('not asked before by the form, so the paper is asked for; a proof that was never shown counts for nothing', async () => {
    const it = await fined(20000);
    const { reply } = await it.submit(false);
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('correction-proof');
  });

  test.each([
    ['partly paid', 15000, facts, 'partly', {}],
    ['nothing known', null, facts, 'silent', {}],
    [
      'another kind beside the fine',
      20000,
      { ...facts, penalties: [...facts.penalties, { kind: '责令停产停业' }] },
      'paid',
      { findingDate: '2025-06-02', publishedDate: '2025-06-10' },
    ],
  ] as const)('%s: the paper is asked for', async (_, paid, recordFacts, standing, days) => {
    const it = await fined(paid, { facts: recordFacts, ...days });
    expect((await it.proofs()).proofs).toMatchObject([{ standing, materials: [] }]);
    expect((await it.submit(false)).reply.status).toBe(400);
    const { reply, address } = await it.submit(true);
    expect(reply.status, reply.text).toBe(201);
    await world.work();
    const check = checkOf((await officer.get(address)).body, 'fines');
    if (standing === 'partly') {
      expect(check).toMatchObject({ result: 'problem', discrepancy: expect.stringContaining('不一致') });
      expect(check.text).toContain('还差 5,000 元');
    }
    if (standing === 'silent') expect(check).toMatchObject({ result: 'open', adopt: null });
  });

  test('a form that was filled in long ago has to be asked again', async () => {
    const it = await fined(20000);
    await it.proofs();
    world.on('2026-11-27');
    expect((await it.submit(false)).reply.status).toBe(400);
  });
});

test('107号第十四条第三款: handed over without the paper, the proof goes with it by its query number', async () => {
  const it = await fined(20000, {
    matterKey: 'market-penalty',
    unitId: 'market-360102',
    regionCode: '360102',
    organName: '南昌市东湖区市场监督管理局',
  });
  expect((await it.proofs()).proofs[0]).toMatchObject({
    materials: ['correction-proof'],
    cites: [{ id: 'samr107:14.3' }, { id: 'plan4:2-4' }],
  });
  const { reply } = await it.submit(false);
  expect(reply.status, reply.text).toBe(201);
  expect(await world.work()).toEqual([]);
  const sent = world.sandbox.control
    .calls('market-platform')
    .find(({ body }) => (body as { record?: { documentNo: string } } | null)?.record?.documentNo === it.documentNo);
  expect(sent?.body).toMatchObject({
    materials: [],
    sharedProofs: [{ queryNo: expect.stringMatching(/^GX/), text: expect.stringContaining('已缴清') }],
  });
});

describe('shared data that does not answer', () => {
  test.each([
    [{ mode: 'down' }],
    [{ mode: 'slow', delayMs: 3_000 }],
    [{ mode: 'garbled' }],
    [{ mode: 'refuse' }],
  ] as const)('%o: the form says so within a moment, upload and submission go on', async (mode) => {
    const it = await fined(20000);
    world.sandbox.control.setMode('shared-data', mode);
    const began = performance.now();
    const said = await it.proofs();
    expect(performance.now() - began).toBeLessThan(2_800);
    expect(said).toMatchObject({
      proofs: [{ standing: 'unknown', materials: [], text: expect.stringContaining('暂时查不到') }],
      reorganisation: null,
      down: ['缴款记录', '企业破产重整案件'],
    });
    const { reply, address } = await it.submit(true);
    expect(reply.status, reply.text).toBe(201);
    expect(await world.work(12)).toEqual([]);
    const view = (await officer.get(address)).body;
    // A job has more patience than a screen.
    if (mode.mode === 'slow') expect(checkOf(view, 'fines')).toMatchObject({ result: 'ok' });
    else expect(checkOf(view, 'fines').text).toMatch(/^暂时查不到（省公共数据共享平台：.*凭材料核实/);
    expect(view.actions.find((one: { action: string }) => one.action === 'accept')).toMatchObject({ allowed: true });
  });

  test('the last answer stays, with its day; asked again at a press, at most once a minute', async () => {
    const it = await fined(15000);
    const { address } = await it.submit(true);
    await world.work();
    world.on('2026-11-25');
    officer = await world.officer(unit);
    world.sandbox.control.setMode('shared-data', { mode: 'down' });
    const failed = await officer.post(`${address}/shared-data`);
    expect(failed.status, failed.text).toBe(200);
    expect(failed.body).toMatchObject({ asked: true, trouble: expect.stringContaining('省公共数据共享平台') });
    expect(checkOf(failed.body, 'fines')).toMatchObject({
      result: 'problem',
      asOf: '2026-11-23',
      text: expect.stringMatching(/^暂时查不到.*最后一次查询是2026年11月23日/),
    });
    const soon = await officer.post(`${address}/shared-data`);
    expect(soon.body).toMatchObject({ asked: false });
    world.on('2026-11-26');
    officer = await world.officer(unit);
    world.sandbox.control.setMode('shared-data', { mode: 'ok' });
    world.sandbox.control.share({
      identifier: it.identifier,
      payments: [{ documentNo: it.documentNo, dueYuan: 20000, paidYuan: 20000, paidOn: '2026-11-25' }],
    });
    const now = await officer.post(`${address}/shared-data`);
    expect(checkOf(now.body, 'fines')).toMatchObject({ result: 'ok', asOf: '2026-11-26' });
    const reads = await readsOf(it.subjectKey);
    expect(reads.filter((one) => one.problem !== null)).toHaveLength(2);
  });

  test('another unit cannot ask about it', async () => {
    const it = await fined(20000);
    const { address } = await it.submit(true);
    const other = await world.officer('emergency-360700');
    expect((await other.post(`${address}/shared-data`)).status).toBe(404);
  });
});

describe('36号第二十条: a case of reorganisation', () => {
  test('the form names it, the desk sees it with the clause; of a person nothing is asked', async () => {
    const it = await fined(20000);
    world.sandbox.control.share({
      identifier: it.identifier,
      reorganisations: [
        { court: '示例法院', caseNo: '（2026）示例破1号', acceptedOn: '2026-05-11', planApprovedOn: '2026-09-28' },
      ],
    });
    expect((await it.proofs()).reorganisation).toMatchObject({
      standing: 'running',
      text: expect.stringContaining('（2026）示例破1号'),
    });
    const { address } = await it.submit(true);
    await world.work();
    const check = checkOf((await officer.get(address)).body, 'reorganisation');
    expect(check).toMatchObject({ result: 'open', text: expect.stringContaining('可以申请临时屏蔽') });
    expect(check.cites.map((one) => one.id)).toContain('ndrc36:20');
  });
});

test('who read what: the subject sees the platform and the unit, the same answer is not asked for twice a day', async () => {
  const it = await fined(20000);
  await it.proofs();
  await it.proofs();
  expect(await readsOf(it.subjectKey)).toHaveLength(2);
  await it.submit(false);
  await world.work();
  const { readings } = (await it.applicant.get(`/api/v1/subjects/${it.subjectKey}/readings`)).body;
  const shared = readings.filter((one: { what: string }) => one.what.includes('共享数据'));
  expect(shared).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ unitName: '本平台（您查看记录、填写申请时）', times: 1 }),
      expect.objectContaining({ unitName: '南昌市应急管理局', purpose: '办理本单位的办件' }),
    ]),
  );
});

test('the application can add to what was read and change nothing of it', async () => {
  for (const change of ['update shared_read set problem = null', 'delete from shared_read'])
    await expect(world.services.db.read({ sees: 'all' }, (tx) => tx.run(change))).rejects.toThrow(/permission denied/);
});
