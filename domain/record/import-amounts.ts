import { cellContent, type ImportCell, isPlainText } from './import-cell.ts';

/** The unit a column's heading announces; a unit written in the cell wins over it. */
export type AmountUnit = '万元' | '元';

/** Yuan as a number with at most two decimals (exact up to 90 million million yuan), or why it cannot be read. */
export type AmountReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'yuan'; readonly yuan: number }
  | { readonly kind: 'fault'; readonly text: string };

const AMOUNT = /^(?:人民币|RMB|¥|￥|Y)?(\d+(?:,\d{3})*|\d+)(\.\d+)?(万元|万|元|圆|亿元|百元|千元)?(?:整|正)?$/i;
const POWER: Readonly<Record<string, number>> = { 亿元: 8, 万元: 4, 万: 4, 千元: 3, 百元: 2, 元: 0, 圆: 0 };

/** Shifts a decimal by powers of ten on its digits, so that 0.2 万元 is 2000 and not 1999.9999999999998. */
function yuanOf(whole: string, fraction: string, power: number): number | undefined {
  const digits = fraction.endsWith('0') ? fraction.replace(/0+$/, '') : fraction;
  if (digits.length > power + 2) return undefined;
  const fen = whole + digits.padEnd(power + 2, '0');
  const number = Number(fen);
  return Number.isSafeInteger(number) ? number / 100 : undefined;
}

/** Reads an amount of money; `unit` is what the column says. Negative amounts, words and fractions of a fen are faults. */
export function readAmount(cell: ImportCell | undefined, unit: AmountUnit): AmountReading {
  const raw = cellContent(cell);
  if (cell === undefined || raw === '') return { kind: 'blank' };
  // Workbooks store 0.3 as 0.30000000000000004: ten significant decimals bring the typed number back.
  const typed = typeof cell !== 'string' && cell.kind === 'number' ? cell.value.toFixed(8).replace(/\.?0+$/, '') : raw;
  const text = isPlainText(typed) ? typed : typed.normalize('NFKC').replace(/\s/g, '');
  const match = AMOUNT.exec(text);
  if (!match) return { kind: 'fault', text: `“${raw}”不是金额，请填数字，单位${unit}` };
  const power = POWER[match[3] ?? unit] ?? 0;
  const yuan = yuanOf((match[1] ?? '').replace(/,/g, ''), (match[2] ?? '').slice(1), power);
  if (yuan === undefined) return { kind: 'fault', text: `“${raw}”过大或小于一分，请核对单位（${unit}）` };
  return { kind: 'yuan', yuan };
}
