import type { CalendarNotice, YearArrangement } from '#law/calendar/arrangement.ts';
import { arrangementKnownOn, fixedFestivals, latestArrangement, yearArrangements } from '#law/working-days.ts';
import { addDays, dayOfWeek, type PlainDate, partsOf, weekdayName } from './plain-date.ts';

/** A day the keeper of the calendar changed by hand, e.g. a provincial office closed by flood. Later edits of a day win. */
export interface CalendarEdit {
  readonly date: PlainDate;
  readonly kind: 'rest' | 'work';
  /** Why, as a Chinese phrase with the document it rests on. */
  readonly why: string;
  /** The day the edit was entered, where that is known: before it, nobody counted with it. */
  readonly knownOn?: PlainDate;
}

/**
 * What working days are counted with. A year missing from `years` is provisional: weekends and the festivals of fixed
 * date rest, nothing else is known yet.
 */
export interface Calendar {
  readonly years: Readonly<Record<number, YearArrangement>>;
  readonly edits?: readonly CalendarEdit[];
  /** What the keeper entered of a year, notice by notice; the last is the one in `years`. */
  readonly versions?: Readonly<Record<number, readonly YearArrangement[]>>;
}

const announcedYears = Object.keys(yearArrangements).map(Number);

/** The calendar of this release as it is known now: the announced years in their last versions, no edits. */
export const announcedCalendar: Calendar = yearsBy(latestArrangement);

/**
 * The calendar as it was known at the end of a day: the announced years in the versions of that day, of `calendar` what was in it by
 * then (years and edits that the keeper entered). Explains a date that was counted before a notice was changed.
 */
export function calendarKnownOn(day: PlainDate, calendar: Calendar = announcedCalendar): Calendar {
  const held = Object.keys(calendar.years).map((year) => [year, heldBy(calendar, Number(year), day)] as const);
  return {
    years: {
      ...yearsBy((year) => arrangementKnownOn(year, day)).years,
      ...Object.fromEntries(held.filter(([, found]) => found !== undefined)),
    },
    edits: (calendar.edits ?? []).filter((edit) => edit.knownOn === undefined || edit.knownOn <= day),
  };
}

/** What a calendar holds of a year, as far as it was out by a day; undefined where it was not. */
function heldBy({ years, versions }: Calendar, year: number, day: PlainDate): YearArrangement | undefined {
  const held = years[year];
  const all = versions?.[year] ?? (held ? [held] : []);
  return all.findLast(({ notice }) => !notice || (notice.announcedOn ?? notice.issuedOn) <= day);
}

function yearsBy(find: (year: number) => YearArrangement | undefined): Calendar {
  const known = announcedYears.map((year) => [year, find(year)] as const).filter(([, found]) => found !== undefined);
  return { years: Object.fromEntries(known) as Record<number, YearArrangement> };
}

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

/** What a day is, as far as it is known. */
export interface DayStatus {
  readonly working: boolean;
  /** True where a notice that is still to come may change it. */
  readonly provisional: boolean;
  readonly kind: 'ordinary' | 'make-up' | 'weekend' | 'festival' | 'edited';
  /** Chinese, e.g. 国庆节放假 */
  readonly why: string;
  /** The paper that makes it so, for festivals and make-up days. */
  readonly notice?: CalendarNotice;
}

/** Whether work is done on a day, whether that may still change, and why, in Chinese. */
export function dayStatus(calendar: Calendar, date: PlainDate): DayStatus {
  const edit = calendar.edits?.findLast((candidate) => candidate.date === date);
  if (edit) return { working: edit.kind === 'work', provisional: false, kind: 'edited', why: edit.why };
  const arrangement = arrangementOf(calendar, date);
  if (!arrangement) return provisionalStatus(calendar, date);
  const notice = arrangement.dayNotices?.[date] ?? arrangement.notice;
  const said = { provisional: false, ...(notice ? { notice } : {}) };
  if (arrangement.makeupWorkdays.includes(date))
    return { ...said, working: true, kind: 'make-up', why: `调休上班（${weekdayName(date)}）` };
  if (arrangement.holidays.includes(date))
    return { ...said, working: false, kind: 'festival', why: `${arrangement.names?.[date] ?? '节假日'}放假` };
  const provisional = newYearMayReach(calendar, date);
  if (dayOfWeek(date) >= 6) return { working: false, provisional, kind: 'weekend', why: `${weekdayName(date)}休息` };
  return { working: true, provisional, kind: 'ordinary', why: '工作日' };
}

/** New Year's rest may begin in December (2018-12-29 was worked, 30 and 31 rested): then next year's notice speaks of the day. */
function arrangementOf(calendar: Calendar, date: PlainDate): YearArrangement | undefined {
  const { year, month } = partsOf(date);
  const next = month === 12 ? calendar.years[year + 1] : undefined;
  if (next && (next.holidays.includes(date) || next.makeupWorkdays.includes(date))) return next;
  return calendar.years[year];
}

/**
 * The last days of December may still change while next year's notice is missing, where 1 January is a Tuesday, Wednesday or
 * Thursday: only then may a notice join it to a weekend by moving working days (the principle is told in 国办发明电〔2024〕12号).
 */
function newYearMayReach(calendar: Calendar, date: PlainDate): boolean {
  if (date.slice(5) < '12-28') return false;
  const { year } = partsOf(date);
  const weekday = dayOfWeek(`${year + 1}-01-01`);
  return calendar.years[year + 1] === undefined && weekday >= 2 && weekday <= 4;
}

function provisionalStatus(calendar: Calendar, date: PlainDate): DayStatus {
  const { year } = partsOf(date);
  const weekend = dayOfWeek(date) >= 6;
  const festival = fixedFestivals(year)[date.slice(5)];
  // Years before the first one that is kept here were announced long ago; we do not have them.
  const missing = Object.keys(calendar.years).every((known) => Number(known) > year) ? '未收录' : '尚未公布';
  if (festival)
    return {
      working: false,
      provisional: true,
      kind: 'festival',
      why: `${festival}（法定节日；该年放假安排${missing}）`,
    };
  return {
    working: !weekend,
    provisional: true,
    kind: weekend ? 'weekend' : 'ordinary',
    why: `${weekend ? weekdayName(date) : '工作日'}（该年放假安排${missing}，暂按周末推算）`,
  };
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
