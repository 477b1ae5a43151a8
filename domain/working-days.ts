import { fixedFestivals, type YearArrangement, yearArrangements } from '#law/working-days.ts';
import { addDays, dayOfWeek, type PlainDate, partsOf, weekdayName } from './plain-date.ts';

/** A day the keeper of the calendar changed by hand, e.g. a provincial office closed by flood. Later edits of a day win. */
export interface CalendarEdit {
  readonly date: PlainDate;
  readonly kind: 'rest' | 'work';
  /** Why, as a Chinese phrase with the document it rests on. */
  readonly why: string;
}

/**
 * What working days are counted with. A year missing from `years` is provisional: weekends and the festivals of fixed
 * date rest, nothing else is known yet.
 */
export interface Calendar {
  readonly years: Readonly<Record<number, YearArrangement>>;
  readonly edits?: readonly CalendarEdit[];
}

/** The calendar of this release: the announced years, no edits. */
export const announcedCalendar: Calendar = { years: yearArrangements };

/** One day passed on the way: `start` is not counted, `counted` is the n-th working day, `rest` is skipped. */
export interface WorkingDayStep {
  readonly date: PlainDate;
  readonly kind: 'start' | 'counted' | 'rest';
  /** Chinese, e.g. 国庆节放假 */
  readonly why: string;
  readonly n?: number;
}

/** Reply of `GET /api/v1/working-days`. */
export interface WorkingDayCount {
  readonly from: PlainDate;
  readonly add: number;
  readonly date: PlainDate;
  /** True when a day passed lies in a year whose arrangement is not announced: the date may still move. */
  readonly provisional: boolean;
  readonly steps: readonly WorkingDayStep[];
}

interface DayStatus {
  readonly working: boolean;
  readonly provisional: boolean;
  readonly why: string;
}

/** Whether work is done on a day, whether that may still change, and why, in Chinese. */
export function dayStatus(calendar: Calendar, date: PlainDate): DayStatus {
  const { year } = partsOf(date);
  const arrangement = calendar.years[year];
  const provisional = arrangement === undefined;
  const edit = calendar.edits?.findLast((candidate) => candidate.date === date);
  if (edit) return { working: edit.kind === 'work', provisional: false, why: edit.why };
  const weekend = dayOfWeek(date) >= 6;
  if (!arrangement) {
    const festival = fixedFestivals(year)[date.slice(5)];
    if (festival) return { working: false, provisional, why: `${festival}（法定节日；该年放假安排尚未公布）` };
    return {
      working: !weekend,
      provisional,
      why: `${weekend ? weekdayName(date) : '工作日'}（该年放假安排尚未公布，暂按周末推算）`,
    };
  }
  if (arrangement.makeupWorkdays.includes(date))
    return { working: true, provisional, why: `调休上班（${weekdayName(date)}）` };
  if (arrangement.holidays.includes(date))
    return { working: false, provisional, why: `${arrangement.names?.[date] ?? '节假日'}放假` };
  return { working: !weekend, provisional, why: weekend ? `${weekdayName(date)}休息` : '工作日' };
}

export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  return dayStatus(calendar, date).working;
}

/**
 * The `add`-th working day after `from`; `from` itself is not counted. `add` 0 gives `from` if it is a working day,
 * else the next one: what falls on a rest day moves to the first working day after it.
 * `add` is a non-negative integer; how large it may get is the caller's limit (one step a day is returned).
 */
export function addWorkingDays(calendar: Calendar, from: PlainDate, add: number): WorkingDayCount {
  const start = dayStatus(calendar, from);
  const steps: WorkingDayStep[] = [];
  if (add === 0 && start.working) {
    steps.push({ date: from, kind: 'counted', why: start.why, n: 0 });
    return { from, add, date: from, provisional: start.provisional, steps };
  }
  steps.push({ date: from, kind: 'start', why: '起算当日不计入' });
  let provisional = false;
  let date = from;
  let counted = 0;
  const target = Math.max(add, 1);
  while (counted < target) {
    date = addDays(date, 1);
    const status = dayStatus(calendar, date);
    provisional ||= status.provisional;
    if (status.working) {
      counted += 1;
      steps.push({ date, kind: 'counted', why: status.why, n: add === 0 ? 0 : counted });
    } else steps.push({ date, kind: 'rest', why: status.why });
  }
  return { from, add, date, provisional, steps };
}

/** The `n`-th working day before `from` (not counting `from`), n ≥ 1: undoes addWorkingDays when `from` is a working day. */
export function subtractWorkingDays(calendar: Calendar, from: PlainDate, n: number): PlainDate {
  let date = from;
  for (let counted = 0; counted < n; ) {
    date = addDays(date, -1);
    if (isWorkingDay(calendar, date)) counted += 1;
  }
  return date;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier: those after `to` up to `from`. */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}
