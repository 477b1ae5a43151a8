import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import { effectsOf, standingAfter } from '#domain/record/orders/order-effects.ts';
import { type OrderContent, type OrderEvent, stateAfter } from '#domain/record/orders/order-event.ts';
import type { GroundPaper } from '#domain/record/orders/record-order.ts';
import type { SubjectRow } from '../../access/subject-store.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { v7 } from '../../platform/uuid.ts';
import { assessRecord } from '../assess-record.ts';
import type { RecordRow } from '../record-view.ts';
import { insertEffects } from './effect-store.ts';
import { recordOrderEvent } from './order-chain.ts';
import { changeRecord, insertOrder, lockRecord, type OrderRow, type RecordChange, updateOrder } from './order-store.ts';

/** What every order is written with. */
export interface OrderFrame {
  readonly tx: Tx;
  readonly catalog: Catalog;
  readonly today: string;
  readonly now: Date;
  readonly actor: LedgerActor;
  readonly requestId: string | null;
}

export interface NewOrder {
  readonly record: RecordRow;
  readonly subject: SubjectRow;
  readonly content: OrderContent;
  readonly cites: readonly string[];
  /** What the record changes beside its display. */
  readonly change?: RecordChange;
  readonly itemId?: string;
  /** Given where the order follows from something that may run twice. */
  readonly orderId?: string;
}

/** An order that only waits for its unit. */
export async function ask(frame: OrderFrame, it: NewOrder): Promise<OrderRow> {
  return open(frame, it, 'asked');
}

/** An order decided at once: written, carried out, told. */
export async function enter(frame: OrderFrame, it: NewOrder): Promise<OrderRow> {
  const order = await open(frame, it, 'ordered');
  return carryOut(frame, order, it);
}

async function open(frame: OrderFrame, it: NewOrder, type: 'asked' | 'ordered'): Promise<OrderRow> {
  const { tx, now, today } = frame;
  const { record, content } = it;
  const order: OrderRow = {
    subject_key: record.subject_key,
    order_id: it.orderId ?? v7(now),
    record_id: record.record_id,
    kind: content.kind,
    state: stateAfter(null, type),
    version: 1,
    content,
    reasons: [],
    cites: [...it.cites],
    item_id: it.itemId ?? null,
    unit_id: record.unit_id ?? '',
    region_code: record.region_code,
    opened_on: today,
    due_on: content.dueOn,
    closed_on: null,
  };
  await insertOrder(tx, order, now);
  await recordOrderEvent(tx, order, { type, on: today, cites: it.cites, payload: content }, frame);
  await tellOf(frame, order);
  if (type === 'ordered') await orderNotice(frame, order);
  return order;
}

/** The next event of an order that is there: row and chain together. */
export async function advance(frame: OrderFrame, before: OrderRow, event: OrderEvent): Promise<OrderRow> {
  const state = stateAfter(before.state, event.type);
  const isOver = state === 'done' || state === 'declined';
  const order: OrderRow = {
    ...before,
    state,
    version: before.version + 1,
    cites: [...new Set([...before.cites, ...event.cites])],
    reasons: event.type === 'declined' ? [...event.payload.reasons] : before.reasons,
    content: event.type === 'ordered' ? event.payload : before.content,
    due_on: event.type === 'ordered' ? event.payload.dueOn : before.due_on,
    closed_on: isOver ? frame.today : before.closed_on,
  };
  if (!(await updateOrder(frame.tx, order, frame.now))) throw new Error(`order ${order.order_id} moved on`);
  await recordOrderEvent(frame.tx, order, event, frame);
  if (event.type === 'declined' || event.type === 'done') await tellOf(frame, order);
  if (event.type === 'declined' || event.type === 'ordered') await orderNotice(frame, order);
  return order;
}

/** Does to the record what the order says, and asks the platforms that show it; done at once where none needs to be asked. */
export async function carryOut(frame: OrderFrame, order: OrderRow, it: NewOrder): Promise<OrderRow> {
  const { tx, now, today } = frame;
  const key = { subjectKey: order.subject_key, recordId: order.record_id };
  const heldBack = standingAfter(order.kind);
  const standing = heldBack === undefined ? {} : { heldBack: standingFor(it, heldBack) };
  const ruling = order.kind === 'shielding' ? { ground: rulingOf(order.content.ground) } : {};
  await changeRecord(tx, key, { ...it.change, ...standing, ...ruling }, { today, now });
  const asked = effectsOf(order.kind, lawEntryOf(frame.catalog, it.record.matter_key), today);
  if (asked.length === 0 || !(await stillNeeded(frame, order, it))) {
    const late = order.due_on !== null && today > order.due_on;
    return advance({ ...frame, requestId: null }, order, { type: 'done', on: today, cites: [], payload: { late } });
  }
  const ids = await insertEffects(tx, order, asked, now);
  await orderJobs(
    tx,
    order.subject_key,
    ids.map((effectId) => ({ task: 'send-order-effect', payload: { effectId } })),
    now,
  );
  return order;
}

/** What a revocation brings back is shown again unless something else holds it back. */
function standingFor({ content, record }: NewOrder, heldBack: RecordChange['heldBack']) {
  return content.kind === 'revocation' ? (record.held_back ?? null) : (heldBack ?? null);
}

/** The ruling as it stands beside the statement: what anybody may read of it. */
function rulingOf(ground: GroundPaper | null): Omit<GroundPaper, 'attachmentId'> | null {
  return ground && { title: ground.title, number: ground.number, office: ground.office, day: ground.day };
}

/** To show again only what law has on display today. */
async function stillNeeded(
  { tx, catalog, today }: OrderFrame,
  order: OrderRow,
  { subject }: NewOrder,
): Promise<boolean> {
  if (order.kind !== 'restoring' && order.kind !== 'revocation') return true;
  const record = await lockRecord(tx, order.subject_key, order.record_id);
  return record !== undefined && assessRecord(catalog, record, subject.kind, today).publication.shown;
}

/** Kinds whose decision has a paper elsewhere, or that nobody decides. */
const withoutNotice: readonly string[] = ['revocation', 'automatic-end'];

/** What is decided is told on paper: 'ordered' or 'declined'. */
async function orderNotice({ tx, now }: OrderFrame, order: OrderRow): Promise<void> {
  if (withoutNotice.includes(order.kind)) return;
  const payload = { orderId: order.order_id, version: order.version };
  await orderJobs(tx, order.subject_key, [{ task: 'issue-order-notice', payload }], now);
}

/** Whoever is concerned is told by a task of notice. */
async function tellOf({ tx, now }: OrderFrame, order: OrderRow): Promise<void> {
  await orderJobs(
    tx,
    order.subject_key,
    [{ task: 'tell-order', payload: { orderId: order.order_id, version: order.version } }],
    now,
  );
}
