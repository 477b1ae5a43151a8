import { addDays, parsePlainDate } from '#domain/plain-date.ts';
import { useAsk } from './ask.ts';
import { dayText } from './when.ts';

/** Beside a due day that somebody chose: it falls on a rest day, and which working day it comes to (by the calendar in force). */
export function RestDayHint({ day }: { day: string }) {
  const known = parsePlainDate(day);
  const next = useAsk(
    'countWorkingDays',
    // The first working day after the day before: the day itself where people work on it.
    { query: { from: known ? addDays(known, -1) : '', add: 1 } },
    { enabled: known !== undefined, staleTime: 3_600_000 },
  );
  if (!known || !next.data || next.data.date === known) return null;
  return (
    <p className="quiet" role="status">
      ▲ {dayText(known)}不是工作日，实际到{dayText(next.data.date)}。
    </p>
  );
}
