import type { PlainDate } from '../plain-date.ts';
import type { Calendar } from '../working-days.ts';
import { recountClock } from './clocks.ts';
import type { EventOf } from './events.ts';
import type { Clock, Item } from './item.ts';
import { isClosed } from './states.ts';

/** What the re-dating of an item is told: the calendar that holds now, and how it came to differ. */
export interface Redating {
  readonly calendar: Calendar;
  readonly today: PlainDate;
  /** Chinese: the notice or the edit that changed the calendar. */
  readonly why: string;
  /** Names the calendar that was counted with. */
  readonly calendarDigest: string;
}

/**
 * Counts the running clocks of an open item again after the calendar changed (顺延). null where nothing moves: the item is closed, or
 * every running clock keeps its day and its certainty. Clocks that have been met never move.
 */
export function reDate(item: Item, { calendar, today, why, calendarDigest }: Redating): EventOf<'re-dated'> | null {
  if (isClosed(item.state)) return null;
  const running = Object.values(item.clocks).filter((clock): clock is Clock => clock?.doneOn === undefined);
  const moved = running
    .map((clock) => ({ before: clock, after: recountClock(calendar, clock) }))
    .filter(({ before, after }) => before.due !== after.due || before.provisional !== after.provisional);
  if (moved.length === 0) return null;
  return {
    type: 're-dated',
    on: today,
    cites: [...new Set(moved.flatMap(({ before }) => before.cites))],
    payload: {
      clocks: moved.map(({ after }) => after),
      changes: moved.map(({ before, after }) => ({ kind: before.kind, from: before.due, to: after.due })),
      why,
      calendarDigest,
    },
  };
}

/** Whether a due day moved; otherwise it only became certain, of which nobody needs to be told. */
export function movesDue(event: EventOf<'re-dated'>): boolean {
  return event.payload.changes.some(({ from, to }) => from !== to);
}
