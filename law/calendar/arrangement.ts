import type { Sureness } from '../dated.ts';

/** What counting needs of one year: rest days and make-up working days. Dates are `YYYY-MM-DD`. */
export interface YearArrangement {
  /** Rest days by festival, weekends inside the festival included. Days at the end of the year before belong here too. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays on which work is done. */
  readonly makeupWorkdays: readonly string[];
  /** Name of the festival by rest day, for explanations. */
  readonly names?: Readonly<Record<string, string>>;
  readonly notice?: CalendarNotice;
  /** Days that rest on an earlier notice than `notice`, which changed others of the year. */
  readonly dayNotices?: Readonly<Record<string, CalendarNotice>>;
}

/** The paper that announced an arrangement or changed one. */
export interface CalendarNotice {
  readonly title: string;
  /** 文号; null where it is not known. */
  readonly number: string | null;
  /** Day the paper bears. */
  readonly issuedOn: string;
  /** Day it was published: from then on people could know it. Left out where it is the day of issue. */
  readonly announcedOn?: string;
}

/** One year's arrangement as one notice left it. */
export interface ArrangementVersion extends YearArrangement {
  readonly names: Readonly<Record<string, string>>;
  readonly notice: CalendarNotice;
  /** How surely the days are known: V where the notice itself was read. */
  readonly sure: Sureness;
  /** How surely the number is known. */
  readonly numberSure: Sureness;
}

/** A festival and its rest days. */
export type Festival = readonly [name: string, days: readonly string[]];

/** Days of one month: `days('2026-01', 1, 3)` → 1, 2 and 3 January. */
export function days(month: string, from: number, to: number = from): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`);
}

interface Announced {
  readonly number: string;
  readonly issuedOn: string;
  readonly announcedOn?: string;
  readonly numberSure?: Sureness;
}

/** A year as the State Council's office first announced it. */
export function arrangement(
  year: number,
  { numberSure = 'V', ...notice }: Announced,
  festivals: readonly Festival[],
  makeupWorkdays: readonly string[],
): ArrangementVersion {
  return {
    holidays: festivals.flatMap(([, restDays]) => restDays),
    makeupWorkdays,
    names: namesOf(festivals),
    notice: { title: `国务院办公厅关于${year}年部分节假日安排的通知`, ...notice },
    sure: 'V',
    numberSure,
  };
}

/**
 * The same year after a later notice: a festival of the same name is given new days, another is added; `work` and `noWork` are make-up
 * days that come and go. What the notice does not mention stays.
 */
export function changed(
  before: ArrangementVersion,
  notice: CalendarNotice,
  [name, restDays]: Festival,
  { work = [], noWork = [] }: { readonly work?: readonly string[]; readonly noWork?: readonly string[] },
): ArrangementVersion {
  const kept = before.holidays.filter((day) => before.names[day] !== name);
  const holidays = [...kept, ...restDays].sort();
  const keptWork = before.makeupWorkdays.filter((day) => !noWork.includes(day));
  const said = [...before.holidays.filter((day) => holidays.includes(day)), ...keptWork];
  return {
    ...before,
    holidays,
    makeupWorkdays: [...keptWork, ...work].sort(),
    dayNotices: Object.fromEntries(said.map((day) => [day, before.dayNotices?.[day] ?? before.notice] as const)),
    names: Object.fromEntries(
      holidays.map((day) => [day, restDays.includes(day) ? name : (before.names[day] ?? name)] as const),
    ),
    notice,
    numberSure: 'V',
  };
}

function namesOf(festivals: readonly Festival[]): Readonly<Record<string, string>> {
  return Object.fromEntries(festivals.flatMap(([name, restDays]) => restDays.map((day) => [day, name])));
}
