import { standsInFor } from '#domain/casework/assign-leave.ts';
import type { ActingPerson } from '#domain/item/available-actions.ts';
import { actsInsteadOf } from '#domain/item/holding.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Actor, actingPerson, type LedgerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database.ts';
import { listLeaves } from './assignment-store.ts';

/** The person as the rules of an item know them, with whom an officer stands in for today; that is asked only where it matters. */
export async function actingOn(
  tx: Tx,
  actor: Actor,
  item: Pick<Item, 'holder' | 'unitId'>,
  today: PlainDate,
): Promise<ActingPerson> {
  const who = actingPerson(actor);
  if (actor.kind !== 'officer' || actor.unit.unitId !== item.unitId || !item.holder) return who;
  if (who.kind !== 'officer' || item.holder.officerId === actor.officerId) return who;
  const leaves = await listLeaves(tx, actor.unit.unitId, today);
  return { ...who, standsInFor: standsInFor(leaves, actor.officerId, today) };
}

/** The ledger's name of somebody who acts on an item: a deputy is named with the holder. Steps of a chain are each person's own. */
export function namedOn(actor: LedgerActor, item: Item, who: ActingPerson): LedgerActor {
  if (actor.kind !== 'officer' || who.kind !== 'officer' || item.proposal) return actor;
  const holder = actsInsteadOf(item, who);
  return holder ? { ...actor, insteadOf: { officerId: holder.officerId, name: holder.name } } : actor;
}
