import { type PlainDate, parsePlainDate } from './plain-date.ts';
import { normaliseCode } from './uscc.ts';

/** Where an ID number is wrong: not 18 characters, other characters than digits (last may be X), no such birth date, or the last character. */
export type CitizenIdFault = 'length' | 'alphabet' | 'birth-date' | 'check-digit';

/** `id` is the normalised text in both cases. */
export type CitizenIdCheck =
  | { readonly ok: true; readonly id: string; readonly birthDate: PlainDate }
  | { readonly ok: false; readonly id: string; readonly fault: CitizenIdFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

function checkCharacter(body17: string): string | null {
  if (!/^\d{17}$/.test(body17)) return null;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(body17[i]) * (WEIGHTS[i] ?? 0);
  return CHECK_CHARACTERS[sum % 11] ?? null;
}

/**
 * Checks an 18-character 公民身份号码 (GB 11643-1999) after normalising it. The six region digits are not compared with
 * today's list: people keep the code of a county that was abolished.
 */
export function checkCitizenId(text: string): CitizenIdCheck {
  const id = normaliseCode(text);
  if (id.length !== 18) return { ok: false, id, fault: 'length' };
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, id, fault: 'alphabet' };
  const birthDate = parsePlainDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`);
  if (birthDate === undefined) return { ok: false, id, fault: 'birth-date' };
  if (checkCharacter(id.slice(0, 17)) !== id[17]) return { ok: false, id, fault: 'check-digit' };
  return { ok: true, id, birthDate };
}

/** Adds the check character to 17 digits; null where they are not that. For samples and tests. */
export function makeCitizenId(body17: string): string | null {
  const last = checkCharacter(body17);
  return last === null ? null : body17 + last;
}

/** Hides the middle of an ID number: first three and last two stay (birth date and serial number are hidden). */
export function maskCitizenId(id: string): string {
  if (id.length <= 5) return '*'.repeat(id.length);
  return id.slice(0, 3) + '*'.repeat(id.length - 5) + id.slice(-2);
}

/** A Chinese sentence for a fault, for the person who typed the number. */
export function citizenIdFaultText(fault: CitizenIdFault): string {
  switch (fault) {
    case 'length':
      return '公民身份号码应为18位';
    case 'alphabet':
      return '公民身份号码只含数字，末位可为 X';
    case 'birth-date':
      return '公民身份号码中的出生日期不存在';
    case 'check-digit':
      return '公民身份号码末位校验码不符';
  }
}
