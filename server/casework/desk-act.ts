import type { Static } from 'typebox';
import type { ActReply } from '#contract/casework.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import type { ItemEvent } from '#domain/item/events.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type ActContext, actOnItem } from '../item/act-on-item.ts';
import { toItemSummary } from '../item/item-view.ts';
import { type Actor, actingPerson, checkSubject, ledgerActor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { findItemSummary } from './casework-store.ts';

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
  const done = await actOnItem(services, {
    ...params,
    actor: ledgerActor(actor, params.subjectKey),
    scope,
    requestId: body.requestId,
    version: body.version,
    decide: (item, context) =>
      decide({ item, who: actingPerson(actor), today: context.today, calendar: context.catalog.calendar }, context),
  });
  if (isRefusal(done)) return done;
  const catalog = await services.catalog();
  const row = await services.db.read(scope, (tx) => findItemSummary(tx, params.subjectKey, params.itemId));
  if (!row) return refuse('not-found', 'item-not-found', '没有找到这个办件。');
  return { item: toItemSummary(row, catalog, services.clock.today()) };
}
