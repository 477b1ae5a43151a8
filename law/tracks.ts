import type { LawEntryKey } from './matter-keys.ts';

/** Law entries whose applications go through 信用中国 under 36号; the court's list and market supervision have rules of their own. */
export const creditChinaEntries = [
  'tax-serious',
  'customs-discredited',
  'wage-arrears',
  'charity-serious',
  'farm-inputs',
  'statistics-serious',
  'culture-tourism',
  'work-safety',
  'overloading',
  'other-penalty',
  'serious-list',
] as const satisfies readonly LawEntryKey[];

/** Market supervision: 107号. */
export const marketEntries = [
  'market-penalty',
  'abnormal-operation',
  'market-serious',
] as const satisfies readonly LawEntryKey[];

/** All but the court's list, whose decisions are judicial. */
export const administrativeEntries = [...marketEntries, ...creditChinaEntries] as const;
