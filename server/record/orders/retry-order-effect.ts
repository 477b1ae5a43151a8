import type { ReplyOf } from '#contract/endpoint.ts';
import type { retryOrderEffect as contract } from '#contract/record-orders.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { type EffectRow, findEffect, noteEffect } from './effect-store.ts';
import { findOrder } from './order-store.ts';
import { unitOf, viewOf } from './order-view.ts';

type Reply = ReplyOf<typeof contract>;

/** Puts a stuck request to a platform back on the road. */
export async function retryOrderEffect(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly orderId: string; readonly effectId: string },
): Promise<Reply | Refusal> {
  const now = services.clock.now();
  return services.db.transaction(scopeOf(actor, ['unit']), async (tx): Promise<Reply | Refusal> => {
    const row = await findEffect(tx, key.subjectKey, key.effectId);
    const order = await findOrder(tx, key.subjectKey, key.orderId);
    if (!row || !order || row.order_id !== key.orderId)
      return refuse('not-found', 'effect-not-found', '没有找到这次通知，或者您无权处理。');
    return (await askAgain(tx, row, now)) ?? viewOf(tx, services.clock.today(), order, unitOf(actor));
  });
}

/** Orders one more try; refused where the platform has confirmed. */
export async function askAgain(tx: Tx, row: EffectRow, now: Date): Promise<Refusal | null> {
  if (row.state === 'confirmed') return refuse('conflict', 'effect-confirmed', '对方已经确认，不用再通知。');
  await noteEffect(tx, row, { state: row.sent_at ? 'sent' : 'requested' }, now);
  const task = row.sent_at ? 'confirm-order-effect' : 'send-order-effect';
  await orderJobs(tx, row.subject_key, [{ task, payload: { effectId: row.effect_id } }], now);
  return null;
}
