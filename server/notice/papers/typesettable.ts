import type { Coverage } from './font-coverage.ts';

/** The mark that printers set for a missing type. */
const missingType = '〓';
/** Runs of more letters than any number or code in use has; ideographs, kana and full-width marks break anywhere. */
const longRun = /[^\s\u2e80-\u{10ffff}]{23,}/gu;
/** So many letters fit into the narrowest column of a table. */
const breakable = /.{6}(?=.)/gu;

/**
 * Turns any text into text that can be set: a single page must never fail for what somebody typed.
 * - control, direction and joining characters are dropped (line breaks stay, tabs become spaces);
 * - characters that no face has, and right-to-left scripts (one of them stops the compiler), become 〓,
 *   for a Chinese character with its code so that a rare name is not lost: 〓〔U+20BB7〕;
 * - long runs of Latin letters and digits may break.
 */
export function typesettable(text: string, covers: Coverage): string {
  let out = '';
  for (const char of text.replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replaceAll('\t', '  ')) {
    const code = char.codePointAt(0)!;
    if (isInvisible(code)) continue;
    if (char === '\n' || (covers(code) && !isRightToLeft(code))) out += char;
    else if (/\s/u.test(char)) out += ' ';
    else out += isHan(code) ? `${missingType}〔U+${code.toString(16).toUpperCase()}〕` : missingType;
  }
  return out.replaceAll(longRun, (run) => run.replaceAll(breakable, '$&\u200b'));
}

/** The same for every string in a model; absent values are left out. */
export function typesettableModel(value: unknown, covers: Coverage): unknown {
  if (typeof value === 'string') return typesettable(value, covers);
  if (Array.isArray(value)) return value.map((entry) => typesettableModel(entry, covers));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null);
  return Object.fromEntries(kept.map(([key, entry]) => [key, typesettableModel(entry, covers)]));
}

/** Control, format (bidi marks, joiners), surrogate halves, noncharacters and variation selectors. */
function isInvisible(code: number): boolean {
  if (code === 0x0a) return false;
  if ((code & 0xfffe) === 0xfffe || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef))
    return true;
  return /[\p{Cc}\p{Cf}\p{Cs}]/u.test(String.fromCodePoint(code));
}

function isHan(code: number): boolean {
  return /\p{Script=Han}/u.test(String.fromCodePoint(code));
}

function isRightToLeft(code: number): boolean {
  return (
    (code >= 0x0590 && code <= 0x08ff) ||
    (code >= 0xfb1d && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfeff) ||
    (code >= 0x10800 && code <= 0x10fff) ||
    (code >= 0x1e800 && code <= 0x1efff)
  );
}
