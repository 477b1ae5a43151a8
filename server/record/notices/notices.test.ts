import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeUscc } from '#domain/uscc.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';
import { bodyDigest, partnerSecret, signPartner } from '../partner/partner-signature.ts';
import { csv, eastBureau, sound, upload } from '../testing/penalty-file.ts';
import { noticeEdition } from './notice-edition.ts';

let world: World;
let officer: Person;
let operator: Person;
const today = '2026-11-23';

beforeAll(async () => {
  world = await openWorld({ on: today });
  officer = await world.officer('market-360102');
  operator = await world.officer('ndrc-360000', 'operator');
});
afterAll(() => world?.end());

const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const recent = (index: number, change: Record<string, string> = {}) =>
  sound(index, { CF_JDRQ: '2026-11-16', 公示日期: '', ...change });
const record = (cells: Record<string, string>, by = officer) => by.post('/api/v1/office/records', { cells });
const queue = async (query = '', by = officer) => (await by.get(`/api/v1/office/notices${query}`)).body;
const pathOf = (it: { subjectKey: string; recordId: string }) =>
  `/api/v1/subjects/${it.subjectKey}/records/${it.recordId}/repair-notice`;
const numbersOf = (rows: readonly { docNumber: string }[]) => rows.map((one) => one.docNumber);

describe('one decision, entered by hand', () => {
  test('is read as an import reads it, recorded once, and its notice stands in the queue with a printed paper', async () => {
    const made = await record(recent(101));
    expect([made.status, made.body.outcome], made.text).toEqual([201, 'recorded']);
    expect(made.body.notice.number).toMatch(/信修告〔2026〕\d+号$/);
    const again = await record(recent(101));
    expect(again.body).toMatchObject({ outcome: 'known', recordId: made.body.recordId, notice: made.body.notice });
    const changed = await record(recent(101, { CF_NR: '处罚款20000元，责令改正。' }));
    expect(changed.body).toMatchObject({ outcome: 'updated', recordId: made.body.recordId });
    expect(await all('select 1 from record where record_id = $1', [made.body.recordId])).toHaveLength(1);
    expect(await world.work()).toEqual([]);
    const { rows, waiting } = await queue();
    const mine = rows.find((one: { recordId: string }) => one.recordId === made.body.recordId);
    expect(mine).toMatchObject({ docNumber: made.body.docNumber, printed: true, servedOn: null, waitingDays: 7 });
    expect(waiting).toBe(rows.length);
  });

  test('names every field that is wrong, by the name on the form, and keeps nothing', async () => {
    const wrong = await record(recent(102, { CF_JDRQ: '2026-02-30', CF_XDR_MC: '', CF_XDR_SHXYM: '123' }));
    expect([wrong.status, wrong.body.code]).toEqual([400, 'fields-invalid']);
    expect(wrong.body.fields.map((one: { field: string }) => one.field).sort()).toEqual([
      'CF_JDRQ',
      'CF_XDR_MC',
      'CF_XDR_SHXYM',
    ]);
    expect(await all(`select 1 from record where doc_number like '%例102号'`)).toEqual([]);
  });

  test('belongs to the own unit; another organ in it is refused', async () => {
    const foreign = await record(recent(103), await world.officer('market-360702'));
    expect([foreign.status, foreign.body.fields[0].field]).toEqual([400, '认定机关']);
  });

  test('a subject is found by its whole code; half a code finds nobody', async () => {
    await record(recent(104));
    const code = recent(104).CF_XDR_SHXYM!;
    const found = await officer.get(`/api/v1/office/subject-by-code?code=${code.toLowerCase()}`);
    expect(found.body.subject).toMatchObject({ name: '南昌示例商贸104号有限公司', kind: 'organisation' });
    const unknown = await officer.get(`/api/v1/office/subject-by-code?code=${makeUscc('92360102MAEXNADBY')}`);
    expect(unknown.body).toEqual({ subject: null, kind: 'sole-trader' });
    expect((await officer.get(`/api/v1/office/subject-by-code?code=${code.slice(0, 12)}`)).status).toBe(400);
    const logged = await all<{ act: string }>(`select act from access_log where act = 'look-up-subject'`);
    expect(logged).toHaveLength(2);
  });
});

