import { useReducer, useRef } from 'react';
import { type Kept, readKept, tabStorage, withValue, writeKept } from './kept-drafts.ts';
import { useOfficer } from './session.ts';

type Change<T> = (next: T | ((was: T) => T)) => void;

/** A drawer's draft: what is typed stays until it is carried out or taken away by hand. */
export interface KeptDraft {
  /** Whether the drawer opened with something from before. */
  readonly found: boolean;
  /** A control's value and its setter, like useState; `start` is what stands there while nothing was changed. */
  field<T>(name: string, start: T): readonly [T, Change<T>];
  /** Back to how the drawer opens for the first time. */
  clear(): void;
  /** What happens once the act is carried out: the draft goes, then `then`. */
  over<A extends readonly unknown[]>(then: (...args: A) => void): (...args: A) => void;
}

/**
 * The draft of one act on one thing. Closing the drawer, a reload, Back and Forward leave it; `what` names thing and act (item id/extend).
 * It is the signed-in officer's own.
 */
export function useKept(what: string): KeptDraft {
  const key = `${useOfficer().officerId}/${what}`;
  const [, renew] = useReducer((round: number) => round + 1, 0);
  const held = useRef<{ key: string; kept: Kept; found: boolean } | null>(null);
  if (held.current?.key !== key) {
    const kept = readKept(tabStorage(), key);
    held.current = { key, kept, found: Object.keys(kept).length > 0 };
  }
  const now = held.current;
  const keep = (kept: Kept) => {
    now.kept = kept;
    writeKept(tabStorage(), key, kept);
  };
  const clear = () => {
    keep({});
    now.found = false;
    renew();
  };
  return {
    found: now.found,
    field<T>(name: string, start: T) {
      const valueNow = () => (name in now.kept ? (now.kept[name] as T) : start);
      const change: Change<T> = (next) => {
        const value = typeof next === 'function' ? (next as (was: T) => T)(valueNow()) : next;
        keep(withValue(now.kept, name, start, value));
        renew();
      };
      return [valueNow(), change] as const;
    },
    clear,
    over:
      (then) =>
      (...args) => {
        keep({});
        now.found = false;
        then(...args);
      },
  };
}
