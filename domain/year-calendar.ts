import type { CalendarNotice } from '#law/calendar/arrangement.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { type Calendar, dayStatus } from './working-days.ts';

/** A day on which something else holds than the week says. */
export interface SpecialDay {
  readonly date: PlainDate;
  readonly working: boolean;
  readonly kind: 'make-up' | 'festival' | 'edited';
  readonly why: string;
  readonly notice: CalendarNotice | null;
}

/** A year as its notice arranged it. */
export interface YearCalendar {
  readonly year: number;
  /** True while the notice is missing: only the festivals of fixed date are known. */
  readonly provisional: boolean;
  readonly notice: CalendarNotice | null;
  readonly workingDays: number;
  readonly days: readonly SpecialDay[];
}

/** The special days of a year, 1 January to 31 December: festivals, make-up days, days edited by the keeper. */
export function yearCalendar(calendar: Calendar, year: number): YearCalendar {
  const days: SpecialDay[] = [];
  let workingDays = 0;
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const { working, kind, why, notice } = dayStatus(calendar, date);
    if (working) workingDays += 1;
    if (kind !== 'ordinary' && kind !== 'weekend') days.push({ date, working, kind, why, notice: notice ?? null });
  }
  const arrangement = calendar.years[year];
  return { year, provisional: arrangement === undefined, notice: arrangement?.notice ?? null, workingDays, days };
}
