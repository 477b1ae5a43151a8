import type { Catalog } from '#domain/catalog/catalog.ts';
import type { ItemEvent } from '#domain/item/events.ts';
import { evolve } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { LedgerActor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { chainStart } from '../platform/chain-hash.ts';
import type { Scope, Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import { countAssigned, findEvent, findRequest, lockItem, recordEvents, updateItem } from './ledger.ts';
import { eventTitle } from './timeline.ts';

/** What a decision is given beside the item. */
export interface ActContext {
  readonly tx: Tx;
  readonly catalog: Catalog;
  readonly today: PlainDate;
  readonly now: Date;
}

export interface Act {
  readonly subjectKey: string;
  readonly itemId: string;
  /** Who acts, as the ledger names them. */
  readonly actor: LedgerActor | ((item: Item) => LedgerActor);
  readonly scope: Scope;
  /** A retried request acts once; null for the platform's own tasks, which check the state instead. */
  readonly requestId: string | null;
  /** The version the person saw; absent for the platform's own tasks. */
  readonly version?: number;
  /** null: nothing to do (a task that runs twice). */
  readonly decide: (
    item: Item,
    context: ActContext,
  ) => ItemEvent | Refusal | null | Promise<ItemEvent | Refusal | null>;
}

const notFound = () => refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');

/**
 * One act on one item in one transaction: lock, decide, ledger row, fold, jobs. The only way an item changes.
 * A second request with the same id gives the item as it is now.
 */
export async function actOnItem(services: Services, act: Act): Promise<Item | Refusal> {
  const catalog = await services.catalog();
  const now = services.clock.now();
  return services.db.transaction(act.scope, async (tx): Promise<Item | Refusal> => {
    const item = await lockItem(tx, act.subjectKey, act.itemId);
    if (!item) return notFound();
    if (act.requestId) {
      const done = await findRequest(tx, act.subjectKey, act.requestId);
      if (done)
        return done.item_id === act.itemId
          ? item
          : refuse('conflict', 'request-repeated', '这个请求号已经用在另一件上，请刷新后重试。');
    }
    const last = await findEvent(tx, act.subjectKey, act.itemId, item.version);
    if (act.version !== undefined && act.version !== item.version && !(await onlyAssigned(tx, act, item)))
      return staleVersion(item, last);
    const event = await act.decide(item, { tx, catalog, today: services.clock.today(), now });
    if (event === null || isRefusal(event)) return event ?? item;
    const next = evolve(item, event);
    await recordEvents(tx, [
      {
        item: next,
        event,
        actor: nameOf(act, item),
        at: now,
        requestId: act.requestId,
        prevHash: last?.hash ?? chainStart,
      },
    ]);
    if (!(await updateItem(tx, next, now))) return staleVersion(item, last);
    await orderJobs(tx, act.subjectKey, services.reactions(event, next), now);
    return next;
  });
}

/** Who holds an item changes nothing of what was seen of it; that it may be acted on is decided on the item as it stands. */
async function onlyAssigned(tx: Tx, act: Act, item: Item): Promise<boolean> {
  const since = act.version ?? item.version;
  return since < item.version && (await countAssigned(tx, act.subjectKey, act.itemId, since)) === item.version - since;
}

const nameOf = ({ actor }: Act, item: Item): LedgerActor => (typeof actor === 'function' ? actor(item) : actor);

/** Exactly one wins; the other is told who and what. */
function staleVersion(item: Item, last: Awaited<ReturnType<typeof findEvent>>): Refusal {
  const who = last ? `${last.actor.name}${last.actor.unitName ? `（${last.actor.unitName}）` : ''}` : '别人';
  const what = last ? eventTitle(last.type) : '处理';
  return refuse(
    'conflict',
    'stale-version',
    `这一件刚刚由${who}处理过：${what}。您看到的已经不是最新情况，请刷新后再操作。`,
    {
      more: { version: item.version, state: item.state, by: who, what, at: last?.at ?? null },
    },
  );
}
