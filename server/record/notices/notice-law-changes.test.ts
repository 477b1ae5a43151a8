import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSession } from '../../access/session-store.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';
import { bodyDigest, signPartner } from '../partner/partner-signature.ts';
import { csv, sound, upload } from '../testing/penalty-file.ts';

let world: World;
let officer: Person;
const [before, changed] = ['2026-11-23', '2026-12-08'] as const;
const unitId = 'ecology-360100';

beforeAll(async () => {
  world = await openWorld({ on: before });
  officer = await world.officer(unitId);
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
async function cellsOf(index: number, change: Record<string, string> = {}): Promise<Record<string, string>> {
  const unit = (await world.services.catalog()).units.get(unitId)!;
  const number = `洪环罚〔2026〕例${index}号`;
  return sound(index, {
    CF_CFJG: unit.name,
    CF_WSH: number,
    CF_NR: '处罚款80000元。',
    CF_NR_FK: '8',
    CF_JDRQ: '2026-11-16',
    公示日期: '2026-11-18',
    领域: '',
    裁量档次: '',
    ...change,
  });
}
interface Made {
  readonly subjectKey: string;
  readonly recordId: string;
}
const pathOf = (it: Made) => `/api/v1/subjects/${it.subjectKey}/records/${it.recordId}/repair-notice`;
const modelOf = async (paperId: string) =>
  (await all<{ model: Record<string, unknown> }>('select model from paper where paper_id = $1', [paperId]))[0]!.model;
const paperOf = async (it: Made, paperId: string) =>
  (await officer.get(`/api/v1/subjects/${it.subjectKey}/papers/${paperId}`)).text;
const queue = async (stage = 'unserved') => (await officer.get(`/api/v1/office/notices?stage=${stage}`)).body.rows;

/** A notice of a decision whose class nobody has named: says by which article and whose it is, and no day. */
async function saysNoDay(recordId: string): Promise<void> {
  const [{ paper_id: paperId } = { paper_id: '' }] = await all<{ paper_id: string }>(
    'select paper_id from repair_notice where record_id = $1 and superseded_at is null',
    [recordId],
  );
  const model = await modelOf(paperId);
  expect(model.classText).toMatch(/^尚未确定，由.+依照《信用修复管理办法》.*第八条第（三）项确定/);
  expect(model).toMatchObject({ periodText: '由认定单位确定分类后计算', applyText: '类别由认定单位确定后计算' });
  expect([model.earliestEnd, model.latestEnd]).toEqual([undefined, undefined]);
  const row = (await queue()).find((one: { recordId: string }) => one.recordId === recordId);
  expect(row).toMatchObject({ classNeeded: true, outdated: false });
}

test('a class that the unit has still to name is asked for by every door, and no day is printed', async () => {
  const byHand = (await officer.post('/api/v1/office/records', { cells: await cellsOf(501) })).body;
  expect(byHand.outcome, JSON.stringify(byHand)).toBe('recorded');
  const asks = { field: '失信程度', text: expect.stringContaining('第八条第（三）项') };
  expect(byHand.warnings).toContainEqual(asks);
  await saysNoDay(byHand.recordId);

  const operator = await world.officer('ndrc-360000', 'operator');
  const { key, secret } = (await operator.post('/api/v1/office/partner-keys', { unitId, label: '示例执法系统' })).body;
  const body = JSON.stringify({ records: [await cellsOf(502)] });
  const path = '/api/v1/partner/records';
  const signed = { timestamp: String(world.clock.now().getTime()), nonce: randomUUID(), digest: bodyDigest(body) };
  const reply = await world.app.inject({
    method: 'POST',
    url: path,
    payload: body,
    headers: {
      'content-type': 'application/json',
      'x-partner-key': key.keyId,
      'x-partner-timestamp': signed.timestamp,
      'x-partner-nonce': signed.nonce,
      'x-partner-digest': signed.digest,
      'x-partner-signature': signPartner(secret, { method: 'POST', path, ...signed }),
    },
  });
  const [pushed] = reply.json().records;
  expect(pushed.warnings, reply.body).toContainEqual(asks);
  await saysNoDay(pushed.recordId);

  expect((await upload(world, officer, csv([await cellsOf(503)]))).status).toBe(202);
  expect(await world.work()).toEqual([]);
  const [imported] = await all<{ record_id: string }>(`select record_id from record where doc_number like '%例503号'`);
  await saysNoDay(imported!.record_id);

  // Named by the unit, it is no longer asked for; the notice is offered anew and has its days.
  const named = (await officer.post('/api/v1/office/records', { cells: await cellsOf(501, { 失信程度: '严重' }) }))
    .body;
  expect([named.outcome, named.warnings]).toEqual(['updated', []]);
  const row = (await queue('outdated')).find((one: { recordId: string }) => one.recordId === byHand.recordId);
  expect(row).toMatchObject({ classNeeded: false, outdated: true });
  const renewed = await officer.post(`${pathOf(byHand)}/renewals`);
  expect(await modelOf(renewed.body.paperId)).toMatchObject({ classText: '严重失信信息', latestEnd: '2029-11-16' });
});

test('a standard filed, approved and come into force: what was not served is offered anew, what was served stays byte for byte', async () => {
  const [open, served] = [
    (await officer.post('/api/v1/office/records', { cells: await cellsOf(511) })).body,
    (await officer.post('/api/v1/office/records', { cells: await cellsOf(512) })).body,
  ];
  await officer.post(`${pathOf(served)}/service`, { servedHow: 'direct', servedOn: before, receivedBy: '示例乙' });
  expect(await world.work()).toEqual([]);
  const [kept] = (await officer.get(pathOf(served))).body.notices;
  const [first] = (await officer.get(pathOf(open))).body.notices;
  const [printed, printedOpen] = [await paperOf(served, kept.paperId), await paperOf(open, first.paperId)];
  expect(printed.startsWith('%PDF')).toBe(true);
  expect((await queue('outdated')).map((one: Made) => one.recordId)).not.toContain(open.recordId);

  await enact();
  world.on('2026-12-07');
  officer = await world.officer(unitId);
  expect((await queue('outdated')).map((one: Made) => one.recordId)).not.toContain(open.recordId);
  world.on(changed);
  officer = await world.officer(unitId);
  const offered = (await queue('outdated')).map((one: Made) => one.recordId);
  expect(offered).toContain(open.recordId);
  expect(offered).not.toContain(served.recordId);

  const records = [open, served].map(({ subjectKey, recordId }: Made) => ({ subjectKey, recordId }));
  const answer = (await officer.post('/api/v1/office/notices/renewals', { records })).body;
  expect(answer).toMatchObject({ done: 1, left: 1 });
  expect(answer.results[1].text).toContain('保持原样');
  expect(await world.work()).toEqual([]);

  const [second, old] = (await officer.get(pathOf(open))).body.notices;
  expect(second).toMatchObject({ edition: first.edition + 1, editionFrom: changed, token: first.token });
  expect(old.noticeId).toBe(first.noticeId);
  expect(await paperOf(open, old.paperId)).toBe(printedOpen);
  expect(await modelOf(second.paperId)).toMatchObject({ classText: '一般失信信息', earliestEnd: '2027-02-16' });
  expect((await officer.get(pathOf(served))).body.notices).toEqual([kept]);
  expect(await paperOf(served, kept.paperId)).toBe(printed);

  const scan = (token: string) => world.guest().get(`/api/v1/notice-links/${token}`);
  const inForce = { edition: second.edition, from: changed };
  expect((await scan(kept.token)).body).toMatchObject({
    recordId: served.recordId,
    verdict: { class: 'general' },
    notice: { edition: kept.edition, servedOn: before, inForce },
  });
  expect((await scan(first.token)).body).toMatchObject({
    recordId: open.recordId,
    notice: { edition: second.edition, servedOn: null, inForce },
  });
});

/** Two persons bring a class standard of the field into force, as the catalogue asks. */
async function enact(): Promise<void> {
  const keeper = async (officerId: string, unit: string) => {
    const content = { officerId, name: '示例目录管理', unitId: unit, roles: ['catalog-keeper'] };
    return world.withSession(await createSession(world.services.db, 'officer', content, world.clock.now()));
  };
  const filed = await (await keeper('ecology-1', 'ecology-360000')).post('/api/v1/catalog-changes', {
    kind: 'class-standard',
    target: 'ecology',
    effectiveOn: changed,
    basis: '生态环境领域分类标准（示例）',
    content: {
      paper: {
        title: '生态环境领域失信信息分类标准（示例）',
        number: '赣环示例〔2026〕1号',
        issuedOn: '2026-11-10',
        office: '江西省生态环境厅',
      },
      fines: [
        { class: 'minor', over: 0, upTo: 50_000 },
        { class: 'general', over: 50_000, upTo: null },
      ],
      until: '2027-12-31',
    },
  });
  expect(filed.status, filed.text).toBe(201);
  await world.work();
  const lead = await keeper('lead-1', 'ndrc-360000');
  const decided = await lead.post(`/api/v1/catalog-changes/${filed.body.changeId}/decision`, { approve: true });
  expect(decided.body.state, decided.text).toBe('approved');
  expect(await world.work()).toEqual([]);
  // The catalogue in memory is at most half a second old.
  await vi.waitFor(
    async () => expect((await world.services.catalog()).law.standard('ecology', changed)).toBeDefined(),
    5000,
  );
}
