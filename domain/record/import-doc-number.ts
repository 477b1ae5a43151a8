import { isPlainText } from './import-cell.ts';

/** `洪市监罚〔2026〕12号`, already as it should be. */
const SETTLED = /^[\u4e00-\u9fff]+〔(?:19|20)\d{2}〕[\u4e00-\u9fff]*\d+号$/;

/**
 * One spelling for document numbers, so that the same decision is recognised in every file: half-width characters,
 * no blanks, the year in 〔〕 as official papers write it: `洪市监罚 [2026] 12号` → `洪市监罚〔2026〕12号`. Numbers of
 * court cases begin with the year and keep it in （）: `(2026)赣0102执1号` → `（2026）赣0102执1号`.
 */
export function normaliseDocNumber(text: string): string {
  if (SETTLED.test(text)) return text;
  const plain = text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '');
  const bracketed = plain.replace(/[([{【〔［﹝<《]((?:19|20)\d{2})年?[)\]}】〕］﹞>》]/g, '〔$1〕');
  return bracketed.replace(/^〔(\d{4})〕/, '（$1）');
}

/** Names of units and subjects for comparison: half-width brackets, no blanks. */
export function normaliseName(text: string): string {
  if (isPlainText(text) && !text.includes('(') && !text.includes(')')) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
}
