import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '../item/check-ledger.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let officer: Person;
const market = {
  unitId: 'market-360102',
  regionCode: '360102',
  organName: '南昌市东湖区市场监督管理局',
  matterKey: 'market-penalty',
  recordType: 'penalty',
  findingDate: '2026-01-05',
  publishedDate: '2026-01-12',
  facts: { penalties: [{ kind: '罚款', amountYuan: 200_000 }], procedure: 'ordinary', field: 'other', act: '示例事由' },
} as const;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.officer('emergency-360100');
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const address = (it: { subjectKey: string; itemId: string }) => `/api/v1/subjects/${it.subjectKey}/items/${it.itemId}`;

async function lodged(record = {}) {
  const subjectKey = await world.subject();
  const recordId = await world.record(subjectKey, record);
  const applicant = await world.applicant(subjectKey);
  const body = await world.application(subjectKey, [recordId]);
  const submitted = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, body);
  expect(submitted.status, submitted.text).toBe(201);
  await world.work();
  return { subjectKey, recordId, applicant, itemId: submitted.body.items[0].itemId as string };
}

async function granted() {
  const it = await lodged();
  const act = async (verb: string, body: object = {}) => {
    const { summary } = (await officer.get(address(it))).body;
    return officer.post(`${address(it)}/${verb}`, { requestId: randomUUID(), version: summary.version, ...body });
  };
  await act('accept');
  const { conditions } = (await officer.get(address(it))).body;
  const findings = conditions.map(({ key, text }: { key: string; text: string }) => ({
    key,
    text,
    met: true,
    evidence: '已核对',
  }));
  expect((await act('grant', { findings, note: '' })).status).toBe(200);
  return { ...it, act };
}

const finding = {
  ground: 'false-papers',
  serious: false,
  finding: '整改报告所附的照片不是本单位的场所。',
  heard: '当事人没有陈述、申辩。',
  reasons: [{ code: 'false-papers', text: '提供虚假整改材料。' }],
};

test('36号第二十五条: a completed repair is revoked: shown again, the one record barred for three years, paper and message with remedies', async () => {
  const it = await granted();
  await world.work();
  expect((await officer.get(address(it))).body.summary.state).toBe('completed');
  const preview = (await officer.get(`${address(it)}/revocation?ground=false-papers`)).body;
  expect(preview.open[0].text).toContain('未写明');

  expect((await it.act('revoke', { ...finding, finding: '  ' })).body.code).toBe('text-missing');
  expect((await it.act('revoke', { ...finding, reasons: [] })).body.code).toBe('reasons-missing');
  expect(
    (await it.applicant.post(`${address(it)}/revoke`, { requestId: randomUUID(), version: 1, ...finding })).status,
  ).toBe(403);
  const done = await it.act('revoke', finding);
  expect(done.status, done.text).toBe(200);
  expect(done.body.item.state).toBe('revoked');
  expect(await world.work()).toEqual([]);

  const { timeline, papers } = (await officer.get(address(it))).body;
  const { payload } = timeline.find((one: { type: string }) => one.type === 'revoked');
  expect(payload).toMatchObject({
    docNumber: expect.stringMatching(/信修撤销〔2026〕1号$/),
    grantDocNumber: expect.stringMatching(/信修(准|移)〔2026〕\d+号$/),
    consequences: { bar: { scope: 'item', until: '2029-11-23', cites: ['ndrc36:25'] }, restartsOn: null },
  });
  expect(papers.map((one: { kind: string; state: string }) => [one.kind, one.state])).toContainEqual([
    'revocation-decision',
    'printed',
  ]);
  const record = (await it.applicant.get(`/api/v1/subjects/${it.subjectKey}/records`)).body.records[0];
  expect(record).toMatchObject({ repairedOn: null, openItem: null });
  expect(record.verdict).toMatchObject({ verdict: 'barred', publication: { shown: true } });
  expect(record.verdict.reasons.map((one: { cite: string }) => one.cite)).toContain('ndrc36:25');
  const [order] = (await it.applicant.get(`/api/v1/subjects/${it.subjectKey}/records/${it.recordId}/orders`)).body
    .orders;
  expect(order).toMatchObject({ kind: 'revocation', state: 'done' });
  expect(order.effects.map((one: { effectName: string; state: string }) => [one.effectName, one.state])).toEqual(
    Array.from({ length: 3 }, () => ['恢复公示', 'confirmed']),
  );
  const [told] = await all<{ body: string }>(
    `select body from message where subject_key = $1 and title = '准予的修复被撤销' and recipient = 'applicant'`,
    [it.subjectKey],
  );
  expect(told!.body).toContain('不服的');
  expect((await checkLedger(world.database.appUrl)).faults).toEqual([]);
});

