import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { csvCell } from './download-report.ts';
import { code, csv, sound, upload } from './testing/penalty-file.ts';

let world: World;
let operator: Person;
let officer: Person;

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  operator = await world.officer('market-360000', 'operator');
  officer = await world.officer('market-360102');
});
afterAll(() => world?.end());

/** Uploads and runs the job; the batch as it ended. */
async function load(who: Person, rows: readonly Record<string, string>[], fields: Record<string, string> = {}) {
  const started = await upload(world, who, csv(rows), fields);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  expect(await world.work()).toEqual([]);
  return (await who.get(`/api/v1/imports/${started.body.importId}`)).body;
}

const counts = (it: Record<string, unknown>) => [it.state, it.accepted, it.updated, it.duplicate, it.rejected];
const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));

describe('an import', () => {
  test('lands good rows, names the faults of bad ones, and the same file again changes nothing', async () => {
    const rows = [
      sound(1),
      sound(2, { CF_JDRQ: '2026-02-30' }),
      sound(3, { CF_XDR_SHXYM: '9136010OMAEXAMP01X', CF_XDR_MC: '' }),
      sound(4),
      sound(4),
    ];
    const first = await load(operator, rows);
    expect(counts(first)).toEqual(['done', 2, 0, 1, 2]);
    expect(first).toMatchObject({ rowsRead: 5, template: 'penalty', failure: null });
    expect(first.bytesRead).toBe(first.bytesTotal);
    const report = (await operator.get(`/api/v1/imports/${first.importId}/rows?outcome=rejected`)).body.rows;
    expect(report.map((row: { rowNo: number }) => row.rowNo)).toEqual([3, 4]);
    expect(report[0].faults[0]).toMatchObject({ field: 'CF_JDRQ' });
    expect(report[1].faults.length).toBe(2);

    const before = await all('select * from record order by record_id');
    expect(before.length).toBe(2);
    expect(before[0]).toMatchObject({ unit_id: 'market-360102', region_code: '360102', matter_key: 'market-penalty' });
    expect(counts(await load(operator, rows))).toEqual(['done', 0, 0, 3, 2]);
    expect(await all('select * from record order by record_id')).toEqual(before);
    expect(await all('select 1 from import_file')).toEqual([]);
  });

  test('a changed row updates its record; what the file leaves out stays; the repair is never touched', async () => {
    await load(operator, [sound(10), sound(11)]);
    await all(`update record set repaired_on = '2026-10-01' where doc_number = '东市监罚〔2026〕例11号'`);
    const change = { 公示日期: '2026-03-20', 裁量档次: '' };
    const changed = await load(operator, [sound(10, change), sound(11, change), sound(10, change)]);
    expect(counts(changed)).toEqual(['done', 0, 2, 1, 0]);
    const rows = await all<{ published_date: string; repaired_on: string | null; facts: { penalties: unknown[] } }>(
      `select published_date, repaired_on, facts from record where doc_number like '%例1_号' order by doc_number`,
    );
    expect(rows.map((row) => [row.published_date, row.repaired_on])).toEqual([
      ['2026-03-20', null],
      ['2026-03-20', '2026-10-01'],
    ]);
    expect(rows[0]!.facts.penalties).toEqual([{ kind: '罚款', amountYuan: 20_000, bracket: 'ordinary' }]);
    const report = (await operator.get(`/api/v1/imports/${changed.importId}/rows?outcome=updated`)).body.rows;
    expect(report[0].warnings).toEqual([]);
    expect(report[1].warnings[0].text).toContain('已于 2026-10-01 修复');
  });

  test('two versions of a record in one file: the later one stands', async () => {
    const it = await load(operator, [sound(15), sound(16), sound(15, { CF_NR_FK: '3', CF_NR: '处罚款30000元。' })]);
    expect(counts(it)).toEqual(['done', 2, 1, 0, 0]);
    const [row] = await all<{ facts: { penalties: { amountYuan: number }[] } }>(
      `select facts from record where doc_number = '东市监罚〔2026〕例15号'`,
    );
    expect(row!.facts.penalties[0]!.amountYuan).toBe(30_000);
  });

  test('a known subject under another name is kept, with a warning', async () => {
    await load(operator, [sound(20)]);
    const it = await load(operator, [
      sound(20, { CF_WSH: '东市监罚〔2026〕例920号', CF_XDR_MC: '南昌更名示例有限公司' }),
    ]);
    expect(counts(it)).toEqual(['done', 1, 0, 0, 0]);
    const rows = (await operator.get(`/api/v1/imports/${it.importId}/rows`)).body.rows;
    expect(rows[0]).toMatchObject({ outcome: 'accepted', warnings: [{ field: '主体名称' }] });
    expect(await all('select name from subject where identifier = $1', [code(20)])).toEqual([
      { name: '南昌示例商贸20号有限公司' },
    ]);
  });

  test('an officer imports for the own unit only, and sees the own imports only', async () => {
    const it = await load(officer, [sound(30), sound(31, { CF_CFJG: '赣州市章贡区市场监督管理局' })]);
    expect(counts(it)).toEqual(['done', 1, 0, 0, 1]);
    const rows = (await officer.get(`/api/v1/imports/${it.importId}/rows?outcome=rejected`)).body.rows;
    expect(rows[0].faults[0].text).toContain('赣州市章贡区市场监督管理局认定');
    const other = await world.officer('market-360702');
    expect((await other.get(`/api/v1/imports/${it.importId}`)).status).toBe(404);
    expect((await other.get(`/api/v1/imports/${it.importId}/report`)).status).toBe(404);
    expect((await other.get('/api/v1/imports')).body.imports).toEqual([]);
    const seen = (await operator.get('/api/v1/imports')).body.imports;
    expect(seen.map((one: { importId: string }) => one.importId)).toContain(it.importId);
  });

  test('a wrong check digit passes only with a reason, which is logged', async () => {
    const wrong = `${code(40).slice(0, 17)}${code(40).endsWith('A') ? 'B' : 'A'}`;
    const row = sound(40, { CF_XDR_SHXYM: wrong });
    expect(counts(await load(operator, [row]))).toEqual(['done', 0, 0, 0, 1]);
    const bare = await upload(world, operator, csv([row]), { overrideCheckDigit: '1' });
    expect(bare.status).toBe(400);
    expect(bare.body.fields[0].field).toBe('overrideReason');
    const it = await load(operator, [row], { overrideCheckDigit: '1', overrideReason: '与营业执照核对一致' });
    expect(counts(it)).toEqual(['done', 1, 0, 0, 0]);
    const logged = await all<{ detail: object }>(`select detail from access_log where act = 'override-check-digit'`);
    expect(logged).toMatchObject([{ detail: { importId: it.importId, reason: '与营业执照核对一致' } }]);
  });

  test('what is no table is refused at once; what cannot be read as a whole fails with a sentence', async () => {
    const picture = await upload(world, operator, Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), {}, 'list.csv');
    expect([picture.status, picture.body.code]).toEqual([400, 'import-wrong-type']);
    expect((await upload(world, operator, '')).status).toBe(400);
    const headless = await upload(world, operator, '甲,乙\r\n1,2\r\n');
    expect(headless.status).toBe(202);
    await world.work();
    const ended = (await operator.get(`/api/v1/imports/${headless.body.importId}`)).body;
    expect(ended).toMatchObject({ state: 'failed', rowsRead: 0, failure: { code: 'import-no-header' } });
    expect(ended.failure.text).toContain('没有找到表头');
  });

  test('nobody but officers and operators may upload', async () => {
    const clerk = await world.officer('window-360102', 'window-clerk');
    expect((await upload(world, clerk, csv([sound(1)]))).status).toBe(403);
  });
});

