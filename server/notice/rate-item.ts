import type { BodyOf, ParamsOf, ReplyOf } from '#contract/endpoint.ts';
import type { rateItem as contract } from '#contract/notice.ts';
import { checkAction } from '#domain/item/available-actions.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findItem } from '../item/ledger.ts';
import { type Actor, actingPerson, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { v7 } from '../platform/uuid.ts';
import { recordRating } from './notice-store.ts';

/** 好差评: one rating for each decided item, by the applicant. Twice is settled by the database (rating_item_uq). */
export async function rateItem(
  services: Services,
  actor: Actor,
  key: ParamsOf<typeof contract>,
  body: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const now = services.clock.now();
  return services.db.transaction(scopeOf(actor), async (tx): Promise<ReplyOf<typeof contract> | Refusal> => {
    const item = await findItem(tx, key.subjectKey, key.itemId);
    if (!item) return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
    const refusal = checkAction(item, 'rate', actingPerson(actor));
    if (refusal) return refusal;
    const comment = body.comment?.trim() || null;
    await recordRating(tx, { ratingId: v7(now), item, score: body.score, comment, at: now });
    return { score: body.score, comment };
  });
}