test('a repair revoked before the platforms have ended display: what was ordered with the grant is not carried out any more', async () => {
  const it = await granted();
  expect((await it.act('revoke', { ...finding, ground: 'other' })).status).toBe(200);
  expect(await world.work()).toEqual([]);
  const [row] = await all<Record<string, unknown>>('select repaired_on, barred_on from record where record_id = $1', [
    it.recordId,
  ]);
  expect(row).toEqual({ repaired_on: null, barred_on: null });
  const { exchanges } = (await officer.get(address(it))).body;
  expect(
    exchanges.filter(
      (one: { kind: string; receiptNo: string | null }) => one.kind === 'end-publication' && one.receiptNo,
    ),
  ).toEqual([]);
});

test('107号第二十三条: the whole subject is barred, the period counted anew, with the number of the platform’s own decision', async () => {
  const clerk = await world.officer('market-360102');
  const it = await lodged(market);
  const other = await world.record(it.subjectKey, { ...market, unitId: 'market-360100', regionCode: '360100' });
  const general = await world.record(it.subjectKey, {
    ...market,
    matterKey: 'other-penalty',
    unitId: 'emergency-360100',
  });
  await world.work();
  const at = address(it);
  const { summary } = (await clerk.get(at)).body;
  expect(summary.state).toBe('completed');
  const preview = (await clerk.get(`${at}/revocation?ground=false-papers`)).body;
  expect(preview).toMatchObject({ othersBarred: 1, outside: true, open: [] });
  const revoke = (more: object) =>
    clerk.post(`${at}/revoke`, { requestId: randomUUID(), version: summary.version, ...finding, ...more });
  const unnumbered = await revoke({});
  expect(unnumbered.body).toMatchObject({ code: 'number-missing', fields: [{ field: 'outsideNumber' }] });
  const proposed = await revoke({ outsideNumber: '示市监信修撤〔2026〕1号' });
  expect(proposed.status, proposed.text).toBe(200);
  expect(proposed.body.item.state).toBe('revoked');
  await world.work();

  const records: {
    recordId: string;
    verdict: { verdict: string; reasons: { code: string; cite: string }[]; publication: object };
  }[] = (await it.applicant.get(`/api/v1/subjects/${it.subjectKey}/records`)).body.records;
  const verdictOf = (id: string) => records.find((one) => one.recordId === id)!.verdict;
  for (const id of [it.recordId, other]) {
    expect(verdictOf(id).verdict).toBe('barred');
    expect(verdictOf(id).reasons.at(-1)).toMatchObject({ code: 'fraud-bar', cite: 'samr107:23.2' });
  }
  expect(verdictOf(it.recordId).publication).toMatchObject({ shown: true, from: '2026-11-23' });
  expect(verdictOf(other).publication).toMatchObject({ from: '2026-01-12' });
  expect(verdictOf(general).verdict).not.toBe('barred');
  // What is found later is barred as well, without anybody doing anything.
  const later = await world.record(it.subjectKey, {
    ...market,
    findingDate: '2026-11-02',
    publishedDate: '2026-11-05',
  });
  const again = (await it.applicant.get(`/api/v1/subjects/${it.subjectKey}/records`)).body.records;
  expect(again.find((one: { recordId: string }) => one.recordId === later).verdict.verdict).toBe('barred');
});
