import type { PlainDate } from '#domain/plain-date.ts';

/** Where acts take the time from: an instant for the ledger, a day for deadlines. */
export interface Clock {
  now(): Date;
  /** The calendar day in Asia/Shanghai, YYYY-MM-DD. */
  today(): PlainDate;
}

const dayMs = 86_400_000;
const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Asia/Shanghai on which an instant falls. */
export function dayInShanghai(instant: Date): PlainDate {
  return shanghai.format(instant);
}

/** The machine's clock. */
export function systemClock(): Clock {
  return { now: () => new Date(), today: () => dayInShanghai(new Date()) };
}

/** The clock a process runs on: the machine's, or, with FIXED_TODAY, the machine's time of day on that day. */
export function clockOf(config: { readonly fixedToday: PlainDate }): Clock {
  const { fixedToday } = config;
  if (fixedToday === '') return systemClock();
  return {
    now: () => {
      const real = new Date();
      const shift = Date.parse(`${fixedToday}T00:00:00Z`) - Date.parse(`${dayInShanghai(real)}T00:00:00Z`);
      return new Date(real.getTime() + Math.round(shift / dayMs) * dayMs);
    },
    today: () => fixedToday,
  };
}

/** A clock that tests move by hand. */
export interface FixedClock extends Clock {
  /** Moves to 10:00 in Shanghai on a day (YYYY-MM-DD), or to an instant (ISO 8601 with zone). */
  moveTo(time: string): void;
}

/** A standing clock for tests: at 10:00 in Shanghai on a day, or at an instant. Each `now()` is one millisecond later. */
export function fixedClock(time: string): FixedClock {
  let at = instantOf(time);
  return {
    now: () => {
      at += 1;
      return new Date(at);
    },
    today: () => dayInShanghai(new Date(at)),
    moveTo: (next) => {
      at = instantOf(next);
    },
  };
}

function instantOf(time: string): number {
  const at = Date.parse(time.length === 10 ? `${time}T10:00:00+08:00` : time);
  if (Number.isNaN(at)) throw new Error(`not a day or an instant: ${time}`);
  return at;
}
