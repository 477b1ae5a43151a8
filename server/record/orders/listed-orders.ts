import type { ListedOrder } from '#contract/record-order-views.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { maskName } from '../../access/mask.ts';
import type { SubjectRow } from '../../access/subject-store.ts';
import type { Tx } from '../../platform/database.ts';
import { type OrderRow, orderColumns } from './order-store.ts';
import { viewsOf } from './order-view.ts';

/** A row of a list of orders: `select ${listedOrderColumns} from ${listedOrderFrom} …`. */
export interface ListedOrderRow extends OrderRow {
  readonly subject_kind: SubjectRow['kind'];
  readonly subject_name: string;
  readonly doc_number: string;
  readonly matter_key: string;
}

export const listedOrderColumns = `${orderColumns}, s.kind as subject_kind, s.name as subject_name, r.doc_number, r.matter_key`;
export const listedOrderFrom = `record_order o
  join subject s on s.subject_key = o.subject_key
  join record r on r.subject_key = o.subject_key and r.record_id = o.record_id`;

interface ListedFor {
  readonly rows: readonly ListedOrderRow[];
  readonly masked: boolean;
  /** The unit whose people read the list; null: another's. */
  readonly readerUnit: string | null;
}

/** Rows of a list as an office reads them, in the order of the rows; supervision sees names of persons masked. */
export async function toListedOrders(
  tx: Tx,
  catalog: Catalog,
  today: string,
  { rows, masked, readerUnit }: ListedFor,
): Promise<ListedOrder[]> {
  const views = new Map((await viewsOf(tx, today, rows, readerUnit)).map((one) => [one.orderId, one]));
  const matters = new Map(catalog.matters.map((one) => [one.matterKey, one.name]));
  const urgings = Map.groupBy(await listUrgings(tx, rows), (one) => one.order_id);
  return rows.map((row) => ({
    ...views.get(row.order_id)!,
    subjectName: masked ? maskName(row.subject_kind, row.subject_name) : row.subject_name,
    docNumber: row.doc_number,
    matterName: matters.get(row.matter_key) ?? row.matter_key,
    unitId: row.unit_id,
    unitName: catalog.units.get(row.unit_id)?.name ?? '',
    urgings: (urgings.get(row.order_id) ?? []).map(({ text, urged_by: by, urged_at: at }) => ({ text, by, at })),
  }));
}

interface UrgedRow {
  readonly order_id: string;
  readonly text: string;
  readonly urged_by: string;
  readonly urged_at: string;
}

async function listUrgings(tx: Tx, rows: readonly OrderRow[]): Promise<UrgedRow[]> {
  if (rows.length === 0) return [];
  return tx.query<UrgedRow>(
    'order-urgings',
    `select u.order_id, u.text, u.urged_by, u.urged_at from unnest($1::uuid[], $2::uuid[]) k(subject_key, order_id)
     join urging u on u.subject_key = k.subject_key and u.order_id = k.order_id order by u.urged_at desc`,
    [rows.map((one) => one.subject_key), rows.map((one) => one.order_id)],
  );
}
