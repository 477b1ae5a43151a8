import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { answerRecordOrder as contract } from '#contract/record-orders.ts';
import { checkStanding } from '#domain/record/orders/enter-order.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject } from '../../access/subject-store.ts';
import { type Actor, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { advance, carryOut, type OrderFrame } from './carry-out.ts';
import { findOrderOfRequest } from './order-chain.ts';
import { findOrder, lockOrder, lockRecord, type OrderRow } from './order-store.ts';
import { unitOf, viewOf } from './order-view.ts';
import { orderedRecord } from './ordered-record.ts';

type Body = BodyOf<typeof contract>;
type Reply = ReplyOf<typeof contract>;

/** The unit's answer to what a subject asked for: carried out, or not, with reasons. Of two officers one wins. */
export async function answerRecordOrder(
  services: Services,
  actor: Actor,
  { subjectKey, orderId }: { readonly subjectKey: string; readonly orderId: string },
  body: Body,
): Promise<Reply | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.transaction(scopeOf(actor, ['unit']), async (tx): Promise<Reply | Refusal> => {
    const order = await lockOrder(tx, subjectKey, orderId);
    if (!order) return refuse('not-found', 'order-not-found', '没有找到这项处置，或者您无权处理。');
    if ((await findOrderOfRequest(tx, subjectKey, body.requestId)) === orderId)
      return viewOf(tx, today, (await findOrder(tx, subjectKey, orderId))!, unitOf(actor));
    const frame: OrderFrame = {
      tx,
      catalog,
      today,
      now: services.clock.now(),
      actor: ledgerActor(actor, subjectKey),
      requestId: body.requestId,
    };
    const next = await answer(frame, order, body);
    return isRefusal(next) ? next : viewOf(tx, today, next, unitOf(actor));
  });
}

async function answer(frame: OrderFrame, order: OrderRow, body: Body): Promise<OrderRow | Refusal> {
  const { tx, catalog, today } = frame;
  if (order.state !== 'asked' || order.version !== body.version)
    return refuse('conflict', 'order-answered', '这项申请刚刚已经有人处理过，请刷新后再看。', {
      more: { state: order.state, version: order.version },
    });
  const reasons = body.reasons.map((one) => one.trim()).filter((one) => one !== '');
  if (!body.carryOut) {
    if (reasons.length === 0)
      return refuse('invalid', 'reasons-missing', '不予办理必须写明理由。', {
        fields: [{ field: 'reasons', text: '请至少写明一条理由。' }],
      });
    return advance(frame, order, { type: 'declined', on: today, cites: order.cites, payload: { reasons } });
  }
  const record = await lockRecord(tx, order.subject_key, order.record_id);
  const subject = record && (await findSubject(tx, order.subject_key));
  if (!record || !subject) return refuse('not-found', 'record-not-found', '没有找到这条失信信息。');
  const standing = checkStanding(orderedRecord(catalog, record, subject.kind), order.kind, today);
  if (standing) return standing;
  const { content } = order;
  const ordered = await advance(frame, order, { type: 'ordered', on: today, cites: order.cites, payload: content });
  const completed = order.kind === 'completion' && content.ground ? { planCompletedOn: content.ground.day } : {};
  return carryOut(frame, ordered, { record, subject, content, cites: order.cites, change: completed });
}
