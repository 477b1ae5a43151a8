import type { PlainDate } from '../plain-date.ts';

/**
 * One cell as a reader hands it on. A plain string is text as typed. Workbooks also know numbers, days (already turned
 * from a serial number into a day without any time zone), formulas and error values such as #N/A.
 */
export type ImportCell =
  | string
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'day'; readonly day: PlainDate; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string };

/** What people write where they have nothing to write. */
const PLACEHOLDERS = new Set(['-', '--', '—', '——', '－', '/', '\\', '无', '空', 'null', 'NULL', 'N/A', 'n/a']);

/** The text of a cell without outer blanks, without Excel's text marks (leading ' or tab); '' where there is nothing. */
export function cellText(cell: ImportCell | undefined): string {
  if (cell === undefined) return '';
  let text = (typeof cell === 'string' ? cell : cell.text).trim();
  if (text.charCodeAt(0) === 0x27) text = text.slice(1).trim();
  return text;
}

/** The text of a cell, '' also for the usual signs of emptiness (`-`, `/`, 无 …). */
export function cellContent(cell: ImportCell | undefined): string {
  const text = cellText(cell);
  return text.length <= 4 && PLACEHOLDERS.has(text) ? '' : text;
}

const NUMBER = /^[+-]?[\d,，.]+%?$/;

/**
 * Why a cell may not be read, as a Chinese sentence; undefined where it may. Formulas are refused instead of trusting
 * the value stored with them: it may be stale or come from another file. In CSV a text that begins like a formula would
 * be run by the next spreadsheet that opens an export of it.
 */
export function cellFault(cell: ImportCell | undefined, csv: boolean): string | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell === 'string') {
    if (!csv) return undefined;
    const text = cell.trim();
    if (!/^[=+\-@＝＋－＠]/.test(text) || PLACEHOLDERS.has(text) || NUMBER.test(text)) return undefined;
    return '以公式符号（= + - @）开头，不能导入；请改为普通文字';
  }
  if (cell.kind === 'formula') return '单元格是公式，请在表格中“复制—选择性粘贴—数值”后再导入';
  if (cell.kind === 'error') return `单元格是错误值 ${cell.text}，请更正`;
  return undefined;
}

/** Full-width letters, digits and signs to half-width; one blank for any run of blanks and line breaks. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
