import type { BodyOf, ParamsOf, ReplyOf } from '#contract/endpoint.ts';
import type { urgeOrder as contract } from '#contract/supervision.ts';
import { formatChineseShort } from '#domain/plain-date.ts';
import { orderNames } from '#domain/record/orders/record-order.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { orderMessage } from '../notice/tell.ts';
import { type Officer, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { findOrder } from '../record/orders/order-store.ts';
import { findRecord } from '../record/record-store.ts';
import { findOrderUrging, recordOrderUrging } from './order-store.ts';

/**
 * Urges an order about a record: the urging and the message to its unit in one transaction. The request's id is the urging's and the
 * message's, so that a retried request urges once.
 */
export async function urgeOrder(
  services: Services,
  supervisor: Officer,
  { subjectKey, orderId }: ParamsOf<typeof contract>,
  { requestId, text }: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const now = services.clock.now();
  return services.db.transaction(
    scopeOf(supervisor, ['region']),
    async (tx): Promise<ReplyOf<typeof contract> | Refusal> => {
      const order = await findOrder(tx, subjectKey, orderId);
      const record = order && (await findRecord(tx, subjectKey, order.record_id));
      if (!order || !record) return refuse('not-found', 'order-not-found', '没有找到这项处置，或者您无权查看它。');
      const before = await findOrderUrging(tx, subjectKey, requestId);
      if (before)
        return before.order_id === orderId
          ? { urgingId: requestId, text: before.text, at: before.urged_at }
          : refuse('conflict', 'request-repeated', '这个请求号已经用在另一项上，请刷新后重试。');
      if (order.state !== 'asked' && order.state !== 'ordered')
        return refuse('conflict', 'order-closed', '这一项已经办结，不用催办。');
      const by = `${supervisor.unit.name} ${supervisor.name}`;
      const urging = { urgingId: requestId, text, by, byUnit: supervisor.unit.unitId, at: now };
      if (!(await recordOrderUrging(tx, order, urging)))
        return refuse('conflict', 'request-repeated', '这一操作已经提交过，请刷新查看结果。');
      const due = order.due_on ? `，期限${formatChineseShort(order.due_on)}` : '';
      await orderMessage(
        tx,
        {
          subjectKey,
          messageId: requestId,
          applicationId: null,
          itemId: null,
          to: { kind: 'unit', unit: { unitId: order.unit_id, regionCode: order.region_code } },
          title: `催办：${orderNames[order.kind]}`,
          body: `${by}催办${record.doc_number}的“${orderNames[order.kind]}”${due}：${text}`,
        },
        now,
      );
      return { urgingId: requestId, text, at: now.toISOString() };
    },
  );
}
