/** SQL of orders about records: the row, the record they hold back. */
import type { OrderContent } from '#domain/record/orders/order-event.ts';
import type { HeldBack, OrderKind, OrderState } from '#domain/record/orders/record-order.ts';
import { insertRows, type Tx } from '../../platform/database.ts';
import { copyDocNumber } from '../copy-doc-number.ts';
import { type RecordRow, recordColumns } from '../record-view.ts';

/** An order as its row keeps it. */
export interface OrderRow {
  readonly subject_key: string;
  readonly order_id: string;
  readonly record_id: string;
  readonly kind: OrderKind;
  readonly state: OrderState;
  readonly version: number;
  readonly content: OrderContent;
  readonly reasons: string[];
  readonly cites: string[];
  readonly item_id: string | null;
  readonly unit_id: string;
  readonly region_code: string;
  readonly opened_on: string;
  readonly due_on: string | null;
  readonly closed_on: string | null;
}

export const orderColumns = `o.subject_key, o.order_id, o.record_id, o.kind, o.state, o.version, o.content, o.reasons, o.cites, o.item_id, o.unit_id, o.region_code,
  o.opened_on, o.due_on, o.closed_on`;

/** The record an order is about, locked: two orders of one record come one after the other. */
export async function lockRecord(tx: Tx, subjectKey: string, recordId: string): Promise<RecordRow | undefined> {
  const rows = await tx.query<RecordRow>(
    'order-record-lock',
    `select ${recordColumns} from record r where r.subject_key = $1 and r.record_id = $2 for no key update of r`,
    [subjectKey, recordId],
  );
  return rows[0];
}

export async function insertOrder(tx: Tx, row: OrderRow, now: Date): Promise<void> {
  await insertRows(
    tx,
    'record_order',
    [
      'subject_key',
      'order_id',
      'record_id',
      'kind',
      'state',
      'version',
      'content',
      'reasons',
      'cites',
      'item_id',
      'unit_id',
      'region_code',
      'opened_on',
      'due_on',
      'closed_on',
      'updated_at',
    ],
    [
      [
        row.subject_key,
        row.order_id,
        row.record_id,
        row.kind,
        row.state,
        row.version,
        JSON.stringify(row.content),
        row.reasons,
        row.cites,
        row.item_id,
        row.unit_id,
        row.region_code,
        row.opened_on,
        row.due_on,
        row.closed_on,
        now,
      ],
    ],
  );
}

export async function lockOrder(tx: Tx, subjectKey: string, orderId: string): Promise<OrderRow | undefined> {
  const rows = await tx.query<OrderRow>(
    'order-lock',
    `select ${orderColumns} from record_order o where o.subject_key = $1 and o.order_id = $2 for update`,
    [subjectKey, orderId],
  );
  return rows[0];
}

export async function findOrder(tx: Tx, subjectKey: string, orderId: string): Promise<OrderRow | undefined> {
  const rows = await tx.query<OrderRow>(
    'order-find',
    `select ${orderColumns} from record_order o where o.subject_key = $1 and o.order_id = $2`,
    [subjectKey, orderId],
  );
  return rows[0];
}

/** The open order of one kind about a record, if there is one. */
export async function findOpenOrder(
  tx: Tx,
  subjectKey: string,
  recordId: string,
  kind: OrderKind,
): Promise<OrderRow | undefined> {
  const rows = await tx.query<OrderRow>(
    'order-open',
    `select ${orderColumns} from record_order o
     where o.subject_key = $1 and o.record_id = $2 and o.kind = $3 and o.state in ('asked', 'ordered')`,
    [subjectKey, recordId, kind],
  );
  return rows[0];
}

export async function listOrdersOfRecord(tx: Tx, subjectKey: string, recordId: string): Promise<OrderRow[]> {
  return tx.query<OrderRow>(
    'orders-of-record',
    `select ${orderColumns} from record_order o where o.subject_key = $1 and o.record_id = $2
     order by o.opened_on desc, o.order_id desc limit 100`,
    [subjectKey, recordId],
  );
}

/** Writes how an order stands after an event; false where somebody else was faster. */
export async function updateOrder(tx: Tx, row: OrderRow, now: Date): Promise<boolean> {
  const changed = await tx.change(
    'order-update',
    `update record_order set state = $3, version = $4, content = $5, reasons = $6, cites = $7, due_on = $8, closed_on = $9, updated_at = $10
     where subject_key = $1 and order_id = $2 and version = $4 - 1`,
    [
      row.subject_key,
      row.order_id,
      row.state,
      row.version,
      JSON.stringify(row.content),
      row.reasons,
      row.cites,
      row.due_on,
      row.closed_on,
      now,
    ],
  );
  return changed === 1;
}

/** What an order does to its record. `undefined` leaves a column as it is. */
export interface RecordChange {
  readonly heldBack?: HeldBack | null;
  /** The ruling behind a shielding; goes with it. */
  readonly ground?: object | null;
  readonly planCompletedOn?: string;
  readonly barredOn?: string | null;
  readonly restartsOn?: string | null;
  readonly repairTakenBack?: boolean;
  readonly facts?: Record<string, unknown>;
  readonly docNumber?: string;
  readonly findingDate?: string;
  readonly publishedDate?: string;
}

/** Changes a record by an order, so that the next look assesses it anew. */
export async function changeRecord(
  tx: Tx,
  key: { readonly subjectKey: string; readonly recordId: string },
  change: RecordChange,
  at: { readonly today: string; readonly now: Date },
): Promise<void> {
  await tx.change(
    'record-ordered',
    `update record set
       held_back = case when $3 then $4 else held_back end,
       held_back_on = case when not $3 then held_back_on when $4::text is null then null else $5::date end,
       plan_completed_on = coalesce($6::date, plan_completed_on),
       barred_on = coalesce($7::date, barred_on), restarts_on = coalesce($8::date, restarts_on),
       repaired_on = case when $9 then null else repaired_on end,
       facts = coalesce($10::jsonb, facts), doc_number = coalesce($11, doc_number),
       finding_date = coalesce($12::date, finding_date), published_date = coalesce($13::date, published_date),
       held_back_ground = case when not $3 then held_back_ground else $15::jsonb end,
       look_on = default, updated_at = $14
     where subject_key = $1 and record_id = $2`,
    [
      key.subjectKey,
      key.recordId,
      change.heldBack !== undefined,
      change.heldBack ?? null,
      at.today,
      change.planCompletedOn ?? null,
      change.barredOn ?? null,
      change.restartsOn ?? null,
      change.repairTakenBack ?? false,
      change.facts ? JSON.stringify(change.facts) : null,
      change.docNumber ?? null,
      change.findingDate ?? null,
      change.publishedDate ?? null,
      at.now,
      change.ground ? JSON.stringify(change.ground) : null,
    ],
  );
  if (change.docNumber !== undefined) await copyDocNumber(tx, key, change.docNumber);
}
