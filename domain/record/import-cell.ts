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

/** Whether a character is certainly no blank. Those in between (none of them usual in tables) are left to `trim`. */
function isInk(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfeff);
}

/** The text of a cell without outer blanks, without Excel's text marks (leading ' or tab); '' where there is nothing. */
export function cellText(cell: ImportCell | undefined): string {
  if (cell === undefined || cell === '') return '';
  let text = typeof cell === 'string' ? cell : cell.text;
  if (!isInk(text.charCodeAt(0)) || !isInk(text.charCodeAt(text.length - 1))) text = text.trim();
  if (text.charCodeAt(0) === 0x27) text = text.slice(1).trim();
  return text;
}

/** The text of a cell, '' also for the usual signs of emptiness (`-`, `/`, 无 …). */
export function cellContent(cell: ImportCell | undefined): string {
  const text = cellText(cell);
  return text.length <= 4 && text.length > 0 && PLACEHOLDERS.has(text) ? '' : text;
}

const NUMBER = /^[+-]?[\d,，.]+%?$/;
const FORMULA_SIGN = /^[=+\-@＝＋－＠]/;

/** Whether a text begins with a digit, a Latin letter or an ideograph, as all but a few cells do: then it is no formula. */
function beginsPlainly(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x7a);
}

/**
 * Why a cell may not be read, as a Chinese sentence; undefined where it may. Formulas are refused instead of trusting
 * the value stored with them: it may be stale or come from another file. In CSV a text that begins like a formula would
 * be run by the next spreadsheet that opens an export of it.
 */
export function cellFault(cell: ImportCell | undefined, csv: boolean): string | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell === 'string') {
    if (!csv || cell === '' || beginsPlainly(cell)) return undefined;
    const text = cell.trim();
    if (!FORMULA_SIGN.test(text) || PLACEHOLDERS.has(text) || NUMBER.test(text)) return undefined;
    return '以公式符号（= + - @）开头，不能导入；请改为普通文字';
  }
  if (cell.kind === 'formula') return '单元格是公式，请在表格中“复制—选择性粘贴—数值”后再导入';
  if (cell.kind === 'error') return `单元格是错误值 ${cell.text}，请更正`;
  return undefined;
}

/**
 * Whether a text is of ASCII, ideographs and the commonest marks alone, without blanks: NFKC leaves those as they are. Most cells are,
 * and looking costs a fraction of normalising.
 */
export function isPlainText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 ? code > 0x9fff : (code <= 0x20 || code >= 0x7f) && !PLAIN_MARKS.has(code)) return false;
  }
  return true;
}

/** 、。《》〔〕“”·— */
const PLAIN_MARKS: ReadonlySet<number> = new Set(Array.from('、。《》〔〕“”·—', (mark) => mark.charCodeAt(0)));

/** Full-width letters, digits and signs to half-width; one blank for any run of blanks and line breaks. */
export function plainText(text: string): string {
  if (isPlainText(text)) return text;
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
