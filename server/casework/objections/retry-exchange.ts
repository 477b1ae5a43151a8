import type { ObjectionView } from '#contract/objection-views.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { objectionNotFound } from './act-on-objection.ts';
import { getObjection } from './get-objection.ts';
import {
  findObjectionExchange,
  noteTriedAgain,
  type ObjectionExchangeRow,
  orderSending,
} from './objection-exchange-store.ts';

/** Sends once more what several tries did not get through. */
export async function retryExchange(
  services: Services,
  actor: Actor,
  params: { readonly subjectKey: string; readonly objectionId: string; readonly exchangeId: string },
): Promise<ObjectionView | Refusal> {
  const done = await services.db.transaction(scopeOf(actor, ['unit']), async (tx): Promise<Refusal | null> => {
    const row = await findObjectionExchange(tx, params.subjectKey, params.exchangeId);
    if (!row || row.objection_id !== params.objectionId) return objectionNotFound();
    return sendExchangeAgain(tx, row, services.clock.now());
  });
  return isRefusal(done) ? done : getObjection(services, actor, params);
}

/** Orders one more try; refused where the row has not stopped. */
export async function sendExchangeAgain(tx: Tx, row: ObjectionExchangeRow, now: Date): Promise<Refusal | null> {
  if (!(await noteTriedAgain(tx, row)))
    return refuse('conflict', 'exchange-not-stuck', '这一项没有停下，不用重发；请刷新查看。');
  await orderSending(tx, row.subject_key, [row.exchange_id], now);
  return null;
}
