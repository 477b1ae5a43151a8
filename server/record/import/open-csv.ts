import { createReadStream } from 'node:fs';
import type { ImportRow } from '#domain/record/import-header.ts';
import { isBlankRow } from '#domain/record/import-row.ts';
import { type CsvScanner, createCsvScanner, detectDelimiter } from './csv-scanner.ts';
import { BrokenFile, HEAD_ROWS, type ImportFile, type RowBatch, refuseFile } from './import-file.ts';
import { openTextPieces, type TextEncodingName } from './text-pieces.ts';

/** A record longer than this has an opening quote that nobody closed. */
const LONGEST_RECORD = 1_000_000;

/** `="0123"` is how programs keep codes as text in CSV: a constant, not a formula. Tabs before codes serve the same end. */
function unwrap(cell: string): string {
  if (cell.length === 0) return cell;
  const first = cell.charCodeAt(0);
  if (first === 0x3d) return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
  return first === 0x09 ? cell.trim() : cell;
}

function keep(records: readonly string[][], before: number): ImportRow[] {
  const rows: ImportRow[] = [];
  let rowNo = before;
  for (const cells of records) {
    rowNo++;
    for (let i = 0; i < cells.length; i++) cells[i] = unwrap(cells[i]!);
    if (!isBlankRow(cells)) rows.push({ rowNo, cells });
  }
  return rows;
}

function refuseUnclosed(rowNo: number): BrokenFile {
  return new BrokenFile(
    refuseFile('csv-quote', `第 ${rowNo} 行起有未闭合的英文双引号，后面的内容无法分行，请检查该行`),
  );
}

/** Streams the records of a text file; the delimiter is taken from its beginning. */
async function* readRecords(path: string, encoding: TextEncodingName): AsyncGenerator<RowBatch> {
  const pieces = openTextPieces(encoding);
  let scanner: CsvScanner | undefined;
  let records = 0;
  let bytesRead = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    bytesRead += (chunk as Buffer).length;
    const text = pieces.decode(chunk as Buffer);
    scanner ??= createCsvScanner(detectDelimiter(text));
    const found = scanner.write(text, false);
    const rows = keep(found, records);
    records += found.length;
    if (scanner.pending() > LONGEST_RECORD) throw refuseUnclosed(records + 1);
    if (rows.length > 0) yield { rows, bytesRead };
  }
  const rest = scanner?.write(pieces.end(), true) ?? [];
  if (scanner?.unclosed()) throw refuseUnclosed(records + rest.length);
  const rows = keep(rest, records);
  if (rows.length > 0) yield { rows, bytesRead };
}

/** Opens a text file whose encoding is known. */
export async function openCsv(path: string, encoding: TextEncodingName, bytes: number): Promise<ImportFile> {
  const head: ImportRow[] = [];
  for await (const batch of readRecords(path, encoding)) {
    head.push(...batch.rows.slice(0, HEAD_ROWS - head.length));
    if (head.length >= HEAD_ROWS) break;
  }
  const sheet = { name: 'CSV', head, bytes, rows: () => readRecords(path, encoding) };
  return { format: 'csv', sheets: [sheet], close: () => undefined };
}
