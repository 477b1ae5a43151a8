import type { Tx } from '../platform/database.ts';
import type { LedgerFault } from './check-item.ts';

/** A ledger beside that of the items, and from which instant on (ISO 8601; null: from the very first) a head covers it. */
export interface CoveredLedger {
  readonly ledger: string;
  readonly from: string | null;
}

/** Where the entries of a ledger lie. All three are our own words: they are put into SQL as they are. */
export interface LedgerPlace {
  readonly ledger: string;
  readonly table: string;
  /** The column that stands in the place of item_id. */
  readonly id: string;
}

/** What the check of one ledger beside the items' found; `itemId` of a fault is the id of the thing the ledger is about. */
export interface LedgerFound {
  readonly things: number;
  readonly entries: number;
  readonly faults: readonly LedgerFault[];
}

/** A ledger of another module, handed in where the program is put together: items know nothing of objections. */
export interface OtherLedger extends LedgerPlace {
  /** Chinese, with its measure word: 异议（件）. */
  readonly name: string;
  /** Chain and refold of everything in it. */
  readonly check: (tx: Tx) => Promise<LedgerFound>;
  /** What people call the thing with this id: its number; undefined where it is not of this ledger. */
  readonly numberOf: (tx: Tx, subjectKey: string, id: string) => Promise<string | undefined>;
}

/** The ledger that every head covers. */
export const itemPlace: LedgerPlace = { ledger: 'item', table: 'item_event', id: 'item_id' };

/** What the next head covers beside the items: a ledger that the last head did not know is taken in from its first entry. */
export function coversNext(
  others: readonly Pick<LedgerPlace, 'ledger'>[],
  last: { readonly covers: readonly CoveredLedger[] | null; readonly until: string } | undefined,
): CoveredLedger[] | null {
  if (others.length === 0) return null;
  const known = new Set(last?.covers?.map((one) => one.ledger));
  return others.map(({ ledger }) => ({ ledger, from: last && known.has(ledger) ? last.until : null }));
}
