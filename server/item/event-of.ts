import type { ItemEvent } from '#domain/item/events.ts';

/** The columns of a row of the ledger that make its event. */
export interface StoredEvent {
  readonly type: ItemEvent['type'];
  /** YYYY-MM-DD */
  readonly day: string;
  readonly cites: readonly string[];
  readonly payload: unknown;
}

/** A row of the ledger as the event it holds: only events are ever written there, and nothing is changed afterwards. */
export function eventOf({ type, day, cites, payload }: StoredEvent): ItemEvent {
  return { type, on: day, cites, payload } as ItemEvent;
}
