import type { FieldFault } from '#domain/refusal.ts';
import type { Tx } from '../platform/database.ts';

/** What became of a row. */
export type ImportOutcome = 'accepted' | 'updated' | 'duplicate' | 'rejected';

/** A batch as stored. */
export interface ImportBatchRow {
  readonly import_id: string;
  readonly file_name: string;
  readonly template: string | null;
  readonly unit_id: string;
  readonly uploaded_by: string;
  readonly override_reason: string | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly bytes_total: number;
  readonly bytes_read: number;
  readonly rows_read: number;
  readonly accepted: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly failure: { readonly code: string; readonly text: string } | null;
  readonly created_at: string;
  readonly finished_at: string | null;
}

/** How far an import has come: the checkpoint a job that was cut off goes on from. */
export interface ImportCounts {
  readonly rowsRead: number;
  readonly accepted: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/** A line of the report. */
export interface ReportRow {
  readonly sheet: string;
  readonly rowNo: number;
  readonly outcome: ImportOutcome;
  readonly faults: readonly FieldFault[];
  readonly warnings: readonly FieldFault[];
}

/** A line of the report as stored. */
export interface ImportRowRow {
  readonly sheet: string;
  readonly row_no: number;
  readonly outcome: ImportOutcome;
  readonly faults: FieldFault[];
  readonly warnings: FieldFault[];
}

const columns = `import_id, file_name, template, unit_id, uploaded_by, override_reason, state, bytes_total, bytes_read, rows_read,
  accepted, updated, duplicate, rejected, failure, created_at, finished_at`;

export async function insertImport(
  tx: Tx,
  it: {
    readonly importId: string;
    readonly fileName: string;
    readonly digest: string;
    readonly unitId: string;
    readonly uploadedBy: string;
    readonly overrideReason: string | null;
    readonly bytes: number;
    readonly at: Date;
  },
): Promise<ImportBatchRow> {
  const rows = await tx.query<ImportBatchRow>(
    'import-insert',
    `insert into import_batch (import_id, file_name, file_digest, unit_id, uploaded_by, override_reason, state, bytes_total, created_at)
     values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8) returning ${columns}`,
    [it.importId, it.fileName, it.digest, it.unitId, it.uploadedBy, it.overrideReason, it.bytes, it.at],
  );
  return rows[0]!;
}

/** Keeps one part of the uploaded file. */
export async function insertFilePart(tx: Tx, importId: string, part: number, content: Buffer): Promise<void> {
  await tx.change('import-file-insert', 'insert into import_file (import_id, part, content) values ($1, $2, $3)', [
    importId,
    part,
    content,
  ]);
}

/**
 * One part of the uploaded file in base64, from 0; undefined behind the last one. The driver knows bytea as hexadecimal text alone,
 * which is half as long again and slower to turn back.
 */
export async function readFilePart(tx: Tx, importId: string, part: number): Promise<string | undefined> {
  const rows = await tx.query<{ content: string }>(
    'import-file-read',
    `select encode(content, 'base64') as content from import_file where import_id = $1 and part = $2`,
    [importId, part],
  );
  return rows[0]?.content;
}

/** Marks a batch as running; undefined when it is finished or was never there. */
export async function claimImport(tx: Tx, importId: string): Promise<ImportBatchRow | undefined> {
  const rows = await tx.query<ImportBatchRow>(
    'import-claim',
    `update import_batch set state = 'running' where import_id = $1 and state in ('waiting', 'running') returning ${columns}`,
    [importId],
  );
  return rows[0];
}

/**
 * Moves the checkpoint from `before` to `after` in the transaction that writes the rows between them. False when
 * another worker moved it first: then the rows are written already and this transaction must not stand.
 */
export async function moveCheckpoint(
  tx: Tx,
  importId: string,
  before: ImportCounts,
  after: ImportCounts,
  it: { readonly bytesRead: number; readonly template: string | null },
): Promise<boolean> {
  const changed = await tx.change(
    'import-progress',
    `update import_batch set rows_read = $3, accepted = $4, updated = $5, duplicate = $6, rejected = $7, bytes_read = $8, template = $9
     where import_id = $1 and rows_read = $2 and state = 'running'`,
    [
      importId,
      before.rowsRead,
      after.rowsRead,
      after.accepted,
      after.updated,
      after.duplicate,
      after.rejected,
      it.bytesRead,
      it.template,
    ],
  );
  return changed === 1;
}

/** Ends a running batch and lets its file go. False when it had ended already. */
export async function endImport(
  tx: Tx,
  importId: string,
  failure: { readonly code: string; readonly text: string } | null,
  at: Date,
): Promise<boolean> {
  const changed = await tx.change(
    'import-end',
    `update import_batch set state = $2, failure = $3, finished_at = $4, bytes_read = case when $3::jsonb is null then bytes_total else bytes_read end
     where import_id = $1 and state = 'running'`,
    [importId, failure ? 'failed' : 'done', failure ? JSON.stringify(failure) : null, at],
  );
  if (changed === 1) await tx.change('import-file-delete', 'delete from import_file where import_id = $1', [importId]);
  return changed === 1;
}

export async function insertReportRows(tx: Tx, importId: string, rows: readonly ReportRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.change(
    'import-rows-insert',
    `insert into import_row (import_id, sheet, row_no, outcome, faults, warnings)
     select $1, u.sheet, u.row_no, u.outcome, u.faults::jsonb, u.warnings::jsonb
     from unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[]) u(sheet, row_no, outcome, faults, warnings)`,
    [
      importId,
      rows.map((row) => row.sheet),
      rows.map((row) => row.rowNo),
      rows.map((row) => row.outcome),
      rows.map((row) => faultsJson(row.faults)),
      rows.map((row) => faultsJson(row.warnings)),
    ],
  );
}

/** Messages quote the file: what jsonb cannot hold (NUL, halves of characters) is taken out of them. */
function faultsJson(faults: readonly FieldFault[]): string {
  if (faults.length === 0) return '[]';
  const clean = (text: string) => text.replaceAll('\u0000', '').toWellFormed();
  return JSON.stringify(faults.map((one) => ({ field: clean(one.field), text: clean(one.text) })));
}

/** Newest first; `unitId` null means of every unit. At most 100. */
export async function listImportRows(tx: Tx, unitId: string | null): Promise<ImportBatchRow[]> {
  return tx.query<ImportBatchRow>(
    'imports-list',
    `select ${columns} from import_batch where $1::text is null or unit_id = $1 order by created_at desc, import_id desc limit 100`,
    [unitId],
  );
}

/** A batch of a unit, or of any where `unitId` is null. */
export async function findImport(tx: Tx, importId: string, unitId: string | null): Promise<ImportBatchRow | undefined> {
  const rows = await tx.query<ImportBatchRow>(
    'import-find',
    `select ${columns} from import_batch where import_id = $1 and ($2::text is null or unit_id = $2)`,
    [importId, unitId],
  );
  return rows[0];
}

/** Names of the people who uploaded, by officer id. */
export async function namesOfOfficers(tx: Tx, officerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ officer_id: string; name: string }>(
    'officer-names',
    'select officer_id, name from officer where officer_id = any($1)',
    [[...new Set(officerIds)]],
  );
  return new Map(rows.map((row) => [row.officer_id, row.name]));
}

/** Lines of the report behind a place in it, in the order of the file. */
export async function readReportRows(
  tx: Tx,
  it: {
    readonly importId: string;
    readonly outcome: ImportOutcome | null;
    readonly after: readonly [sheet: string, rowNo: number] | null;
    readonly limit: number;
  },
): Promise<ImportRowRow[]> {
  return tx.query<ImportRowRow>(
    'import-rows-read',
    `select sheet, row_no, outcome, faults, warnings from import_row
     where import_id = $1 and ($2::text is null or outcome = $2) and ($3::text is null or (sheet, row_no) > ($3, $4::int))
     order by sheet, row_no limit $5`,
    [it.importId, it.outcome, it.after?.[0] ?? null, it.after?.[1] ?? null, it.limit],
  );
}
