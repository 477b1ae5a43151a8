import type { Entry } from 'yauzl';
import type { ImportRow } from '#domain/record/import-header.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import {
  BrokenFile,
  HEAD_ROWS,
  type ImportFile,
  type ImportLimits,
  type ImportSheet,
  type RowBatch,
  refuseFile,
  tooManyRows,
} from './import-file.ts';
import { createSheetReader } from './sheet-rows.ts';
import { openArchive, readPieces, verifyParts, type WorkbookArchive } from './workbook-archive.ts';
import { loadParts, readOutline, type WorkbookParts } from './workbook-parts.ts';
import { BrokenXml, createXmlScanner } from './xml-scanner.ts';

const DAMAGED = refuseFile('damaged', '工作簿内容损坏，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入');

/** Streams the rows of one sheet. */
async function* readSheet(archive: WorkbookArchive, parts: WorkbookParts, entry: Entry): AsyncGenerator<RowBatch> {
  const reader = createSheetReader(parts);
  const scanner = createXmlScanner(reader.events);
  try {
    for await (const [piece, bytesRead] of readPieces(archive, entry)) {
      scanner.write(piece);
      const rows = reader.take();
      if (rows.length > 0) yield { rows, bytesRead };
    }
    scanner.end();
  } catch (error) {
    throw error instanceof BrokenXml ? new BrokenFile(DAMAGED) : error;
  }
}

async function openSheet(
  archive: WorkbookArchive,
  parts: WorkbookParts,
  name: string,
  entry: Entry,
): Promise<ImportSheet> {
  const head: ImportRow[] = [];
  for await (const batch of readSheet(archive, parts, entry)) {
    head.push(...batch.rows.slice(0, HEAD_ROWS - head.length));
    if (head.length >= HEAD_ROWS) break;
  }
  return { name, head, bytes: entry.uncompressedSize, rows: () => readSheet(archive, parts, entry) };
}

/** Counts rows with content where the cheap count of tags is over the bound: formatted but empty rows have tags too. */
async function exceedsRows(archive: WorkbookArchive, parts: WorkbookParts, maxRows: number): Promise<boolean> {
  let rows = 0;
  for (const sheet of parts.sheets)
    for await (const batch of readSheet(archive, parts, sheet.entry)) {
      rows += batch.rows.length;
      if (rows > maxRows) return true;
    }
  return false;
}

/** Parts that say what else there is to read. */
const STRUCTURE = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

async function openSheets(archive: WorkbookArchive, limits: ImportLimits): Promise<ImportSheet[] | Refusal> {
  const structure = STRUCTURE.flatMap((name) => archive.entries.get(name) ?? []);
  const sound = await verifyParts(archive, structure);
  if (isRefusal(sound)) return sound;
  const outline = await readOutline(archive);
  const shared = outline.sharedStrings?.uncompressedSize ?? 0;
  if (shared > limits.maxSharedBytes)
    return refuseFile('too-large', '工作簿里的文字过多，请另存为 CSV（UTF-8）或分成几个文件后再导入');
  if (outline.sheets.length === 0) return refuseFile('empty', '工作簿里没有工作表');
  const entries = outline.sheets.map((sheet) => sheet.entry);
  const rowTags = await verifyParts(archive, outline.sharedStrings ? [...entries, outline.sharedStrings] : entries);
  if (isRefusal(rowTags)) return rowTags;
  const parts = await loadParts(archive, outline);
  if (rowTags > limits.maxRows && (await exceedsRows(archive, parts, limits.maxRows)))
    return tooManyRows(limits.maxRows);
  const sheets: ImportSheet[] = [];
  for (const sheet of parts.sheets) sheets.push(await openSheet(archive, parts, sheet.name, sheet.entry));
  return sheets;
}

/** Opens a workbook: archive, sizes and structure are checked before a row is read. */
export async function openXlsx(path: string, limits: ImportLimits): Promise<ImportFile | Refusal> {
  const archive = await openArchive(path, limits);
  if (isRefusal(archive)) return archive;
  try {
    const sheets = await openSheets(archive, limits);
    if (!isRefusal(sheets)) return { format: 'xlsx', sheets, close: () => archive.zip.close() };
    archive.zip.close();
    return sheets;
  } catch (error) {
    archive.zip.close();
    if (error instanceof BrokenFile) return error.refusal;
    if (error instanceof BrokenXml) return DAMAGED;
    throw error;
  }
}
