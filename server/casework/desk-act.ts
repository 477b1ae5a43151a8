import type { Static } from 'typebox';
import type { ActReply } from '#contract/casework.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import type { ActingPerson } from '#domain/item/available-actions.ts';
import type { ItemEvent } from '#domain/item/events.ts';
import { takenInHand } from '#domain/item/holding.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type ActContext, actOnItem } from '../item/act-on-item.ts';
import { toDeskSummary, toItemSummary } from '../item/item-view.ts';
import { type Actor, actingPerson, checkSubject, ledgerActor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { actingOn, namedOn } from './assignment/acting-officer.ts';
import { findItemSummary } from './casework-store.ts';
import { readMoot } from './moot.ts';

/** What every act of a person on an item brings. */
export interface DeskRequest {
  readonly actor: Actor;
  readonly params: { readonly subjectKey: string; readonly itemId: string };
  readonly body: { readonly requestId: string; readonly version: number };
}

type Reply = Static<typeof ActReply>;

/**
 * Carries out one act of a person: context for the domain's decision, the act itself, and the item as it then stands.
 * Officers act under their unit's view, so another unit's item is simply not there; windows under theirs.
 */
export async function deskAct(
  services: Services,
  request: DeskRequest,
  decide: (desk: Desk, context: ActContext) => ItemEvent | Refusal | Promise<ItemEvent | Refusal>,
  prefer: readonly ('unit' | 'window')[] = ['unit'],
): Promise<Reply | Refusal> {
  const { actor, params, body } = request;
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const stranger = checkSubject(actor, params.subjectKey);
  if (stranger) return stranger;
  const scope = scopeOf(actor, prefer);
  const name = ledgerActor(actor, params.subjectKey);
  let who: ActingPerson = actingPerson(actor);
  const done = await actOnItem(services, {
    ...params,
    actor: (item) => namedOn(name, item, who),
    scope,
    requestId: body.requestId,
    version: body.version,
    async decide(item, context) {
      who = await actingOn(context.tx, actor, item, context.today);
      const { tx, catalog, today } = context;
      const moot = await readMoot(tx, catalog, item, today);
      const event = await decide({ item, who, today, calendar: catalog.calendar, moot }, context);
      // Taking an item in hand is nobody's but one's own.
      if (!isRefusal(event) && event.type === 'assigned') who = actingPerson(actor);
      return isRefusal(event) ? event : takenInHand(item, event, who);
    },
  });
  if (isRefusal(done)) return done;
  const catalog = await services.catalog();
  const row = await services.db.read(scope, (tx) => findItemSummary(tx, params.subjectKey, params.itemId));
  if (!row) return refuse('not-found', 'item-not-found', '没有找到这个办件。');
  const view = scope.sees === 'unit' ? toDeskSummary : toItemSummary;
  return { item: view(row, catalog, services.clock.today()) };
}
