import type { Sureness } from '#law/dated.ts';
import { addDays, addMonths, formatChineseShort, type PlainDate } from '../plain-date.ts';

/** How one date was computed, for the explanation beside it. */
export interface DateStep {
  readonly what: string;
  /** Day the period is counted from; it is not counted itself. */
  readonly start: PlainDate;
  /** What that day is, as the text calls it: 认定文书之日; empty where the period is a term of the record itself. */
  readonly startName: string;
  /** Months added; null where the end is a day of the record (a restriction's term). */
  readonly months: number | null;
  /** Last day of the period. */
  readonly end: PlainDate;
  readonly text: string;
  readonly cite: string;
  readonly sure: Sureness;
}

/**
 * Last day of a period of months: the first day is not counted, the last is the corresponding day, the month's end where
 * there is none (税务总局令第54号第二十五条 says so in words; 36号 and 107号 are read the same way).
 */
export function periodEnd(
  what: string,
  start: PlainDate,
  startName: string,
  months: number,
  cite: string,
  sure: Sureness = 'V',
): DateStep {
  const end = addMonths(start, months);
  const text = `${what}：自${startName}（${formatChineseShort(start)}，当日不计入）起满${sayMonths(months)}，最后一日为${formatChineseShort(end)}。`;
  return { what, start, startName, months, end, text, cite, sure };
}

/** A period that ends with the restriction a penalty carries. */
export function termEnd(what: string, start: PlainDate, end: PlainDate, cite: string): DateStep {
  return {
    what,
    start,
    startName: '',
    months: null,
    end,
    text: `${what}：限制期限到${formatChineseShort(end)}届满。`,
    cite,
    sure: 'V',
  };
}

/** The later of two steps; the first where they end together. */
export function laterStep(first: DateStep, second: DateStep | undefined): DateStep {
  return second && second.end > first.end ? second : first;
}

/** First day after a period. */
export function dayAfter(date: PlainDate): PlainDate {
  return addDays(date, 1);
}

/** 12 → 1年, 6 → 6个月 */
export function sayMonths(months: number): string {
  return months % 12 === 0 && months > 0 ? `${months / 12}年` : `${months}个月`;
}
