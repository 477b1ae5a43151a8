import { type Objection, objectedThing, objectionStates } from '#domain/casework/objections/objection.ts';
import type { ObjectionEvent, ObjectionEventType } from '#domain/casework/objections/objection-events.ts';
import { signOffStanding } from '#domain/item/proposal.ts';
import { hashRow } from '../../item/entry-hash.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import { insertRows, type Tx } from '../../platform/database.ts';

/** A row of an objection's ledger about to be written. */
export interface ObjectionEntry {
  readonly objection: Objection;
  readonly event: ObjectionEvent;
  readonly actor: LedgerActor;
  readonly at: Date;
  readonly requestId: string | null;
  readonly prevHash: string;
}

/** A row of the ledger as read back. */
export interface ObjectionEventRow {
  readonly version: number;
  readonly type: ObjectionEventType;
  readonly payload: Record<string, unknown>;
  readonly actor: LedgerActor;
  readonly day: string;
  readonly at: string;
  readonly cites: string[];
  readonly request_id: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** The hash of an entry: as of an item's, with the objection in the place of the item. */
export function hashObjectionEntry({ objection, event, actor, at, requestId, prevHash }: ObjectionEntry): string {
  return hashRow({
    subjectKey: objection.subjectKey,
    itemId: objection.objectionId,
    version: objection.version,
    type: event.type,
    payload: event.payload,
    actor,
    unitId: objection.unitId,
    regionCode: objection.regionCode,
    windowUnitId: objection.windowUnitId,
    day: event.on,
    at,
    cites: event.cites,
    requestId,
    prevHash,
  });
}

/** The columns of the row that follow from its fold. */
export function foldedObjection(it: Objection, at: Date) {
  const kind = objectionStates[it.state].clock;
  const running = kind === 'none' ? undefined : it.clocks[kind];
  const closed = objectionStates[it.state].closed;
  return {
    state: it.state,
    version: it.version,
    due_on: running?.due ?? null,
    due_clock: running?.kind ?? null,
    outcome: it.answer?.outcome ?? null,
    sign_off: signOffStanding(it),
    fold: JSON.stringify(it),
    closed_at: closed ? at : null,
  };
}

export async function insertObjection(tx: Tx, it: Objection, subjectName: string, at: Date): Promise<void> {
  const folded = foldedObjection(it, at);
  const row = {
    subject_key: it.subjectKey,
    objection_id: it.objectionId,
    number: it.number,
    record_id: it.recordId,
    item_id: it.itemId,
    ground: it.ground,
    thing: objectedThing(it),
    matter_key: it.matterKey,
    unit_id: it.unitId,
    region_code: it.regionCode,
    window_unit_id: it.windowUnitId,
    subject_name: subjectName,
    ...folded,
    opened_on: it.openedOn,
    opened_at: at,
  };
  await insertRows(tx, 'objection', Object.keys(row), [Object.values(row)]);
}

/** Writes the new fold over the version it came from. False: somebody else was faster. */
export async function updateObjection(tx: Tx, it: Objection, at: Date): Promise<boolean> {
  const c = foldedObjection(it, at);
  const changed = await tx.change(
    'objection-update',
    `update objection set state = $4, version = $5, due_on = $6, due_clock = $7, outcome = $8, fold = $9, closed_at = $10, sign_off = $11
     where subject_key = $1 and objection_id = $2 and version = $3`,
    [
      it.subjectKey,
      it.objectionId,
      it.version - 1,
      c.state,
      c.version,
      c.due_on,
      c.due_clock,
      c.outcome,
      c.fold,
      c.closed_at,
      c.sign_off,
    ],
  );
  return changed === 1;
}

export async function recordObjectionEvents(tx: Tx, entries: readonly ObjectionEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    subject_key: entry.objection.subjectKey,
    objection_id: entry.objection.objectionId,
    version: entry.objection.version,
    type: entry.event.type,
    payload: JSON.stringify(entry.event.payload),
    actor: JSON.stringify(entry.actor),
    unit_id: entry.objection.unitId,
    region_code: entry.objection.regionCode,
    window_unit_id: entry.objection.windowUnitId,
    day: entry.event.on,
    at: entry.at,
    cites: entry.event.cites,
    request_id: entry.requestId,
    prev_hash: entry.prevHash,
    hash: hashObjectionEntry(entry),
  }));
  if (rows[0])
    await insertRows(
      tx,
      'objection_event',
      Object.keys(rows[0]),
      rows.map((row) => Object.values(row)),
    );
}

/** The objection locked for change. */
export async function lockObjection(tx: Tx, subjectKey: string, objectionId: string): Promise<Objection | undefined> {
  const rows = await tx.query<{ fold: Objection }>(
    'objection-lock',
    'select fold from objection where subject_key = $1 and objection_id = $2 for update',
    [subjectKey, objectionId],
  );
  return rows[0]?.fold;
}

export async function listObjectionEvents(
  tx: Tx,
  subjectKey: string,
  objectionId: string,
): Promise<ObjectionEventRow[]> {
  return tx.query<ObjectionEventRow>(
    'objection-events',
    `select version, type, payload, actor, day, at, cites, request_id, prev_hash, hash from objection_event
     where subject_key = $1 and objection_id = $2 order by version`,
    [subjectKey, objectionId],
  );
}

/** Which objection a request made or changed. */
export async function findObjectionRequest(tx: Tx, subjectKey: string, requestId: string): Promise<string | undefined> {
  const rows = await tx.query<{ objection_id: string }>(
    'objection-request',
    'select objection_id from objection_event where subject_key = $1 and request_id = $2',
    [subjectKey, requestId],
  );
  return rows[0]?.objection_id;
}

/** Open objections about a record, by the thing objected to. */
export async function findOpenThings(
  tx: Tx,
  subjectKey: string,
  recordId: string,
): Promise<ReadonlyMap<string, { readonly objectionId: string; readonly number: string }>> {
  const rows = await tx.query<{ thing: string; objection_id: string; number: string }>(
    'objection-things',
    'select thing, objection_id, number from objection where subject_key = $1 and record_id = $2 and closed_at is null',
    [subjectKey, recordId],
  );
  return new Map(rows.map((row) => [row.thing, { objectionId: row.objection_id, number: row.number }]));
}
