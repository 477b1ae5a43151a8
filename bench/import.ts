/**
 * Import rows per second beside plain COPY, on a PostgreSQL of its own (with fsync, as in use):
 *   node bench/import.ts [rows]
 * The file is the national penalty template with every column; each row has a subject of its own, which is the dearest case. What is
 * timed is the whole job as the worker runs it: file out of the database, reading, checking, routing, subjects, records, report.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isRefusal } from '#domain/refusal.ts';
import { openCatalog } from '#server/catalog/catalog-store.ts';
import { seedCatalog } from '#server/catalog/seed-catalog.ts';
import type { Officer } from '#server/platform/actor.ts';
import type { Services } from '#server/platform/app-context.ts';
import { systemClock } from '#server/platform/clock.ts';
import { openDatabase } from '#server/platform/database.ts';
import { createLog } from '#server/platform/log.ts';
import { migrate } from '#server/platform/migrate.ts';
import { appUrlOf } from '#server/platform/postgres/app-role.ts';
import { startPostgres } from '#server/platform/postgres/supervisor.ts';
import { runImport } from '#server/record/run-import.ts';
import { platformSubject, startImport } from '#server/record/start-import.ts';
import { largeFile } from '../samples/invented-rows.ts';
import { organCode } from '../samples/organs.ts';

/** One line of the table of figures. */
export interface ImportFigure {
  readonly what: string;
  readonly rows: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
}

async function writeFile(path: string, rows: number): Promise<void> {
  const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const stream = createWriteStream(path);
  for (const cells of largeFile(rows, organCode))
    if (!stream.write(`${cells.map(quote).join(',')}\r\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function timed(what: string, rows: number, work: () => Promise<unknown>): Promise<ImportFigure> {
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  return { what, rows, seconds, rowsPerSecond: Math.round(rows / seconds) };
}

/** Imports one file twice, then copies the rows it made; `peakMb` is the most memory the process held. */
export async function benchImport(rows: number): Promise<{ figures: ImportFigure[]; peakMb: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-repair-bench-'));
  const log = createLog({ logLevel: 'warn' }, 'bench');
  const server = await startPostgres({ dataDir }, log);
  try {
    const password = 'only-for-the-bench';
    await migrate(server.url, { appPassword: password });
    await seedCatalog(server.url, { demo: true });
    const path = join(dataDir, 'large.csv');
    await writeFile(path, rows);
    const db = openDatabase(appUrlOf(server.url, password), { max: 4, onError: () => {} });
    const config = { dataDir, importLimitMb: 1024 };
    const catalog = openCatalog(db, { ttlMs: 60_000 });
    const services = { db, log, config, clock: systemClock(), catalog, reactions: () => [] } as unknown as Services;
    try {
      const figures: ImportFigure[] = [];
      for (const what of ['import, every row new', 'the same file again'])
        figures.push(await importOnce(services, what, path, rows));
      const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
      return { figures: [...figures, ...(await copyRows(server.url, rows))], peakMb };
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function importOnce(services: Services, what: string, path: string, rows: number): Promise<ImportFigure> {
  const unit = (await services.catalog()).units.get('market-360000')!;
  const operator: Officer = { kind: 'officer', officerId: 'bench', name: '测量', unit, roles: ['operator'] };
  const bytes = statSync(path).size;
  const file = { path, fileName: 'large.csv', mediaType: 'text/csv', bytes, digest: await digestOf(path) };
  const started = await startImport(services, operator, {}, file);
  if (isRefusal(started)) throw new Error(started.text);
  const payload = { importId: started.importId, onlyUnit: null, subjectKey: platformSubject };
  const figure = await timed(what, rows, () => runImport(services).run(payload));
  const ended = await services.db.read({ sees: 'none' }, (tx) =>
    tx.run<{ state: string; rows_read: number; rejected: number }>(
      'select state, rows_read, rejected from import_batch where import_id = $1',
      [started.importId],
    ),
  );
  const { state, rows_read: read, rejected } = ended[0]!;
  if (state !== 'done' || read !== rows || rejected > 0)
    throw new Error(`the import ended ${state} after ${read} rows with ${rejected} rejected`);
  return figure;
}

/** The floor: COPY of the very same rows, by the server from its own disk, into a heap and into a table with record's keys. */
async function copyRows(ownerUrl: string, rows: number): Promise<ImportFigure[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const folder = (await client.query<{ data_directory: string }>('show data_directory')).rows[0]!.data_directory;
    const path = pg.escapeLiteral(join(folder, 'bench-record.copy'));
    await client.query(`copy record to ${path}`);
    await client.query('create table scratch_heap (like record)');
    await client.query('create table scratch_keyed (like record including all)');
    return [
      await timed('plain COPY into a heap', rows, () => client.query(`copy scratch_heap from ${path}`)),
      await timed('plain COPY into a table with the keys of record', rows, () =>
        client.query(`copy scratch_keyed from ${path}`),
      ),
    ];
  } finally {
    await client.end();
  }
}

/** The figures of an import as lines; run in a process of its own, so that its peak memory is its own. */
if (import.meta.main) {
  const rows = Number(process.argv[2] ?? 100_000);
  const { figures, peakMb } = await benchImport(rows);
  const floor = figures.at(-2)!.rowsPerSecond;
  for (const one of figures)
    process.stdout.write(
      `${one.what}: ${one.rowsPerSecond} rows/s (${one.seconds.toFixed(2)} s, ${((100 * one.rowsPerSecond) / floor).toFixed(0)}% of plain COPY)\n`,
    );
  process.stdout.write(`peak memory of the importing process: ${peakMb} MB\n`);
}
