import { type ItemEvent, isInternal } from '#domain/item/events.ts';
import type { Clock, Item } from '#domain/item/item.ts';
import { signOffStanding } from '#domain/item/proposal.ts';
import { isClosed, itemStates } from '#domain/item/states.ts';
import type { LedgerActor } from '../platform/actor.ts';
import { insertRows, type Tx } from '../platform/database.ts';
import { hashRow } from './entry-hash.ts';

/** One row of the ledger about to be written. */
export interface LedgerEntry {
  readonly item: Item;
  readonly event: ItemEvent;
  readonly actor: LedgerActor;
  readonly at: Date;
  readonly requestId: string | null;
  readonly prevHash: string;
}

/** The chain's hash: over everything the row says and the hash before it. */
export function hashEntry({ item, event, actor, at, requestId, prevHash }: LedgerEntry): string {
  return hashRow({
    subjectKey: item.subjectKey,
    itemId: item.itemId,
    version: item.version,
    type: event.type,
    payload: event.payload,
    actor,
    unitId: item.unitId,
    regionCode: item.regionCode,
    windowUnitId: item.windowUnitId ?? null,
    day: event.on,
    at,
    cites: event.cites,
    requestId,
    prevHash,
  });
}

const eventColumns = [
  'subject_key',
  'item_id',
  'version',
  'type',
  'payload',
  'actor',
  'unit_id',
  'region_code',
  'window_unit_id',
  'day',
  'at',
  'cites',
  'request_id',
  'prev_hash',
  'hash',
];

export async function recordEvents(tx: Tx, entries: readonly LedgerEntry[]): Promise<void> {
  await insertRows(
    tx,
    'item_event',
    eventColumns,
    entries.map((entry) => {
      const { item, event } = entry;
      return [
        item.subjectKey,
        item.itemId,
        item.version,
        event.type,
        JSON.stringify(event.payload),
        JSON.stringify(entry.actor),
        item.unitId,
        item.regionCode,
        item.windowUnitId,
        event.on,
        entry.at,
        event.cites,
        entry.requestId,
        entry.prevHash,
        hashEntry(entry),
      ];
    }),
  );
}

/** The columns of the item row that follow from its fold. */
export function foldedColumns(item: Item, at: Date) {
  const kind = itemStates[item.state].clock;
  const running: Clock | undefined = kind === 'none' ? undefined : item.clocks[kind];
  const { acceptance, decision } = item.clocks;
  const outcome =
    item.state === 'granted' || item.state === 'completed' ? 'granted' : isClosed(item.state) ? item.state : null;
  return {
    state: item.state,
    version: item.version,
    dueOn: running?.due ?? null,
    dueClock: running?.kind ?? null,
    acceptanceDue: acceptance?.due ?? null,
    acceptanceDoneOn: acceptance?.doneOn ?? null,
    decisionDue: decision?.due ?? null,
    decisionDoneOn: decision?.doneOn ?? null,
    outcome,
    assignee: item.holder?.officerId ?? null,
    signOff: signOffStanding(item),
    fold: JSON.stringify(item),
    closedAt: isClosed(item.state) ? at : null,
  };
}

/** Writes the new fold over the version it came from. False: somebody else was faster. */
export async function updateItem(tx: Tx, item: Item, at: Date): Promise<boolean> {
  const c = foldedColumns(item, at);
  const changed = await tx.change(
    'item-update',
    `update item set state = $4, version = $5, due_on = $6, due_clock = $7, acceptance_due = $8, acceptance_done_on = $9, decision_due = $10,
       decision_done_on = $11, outcome = $12, fold = $13, closed_at = $14, assignee = $15, sign_off = $16
     where subject_key = $1 and item_id = $2 and version = $3`,
    [
      item.subjectKey,
      item.itemId,
      item.version - 1,
      c.state,
      c.version,
      c.dueOn,
      c.dueClock,
      c.acceptanceDue,
      c.acceptanceDoneOn,
      c.decisionDue,
      c.decisionDoneOn,
      c.outcome,
      c.fold,
      c.closedAt,
      c.assignee,
      c.signOff,
    ],
  );
  return changed === 1;
}

/** The item locked for change; subject first, so that one node answers (design §8.12). */
export async function lockItem(tx: Tx, subjectKey: string, itemId: string): Promise<Item | undefined> {
  const rows = await tx.query<{ fold: Item }>(
    'item-lock',
    'select fold from item where subject_key = $1 and item_id = $2 for update',
    [subjectKey, itemId],
  );
  return rows[0]?.fold;
}

export async function findItem(tx: Tx, subjectKey: string, itemId: string): Promise<Item | undefined> {
  const rows = await tx.query<{ fold: Item }>(
    'item-find',
    'select fold from item where subject_key = $1 and item_id = $2',
    [subjectKey, itemId],
  );
  return rows[0]?.fold;
}

/** A row of the ledger as read back. */
export interface LedgerRow {
  readonly version: number;
  readonly type: ItemEvent['type'];
  readonly payload: Record<string, unknown>;
  readonly actor: LedgerActor;
  readonly day: string;
  readonly at: string;
  readonly cites: string[];
  readonly request_id: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

const ledgerRow = 'version, type, payload, actor, day, at, cites, request_id, prev_hash, hash';

export async function findEvent(
  tx: Tx,
  subjectKey: string,
  itemId: string,
  version: number,
): Promise<LedgerRow | undefined> {
  const rows = await tx.query<LedgerRow>(
    'event-find',
    `select ${ledgerRow} from item_event where subject_key = $1 and item_id = $2 and version = $3`,
    [subjectKey, itemId, version],
  );
  return rows[0];
}

export async function listEvents(tx: Tx, subjectKey: string, itemId: string): Promise<LedgerRow[]> {
  return tx.query<LedgerRow>(
    'events-list',
    `select ${ledgerRow} from item_event where subject_key = $1 and item_id = $2 order by version`,
    [subjectKey, itemId],
  );
}

/** What happened to all items of an application, in the order in which it happened; without what only units read of their own deliberations. */
export async function listApplicationEvents(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
): Promise<(LedgerRow & { readonly item_id: string })[]> {
  const rows = await tx.query<LedgerRow & { readonly item_id: string }>(
    'application-events',
    `select e.item_id, ${ledgerRow
      .split(', ')
      .map((column) => `e.${column}`)
      .join(', ')}
     from item_event e join item i on i.subject_key = e.subject_key and i.item_id = e.item_id
     where i.subject_key = $1 and i.application_id = $2 order by e.at, i.number, e.version`,
    [subjectKey, applicationId],
  );
  return rows.filter((row) => !isInternal(row.type));
}

/** How many entries after a version only tell who has the item in hand. */
export async function countAssigned(tx: Tx, subjectKey: string, itemId: string, since: number): Promise<number> {
  const rows = await tx.query<{ n: number }>(
    'events-assigned',
    `select count(*)::int as n from item_event where subject_key = $1 and item_id = $2 and version > $3 and type = 'assigned'`,
    [subjectKey, itemId, since],
  );
  return rows[0]?.n ?? 0;
}

export async function findRequest(
  tx: Tx,
  subjectKey: string,
  requestId: string,
): Promise<{ item_id: string } | undefined> {
  const rows = await tx.query<{ item_id: string }>(
    'event-request',
    'select item_id from item_event where subject_key = $1 and request_id = $2',
    [subjectKey, requestId],
  );
  return rows[0];
}