describe('what the notice says', () => {
  const modelOf = async (recordId: string) =>
    (await all<{ model: Record<string, unknown> }>(`select model from paper where record_id = $1`, [recordId]))[0]!
      .model;

  test('before display begins on the market track, spans and not days; once it has, the days', async () => {
    const before = await record(recent(111, { 领域: '食品' }));
    expect(await modelOf(before.body.recordId)).toMatchObject({
      mayApply: true,
      periodText: expect.stringMatching(/^自公示之日起最短\d+(个月|年)，最长\d+(个月|年)$/),
      applyText: expect.stringMatching(/^自公示之日起满/),
      edition: { number: expect.any(Number), from: expect.stringMatching(/^20/) },
    });
    const shown = await record(recent(112, { 公示日期: '2026-11-18' }));
    const model = await modelOf(shown.body.recordId);
    expect(model).toMatchObject({ publishedFrom: '2026-11-18', earliestEnd: '2027-02-18' });
    expect(model.periodText).toBeUndefined();
  });

  test('轻微: not displayed, nothing to apply for', async () => {
    const made = await record(recent(113, { CF_CFLB: '警告', CF_NR: '给予警告。', CF_NR_FK: '' }));
    expect(await modelOf(made.body.recordId)).toMatchObject({
      isShown: false,
      mayApply: false,
      publishedAt: expect.stringContaining('不在公示网站公示'),
      applyText: expect.stringMatching(/^不用申请/),
    });
  });

  test('the court decides, and the platform passes on', async () => {
    const key = await world.subject();
    const [court] = [...(await world.services.catalog()).units.values()].filter((one) => one.sector === 'court');
    const id = await world.record(key, {
      matterKey: 'judgment-defaulter',
      recordType: 'judgment',
      unitId: court!.unitId,
      regionCode: court!.regionCode,
      organName: court!.name,
    });
    const judge = await world.officer(court!.unitId);
    expect((await judge.post(pathOf({ subjectKey: key, recordId: id }))).status).toBe(201);
    expect(await modelOf(id)).toMatchObject({
      publishedAt: '中国执行信息公开网',
      periodText: '纳入期限和删除由执行法院依法决定',
      applyText: expect.stringContaining('执行法院'),
    });
  });
});

describe('an import', () => {
  test('makes the notices of its new decisions of the last sixty days, and prints them in the background', async () => {
    const rows = [recent(121), recent(122, { CF_JDRQ: '2026-09-24' }), recent(123, { CF_JDRQ: '2026-09-23' })];
    const started = await upload(world, officer, csv(rows));
    expect(started.status).toBe(202);
    expect(await world.work()).toEqual([]);
    const found = await all<{ doc_number: string; state: string | null }>(
      `select r.doc_number, p.state from record r left join repair_notice n on n.record_id = r.record_id
         left join paper p on p.paper_id = n.paper_id where r.doc_number ~ '例12[123]号' order by 1`,
    );
    expect(found.map((one) => one.state)).toEqual(['printed', 'printed', null]);
    await upload(world, officer, csv(rows));
    expect(await world.work()).toEqual([]);
    expect(
      await all(`select 1 from repair_notice n join record r using (record_id) where r.doc_number ~ '例12[123]号'`),
    ).toHaveLength(2);
    const { rows: shown } = await queue();
    const days = shown.map((one: { findingDate: string }) => one.findingDate);
    expect(days).toEqual([...days].sort());
    expect(numbersOf(shown)).toContain('东市监罚〔2026〕例122号');
    expect(numbersOf(shown)).not.toContain('东市监罚〔2026〕例123号');
    expect(numbersOf((await queue('?stage=unmade')).rows)).toEqual(['东市监罚〔2026〕例123号']);
  });
});

