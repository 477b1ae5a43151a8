import { type DueDay, dueDay, type Extension } from '../due-day.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { addWorkingDays, type Calendar } from '../working-days.ts';
import type { Clock } from './item.ts';

/** A running clock of `days` working days that starts with the event of `start` (that day is not counted). */
export function startClock(
  calendar: Calendar,
  kind: Clock['kind'],
  start: PlainDate,
  days: number,
  cites: readonly string[],
): Clock {
  const { date, provisional } = addWorkingDays(calendar, start, days);
  return { kind, start, days, due: date, provisional, cites };
}

/** How a clock's due day comes about: start, counted, rest and paused days, extensions. The due day of a running clock is the clock's own. */
export function explainClock(
  calendar: Calendar,
  clock: Pick<Clock, 'start' | 'days' | 'pauses' | 'extensions'>,
): DueDay {
  const { start, pauses = [], extensions = [] } = clock;
  const base = clock.days - extensions.reduce((sum, extension) => sum + extension.days, 0);
  return dueDay(calendar, { start, days: base, pauses, extensions });
}

/** 延长: the clock with days added to its end; their rule stands beside that of the clock. */
export function extendClock(calendar: Calendar, clock: Clock, extension: Extension): Clock {
  return recountClock(calendar, {
    ...clock,
    days: clock.days + extension.days,
    extensions: [...(clock.extensions ?? []), extension],
    cites: [...clock.cites, ...extension.cites],
  });
}

/** 中止 from the day after `today`: the clock stands still until it is resumed. */
export function pauseClock(clock: Clock, today: PlainDate, why: string, cites: readonly string[]): Clock {
  return { ...clock, pauses: [...(clock.pauses ?? []), { from: addDays(today, 1), to: null, why, cites }] };
}

/** The clock goes on with the day after `today`; a pause that never held a day leaves no trace. */
export function resumeClock(calendar: Calendar, clock: Clock, today: PlainDate): Clock {
  const pauses = (clock.pauses ?? []).flatMap((pause) => {
    if (pause.to !== null) return [pause];
    return pause.from > today ? [] : [{ ...pause, to: today }];
  });
  return recountClock(calendar, { ...clock, pauses });
}

/**
 * The clock counted again, with today's calendar. While a pause has not ended there is no due day; the last known one stays, since
 * the days before the pause are gone and the end only moves on.
 */
export function recountClock(calendar: Calendar, clock: Clock): Clock {
  const { due, provisional } = explainClock(calendar, clock);
  return due === null ? clock : { ...clock, due, provisional };
}

/** How a due day stands today: what the due chip says. */
export function dueStanding(
  due: PlainDate,
  today: PlainDate,
  workingDaysLeft: number,
): 'overdue' | 'today' | 'soon' | 'later' {
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return workingDaysLeft <= 2 ? 'soon' : 'later';
}
