import { type HeaderMap, type HeaderReading, type ImportRow, readHeader } from '#domain/record/import-header.ts';
import type { ImportedRecord } from '#domain/record/import-record.ts';
import { interpretRow } from '#domain/record/import-row.ts';
import type { ImportContext } from '#domain/record/import-row-view.ts';
import { type FieldFault, isRefusal, type Refusal } from '#domain/refusal.ts';
import { BrokenFile, type ImportFile, type ImportLimits, type ImportSheet, refuseFile } from './import-file.ts';
import { openImportFile } from './open-import-file.ts';

/** What the upload says, and the bounds where they differ from the usual ones. */
export interface ImportOptions extends Omit<ImportContext, 'csv'>, Partial<ImportLimits> {}

/** One row of the report. `ok` is there where the row may go in; `faults` say, by the file's own headings, why not. */
export interface RowOutcome {
  readonly sheet: string;
  /** As the spreadsheet program shows it, the heading's rows counted. */
  readonly rowNo: number;
  /** Part of the file read, 0–1. */
  readonly progress: number;
  readonly ok?: ImportedRecord;
  readonly warnings: readonly FieldFault[];
  readonly faults: readonly FieldFault[];
}

interface ReadableSheet {
  readonly sheet: ImportSheet;
  readonly header: HeaderMap;
}

/** Sheets with this many known headings are meant as data: a missing heading there refuses the file. */
const MEANT_AS_DATA = 4;

function refuseMissing(sheets: readonly { name: string; reading: HeaderReading }[]): Refusal {
  let best: { name: string; labels: readonly string[]; recognised: number } | undefined;
  for (const { name, reading } of sheets)
    if (reading.kind === 'missing' && (best === undefined || reading.recognised > best.recognised))
      best = { name, labels: reading.labels, recognised: reading.recognised };
  if (best === undefined)
    return refuseFile('no-header', '没有找到表头：请用“双公示”行政处罚模板或名单模板，表头放在前 20 行内');
  const text = `“${best.name}”表缺少必需的列：${best.labels.join('、')}`;
  return refuseFile('missing-columns', text, { sheet: best.name, columns: best.labels });
}

/** Finds the headings of all sheets; notes and empty sheets are passed over, doubtful ones refuse the whole file. */
function readHeaders(file: ImportFile, options: ImportOptions): ReadableSheet[] | Refusal {
  const filled = file.sheets.filter((sheet) => sheet.head.length > 0);
  if (filled.length === 0) return refuseFile('empty', '文件里没有内容');
  const readings = filled.map((sheet) => ({
    sheet,
    name: sheet.name,
    reading: readHeader(sheet.head, options.matterKey !== undefined),
  }));
  for (const { name, reading } of readings) {
    if (reading.kind === 'duplicate')
      return refuseFile('duplicate-columns', `“${name}”表有重复的列：${reading.text}`, { sheet: name });
    if (reading.kind === 'missing' && reading.recognised >= MEANT_AS_DATA) return refuseMissing([{ name, reading }]);
  }
  const readable: ReadableSheet[] = [];
  for (const { sheet, reading } of readings)
    if (reading.kind === 'found') readable.push({ sheet, header: reading.header });
  return readable.length > 0 ? readable : refuseMissing(readings);
}

const NO_FAULTS: readonly FieldFault[] = [];

/** Reads rows one after the other while somebody asks for them. */
function* interpretRows(
  { sheet, header }: ReadableSheet,
  rows: readonly ImportRow[],
  context: ImportContext,
  progress: number,
): Generator<RowOutcome> {
  for (const { rowNo, cells } of rows) {
    const { record, faults, warnings } = interpretRow(header, cells, context);
    yield record
      ? { sheet: sheet.name, rowNo, progress, ok: record, warnings, faults: NO_FAULTS }
      : { sheet: sheet.name, rowNo, progress, warnings, faults };
  }
}

async function* interpretOpen(file: ImportFile, options: ImportOptions): AsyncGenerator<RowPiece | Refusal> {
  const sheets = readHeaders(file, options);
  if (isRefusal(sheets)) {
    yield sheets;
    return;
  }
  const context: ImportContext = { ...options, csv: file.format === 'csv' };
  const total = sheets.reduce((sum, { sheet }) => sum + sheet.bytes, 0);
  let before = 0;
  let rows = 0;
  for (const readable of sheets) {
    const lastHeading = Math.max(...readable.header.rowNos);
    for await (const batch of readable.sheet.rows()) {
      const data = batch.rows.filter((row) => row.rowNo > lastHeading);
      rows += data.length;
      yield interpretRows(readable, data, context, Math.min(1, (before + batch.bytesRead) / total));
    }
    before += readable.sheet.bytes;
  }
  if (rows === 0) yield refuseFile('no-rows', '只有表头，没有数据行');
}

/** The rows of one stretch of the file; they are read as they are taken. */
export type RowPiece = Iterable<RowOutcome>;

/**
 * Reads an uploaded file piece by piece in bounded memory: a promise for each row would cost as much as a third of reading it. A refusal of the whole file (wrong type, over a bound, bad
 * heading, damaged archive) comes as the first and only value, before any row; only an unclosed quote deep in a CSV
 * file or XML that breaks off can come later, and is then the last value, with the rows before it standing.
 */
export async function* interpretFile(path: string, options: ImportOptions): AsyncGenerator<RowPiece | Refusal> {
  const file = await openImportFile(path, limitsOf(options));
  if (isRefusal(file)) {
    yield file;
    return;
  }
  try {
    yield* interpretOpen(file, options);
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    yield error.refusal;
  } finally {
    file.close();
  }
}

/** The bounds among the options; those not given stay at the usual ones. */
function limitsOf(options: ImportOptions): Partial<ImportLimits> {
  const limits: Record<string, number> = {};
  for (const key of ['maxBytes', 'maxRows', 'maxUnpackedBytes', 'maxSharedBytes', 'maxEntries'] as const) {
    const value = options[key];
    if (value !== undefined) limits[key] = value;
  }
  return limits;
}
