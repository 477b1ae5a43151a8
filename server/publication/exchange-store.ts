import type { Item } from '#domain/item/item.ts';
import { insertRows, type Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { closeRecordReminders } from '../record/reminder-store.ts';

export type ExchangeKind =
  | 'register'
  | 'hand-over'
  | 'report-result'
  | 'end-publication'
  | 'end-sharing'
  | 'lift-measures';
export type ExchangeSystem = 'credit-china' | 'gsxt' | 'province' | 'market-platform' | 'court';

/** One hand-over to an outside system: requested, sent (it has it), confirmed (it has done it), or stuck (a person must look). */
export interface ExchangeRow {
  readonly subject_key: string;
  readonly exchange_id: string;
  readonly item_id: string;
  readonly system: ExchangeSystem;
  readonly kind: ExchangeKind;
  readonly state: 'requested' | 'sent' | 'confirmed' | 'stuck';
  readonly attempts: number;
  readonly request: Record<string, unknown>;
  readonly receipt: { receiptNo?: string; [key: string]: unknown } | null;
  readonly last_error: string | null;
  readonly requested_at: string;
  readonly sent_at: string | null;
  readonly confirmed_at: string | null;
}

const columns =
  'subject_key, exchange_id, item_id, system, kind, state, attempts, request, receipt, last_error, requested_at, sent_at, confirmed_at';

/** Notes a hand-over before it is tried; a second time gives the row that is there, so that a task may run twice. */
export async function ensureExchange(
  tx: Tx,
  item: Item,
  system: ExchangeSystem,
  kind: ExchangeKind,
  request: object,
  now: Date,
): Promise<ExchangeRow> {
  await insertRows(
    tx,
    'exchange',
    [
      'subject_key',
      'exchange_id',
      'item_id',
      'system',
      'kind',
      'state',
      'request',
      'unit_id',
      'region_code',
      'window_unit_id',
      'requested_at',
    ],
    [
      [
        item.subjectKey,
        v7(now),
        item.itemId,
        system,
        kind,
        'requested',
        JSON.stringify(request),
        item.unitId,
        item.regionCode,
        item.windowUnitId,
        now,
      ],
    ],
    'on conflict (subject_key, item_id, kind, system) do nothing',
  );
  const rows = await tx.query<ExchangeRow>(
    'exchange-of',
    `select ${columns} from exchange where subject_key = $1 and item_id = $2 and kind = $3 and system = $4`,
    [item.subjectKey, item.itemId, kind, system],
  );
  return rows[0]!;
}

export async function findExchange(tx: Tx, subjectKey: string, exchangeId: string): Promise<ExchangeRow | undefined> {
  const rows = await tx.query<ExchangeRow>(
    'exchange-find',
    `select ${columns} from exchange where subject_key = $1 and exchange_id = $2`,
    [subjectKey, exchangeId],
  );
  return rows[0];
}

/** The system has it. */
export async function noteSent(tx: Tx, row: ExchangeRow, receipt: object, now: Date): Promise<void> {
  await tx.change(
    'exchange-sent',
    `update exchange set state = 'sent', receipt = $3, sent_at = $4, last_try_at = $4, attempts = attempts + 1, last_error = null
     where subject_key = $1 and exchange_id = $2 and state in ('requested', 'stuck')`,
    [row.subject_key, row.exchange_id, JSON.stringify(receipt), now],
  );
}

/** The system has done it. */
export async function noteConfirmed(tx: Tx, row: ExchangeRow, receipt: object, now: Date): Promise<void> {
  await tx.change(
    'exchange-confirmed',
    `update exchange set state = 'confirmed', receipt = $3, confirmed_at = $4, sent_at = coalesce(sent_at, $4), last_error = null
     where subject_key = $1 and exchange_id = $2 and state <> 'confirmed'`,
    [row.subject_key, row.exchange_id, JSON.stringify(receipt), now],
  );
}

/** A try that failed; after the last one the row is stuck and stands on the desk. */
export async function noteFailed(tx: Tx, row: ExchangeRow, error: string, isLast: boolean, now: Date): Promise<void> {
  await tx.change(
    'exchange-failed',
    `update exchange set attempts = attempts + 1, last_error = $3, last_try_at = $4, state = case when $5 then 'stuck' else state end
     where subject_key = $1 and exchange_id = $2 and state <> 'confirmed'`,
    [row.subject_key, row.exchange_id, error.slice(0, 500), now, isLast],
  );
}

/** Puts a stuck hand-over back on the road. */
export async function noteRetried(tx: Tx, row: ExchangeRow): Promise<void> {
  await tx.change(
    'exchange-retried',
    `update exchange set state = case when sent_at is null then 'requested' else 'sent' end, attempts = 0 where subject_key = $1 and exchange_id = $2 and state <> 'confirmed'`,
    [row.subject_key, row.exchange_id],
  );
}

/** Marks the record repaired: from here on no page of ours shows it. */
export async function markRepaired(tx: Tx, item: Item, on: string, now: Date): Promise<void> {
  await tx.change(
    'record-repaired',
    'update record set repaired_on = $3, updated_at = $4 where subject_key = $1 and record_id = $2 and repaired_on is null',
    [item.subjectKey, item.recordId, on, now],
  );
  await closeRecordReminders(tx, item.subjectKey, [item.recordId], 'repaired', now);
}
