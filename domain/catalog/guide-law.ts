import { parseCitation } from '#law/cite.ts';
import { marketClassing } from '#law/classes.ts';
import { type FraudConsequence, generalFraud, marketFraud } from '#law/fraud.ts';
import type { Confirmation, LawBook } from '#law/law-book.ts';
import { allRules, type LawRow } from '#law/law-in-force.ts';
import { customsRoutes, type ListRule, listRules } from '#law/list-waits.ts';
import type { Matter as LawMatter } from '#law/matter.ts';
import { isLawEntryKey, lawEntries, mattersInOrder } from '#law/matters.ts';
import { generalPeriods, marketPeriods, marketSeriousPeriods } from '#law/periods.ts';
import { type Remedy, remediesOf } from '#law/remedies.ts';
import { sideLimits, type TimeLimits, timeLimits } from '#law/time-limits.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Catalog, Matter } from './catalog.ts';

/** The law of one day: the texts by the day, the rows offices added under them from the book. Nothing of the day itself may be said. */
export interface LawDay {
  readonly on: PlainDate;
  readonly law: LawBook;
}

/** The law entry a matter rests on; undefined for a row whose entry this release does not know. */
export function lawOf(matter: Matter): LawMatter | undefined {
  return isLawEntryKey(matter.lawEntry) ? lawEntries[matter.lawEntry] : undefined;
}

/** The limits of the law entry on a day: what starts each clock, and the other channel's limits beside them. */
export function limitsOf(matter: Matter, day: LawDay): TimeLimits | undefined {
  return isLawEntryKey(matter.lawEntry) ? timeLimits[matter.lawEntry].on(day.on)?.value : undefined;
}

/** The clauses of the limits on a day, those of the list's own rule before 信用中国's included while it stands. */
export function limitClauses(matter: Matter, day: LawDay): string[] {
  if (!isLawEntryKey(matter.lawEntry)) return [];
  const stands = (id: string) => {
    const repealed = parseCitation(id)?.source.repealed;
    return repealed === undefined || repealed > day.on;
  };
  return timeLimits[matter.lawEntry].rows.filter((row) => row.from <= day.on).flatMap((row) => row.cite.filter(stands));
}

/** The waits of a list's own rule and of 信用中国 beside it; undefined where the matter rests on no list rule. */
export function listRuleOf(matter: Matter, day: LawDay): ListRule | undefined {
  if (!Object.hasOwn(listRules, matter.lawEntry)) return undefined;
  return listRules[matter.lawEntry as keyof typeof listRules].on(day.on)?.value;
}

/** What a named office answered to a point of the matter's law entry, in force on the day. */
export function confirmedOf(point: string, day: LawDay): Confirmation | undefined {
  return day.law.confirmed(point, day.on);
}

/** Remedies of the matter; a row on an entry of its own has those of its track. */
export function lawRemedies(matter: Matter): readonly Remedy[] {
  if (isLawEntryKey(matter.lawEntry)) return remediesOf(matter.lawEntry);
  const like = mattersInOrder.find((one) => one.track === matter.track && one.sector === matter.sector);
  const key = (like ?? mattersInOrder.find((one) => one.track === matter.track))?.key;
  return key ? remediesOf(key) : [];
}

/** What false papers bring with them on the matter's track; undefined where no rule of the day says it. */
export function fraudOf(matter: Matter, day: LawDay): { value: FraudConsequence; cite: readonly string[] } | undefined {
  if (matter.track === 'court') return undefined;
  return (matter.track === 'market' ? marketFraud : generalFraud).on(day.on);
}

export const lawOfDay = {
  general: (day: LawDay) => generalPeriods.on(day.on),
  market: (day: LawDay) => marketPeriods.on(day.on),
  marketList: (day: LawDay) => marketSeriousPeriods.on(day.on),
  marketClasses: (day: LawDay) => marketClassing.on(day.on),
  customs: (day: LawDay) => customsRoutes.on(day.on),
  side: (day: LawDay) => sideLimits.on(day.on),
} as const;

/** Days on which the law behind the guide may read differently: of the texts, and of the rows offices added under them. */
export function daysOfLaw({ law }: Catalog): PlainDate[] {
  const texts = allRules().flatMap((rule: LawRow) => (rule.to ? [rule.from, rule.to] : [rule.from]));
  const rows = [...law.confirmations, ...law.standards];
  return [...texts, ...rows.flatMap((row) => (row.to ? [row.from, addDays(row.to, 1)] : [row.from]))];
}
