import ExcelJS from 'exceljs';
import { organCode } from './organs.ts';
import { addedColumns, type ListSample, type PenaltySample, penaltySheet } from './sample-rows.ts';

/** Workbooks carry a time of making; this one keeps it the same. */
const MADE = new Date('2026-11-20T00:00:00Z');

/** What a cell of a sample workbook holds. */
export type Cell = string | number | Date;

/** CSV as spreadsheet programs write it. */
export function csv(rows: readonly (readonly string[])[], delimiter = ','): string {
  const quote = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(quote).join(delimiter)}\r\n`).join('');
}

/** An empty workbook. */
export function workbook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = '示例单位';
  book.created = MADE;
  book.modified = MADE;
  return book;
}

/** Adds a sheet with a title row above the heading. */
export function addSheet(
  book: ExcelJS.Workbook,
  name: string,
  title: string,
  rows: readonly (readonly Cell[])[],
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] });
  const width = rows[0]?.length ?? 1;
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, width);
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.getRow(1).alignment = { horizontal: 'center' };
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(2).font = { bold: true };
  sheet.getRow(2).alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  for (let column = 1; column <= width; column++) sheet.getColumn(column).width = 18;
}

/** Dates as Excel holds them when somebody types them in, amounts as numbers. */
function excelCell(heading: string, text: string): Cell {
  if (/日期|有效期/.test(heading) && /^\d{4}[-/]\d{2}[-/]\d{2}$/.test(text))
    return new Date(`${text.replaceAll('/', '-')}T00:00:00Z`);
  return /金额/.test(heading) && /^[\d.]+$/.test(text) ? Number(text) : text;
}

/** Heading and rows of the penalty template with the added columns. */
export function penaltyRows(rows: readonly PenaltySample[], columns: readonly string[] | 'all' = 'all'): Cell[][] {
  const kept = penaltySheet.filter(([code]) => columns === 'all' || columns.includes(code));
  const head = [...kept.map(([, heading]) => heading), ...addedColumns.map(([heading]) => heading)];
  const body = rows.map((row) => [
    ...kept.map(([, heading, cell]) => excelCell(heading, cell(row, organCode(row.organ)))),
    ...addedColumns.map(([heading, cell]) => excelCell(heading, cell(row))),
  ]);
  return [head, ...body];
}

/** Heading and rows of the list template; `names` renames headings. */
export function listRows(rows: readonly ListSample[], names: Readonly<Record<string, string>>): Cell[][] {
  const extras = [...new Set(rows.flatMap((row) => Object.keys(row.extra ?? {})))];
  const columns: readonly (readonly [string, (row: ListSample) => string])[] = [
    ['名单类型', (row) => row.matter],
    ['主体名称', (row) => row.name],
    ['主体类别', (row) => row.category],
    ['统一社会信用代码', (row) => (row.category === '自然人' ? '' : row.identifier)],
    ['证件号码', (row) => (row.category === '自然人' ? row.identifier : '')],
    ['法定代表人', (row) => row.legalRep ?? ''],
    ['列入决定文书号', (row) => row.docNumber ?? ''],
    ['列入原因', (row) => row.act],
    ['列入依据', (row) => row.basis],
    ['列入日期', (row) => row.findingDate],
    ['公示日期', (row) => row.publishedDate ?? ''],
    ['列入机关', (row) => row.organ],
    ['列入机关统一社会信用代码', (row) => organCode(row.organ)],
    ['是否履行完毕', (row) => row.performed ?? ''],
    ['纠正日期', (row) => row.correctionDate ?? ''],
    ...extras.map((key) => [key, (row: ListSample) => row.extra?.[key] ?? ''] as const),
  ];
  const head = columns.map(([heading]) => names[heading] ?? heading);
  return [head, ...rows.map((row) => columns.map(([heading, cell]) => excelCell(heading, cell(row))))];
}

/** The bytes of a workbook, with the times inside its archive set to 1980-01-01, so that the same content is the same file. */
export async function workbookBytes(book: ExcelJS.Workbook): Promise<Buffer> {
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const local = bytes.readUInt32LE(at + 42);
    for (const time of [at + 12, local + 10]) bytes.writeUInt32LE(0x0021_0000, time);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
