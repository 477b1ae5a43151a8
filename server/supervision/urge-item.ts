import type { BodyOf, ParamsOf, ReplyOf } from '#contract/endpoint.ts';
import type { urgeItem as contract } from '#contract/supervision.ts';
import { checkAction } from '#domain/item/available-actions.ts';
import type { Item } from '#domain/item/item.ts';
import { formatChineseShort } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { runningClock } from '../item/item-view.ts';
import { orderMessage } from '../notice/tell.ts';
import { actingPerson, type Officer, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { findItem, findUrging, recordUrging } from './store.ts';

/**
 * Urges an item: the urging and the message to its unit in one transaction. The request's id is the urging's and the message's, so
 * that a retried request urges once.
 */
export async function urgeItem(
  services: Services,
  supervisor: Officer,
  { subjectKey, itemId }: ParamsOf<typeof contract>,
  { requestId, text }: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const now = services.clock.now();
  return services.db.transaction(scopeOf(supervisor, ['region']), async (tx) => {
    const item = await findItem(tx, subjectKey, itemId);
    if (!item) return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
    const before = await findUrging(tx, subjectKey, requestId);
    if (before)
      return before.item_id === itemId
        ? { urgingId: requestId, text: before.text, at: before.urged_at }
        : refuse('conflict', 'request-repeated', '这个请求号已经用在另一件上，请刷新后重试。');
    const refusal = checkAction(item, 'urge', actingPerson(supervisor));
    if (refusal) return refusal;
    const by = `${supervisor.unit.name} ${supervisor.name}`;
    const urging = { urgingId: requestId, text, by, byUnit: supervisor.unit.unitId, at: now };
    if (!(await recordUrging(tx, item, urging)))
      return refuse('conflict', 'request-repeated', '这一操作已经提交过，请刷新查看结果。');
    await orderMessage(tx, { ...addressed(item, requestId), ...wordsOf(item, by, text) }, now);
    return { urgingId: requestId, text, at: now.toISOString() };
  });
}

function addressed(item: Item, messageId: string) {
  return {
    subjectKey: item.subjectKey,
    messageId,
    applicationId: item.applicationId,
    itemId: item.itemId,
    to: { kind: 'unit', unit: { unitId: item.unitId, regionCode: item.regionCode } },
  } as const;
}

function wordsOf(item: Item, by: string, text: string): { title: string; body: string } {
  const clock = runningClock(item);
  const due = clock ? `，到期日${formatChineseShort(clock.due)}` : '';
  return { title: `催办：${item.number}`, body: `${by}催办办件${item.number}${due}：${text}` };
}