describe('many at once', () => {
  test('service is noted for all that can be, the others are named; the queue grows shorter by just these', async () => {
    const made = [];
    for (const index of [131, 132, 133]) made.push((await record(recent(index))).body);
    const records = made.map(({ subjectKey, recordId }) => ({ subjectKey, recordId }));
    await officer.post(`${pathOf(made[2]!)}/service`, { servedHow: 'direct', servedOn: today });
    const before = (await queue()).waiting;
    const service = { servedHow: 'mail', servedOn: today, decisionServedOn: '2026-11-20', receiptNumber: 'EMS-1' };
    const done = await officer.post('/api/v1/office/notices/services', { records, ...service });
    expect(done.body).toMatchObject({ done: 2, left: 1 });
    expect(done.body.results[2]).toMatchObject({ done: false, text: expect.stringContaining('更正') });
    expect((await queue()).waiting).toBe(before - 2);
    const later = (await queue('?stage=later')).rows;
    expect(numbersOf(later).sort()).toEqual(['东市监罚〔2026〕例131号', '东市监罚〔2026〕例132号']);
    expect(later[0]).toMatchObject({ servedWithDecision: false, daysAfterDecision: 3 });
    const stranger = await world.officer('market-360702');
    const theirs = await stranger.post('/api/v1/office/notices/services', { records, ...service });
    expect(theirs.body).toMatchObject({ done: 0, left: 3 });
  });

  test('notices are put into one file in their order, and only the unit opens it', async () => {
    const made = [];
    for (const index of [141, 142, 143]) made.push((await record(recent(index))).body);
    const records = [made[2]!, made[0]!, made[1]!].map(({ subjectKey, recordId }) => ({ subjectKey, recordId }));
    const ordered = await officer.post('/api/v1/office/notice-batches', { records, twoSided: true });
    expect([ordered.status, ordered.body.total]).toEqual([202, 3]);
    const address = `/api/v1/office/notice-batches/${ordered.body.batchId}`;
    expect((await officer.get(address)).body.code).toBe('batch-not-ready');
    expect(await world.work()).toEqual([]);
    const [batch] = (await officer.get('/api/v1/office/notice-batches')).body.batches;
    expect(batch).toMatchObject({ state: 'done', done: 3, failure: null });
    const file = await officer.get(address);
    expect(file.text.startsWith('%PDF-1.7')).toBe(true);
    expect(batch.pages).toBeGreaterThanOrEqual(3);
    // The joined file is for the printer; each original is the sealed file, byte for byte.
    expect(file.text).not.toContain('/ByteRange');
    const originals = (await officer.get(`${address}/originals`)).text;
    expect(originals.split('/ETSI.CAdES.detached')).toHaveLength(4);
    const stranger = await world.officer('market-360702');
    for (const closed of [address, `${address}/originals`]) expect((await stranger.get(closed)).status).toBe(404);
    expect((await officer.post('/api/v1/office/notice-batches', {})).status).toBe(400);
    const day = await officer.post('/api/v1/office/notice-batches', { findingDate: '2026-11-16' });
    expect(day.body.total).toBeGreaterThan(3);
  });
});

