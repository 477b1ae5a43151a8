import type { ObjectionView } from '#contract/objection-views.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { objectionNotFound } from './act-on-objection.ts';
import { getObjection } from './get-objection.ts';
import { findObjectionExchange, noteTriedAgain, orderSending } from './objection-exchange-store.ts';

/** Sends once more what several tries did not get through. */
export async function retryExchange(
  services: Services,
  actor: Actor,
  params: { readonly subjectKey: string; readonly objectionId: string; readonly exchangeId: string },
): Promise<ObjectionView | Refusal> {
  const done = await services.db.transaction(scopeOf(actor, ['unit']), async (tx): Promise<Refusal | null> => {
    const row = await findObjectionExchange(tx, params.subjectKey, params.exchangeId);
    if (!row || row.objection_id !== params.objectionId) return objectionNotFound();
    if (!(await noteTriedAgain(tx, row)))
      return refuse('conflict', 'exchange-not-stuck', '这一项没有停下，不用重发；请刷新查看。');
    await orderSending(tx, params.subjectKey, [params.exchangeId], services.clock.now());
    return null;
  });
  return isRefusal(done) ? done : getObjection(services, actor, params);
}
