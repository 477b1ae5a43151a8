import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type Collection, openCollection } from './collection.ts';
import { type CallLog, openCallLog } from './exchange/call-log.ts';
import { type Modes, openModes } from './exchange/modes.ts';
import { openScripts, type Scripts } from './exchange/scripts.ts';

/** How long the stand-ins take to do by themselves what they do, in milliseconds. */
export interface Delays {
  /** From request to confirmation of an effect. */
  readonly effect: number;
  /** From hand-over to acceptance on the market platform. */
  readonly marketAccept: number;
  /** From hand-over to decision on the market platform. */
  readonly marketDecide: number;
  /** From forward to the court's answer. */
  readonly court: number;
  /** From sending to delivery of a message. */
  readonly delivery: number;
}

export const defaultDelays: Delays = {
  effect: 2000,
  marketAccept: 3000,
  marketDecide: 6000,
  court: 6000,
  delivery: 500,
};

/** What all stand-ins stand on. */
export interface Surroundings {
  readonly gatewayKey: string;
  readonly delays: Delays;
  readonly modes: Modes;
  readonly scripts: Scripts;
  readonly calls: CallLog;
  /** Aborted when the sandbox closes. */
  readonly closing: AbortSignal;
  /** Milliseconds; runs ahead of the real clock by what `advance` was told. */
  now(): number;
  advance(milliseconds: number): void;
  collection<T>(name: string): Collection<T>;
  reset(): void;
  close(): void;
}

/** Opens the state kept in `folder`, creating it where absent. */
export function openSurroundings(folder: string, settings: Pick<Surroundings, 'gatewayKey' | 'delays'>): Surroundings {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const collections: Collection<unknown>[] = [];
  const closing = new AbortController();
  const modes = openModes(folder);
  const scripts = openScripts(folder);
  const calls = openCallLog();
  let ahead = 0;
  return {
    ...settings,
    modes,
    scripts,
    calls,
    closing: closing.signal,
    now: () => Date.now() + ahead,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    collection<T>(name: string) {
      const opened = openCollection<T>(folder, name);
      collections.push(opened as Collection<unknown>);
      return opened;
    },
    reset() {
      for (const each of [...collections, modes, scripts]) 'clear' in each ? each.clear() : each.reset();
      calls.clear();
      ahead = 0;
    },
    close() {
      closing.abort();
      for (const each of [...collections, modes, scripts]) each.close();
    },
  };
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The day in Jiangxi of an instant in milliseconds, `YYYY-MM-DD`. */
export function chinaDay(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * A number for a receipt: prefix, day, six random letters. Random rather than counted, so that numbers stay unlike
 * those already given after the sandbox's state was thrown away.
 */
export function receiptNumber(prefix: string, now: number): string {
  const tail = [...randomBytes(6)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${prefix}${chinaDay(now).replaceAll('-', '')}${tail}`;
}