describe('editions', () => {
  test('a new class standard makes a new edition; what was served stays, what was not is made anew under the same code', async () => {
    const catalog = await world.services.catalog();
    const unit = catalog.units.get('emergency-360100')!;
    const before = noticeEdition(catalog, 'other-penalty', unit.sector, today);
    const paper = { title: '示例裁量标准', number: null, issuedOn: '2026-11-01', office: '示例厅' };
    const bands = [{ class: 'general' as const, over: 0, upTo: null }];
    const standard = {
      id: 'x',
      from: '2026-11-20',
      to: null,
      paper,
      sector: unit.sector,
      fines: bands,
      personFines: [],
      kinds: {},
    };
    const changed = {
      ...catalog,
      law: {
        ...catalog.law,
        standards: [standard],
        standard: (sector: string, on: string) =>
          sector === unit.sector && on >= standard.from ? standard : undefined,
      },
    };
    expect(noticeEdition(changed, 'other-penalty', unit.sector, today)).toMatchObject({
      edition: before.edition + 1,
      from: '2026-11-20',
    });
    expect(noticeEdition(changed, 'work-safety', 'tax', today).edition).toBe(
      noticeEdition(catalog, 'work-safety', 'tax', today).edition,
    );
    expect(noticeEdition(changed, 'other-penalty', unit.sector, '2026-11-19')).toEqual(
      noticeEdition(catalog, 'other-penalty', unit.sector, '2026-11-19'),
    );
  });

  test('an unserved notice that would read differently says so and is replaced; a served one is kept as it is', async () => {
    const open = (await record(recent(151))).body;
    const served = (await record(recent(152))).body;
    await officer.post(`${pathOf(served)}/service`, { servedHow: 'direct', servedOn: today });
    expect(await world.work()).toEqual([]);
    const kept = (await officer.get(pathOf(served))).body.notices[0];
    // The record is corrected after the notices were made: as a change of law would, it changes what a new one says.
    for (const index of [151, 152]) await record(recent(index, { 公示日期: '2026-11-18' }));
    const outdated = (await queue('?stage=outdated')).rows;
    expect(numbersOf(outdated)).toContain('东市监罚〔2026〕例151号');
    expect(numbersOf(outdated)).not.toContain('东市监罚〔2026〕例152号');
    const answer = await officer.post('/api/v1/office/notices/renewals', {
      records: [open, served].map(({ subjectKey, recordId }) => ({ subjectKey, recordId })),
    });
    expect(answer.body).toMatchObject({ done: 1, left: 1 });
    expect(await world.work()).toEqual([]);
    const history = (await officer.get(pathOf(open))).body;
    expect(history.outdated).toBe(false);
    expect(history.notices).toHaveLength(2);
    expect(history.notices[0].token).toBe(history.notices[1].token);
    expect([history.notices[0].supersededAt, history.notices[1].supersededAt === null]).toEqual([null, false]);
    for (const one of history.notices)
      expect((await officer.get(`/api/v1/subjects/${open.subjectKey}/papers/${one.paperId}`)).status).toBe(200);
    expect((await officer.get(pathOf(served))).body.notices).toEqual([kept]);
    expect((await world.guest().get(`/api/v1/notice-links/${history.notices[0].token}`)).body.recordId).toBe(
      open.recordId,
    );
  });
});

