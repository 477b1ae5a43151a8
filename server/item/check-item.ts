import { canonicalJson } from '#domain/canonical-json.ts';
import type { EventOf, ItemEvent } from '#domain/item/events.ts';
import { begin, evolve } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import type { LedgerActor } from '../platform/actor.ts';
import { chainStart } from '../platform/chain-hash.ts';
import { algorithmOf, type HashedRow, hashRow, hashRowBefore } from './entry-hash.ts';
import { eventOf } from './event-of.ts';
import { foldedColumns } from './ledger.ts';

/** A row of the ledger as a check reads it. */
export interface CheckedRow {
  readonly subject_key: string;
  readonly item_id: string;
  readonly version: number;
  readonly type: ItemEvent['type'];
  readonly payload: never;
  readonly actor: LedgerActor;
  readonly unit_id: string;
  readonly region_code: string;
  readonly window_unit_id: string | null;
  readonly day: string;
  readonly at: string;
  readonly cites: string[];
  readonly request_id: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** The item row: what is folded, and the columns by which lists and figures find it. */
export interface CheckedItem {
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
  readonly assignee: string | null;
  readonly closed_at: string | null;
}

/** Something that does not fit: the entry, when it was written as far as is known, and what. */
export interface LedgerFault {
  /** Whose ledger, where it is not that of the items. */
  readonly ledger?: string;
  readonly subjectKey: string | null;
  readonly itemId: string | null;
  readonly version: number | null;
  /** ISO 8601: what faults are ordered by. */
  readonly at: string;
  /** Chinese, without the item's number. */
  readonly what: string;
}

/** What of a row is hashed. */
export const hashed = (row: CheckedRow): HashedRow => ({
  subjectKey: row.subject_key,
  itemId: row.item_id,
  version: row.version,
  type: row.type,
  payload: row.payload,
  actor: row.actor,
  unitId: row.unit_id,
  regionCode: row.region_code,
  windowUnitId: row.window_unit_id,
  day: row.day,
  at: new Date(row.at),
  cites: row.cites,
  requestId: row.request_id,
  prevHash: row.prev_hash,
});

/** What of one row does not fit the row before it and its own hash. */
function checkRow(row: CheckedRow, before: CheckedRow | undefined): string[] {
  const faults: string[] = [];
  const expected = (before?.version ?? 0) + 1;
  if (row.version !== expected)
    faults.push(
      row.version === expected + 1 ? `第 ${expected} 版不见了` : `第 ${expected} 版至第 ${row.version - 1} 版不见了`,
    );
  if (row.prev_hash !== (before?.hash ?? chainStart)) faults.push(`第 ${row.version} 版与前一行接不上`);
  const algorithm = algorithmOf(row.hash);
  if (before && algorithm === 'sha256' && algorithmOf(before.hash) === 'sm3')
    faults.push(`第 ${row.version} 版的摘要退回了旧算法`);
  const hash = algorithm === 'sm3' ? hashRow(hashed(row)) : hashRowBefore(hashed(row));
  if (hash !== row.hash) faults.push(`第 ${row.version} 版的内容与摘要不符`);
  return faults;
}

/** One step of the fold; null where the entry cannot be one. */
function step(item: Item | undefined, row: CheckedRow): Item | null {
  const event = eventOf(row);
  try {
    return item
      ? evolve(item, event)
      : begin({ subjectKey: row.subject_key, itemId: row.item_id }, event as EventOf<'submitted'>);
  } catch {
    return null;
  }
}

/** Checks the chain of one item and refolds it; empty when all is well. */
export function checkItem(rows: readonly CheckedRow[], kept: CheckedItem): LedgerFault[] {
  const faults: LedgerFault[] = [];
  const found = (row: CheckedRow | undefined, version: number | null, what: string) =>
    faults.push({ subjectKey: kept.subject_key, itemId: kept.item_id, version, at: row?.at ?? '', what });
  let item: Item | null | undefined;
  for (const [index, row] of rows.entries()) {
    for (const what of checkRow(row, rows[index - 1])) found(row, row.version, what);
    if (item === null) continue;
    item = step(item, row);
    if (item === null) found(row, row.version, `第 ${row.version} 版推不出办件的情况`);
  }
  const last = rows.at(-1);
  if (last && last.version < kept.version)
    found(last, last.version + 1, `第 ${last.version + 1} 版${upTo(last.version + 1, kept.version)}不见了`);
  if (!item || canonicalJson(JSON.parse(JSON.stringify(item))) !== canonicalJson(kept.fold))
    found(last, null, '办件的当前情况与台账推出的不一致');
  const columns = wrongColumns(kept);
  if (columns.length > 0) found(last, null, `办件的列 ${columns.join('、')} 与台账推出的不一致`);
  return faults;
}

const upTo = (from: number, to: number) => (from === to ? '' : `至第 ${to} 版`);

/** The columns that do not follow from the fold they stand beside. */
function wrongColumns(row: CheckedItem): string[] {
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
    assignee: folded.assignee,
    closed_at: folded.closedAt && at,
  };
  const kept: Readonly<Record<string, unknown>> = { ...row, closed_at: row.closed_at && at };
  return Object.keys(wanted).filter((column) => wanted[column] !== kept[column]);
}
