import type { PlainDate } from '../plain-date.ts';
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