describe('the system of a unit', () => {
  const path = '/api/v1/partner/records';
  async function send(key: { keyId: string; secret: string }, records: unknown[], change: Record<string, string> = {}) {
    const body = JSON.stringify({ records });
    const timestamp = String(world.services.clock.now().getTime());
    const signed = { timestamp, nonce: randomUUID(), digest: bodyDigest(body), ...change };
    const signature = signPartner(key.secret, { method: 'POST', path, ...signed });
    const reply = await world.app.inject({
      method: 'POST',
      url: path,
      payload: change.body ?? body,
      headers: {
        'content-type': 'application/json',
        'x-partner-key': key.keyId,
        'x-partner-timestamp': signed.timestamp,
        'x-partner-nonce': signed.nonce,
        'x-partner-digest': signed.digest,
        'x-partner-signature': change.signature ?? signature,
      },
    });
    return { status: reply.statusCode, body: reply.json() };
  }
  async function newKey(unitId = 'market-360102') {
    const made = await operator.post('/api/v1/office/partner-keys', { unitId, label: '示例执法系统' });
    expect(made.status).toBe(201);
    return { keyId: made.body.key.keyId as string, secret: made.body.secret as string };
  }

  test('hands in decisions, each answered by itself; the same again changes nothing', async () => {
    const key = await newKey();
    const records = [recent(161), recent(162, { CF_WSH: '' }), recent(163, { CF_CFJG: '赣州市章贡区市场监督管理局' })];
    const first = await send(key, records);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body.records.map((one: { outcome: string }) => one.outcome)).toEqual([
      'recorded',
      'rejected',
      'rejected',
    ]);
    expect(first.body.records[1].faults[0].field).toBe('CF_WSH');
    expect(first.body.records[0].notice.applyUrl).toContain('/notice/');
    const again = await send(key, records);
    expect(again.body.records[0]).toMatchObject({ outcome: 'known', recordId: first.body.records[0].recordId });
    const { keys } = (await operator.get('/api/v1/office/partner-keys')).body;
    expect(keys.find((one: { keyId: string }) => one.keyId === key.keyId)).toMatchObject({
      unitName: eastBureau,
      revokedAt: null,
    });
    expect(
      await all(`select 1 from partner_key where key_id = $1 and last_used_at is not null`, [key.keyId]),
    ).toHaveLength(1);
  });

  test('a request is heard once, from its own time, whole, and by a key in force', async () => {
    const key = await newKey();
    const nonce = randomUUID();
    expect((await send(key, [recent(171)], { nonce })).status).toBe(200);
    expect((await send(key, [recent(171)], { nonce })).body.code).toBe('request-replayed');
    const late = String(world.services.clock.now().getTime() - 6 * 60_000);
    expect((await send(key, [recent(172)], { timestamp: late })).body.code).toBe('timestamp-off');
    const other = JSON.stringify({ records: [recent(173)] });
    expect((await send(key, [recent(172)], { body: other })).body.code).toBe('signature-wrong');
    expect((await send({ ...key, secret: 'wrong-secret-of-a-stranger' }, [recent(172)])).body.code).toBe(
      'signature-wrong',
    );
    expect(
      (await send({ keyId: 'pk-unknown', secret: partnerSecret('x'.repeat(20), 'pk-unknown') }, [recent(172)])).body
        .code,
    ).toBe('signature-wrong');
    expect((await officer.post(path, { records: [recent(172)] })).body.code).toBe('signature-missing');
    await operator.post(`/api/v1/office/partner-keys/${key.keyId}/revocation`);
    expect((await send(key, [recent(172)])).body.code).toBe('signature-wrong');
    expect(await all(`select 1 from record where doc_number ~ '例17[23]号'`)).toEqual([]);
  });
});

test('supervision: every figure equals the list it opens', async () => {
  const supervisor = await world.officer('ndrc-360100', 'supervisor');
  const span = 'from=2026-09-01&to=2026-11-23';
  const { rows, total } = (await supervisor.get(`/api/v1/supervision/served-together?${span}`)).body;
  const east = rows.find((one: { key: string }) => one.key === 'market-360102');
  expect(east.decisions).toBeGreaterThan(east.made);
  expect(east.made).toBeGreaterThan(east.served);
  expect(east.served).toBeGreaterThan(east.together);
  expect(east.rate).toBeCloseTo(east.together / east.decisions, 4);
  for (const [what, key] of [
    ['all', 'decisions'],
    ['made', 'made'],
    ['served', 'served'],
    ['together', 'together'],
  ] as const) {
    const list = await supervisor.get(
      `/api/v1/supervision/served-together/decisions?${span}&unit=market-360102&what=${what}`,
    );
    expect(list.body.rows.length, what).toBe(east[key]);
  }
  expect(total.decisions).toBe(rows.reduce((sum: number, one: { decisions: number }) => sum + one.decisions, 0));
  const elsewhere = await world.officer('ndrc-360700', 'supervisor');
  expect((await elsewhere.get(`/api/v1/supervision/served-together?${span}`)).body.rows).toEqual([]);
});
