import pg from 'pg';
import type { Tx } from '../platform/database.ts';
import { checkHeads, type HeadTrust } from './check-heads.ts';
import { type CheckedItem, type CheckedRow, checkItem, type LedgerFault } from './check-item.ts';
import type { OtherLedger } from './covered-ledger.ts';
import { type LedgerHead, listHeads } from './ledger-head.ts';

/** What a check found. */
export interface LedgerCheck {
  readonly items: number;
  readonly entries: number;
  /** The ledgers beside that of the items, as they were handed in. */
  readonly others: readonly { readonly name: string; readonly things: number; readonly entries: number }[];
  readonly heads: readonly LedgerHead[];
  /** Chinese sentences with the item's number, the earliest first: `faults[0]` is the first entry that does not fit. */
  readonly faults: string[];
}

const pageOfItems = 500;
const nil = '00000000-0000-0000-0000-000000000000';

/**
 * Checks a database at one instant: the chain of every item and its refold, and what `others` hold; with `trust` the signed heads and
 * the entries they cover too. Reads in pages, so that its size does not matter.
 */
export async function checkLedger(
  url: string,
  trust?: HeadTrust,
  others: readonly OtherLedger[] = [],
): Promise<LedgerCheck> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tx = readingOf(client);
  try {
    await client.query(`begin isolation level repeatable read read only; set local app.sees = 'all'`);
    const numbers = new Map<string, string>();
    const { items, entries, faults } = await walkItems(tx, numbers);
    const counts: LedgerCheck['others'][number][] = [];
    for (const { ledger, name, check } of others) {
      const found = await check(tx);
      counts.push({ name, things: found.things, entries: found.entries });
      faults.push(...found.faults.map((fault) => ({ ...fault, ledger })));
    }
    const heads = await listHeads(tx);
    if (trust) faults.push(...(await checkHeads(tx, heads, trust, others)));
    return { items, entries, others: counts, heads, faults: await tell(tx, faults, numbers, others) };
  } finally {
    await client.end();
  }
}

function readingOf(client: pg.Client): Tx {
  return {
    query: async (name, text, values = []) => (await client.query({ name, text, values: [...values] })).rows,
    run: async (text, values = []) => (await client.query(text, [...values])).rows,
    change: () => Promise.reject(new Error('a check writes nothing')),
  };
}

async function walkItems(tx: Tx, numbers: Map<string, string>) {
  const faults: LedgerFault[] = [];
  let items = 0;
  let entries = 0;
  for (let after: [string, string] = [nil, nil]; ; ) {
    const page = await tx.query<CheckedItem>(
      'check-items',
      `select subject_key, item_id, number, fold, state, version, due_on, due_clock, acceptance_due, acceptance_done_on, decision_due,
         decision_done_on, outcome, assignee, closed_at
       from item where (subject_key, item_id) > ($1::uuid, $2::uuid) order by subject_key, item_id limit ${pageOfItems}`,
      after,
    );
    const last = page.at(-1);
    if (!last) return { items, entries, faults };
    const rows = await readRows(tx, after, [last.subject_key, last.item_id]);
    for (const one of page) {
      const own = rows.get(one.item_id) ?? [];
      const found = checkItem(own, one);
      if (found.length > 0) numbers.set(one.item_id, one.number);
      faults.push(...found);
      entries += own.length;
    }
    items += page.length;
    after = [last.subject_key, last.item_id];
  }
}

/** The entries of a page of items, by item. */
async function readRows(tx: Tx, after: readonly string[], last: readonly string[]): Promise<Map<string, CheckedRow[]>> {
  const rows = await tx.query<CheckedRow>(
    'check-entries',
    `select * from item_event where (subject_key, item_id) > ($1::uuid, $2::uuid) and (subject_key, item_id) <= ($3::uuid, $4::uuid)
     order by subject_key, item_id, version`,
    [...after, ...last],
  );
  const byItem = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const own = byItem.get(row.item_id);
    if (own) own.push(row);
    else byItem.set(row.item_id, [row]);
  }
  return byItem;
}

/** Faults as sentences, the earliest first; each entry's own before what follows from it. */
async function tell(
  tx: Tx,
  faults: readonly LedgerFault[],
  numbers: Map<string, string>,
  others: readonly OtherLedger[],
): Promise<string[]> {
  const late = (version: number | null) => version ?? Number.MAX_SAFE_INTEGER;
  const ordered = faults.toSorted((a, b) => a.at.localeCompare(b.at) || late(a.version) - late(b.version));
  const told: string[] = [];
  for (const fault of ordered) {
    const number = fault.itemId && (await findNumber(tx, fault, numbers, others));
    told.push(number ? `${number}：${fault.what}` : fault.what);
  }
  return told;
}

/** The number of an item, or of what another ledger is about, that may no longer be there itself. */
async function findNumber(
  tx: Tx,
  { ledger, subjectKey, itemId }: LedgerFault,
  numbers: Map<string, string>,
  others: readonly OtherLedger[],
): Promise<string> {
  const key = `${ledger ?? ''}${itemId}`;
  const known = numbers.get(key);
  if (known) return known;
  const other = others.find((one) => one.ledger === ledger);
  const found = other ? await other.numberOf(tx, subjectKey!, itemId!) : await numberOfItem(tx, subjectKey!, itemId!);
  const number = found ?? `${other?.name ?? '办件'} ${itemId}`;
  numbers.set(key, number);
  return number;
}

async function numberOfItem(tx: Tx, subjectKey: string, itemId: string): Promise<string | undefined> {
  const rows = await tx.query<{ number: string }>(
    'check-number',
    'select number from item_number where subject_key = $1 and item_id = $2',
    [subjectKey, itemId],
  );
  return rows[0]?.number;
}
