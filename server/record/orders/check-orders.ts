import { canonicalJson } from '#domain/canonical-json.ts';
import { type OrderContent, stateAfter } from '#domain/record/orders/order-event.ts';
import { type OrderState, orderNames } from '#domain/record/orders/record-order.ts';
import type { Tx } from '../../platform/database.ts';
import { brokenAt, type ChainRow, orderEventOf } from './order-chain.ts';
import { type OrderRow, orderColumns } from './order-store.ts';

/** The first thing about an order that does not fit. */
export interface OrderFault {
  readonly subjectKey: string;
  /** The order's id, in the place where a check of items has the item's. */
  readonly itemId: string;
  readonly version: number | null;
  /** ISO 8601: when the entry was written; of what is wrong with the order itself, its last entry. */
  readonly at: string;
  /** Chinese, without the order's name. */
  readonly what: string;
}

const step = 500;
const nil = '00000000-0000-0000-0000-000000000000';

/** Checks the chain of every order about a record and folds it anew. One fault an order, the first. */
export async function checkOrders(tx: Tx): Promise<{ things: number; entries: number; faults: OrderFault[] }> {
  const faults: OrderFault[] = [];
  let things = 0;
  let entries = 0;
  for (let after = [nil, nil]; ; ) {
    const page = await tx.query<OrderRow>(
      'check-orders',
      `select ${orderColumns} from record_order o where (o.subject_key, o.order_id) > ($1::uuid, $2::uuid)
       order by o.subject_key, o.order_id limit ${step}`,
      after,
    );
    const last = page.at(-1);
    if (!last) return { things, entries, faults };
    const rows = await readChains(tx, after, [last.subject_key, last.order_id]);
    for (const order of page) {
      const own = rows.get(order.order_id) ?? [];
      const fault = checkOne(order, own);
      if (fault) faults.push({ subjectKey: order.subject_key, itemId: order.order_id, ...fault });
      entries += own.length;
    }
    things += page.length;
    after = [last.subject_key, last.order_id];
  }
}

async function readChains(tx: Tx, after: readonly string[], last: readonly string[]): Promise<Map<string, ChainRow[]>> {
  const rows = await tx.query<ChainRow>(
    'check-order-events',
    `select * from record_order_event
     where (subject_key, order_id) > ($1::uuid, $2::uuid) and (subject_key, order_id) <= ($3::uuid, $4::uuid)
     order by subject_key, order_id, version`,
    [...after, ...last],
  );
  return Map.groupBy(rows, (row) => row.order_id);
}

function checkOne(order: OrderRow, rows: readonly ChainRow[]): Pick<OrderFault, 'version' | 'at' | 'what'> | null {
  const at = rows.at(-1)?.at ?? '';
  const gap = rows.findIndex((row, index) => row.version !== index + 1);
  if (gap >= 0) return { version: gap + 1, at: rows[gap]!.at, what: `第 ${gap + 1} 版不见了` };
  const broken = brokenAt(rows);
  if (broken !== null)
    return {
      version: broken,
      at: rows[broken - 1]!.at,
      what: `第 ${broken} 版的内容与摘要不符，或者与前一行接不上`,
    };
  if (rows.length < order.version) return { version: rows.length + 1, at, what: `第 ${rows.length + 1} 版不见了` };
  const columns = wrongColumns(order, rows);
  if (columns.length === 0) return null;
  return { version: null, at, what: `当前情况与台账推出的不一致（${columns.join('、')}）` };
}

/** What the entries say of an order, in the columns of its row. */
function fold(rows: readonly ChainRow[]) {
  let state: OrderState | null = null;
  let content: OrderContent | null = null;
  let reasons: readonly string[] = [];
  let closedOn: string | null = null;
  const cites = new Set<string>();
  for (const row of rows) {
    const event = orderEventOf(row);
    state = stateAfter(state, event.type);
    for (const cite of event.cites) cites.add(cite);
    if (event.type === 'asked' || event.type === 'ordered') content = event.payload;
    if (event.type === 'declined') reasons = event.payload.reasons;
    if (state === 'done' || state === 'declined') closedOn ??= event.on;
  }
  return {
    state,
    version: rows.length,
    kind: content?.kind,
    content,
    reasons,
    cites: [...cites],
    opened_on: rows[0]?.day,
    due_on: content?.dueOn ?? null,
    closed_on: closedOn,
  };
}

const names: Readonly<Record<keyof ReturnType<typeof fold>, string>> = {
  state: '办到哪一步',
  version: '版次',
  kind: '处置种类',
  content: '处置内容',
  reasons: '理由',
  cites: '依据',
  opened_on: '提出日期',
  due_on: '期限',
  closed_on: '办结日期',
};

function wrongColumns(order: OrderRow, rows: readonly ChainRow[]): string[] {
  const folded = fold(rows);
  // Kept as JSON, where what was undefined is not there.
  const plain = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value ?? null)));
  const kept: OrderRow = { ...order, cites: [...new Set(order.cites)] };
  return (Object.keys(folded) as (keyof typeof folded)[])
    .filter((column) => plain(folded[column]) !== plain(kept[column]))
    .map((column) => names[column]);
}

/** What people call an order: the record's document number and what is done; undefined where there is no such order. */
export async function nameOfOrder(tx: Tx, subjectKey: string, orderId: string): Promise<string | undefined> {
  const rows = await tx.query<Pick<OrderRow, 'kind'> & { doc_number: string }>(
    'check-order-name',
    `select o.kind, r.doc_number from record_order o
     join record r on r.subject_key = o.subject_key and r.record_id = o.record_id
     where o.subject_key = $1 and o.order_id = $2`,
    [subjectKey, orderId],
  );
  return rows[0] && `${rows[0].doc_number} 的处置“${orderNames[rows[0].kind]}”`;
}