test('workbooks come back from the database byte by byte: every matter of the samples lands', async () => {
  const file = await readFile(new URL('../../samples/lists-all-matters.xlsx', import.meta.url));
  const started = await upload(world, operator, file, {}, 'lists.xlsx');
  expect(started.status).toBe(202);
  expect(await world.work()).toEqual([]);
  const ended = (await operator.get(`/api/v1/imports/${started.body.importId}`)).body;
  expect(ended).toMatchObject({ state: 'done', rejected: 0, template: 'list' });
  const matters = await all<{ matter_key: string; lost: number }>(
    'select matter_key, count(*) filter (where unit_id is null) as lost from record where import_id = $1 group by 1',
    [started.body.importId],
  );
  expect(matters.length).toBe(12);
  expect(matters.filter((row) => row.lost > 0)).toEqual([]);
});

describe('races and replays', () => {
  test('two imports of the same rows at once write each record once', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => sound(2000 + index));
    const [one, two] = await Promise.all([
      upload(world, operator, csv(rows)),
      upload(world, operator, csv(rows.toReversed())),
    ]);
    const { db } = world.services;
    const jobs = (
      await db.pool.query<{ payload: { importId: string; subjectKey: string } }>('delete from outbox returning payload')
    ).rows;
    const { runImport } = await import('./run-import.ts');
    await Promise.all(jobs.map((job) => runImport(world.services).run(job.payload)));
    const ends = [one, two].map(async (it) => (await operator.get(`/api/v1/imports/${it.body.importId}`)).body);
    const [a, b] = await Promise.all(ends);
    expect([a.state, b.state]).toEqual(['done', 'done']);
    expect(a.accepted + b.accepted).toBe(300);
    expect(a.duplicate + b.duplicate).toBe(300);
    const [made] = await all<{ count: number }>(`select count(*) from record where doc_number like '%例2___号'`);
    expect(made!.count).toBe(300);
  });

  test('batches that are written at the same time end as if one after the other: the later row of a file wins', async () => {
    const rows = Array.from({ length: 2_050 }, (_, index) => sound(5000 + index));
    const later = rows.map((row) => ({ ...row, CF_NR: '处罚款20000元，责令改正。' }));
    expect(counts(await load(operator, [...rows, ...later]))).toEqual(['done', 2_050, 2_050, 0, 0]);
    const [stands] = await all<{ count: number }>(
      `select count(*) from record where doc_number ~ '例(5|6|7)[0-9]{3}号' and facts->>'content' like '%责令改正%'`,
    );
    expect(stands!.count).toBe(2_050);
  });

  test('a job that was cut off goes on from its checkpoint, and one that runs again writes nothing', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => sound(3000 + index));
    const started = await upload(world, operator, csv(rows));
    await all(`update import_batch set state = 'running', rows_read = 10, accepted = 10 where import_id = $1`, [
      started.body.importId,
    ]);
    const job = { importId: started.body.importId, subjectKey: '00000000-0000-0000-0000-000000000000' };
    await world.work();
    const { runImport } = await import('./run-import.ts');
    await runImport(world.services).run(job);
    const ended = (await operator.get(`/api/v1/imports/${started.body.importId}`)).body;
    expect(counts(ended)).toEqual(['done', 40, 0, 0, 0]);
    const [made] = await all<{ count: number }>(`select count(*) from record where doc_number like '%例30__号'`);
    expect(made!.count).toBe(30);
  });
});

