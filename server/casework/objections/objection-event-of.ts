import type { ObjectionEvent } from '#domain/casework/objections/objection-events.ts';

/** The columns of a row of an objection's ledger that make its event. */
interface StoredObjectionEvent {
  readonly type: ObjectionEvent['type'];
  /** YYYY-MM-DD */
  readonly day: string;
  readonly cites: readonly string[];
  readonly payload: unknown;
}

/** A row of an objection's ledger as the event it holds. */
export function objectionEventOf({ type, day, cites, payload }: StoredObjectionEvent): ObjectionEvent {
  return { type, on: day, cites, payload } as ObjectionEvent;
}
