import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import type { RecordOrderView } from '#contract/record-order-views.ts';
import { changeableFields, orderNames, orderStates } from '#domain/record/orders/record-order.ts';
import type { Actor } from '../../platform/actor.ts';
import { citations } from '../../platform/citations.ts';
import type { Tx } from '../../platform/database.ts';
import { type EffectRow, listEffects } from './effect-store.ts';
import { type ChainRow, listChain } from './order-chain.ts';
import type { OrderRow } from './order-store.ts';
import { chainTitle, effectStateText, effectWords, orderSystemName, originWords } from './order-words.ts';

/** The unit somebody reads for; null: none. */
export const unitOf = (actor: Actor): string | null => (actor.kind === 'officer' ? actor.unit.unitId : null);

/** Orders as people read them, with receipts and chain; whose hand it was is for the unit's own people. */
export async function viewsOf(
  tx: Tx,
  today: string,
  orders: readonly OrderRow[],
  readerUnit: string | null,
): Promise<RecordOrderView[]> {
  const views: RecordOrderView[] = [];
  for (const [subjectKey, own] of Map.groupBy(orders, (one) => one.subject_key)) {
    const ids = own.map((one) => one.order_id);
    const effects = Map.groupBy(await listEffects(tx, subjectKey, ids), (one) => one.order_id);
    const chains = Map.groupBy(await listChain(tx, subjectKey, ids), (one) => one.order_id);
    const papers = Map.groupBy(await listOrderPapers(tx, subjectKey, ids), (one) => one.order_id);
    for (const order of own) {
      const { order_id: id } = order;
      const lists = [effects.get(id) ?? [], chains.get(id) ?? [], papers.get(id) ?? []] as const;
      views.push(toView(today, order, lists, readerUnit === order.unit_id));
    }
  }
  const at = new Map(orders.map((one, index) => [one.order_id, index]));
  return views.sort((a, b) => at.get(a.orderId)! - at.get(b.orderId)!);
}

export async function viewOf(
  tx: Tx,
  today: string,
  order: OrderRow,
  readerUnit: string | null,
): Promise<RecordOrderView> {
  return (await viewsOf(tx, today, [order], readerUnit))[0]!;
}

function toView(
  today: string,
  order: OrderRow,
  [effects, chain, papers]: readonly [readonly EffectRow[], readonly ChainRow[], readonly OrderPaperRow[]],
  named: boolean,
): RecordOrderView {
  const { content } = order;
  const isOpen = order.state === 'asked' || order.state === 'ordered';
  return {
    subjectKey: order.subject_key,
    orderId: order.order_id,
    recordId: order.record_id,
    kind: order.kind,
    name: orderNames[order.kind],
    state: order.state,
    stateText: orderStates[order.state],
    version: order.version,
    from: originWords(content.origin),
    ground: content.ground ? { ...content.ground } : null,
    text: content.text,
    note: content.note,
    statement: content.statement,
    changes: content.changes.map(({ field, before, after }) => ({ label: changeableFields[field], before, after })),
    reasons: order.reasons,
    openedOn: order.opened_on,
    dueOn: order.due_on,
    overdue: isOpen && order.due_on !== null && order.due_on < today,
    closedOn: order.closed_on,
    cites: citations(order.cites),
    open: content.open.map(({ text, cites }) => ({ text, cites: citations(cites) })),
    effects: effects.map((one) => ({
      effectId: one.effect_id,
      systemName: orderSystemName(one.system),
      effectName: effectWords[one.effect],
      state: one.state,
      stateText: effectStateText(one),
      receiptNo: one.receipt?.receiptNo ?? null,
      lastError: one.last_error,
      confirmedAt: one.confirmed_at,
    })),
    papers: papers.map((one) => ({
      paperId: one.paper_id,
      title: one.title ?? paperTitles[one.kind],
      docNumber: one.doc_number,
      issuedOn: one.issued_on,
      state: one.state,
      verificationCode: one.verification_code,
    })),
    history: chain.map((row) => ({
      on: row.day,
      title: chainTitle(row.type),
      // A subject deals with the authority, not with a named person.
      by: handOf(row.actor, named),
      hash: row.hash,
    })),
  };
}

function handOf({ unitName, name, insteadOf }: ChainRow['actor'], named: boolean): string {
  if (unitName === undefined) return name;
  return named ? `${unitName} ${name}${insteadOf ? `（代${insteadOf.name}）` : ''}` : unitName;
}

interface OrderPaperRow {
  readonly order_id: string;
  readonly paper_id: string;
  readonly kind: PaperKind;
  readonly title: string | null;
  readonly doc_number: string | null;
  readonly issued_on: string;
  readonly state: string;
  readonly verification_code: string;
}

/** Papers of orders without their files; what the reader may not read is not among them. */
async function listOrderPapers(tx: Tx, subjectKey: string, orderIds: readonly string[]): Promise<OrderPaperRow[]> {
  return tx.query<OrderPaperRow>(
    'order-papers',
    `select order_id, paper_id, kind, model -> 'head' ->> 'title' as title, doc_number, issued_on, state, verification_code from paper
     where subject_key = $1 and order_id = any ($2::uuid[]) order by ordered_at, paper_id`,
    [subjectKey, orderIds],
  );
}
