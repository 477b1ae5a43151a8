import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { laterLists } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { orderJobs, wholePlatform } from '../platform/outbox.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { interpretFile } from './import/interpret-file.ts';
import { inBatches, type RowBatch } from './import-batches.ts';
import { isSubjectTaken } from './import-record-store.ts';
import { openImportRouting } from './import-routing.ts';
import { raced, writeRows } from './import-rows.ts';
import {
  claimImport,
  endImport,
  type ImportBatchRow,
  type ImportCounts,
  insertReportRows,
  moveCheckpoint,
  readFilePart,
} from './import-store.ts';

/** How often a batch begins anew when other imports write the same subjects at the same time. */
const mostRaces = 8;

/** The platform's own work sees every row. */
const everything = { sees: 'all' } as const;

/**
 * Task `run-import` {importId, onlyUnit}: reads an uploaded file and writes its rows batch by batch. Each batch and the count of rows
 * behind it are one transaction, so a job that was cut off goes on where it stopped, and one that runs twice writes nothing twice.
 */
export function runImport(services: Services): Task {
  return {
    name: 'run-import',
    maxAttempts: 5,
    async run(payload) {
      const importId = textOf(payload, 'importId');
      const onlyUnit = typeof payload.onlyUnit === 'string' ? payload.onlyUnit : null;
      const found = settled(
        await services.db.transaction(everything, async (tx) => (await claimImport(tx, importId)) ?? null),
      );
      if (!found) return;
      const path = join(await incomingFolder(services), `import-${importId}-${process.pid}`);
      try {
        await fetchFile(services, importId, path);
        await readAndWrite(services, found, onlyUnit, path);
      } catch (error) {
        if (isPassing(error)) throw error;
        services.log.error({ err: error, importId }, 'import failed');
        await finish(services, importId, {
          code: 'import-internal',
          text: '系统出错，没有读完这个文件。已经处理的行见逐行报告；请稍后重新上传，已导入的行不会重复。',
        });
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** Errors that another try may mend: connections, shutdowns, full disks. Everything else would come again at the same row. */
function isPassing(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code ?? '');
  return (
    /^(08|40|53|57)/.test(code) || /^E[A-Z]+$/.test(code) || /Connection terminated|timeout|busy/i.test(String(error))
  );
}

async function incomingFolder(services: Services): Promise<string> {
  const folder = join(services.config.dataDir, 'incoming');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Puts the parts of the file together again; while one is written down the database already reads out the next. */
async function fetchFile(services: Services, importId: string, path: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await services.db.read(everything, async (tx) => {
      let reading = readFilePart(tx, importId, 0);
      for (let part = 1; ; part++) {
        const content = await reading;
        if (content === undefined) return;
        reading = readFilePart(tx, importId, part);
        // Its failure is met at the next await; until then it must not count as unhandled.
        reading.catch(() => {});
        await file.write(Buffer.from(content, 'base64'));
      }
    });
  } finally {
    await file.close();
  }
}

async function readAndWrite(
  services: Services,
  found: ImportBatchRow,
  onlyUnit: string | null,
  path: string,
): Promise<void> {
  const today = services.clock.today();
  const catalog = await services.catalog();
  const rows = interpretFile(path, {
    today,
    laterLists: laterLists(catalog),
    maxBytes: services.config.importLimitMb * 1024 * 1024,
    ...(found.override_reason === null ? {} : { overrideCheckDigit: found.override_reason }),
  });
  const plan = { catalog, onlyUnit, placeOf: openImportRouting(catalog, today) };
  const writer = openWriter(services, found);
  let failure: Refusal | null = null;
  // The database takes two batches at a time, on two connections, while the next one is read; never more than these are in memory.
  // Each moves the checkpoint only after the one before it has, so the import still stands at one row (see openWriter).
  let before: Promise<boolean> = Promise.resolve(true);
  let writing: Promise<boolean> = Promise.resolve(true);
  for await (const batch of inBatches(rows, plan, found.rows_read)) {
    if (!(await before)) return;
    if (isRefusal(batch)) {
      failure = batch;
      break;
    }
    before = writing;
    writing = writer.write(batch, before);
    // Its failure is met at the next await; until then it must not count as unhandled.
    writing.catch(() => {});
  }
  if (!(await before)) return;
  if (!(await writing)) return;
  await finish(services, found.import_id, failure && failureOf(failure, writer.counts()));
}

function failureOf(refusal: Refusal, { rowsRead }: ImportCounts): { code: string; text: string } {
  const stands = rowsRead > 0 ? `此前的 ${rowsRead} 行已经处理，见逐行报告。` : '';
  return { code: refusal.code, text: `${refusal.text.replace(/。$/, '')}。${stands}` };
}

async function finish(
  services: Services,
  importId: string,
  failure: { code: string; text: string } | null,
): Promise<void> {
  const at = services.clock.now();
  settled(
    await services.db.transaction(everything, async (tx) => {
      await endImport(tx, importId, failure, at);
      await orderJobs(tx, wholePlatform, [{ task: 'make-notices', payload: { importId } }], at);
      return null;
    }),
  );
}

interface BatchWriter {
  /** False when another worker has taken the import over: stop. `before` is the writing of the batch before this one. */
  write(batch: RowBatch, before: Promise<boolean>): Promise<boolean>;
  counts(): ImportCounts;
}

/** Writes batches in their order and keeps count. */
function openWriter(services: Services, found: ImportBatchRow): BatchWriter {
  let counts: ImportCounts = {
    rowsRead: found.rows_read,
    accepted: found.accepted,
    updated: found.updated,
    duplicate: found.duplicate,
    rejected: found.rejected,
  };
  let template = found.template;

  async function tryWrite(batch: RowBatch, before: Promise<boolean>): Promise<ImportCounts | null | Refusal> {
    const at = services.clock.now();
    const importId = found.import_id;
    return services.db.transaction(everything, async (tx) => {
      // Rows and checkpoint are lost together or not at all, so a batch need not wait for the disk; the end of the import does.
      await tx.query('import-lazy-commit', 'set local synchronous_commit = off');
      const written = await writeRows(tx, batch.rows, importId, at);
      if (isRefusal(written)) return written;
      await insertReportRows(tx, importId, written.report);
      // The one before may be waiting in the database for a row of ours: then we let go and come again after it.
      const turn = await Promise.race([before, setTimeout(patienceMs, 'late' as const, { ref: false })]);
      if (turn === 'late') return tooEarly;
      if (!turn) throw new TakenOver();
      const after: ImportCounts = {
        rowsRead: counts.rowsRead + batch.rows.length,
        accepted: counts.accepted + written.accepted,
        updated: counts.updated + written.updated,
        duplicate: counts.duplicate + written.duplicate,
        rejected: counts.rejected + written.rejected,
      };
      const bytesRead = Math.round(batch.progress * found.bytes_total);
      if (!(await moveCheckpoint(tx, importId, counts, after, { bytesRead, template }))) throw new TakenOver();
      return after;
    });
  }

  return {
    counts: () => counts,
    async write(batch, before) {
      const first = batch.rows.find((row) => !row.rejected);
      template ??= first ? (first.recordType === 'penalty' ? 'penalty' : 'list') : null;
      for (let attempt = 1; ; attempt++) {
        try {
          const after = await tryWrite(batch, before);
          if (after === null) return false;
          if (!isRefusal(after)) {
            counts = after;
            return true;
          }
          if (attempt >= mostRaces) settled(after);
        } catch (error) {
          if (error instanceof TakenOver) return false;
          if (!isSubjectTaken(error)) throw error;
          if (attempt >= mostRaces) settled(raced);
        }
        if (!(await before)) return false;
        await setTimeout(attempt * 20);
      }
    },
  };
}

/** How long a batch that is written keeps its rows while the one before it is still on its way. */
const patienceMs = 2_000;
const tooEarly = refuse('conflict', 'batch-too-early', '前一批还没有写完，这一批稍后再写。');

/** Rolls a batch back that another worker has written already; never leaves this file. */
class TakenOver extends Error {}
