import { type CountedDay, foldDays } from './counted-days.ts';
import { type DayCount, entry, type Pause, pauseOn } from './due-day.ts';
import { addDays, addMonths, diffDays, formatChineseShort, type PlainDate } from './plain-date.ts';
import { type Calendar, dayStatus } from './working-days.ts';

/** A period of natural days (自然日) or calendar months; the day that starts it is not counted. */
export interface CalendarPeriod {
  readonly start: PlainDate;
  readonly count: number;
  readonly unit: 'natural-days' | 'months';
  readonly pauses?: readonly Pause[];
}

/** The end of a period, with its last day before it moved off a rest day. */
export interface PeriodEnd extends DayCount {
  /** Last day as counted; differs from `date` where that is a rest day. */
  readonly last: PlainDate | null;
}

/**
 * What the counting rests on: the civil code's chapter on periods. Courts count alike (民事诉讼法第八十五条: the start is not counted,
 * a last day of rest moves on); that an authority's own periods in natural days or months end so is an inference (D), and no clause
 * was found on pausing them.
 */
export const periodRules = {
  start: { cites: ['cc20:201'], sure: 'D' },
  monthEnd: { cites: ['cc20:202'], sure: 'D' },
  moved: { cites: ['cc20:203'], sure: 'D' },
} as const;

/**
 * The end of a period of natural days or months. Rest days are counted; months end on the corresponding day, on the last day of a
 * month that has none; a last day that is a rest day moves to the first working day after it. Paused days are not counted; in a
 * period of months each of them puts the end off by a day.
 */
export function periodEnd(calendar: Calendar, { start, count, unit, pauses = [] }: CalendarPeriod): PeriodEnd {
  const target = unit === 'months' ? diffDays(start, addMonths(start, count)) : count;
  const days: CountedDay[] = [
    {
      date: start,
      kind: 'start',
      why: target === 0 ? '期限为零日，到这一天' : '起算当日不计入',
      day: dayStatus(calendar, start).kind,
      provisional: false,
      cites: periodRules.start.cites,
    },
  ];
  let date = start;
  for (let n = 0; n < target; ) {
    date = addDays(date, 1);
    const status = dayStatus(calendar, date);
    const pause = pauseOn(pauses, date);
    if (pause) {
      days.push(entry(date, status, { kind: 'paused', why: pause.why, cites: pause.cites }));
      if (pause.to === null) return { date: null, last: null, provisional: false, days, steps: fold(days) };
      continue;
    }
    n += 1;
    // Whether a day rests does not matter to a natural day; only the last one is asked.
    days.push({ ...entry(date, status, { kind: 'counted', n }), provisional: false });
  }
  const moved = moveOff(calendar, date);
  const all = [...days, ...moved.days];
  return { date: moved.date, last: date, provisional: moved.provisional, days: all, steps: fold(all) };
}

/** The same period counted back, e.g. 至少提前一个月: nothing moves, since moving would shorten what is to be kept. */
export function periodStart(calendar: Calendar, { start, count, unit }: CalendarPeriod): DayCount {
  const date = unit === 'months' ? addMonths(start, -count) : addDays(start, -count);
  const days: CountedDay[] = [];
  for (let day = start, n = 0; day >= date; day = addDays(day, -1), n += 1)
    days.push({
      ...entry(
        day,
        dayStatus(calendar, day),
        n === 0 ? { kind: 'start', why: '起算当日不计入' } : { kind: 'counted', n },
      ),
      provisional: false,
    });
  return { date, provisional: false, days, steps: fold(days) };
}

const fold = (days: readonly CountedDay[]) => foldDays(days, 'natural-days');

function moveOff(calendar: Calendar, last: PlainDate): { date: PlainDate; provisional: boolean; days: CountedDay[] } {
  const rest = dayStatus(calendar, last);
  if (rest.working) return { date: last, provisional: rest.provisional, days: [] };
  const { cites } = periodRules.moved;
  const days: CountedDay[] = [];
  let { provisional } = rest;
  for (let date = addDays(last, 1); ; date = addDays(date, 1)) {
    const status = dayStatus(calendar, date);
    provisional ||= status.provisional;
    if (status.working) {
      const why = `最后一日（${formatChineseShort(last)}）${rest.why}，期限到休息日后的第一个工作日`;
      return { date, provisional, days: [...days, entry(date, status, { kind: 'end', why, cites })] };
    }
    days.push(entry(date, status, { kind: 'moved', cites }));
  }
}
