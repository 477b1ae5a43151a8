import type { ItemEvent } from '#domain/item/events.ts';
import type { Item } from '#domain/item/item.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Gateways } from '../gateways/open-gateways.ts';
import { actOnItem } from '../item/act-on-item.ts';
import type { LedgerActor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';

/** What the tasks of publication are given. */
export interface Publication {
  readonly services: Services;
  readonly gateways: Gateways;
}

/** Tries of one hand-over before a person is asked to look; the queue waits longer after each, about nine hours in all. */
export const maxTries = 10;

export const outsideActor = (id: string, name: string): LedgerActor => ({ kind: 'outside', id, name });
export const platformActor: LedgerActor = { kind: 'platform', id: 'platform', name: '平台' };

/** An act of the platform itself: decides by the state, since a task may run twice; null means there is nothing left to do. */
export async function platformAct(
  { services }: Publication,
  it: { subjectKey: string; itemId: string; actor?: LedgerActor },
  decide: Parameters<typeof actOnItem>[1]['decide'],
): Promise<Item> {
  const done = await actOnItem(services, {
    subjectKey: it.subjectKey,
    itemId: it.itemId,
    actor: it.actor ?? platformActor,
    scope: { sees: 'all' },
    requestId: null,
    decide,
  });
  if (isRefusal(done)) throw new Error(`${done.code}: ${done.text}`);
  return done;
}

export type { ItemEvent };
