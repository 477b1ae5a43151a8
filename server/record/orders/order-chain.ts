import type { OrderEvent, OrderEventType } from '#domain/record/orders/order-event.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import { chainHash, chainStart } from '../../platform/chain-hash.ts';
import { insertRows, type Tx } from '../../platform/database.ts';
import type { OrderRow } from './order-store.ts';

/** One row of an order's chain. */
export interface ChainRow {
  readonly subject_key: string;
  readonly order_id: string;
  readonly version: number;
  readonly type: OrderEventType;
  readonly payload: Record<string, unknown>;
  readonly actor: LedgerActor;
  readonly unit_id: string;
  readonly region_code: string;
  readonly day: string;
  readonly at: string;
  readonly cites: string[];
  readonly request_id: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

const columns =
  'subject_key, order_id, version, type, payload, actor, unit_id, region_code, day, at, cites, request_id, prev_hash, hash';

/** SM3 over everything a row says and the hash before it, as the ledger of items hashes. */
export function hashOf(row: Omit<ChainRow, 'hash'>): string {
  return chainHash(row);
}

/** Writes one event behind the last. The row of the order is locked, or new. */
export async function recordOrderEvent(
  tx: Tx,
  order: OrderRow,
  event: OrderEvent,
  it: { readonly actor: LedgerActor; readonly requestId: string | null; readonly now: Date },
): Promise<void> {
  const last = await tx.query<{ hash: string }>(
    'order-last-hash',
    'select hash from record_order_event where subject_key = $1 and order_id = $2 order by version desc limit 1',
    [order.subject_key, order.order_id],
  );
  const row: Omit<ChainRow, 'hash'> = {
    subject_key: order.subject_key,
    order_id: order.order_id,
    version: order.version,
    type: event.type,
    payload: { ...event.payload },
    actor: it.actor,
    unit_id: order.unit_id,
    region_code: order.region_code,
    day: event.on,
    at: it.now.toISOString(),
    cites: [...event.cites],
    request_id: it.requestId,
    prev_hash: last[0]?.hash ?? chainStart,
  };
  await insertRows(tx, 'record_order_event', columns.split(', '), [
    [
      row.subject_key,
      row.order_id,
      row.version,
      row.type,
      JSON.stringify(row.payload),
      JSON.stringify(row.actor),
      row.unit_id,
      row.region_code,
      row.day,
      row.at,
      row.cites,
      row.request_id,
      row.prev_hash,
      hashOf(row),
    ],
  ]);
}

export async function listChain(tx: Tx, subjectKey: string, orderIds: readonly string[]): Promise<ChainRow[]> {
  return tx.query<ChainRow>(
    'order-chains',
    `select ${columns} from record_order_event where subject_key = $1 and order_id = any ($2::uuid[]) order by order_id, version`,
    [subjectKey, orderIds],
  );
}

/** The order that a request has made or changed already: a repeated request acts once. */
export async function findOrderOfRequest(tx: Tx, subjectKey: string, requestId: string): Promise<string | undefined> {
  const rows = await tx.query<{ order_id: string }>(
    'order-of-request',
    'select order_id from record_order_event where subject_key = $1 and request_id = $2',
    [subjectKey, requestId],
  );
  return rows[0]?.order_id;
}

/** A row of an order's chain as the event it holds. */
export function orderEventOf({
  type,
  day,
  cites,
  payload,
}: Pick<ChainRow, 'type' | 'day' | 'cites'> & { payload: unknown }): OrderEvent {
  return { type, on: day, cites, payload } as OrderEvent;
}

/** The first row of a chain that does not fit, by its version; null where all do. */
export function brokenAt(rows: readonly ChainRow[]): number | null {
  let before = chainStart;
  for (const { hash, ...row } of rows) {
    if (row.prev_hash !== before || hashOf(row) !== hash) return row.version;
    before = hash;
  }
  return null;
}
