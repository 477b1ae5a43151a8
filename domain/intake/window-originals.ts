import type { PlainDate } from '../plain-date.ts';
import { addWorkingDays, type Calendar } from '../working-days.ts';

/** Working days after which a window gives originals back, where the clerk writes no other day. A window's promise, no rule of law. */
export const usualReturnDays = 5;

/** The day on the receipt by which originals are given back. */
export function usualReturnDay(calendar: Calendar, keptOn: PlainDate): PlainDate {
  return addWorkingDays(calendar, keptOn, usualReturnDays).date;
}

/** How an original stands: given back, still within the promise, due today, or overdue. */
export function originalStanding(
  it: { readonly returnBy: PlainDate; readonly returned: boolean },
  today: PlainDate,
): 'returned' | 'kept' | 'due' | 'overdue' {
  if (it.returned) return 'returned';
  if (it.returnBy < today) return 'overdue';
  return it.returnBy === today ? 'due' : 'kept';
}
