/** SQL of supervised orders about records: figures and the list behind each come from the same conditions. */
import type { Tx } from '../platform/database.ts';
import { type ListedOrderRow, listedOrderColumns, listedOrderFrom } from '../record/orders/listed-orders.ts';
import { regionIs } from './item-filter.ts';

/** `$1` is today, `$2` the last day that counts as soon. */
const orderConditions = {
  open: 'true',
  near: 'o.due_on between $1::date and $2::date',
  overdue: 'o.due_on < $1::date',
} as const;

/** Which orders behind a figure. */
export type WhichOrders = keyof typeof orderConditions;

export interface SupervisedOrderFilter {
  readonly today: string;
  readonly soon: string;
  /** Prefix of region codes; 36 is the province. */
  readonly region: string;
  readonly unit?: string;
}

function whereOf(filter: SupervisedOrderFilter): {
  where: string;
  values: unknown[];
  place: (value: unknown) => string;
} {
  const values: unknown[] = [filter.today, filter.soon];
  const place = (value: unknown) => `$${values.push(value)}`;
  // $1 and $2 are named in every variant, so that each has its type.
  const where = ['$1::date <= $2::date', `o.state in ('asked', 'ordered')`, ...regionIs('o', filter.region, place)];
  if (filter.unit) where.push(`o.unit_id = ${place(filter.unit)}`);
  return { where: where.join(' and '), values, place };
}

export interface OrderCount extends Readonly<Record<WhichOrders, number>> {
  readonly unit_id: string;
}

/** Orders under way by unit, and how many of them are near or past their day. */
export function countOrders(tx: Tx, filter: SupervisedOrderFilter): Promise<OrderCount[]> {
  const { where, values } = whereOf(filter);
  const count = (what: WhichOrders) => `(count(*) filter (where ${orderConditions[what]}))::int as ${what}`;
  return tx.run<OrderCount>(
    `select o.unit_id, ${count('open')}, ${count('near')}, ${count('overdue')} from record_order o where ${where} group by 1`,
    values,
  );
}

const dueKey = `coalesce(o.due_on, '9999-12-31'::date)`;

/** One page of the orders a figure counts, the nearest day first. */
export function readOrders(
  tx: Tx,
  filter: SupervisedOrderFilter & { readonly what: WhichOrders },
  after: { readonly due: string; readonly id: string } | undefined,
  limit: number,
): Promise<(ListedOrderRow & { readonly due_key: string })[]> {
  const { where, values, place } = whereOf(filter);
  const beyond = after ? `and (${dueKey}, o.order_id) > (${place(after.due)}::date, ${place(after.id)}::uuid)` : '';
  return tx.run(
    `select ${listedOrderColumns}, ${dueKey} as due_key from ${listedOrderFrom}
     where ${where} and ${orderConditions[filter.what]} ${beyond} order by ${dueKey}, o.order_id limit ${place(limit)}`,
    values,
  );
}

export interface UrgedOrder {
  readonly order_id: string;
  readonly text: string;
  readonly urged_at: string;
}

export async function findOrderUrging(tx: Tx, subjectKey: string, urgingId: string): Promise<UrgedOrder | undefined> {
  const rows = await tx.query<UrgedOrder>(
    'supervision-order-urging',
    'select order_id, text, urged_at from urging where subject_key = $1 and urging_id = $2',
    [subjectKey, urgingId],
  );
  return rows[0];
}

/** Records that an order was urged; false where the same request recorded it before. */
export async function recordOrderUrging(
  tx: Tx,
  order: {
    readonly subject_key: string;
    readonly order_id: string;
    readonly unit_id: string;
    readonly region_code: string;
  },
  urging: {
    readonly urgingId: string;
    readonly text: string;
    readonly by: string;
    readonly byUnit: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const changed = await tx.change(
    'supervision-urge-order',
    `insert into urging (subject_key, urging_id, order_id, unit_id, region_code, text, urged_by, urged_unit, urged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (subject_key, urging_id) do nothing`,
    [
      order.subject_key,
      urging.urgingId,
      order.order_id,
      order.unit_id,
      order.region_code,
      urging.text,
      urging.by,
      urging.byUnit,
      urging.at,
    ],
  );
  return changed === 1;
}