test('the report is CSV with a mark, in file order, and no cell of it can run as a formula', async () => {
  const it = await load(operator, [sound(50), sound(51, { CF_NR: '=HYPERLINK("http://example.cn")' }), sound(51)]);
  const file = await operator.get(`/api/v1/imports/${it.importId}/report`);
  expect(file.text.startsWith('\ufeff"工作表","行号","结果"')).toBe(true);
  expect(file.text.split('\r\n').slice(1, -1)).toEqual([expect.stringContaining('"3","未导入","错误","CF_NR"')]);
  expect(csvCell('=1+1')).toBe(`"'=1+1"`);
  expect(csvCell('a"b')).toBe('"a""b"');
  expect(csvCell('-3')).toBe(`"'-3"`);
});

test('persons are kept by their number and listed under a mask', async () => {
  const id = makeCitizenId('36010019800101001')!;
  const rows = [sound(60, { CF_XDR_MC: '示例某', CF_XDR_LB: '自然人', CF_XDR_SHXYM: id, CF_FRDB: '' })];
  const it = await load(operator, rows);
  expect(counts(it)).toEqual(['done', 1, 0, 0, 0]);
  const found = (await officer.get(`/api/v1/office/subjects?q=${encodeURIComponent('示例某')}`)).body.subjects;
  expect(found).toMatchObject([{ kind: 'person', identifier: `${id.slice(0, 4)}${'*'.repeat(12)}${id.slice(-2)}` }]);
  expect((await officer.get(`/api/v1/office/subjects?q=${id}`)).body.subjects[0].identifier).toBe(id);
});
