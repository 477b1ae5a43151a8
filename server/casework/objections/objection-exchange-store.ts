import type { Objection } from '#domain/casework/objections/objection.ts';
import { insertRows, type Tx } from '../../platform/database.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { v7 } from '../../platform/uuid.ts';

export type ObjectionExchangeKind = 'push' | 'report-answer' | 'correct-record';

/** What a system is told, as people read it. */
export const objectionExchangeWords: Readonly<Record<ObjectionExchangeKind, string>> = {
  push: '推送异议',
  'report-answer': '反馈处理结果',
  'correct-record': '更正公示、共享的信息',
};

/** What an outside system is told of an objection: requested, confirmed by its receipt, or stuck until a person looks. */
export interface ObjectionExchangeRow {
  readonly subject_key: string;
  readonly exchange_id: string;
  readonly objection_id: string;
  readonly system: string;
  readonly kind: ObjectionExchangeKind;
  readonly state: 'requested' | 'confirmed' | 'stuck';
  readonly attempts: number;
  readonly receipt: { readonly receiptNo?: string } | null;
  readonly last_error: string | null;
  readonly confirmed_at: string | null;
}

const columns =
  'subject_key, exchange_id, objection_id, system, kind, state, attempts, receipt, last_error, confirmed_at';

/** Notes what is to be told beside the act it follows from, and orders its sending. */
export async function orderObjectionExchanges(
  tx: Tx,
  objection: Objection,
  which: readonly (readonly [ObjectionExchangeKind, string])[],
  now: Date,
): Promise<void> {
  const rows = which.map(([kind, system]) => ({
    subject_key: objection.subjectKey,
    exchange_id: v7(now),
    objection_id: objection.objectionId,
    system,
    kind,
    state: 'requested',
    unit_id: objection.unitId,
    region_code: objection.regionCode,
    window_unit_id: objection.windowUnitId,
    requested_at: now,
  }));
  if (!rows[0]) return;
  await insertRows(
    tx,
    'objection_exchange',
    Object.keys(rows[0]),
    rows.map((row) => Object.values(row)),
  );
  await orderSending(
    tx,
    objection.subjectKey,
    rows.map((row) => row.exchange_id),
    now,
  );
}

/** Orders that rows are sent (again). */
export async function orderSending(tx: Tx, subjectKey: string, exchangeIds: readonly string[], now: Date) {
  await orderJobs(
    tx,
    subjectKey,
    exchangeIds.map((exchangeId) => ({ task: 'send-objection-exchange', payload: { exchangeId } })),
    now,
  );
}

export async function findObjectionExchange(
  tx: Tx,
  subjectKey: string,
  exchangeId: string,
): Promise<ObjectionExchangeRow | undefined> {
  const rows = await tx.query<ObjectionExchangeRow>(
    'objection-exchange',
    `select ${columns} from objection_exchange where subject_key = $1 and exchange_id = $2`,
    [subjectKey, exchangeId],
  );
  return rows[0];
}

export async function listObjectionExchanges(
  tx: Tx,
  subjectKey: string,
  objectionId: string,
): Promise<ObjectionExchangeRow[]> {
  return tx.query<ObjectionExchangeRow>(
    'objection-exchanges',
    `select ${columns} from objection_exchange where subject_key = $1 and objection_id = $2 order by requested_at, kind, system`,
    [subjectKey, objectionId],
  );
}

/** The system has taken it over. */
export async function noteTaken(tx: Tx, row: ObjectionExchangeRow, receipt: object, now: Date): Promise<void> {
  await tx.change(
    'objection-exchange-taken',
    `update objection_exchange set state = 'confirmed', receipt = $3, confirmed_at = $4, last_try_at = $4, attempts = attempts + 1,
       last_error = null where subject_key = $1 and exchange_id = $2 and state <> 'confirmed'`,
    [row.subject_key, row.exchange_id, JSON.stringify(receipt), now],
  );
}

/** A try that failed; after the last one the row is stuck. */
export async function noteNotTaken(
  tx: Tx,
  row: ObjectionExchangeRow,
  error: string,
  isLast: boolean,
  now: Date,
): Promise<void> {
  await tx.change(
    'objection-exchange-failed',
    `update objection_exchange set attempts = attempts + 1, last_error = $3, last_try_at = $4,
       state = case when $5 then 'stuck' else state end where subject_key = $1 and exchange_id = $2 and state <> 'confirmed'`,
    [row.subject_key, row.exchange_id, error.slice(0, 500), now, isLast],
  );
}

/** Puts a stuck row back on the road; false where it is not stuck. */
export async function noteTriedAgain(tx: Tx, row: ObjectionExchangeRow): Promise<boolean> {
  const changed = await tx.change(
    'objection-exchange-again',
    `update objection_exchange set state = 'requested', attempts = 0 where subject_key = $1 and exchange_id = $2 and state = 'stuck'`,
    [row.subject_key, row.exchange_id],
  );
  return changed === 1;
}

/** Rows that nobody has tried for a while, whose job may have been lost. */
export async function findQuietExchanges(
  tx: Tx,
  before: Date,
): Promise<{ subject_key: string; exchange_id: string }[]> {
  return tx.query(
    'objection-exchanges-quiet',
    `select subject_key, exchange_id from objection_exchange
     where state = 'requested' and coalesce(last_try_at, requested_at) < $1 order by requested_at limit 200`,
    [before],
  );
}
