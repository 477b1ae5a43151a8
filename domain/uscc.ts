/** What the first two characters of a unified social credit code say about its bearer (GB 32100-2015). */
export type UsccKind = 'organ' | 'public-institution' | 'social-organisation' | 'sole-trader' | 'organisation';

/** Where a code is wrong: not 18 characters, a character outside the alphabet, letters in positions 3–8, or the last character. */
export type UsccFault = 'length' | 'alphabet' | 'region' | 'check-digit';

/** `code` is the normalised text in both cases, so that a message can show what was read. */
export type UsccCheck =
  | { readonly ok: true; readonly code: string; readonly kind: UsccKind }
  | { readonly ok: false; readonly code: string; readonly fault: UsccFault };

/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

const VALUE_OF = new Map([...ALPHABET].map((character, value) => [character, value]));

/** Full-width letters and digits to half-width, capitals, no blanks, no Excel text marks (leading ' or tab). */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]/g, '')
    .replace(/^['‘’`]+/, '')
    .toUpperCase();
}

/** The 18th character for the first 17; null where one of them is outside the alphabet. */
function checkCharacter(body17: string): string | null {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = VALUE_OF.get(body17[i] ?? '');
    if (value === undefined) return null;
    sum += value * (WEIGHTS[i] ?? 0);
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

function kindOf(code: string): UsccKind {
  const head = code.slice(0, 2);
  if (head === '92') return 'sole-trader';
  if (head === '11') return 'organ';
  if (head === '12') return 'public-institution';
  if (head[0] === '5') return 'social-organisation';
  return 'organisation';
}

/**
 * Checks a 统一社会信用代码 after normalising it. The region digits are not compared with a list: codes keep regions
 * that were abolished since. A wrong check character is met in codes really in use, so callers may let it pass with a
 * reason that is put on record.
 */
export function checkUscc(text: string): UsccCheck {
  const code = normaliseCode(text);
  if (code.length !== 18) return { ok: false, code, fault: 'length' };
  for (const character of code) if (!VALUE_OF.has(character)) return { ok: false, code, fault: 'alphabet' };
  if (!/^\d{6}$/.test(code.slice(2, 8))) return { ok: false, code, fault: 'region' };
  if (checkCharacter(code.slice(0, 17)) !== code[17]) return { ok: false, code, fault: 'check-digit' };
  return { ok: true, code, kind: kindOf(code) };
}

/** Adds the check character to 17 characters of the alphabet; null where they are not that. For samples and tests. */
export function makeUscc(body17: string): string | null {
  if (body17.length !== 17) return null;
  const last = checkCharacter(body17);
  return last === null ? null : body17 + last;
}

/** A Chinese sentence for a fault, for the person who typed the code. */
export function usccFaultText(fault: UsccFault): string {
  switch (fault) {
    case 'length':
      return '统一社会信用代码应为18位';
    case 'alphabet':
      return '统一社会信用代码只含数字和大写字母，且不用 I、O、S、V、Z';
    case 'region':
      return '统一社会信用代码第3至8位应为数字';
    case 'check-digit':
      return '统一社会信用代码末位校验码不符';
  }
}
