import { type CountedDay, type CountStep, type ExtensionMark, foldDays } from './counted-days.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { type Calendar, dayStatus } from './working-days.ts';

/** 中止: while it lasts no day is counted. Both days belong to it; `to` null: it has not ended. */
export interface Pause {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** Chinese, e.g. 等待法院裁定; empty where nobody said. */
  readonly why: string;
  readonly cites: readonly string[];
}

/** 延长: days added to the end of a period. */
export interface Extension {
  readonly days: number;
  readonly why: string;
  readonly cites: readonly string[];
}

/** A period of working days: the day that starts it is not counted. */
export interface WorkingPeriod {
  readonly start: PlainDate;
  /** Working days without the extensions; 0 or more. */
  readonly days: number;
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
}

/** The answer of every count: the date, and how it came about, day by day and in readable lines. */
export interface DayCount {
  /** null: a pause has not ended, so there is no date yet (暂停中). */
  readonly date: PlainDate | null;
  /** True when a day that was looked at may still change with a notice to come. */
  readonly provisional: boolean;
  readonly days: readonly CountedDay[];
  readonly steps: readonly CountStep[];
}

/** A day on which a period of working days ends. */
export interface DueDay extends Omit<DayCount, 'date'> {
  readonly due: PlainDate | null;
}

/**
 * The day on which a period of working days ends: rest days and paused days are not counted, overlapping pauses count once,
 * extensions are added to the end. The due day is a working day that is not paused. One entry a day is returned: how long a period
 * and its pauses may get is the caller's limit.
 */
export function dueDay(calendar: Calendar, period: WorkingPeriod): DueDay {
  const { start, days: base, pauses = [], extensions = [] } = period;
  const target = base + extensions.reduce((sum, extension) => sum + extension.days, 0);
  const days: CountedDay[] = [];
  const first = dayStatus(calendar, start);
  const done = (due: PlainDate | null): DueDay => ({
    due,
    provisional: days.some((day) => day.kind !== 'start' && day.kind !== 'paused' && day.provisional),
    days,
    steps: foldDays(days, 'working-days', marksOf(days, base, extensions)),
  });
  if (target === 0 && first.working && !pauseOn(pauses, start)) {
    days.push(entry(start, first, { kind: 'counted', n: 0 }));
    return done(start);
  }
  days.push({ date: start, kind: 'start', why: '起算当日不计入', day: first.kind, provisional: false });
  for (let date = addDays(start, 1), n = 0; ; date = addDays(date, 1)) {
    const status = dayStatus(calendar, date);
    const pause = pauseOn(pauses, date);
    if (pause) {
      days.push(entry(date, status, { kind: 'paused', why: pause.why, cites: pause.cites }));
      if (pause.to === null) return done(null);
      continue;
    }
    if (status.working) n += 1;
    days.push(entry(date, status, status.working ? { kind: 'counted', n: target === 0 ? 0 : n } : { kind: 'rest' }));
    if (n >= Math.max(target, 1)) return done(date);
  }
}

/** The `days`-th working day before a day, explained; the day itself is not counted. 0: the day, or the last working day before it. */
export function countBack(calendar: Calendar, start: PlainDate, count: number): DayCount {
  const first = dayStatus(calendar, start);
  const days: CountedDay[] = [];
  const done = (date: PlainDate): DayCount => ({
    date,
    provisional: days.some((day) => day.kind !== 'start' && day.provisional),
    days,
    steps: foldDays(days, 'working-days'),
  });
  if (count === 0 && first.working) {
    days.push(entry(start, first, { kind: 'counted', n: 0 }));
    return done(start);
  }
  days.push({ date: start, kind: 'start', why: '起算当日不计入', day: first.kind, provisional: false });
  for (let date = addDays(start, -1), n = 0; ; date = addDays(date, -1)) {
    const status = dayStatus(calendar, date);
    if (status.working) n += 1;
    days.push(entry(date, status, status.working ? { kind: 'counted', n: count === 0 ? 0 : n } : { kind: 'rest' }));
    if (n >= Math.max(count, 1)) return done(date);
  }
}

/** The pause a day lies in. One that has not ended goes first, then the earliest: the order in which they are given does not matter. */
export function pauseOn(pauses: readonly Pause[], date: PlainDate): Pause | undefined {
  const covering = pauses.filter((pause) => pause.from <= date && (pause.to === null || date <= pause.to));
  return covering.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}

const rank = ({ from, to, why }: Pause) => `${to === null ? 0 : 1}|${from}|${to}|${why}`;

/** A day of a count with what the calendar says of it. */
export function entry(
  date: PlainDate,
  status: ReturnType<typeof dayStatus>,
  more: Partial<CountedDay> & Pick<CountedDay, 'kind'>,
): CountedDay {
  const { kind: day, why, provisional, notice } = status;
  return { date, why, day, provisional, ...(notice ? { notice } : {}), ...more };
}

/** Where the extensions stand: behind the day that would have been the last without them. */
function marksOf(days: readonly CountedDay[], base: number, extensions: readonly Extension[]): ExtensionMark[] {
  let whole = base;
  return extensions.map((extension) => {
    const last = days.find((day) => day.kind === 'counted' && day.n === whole) ?? days[0]!;
    whole += extension.days;
    return { ...extension, after: last.date, whole };
  });
}
