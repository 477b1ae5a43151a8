import pg from 'pg';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { EventOf, ItemEvent } from '#domain/item/events.ts';
import { begin, evolve } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import type { LedgerActor } from '../platform/actor.ts';
import { foldedColumns, hashEntry, ledgerStart } from './ledger.ts';
import '../platform/database.ts';

interface Row {
  readonly subject_key: string;
  readonly item_id: string;
  readonly version: number;
  readonly type: ItemEvent['type'];
  readonly payload: never;
  readonly actor: LedgerActor;
  readonly day: string;
  readonly at: string;
  readonly cites: string[];
  readonly request_id: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Refolds one item from its rows and says in Chinese what does not fit; empty when all is well. */
export function checkItem(rows: readonly Row[], kept: Item): string[] {
  const faults: string[] = [];
  let item: Item | undefined;
  let prevHash = ledgerStart;
  for (const [index, row] of rows.entries()) {
    const event = { type: row.type, on: row.day, cites: row.cites, payload: row.payload } as ItemEvent;
    if (row.version !== index + 1) faults.push(`第 ${index + 1} 行的版本是 ${row.version}`);
    item = item
      ? evolve(item, event)
      : begin({ subjectKey: row.subject_key, itemId: row.item_id }, event as EventOf<'submitted'>);
    if (row.prev_hash !== prevHash) faults.push(`第 ${row.version} 版与前一行接不上`);
    const hash = hashEntry({
      item,
      event,
      actor: row.actor,
      at: new Date(row.at),
      requestId: row.request_id,
      prevHash: row.prev_hash,
    });
    if (hash !== row.hash) faults.push(`第 ${row.version} 版的内容与摘要不符`);
    prevHash = row.hash;
  }
  if (!item || canonicalJson(JSON.parse(JSON.stringify(item))) !== canonicalJson(kept))
    faults.push('办件的当前情况与台账推出的不一致');
  return faults;
}

/** The item row: what is folded, and the columns by which lists and figures find it. */
interface ItemRow {
  readonly subject_key: string;
  readonly item_id: string;
  readonly number: string;
  readonly fold: Item;
  readonly state: string;
  readonly version: number;
  readonly due_on: string | null;
  readonly due_clock: string | null;
  readonly acceptance_due: string | null;
  readonly acceptance_done_on: string | null;
  readonly decision_due: string | null;
  readonly decision_done_on: string | null;
  readonly outcome: string | null;
  readonly closed_at: string | null;
}

/** The columns that do not follow from the fold they stand beside. */
function checkColumns(row: ItemRow): string[] {
  const at = new Date(0);
  const folded = foldedColumns(row.fold, at);
  const wanted: Readonly<Record<string, unknown>> = {
    state: folded.state,
    version: folded.version,
    due_on: folded.dueOn,
    due_clock: folded.dueClock,
    acceptance_due: folded.acceptanceDue,
    acceptance_done_on: folded.acceptanceDoneOn,
    decision_due: folded.decisionDue,
    decision_done_on: folded.decisionDoneOn,
    outcome: folded.outcome,
    closed_at: folded.closedAt && at,
  };
  const kept: Readonly<Record<string, unknown>> = { ...row, closed_at: row.closed_at && at };
  const wrong = Object.keys(wanted).filter((column) => wanted[column] !== kept[column]);
  return wrong.length === 0 ? [] : [`办件的列 ${wrong.join('、')} 与台账推出的不一致`];
}

/** Refolds every item of a database in pages of subjects; gives how many items were read and what does not fit. */
export async function checkLedger(url: string): Promise<{ items: number; faults: string[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const faults: string[] = [];
  let items = 0;
  try {
    await client.query(`begin read only; set local app.sees = 'all'`);
    for (let after = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000']; ; ) {
      const page = await client.query<ItemRow>(
        `select subject_key, item_id, number, fold, state, version, due_on, due_clock, acceptance_due, acceptance_done_on, decision_due,
           decision_done_on, outcome, closed_at
         from item where (subject_key, item_id) > ($1::uuid, $2::uuid) order by subject_key, item_id limit 500`,
        after,
      );
      for (const one of page.rows) {
        const rows = await client.query<Row>(
          'select * from item_event where subject_key = $1 and item_id = $2 order by version',
          [one.subject_key, one.item_id],
        );
        const found = [...checkItem(rows.rows, one.fold), ...checkColumns(one)];
        faults.push(...found.map((fault) => `${one.number}：${fault}`));
        items += 1;
      }
      const last = page.rows.at(-1);
      if (!last) break;
      after = [last.subject_key, last.item_id];
    }
  } finally {
    await client.end();
  }
  return { items, faults };
}
