import { standsInFor } from '#domain/casework/assign-leave.ts';
import type { ActingPerson } from '#domain/item/available-actions.ts';
import { actsInsteadOf } from '#domain/item/holding.ts';
import type { Item } from '#domain/item/item.ts';
import { type Hands, waitsFor } from '#domain/item/proposal.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { listOfficers } from '../../access/officer-store.ts';
import { type Actor, actingPerson, type LedgerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database.ts';
import { listLeaves } from './assignment-store.ts';

/** The person as the rules of an item know them, with whom an officer stands in for today; that is asked only where it matters. */
export async function actingOn(
  tx: Tx,
  actor: Actor,
  item: Pick<Item, 'holder' | 'unitId' | 'proposal'>,
  today: PlainDate,
): Promise<ActingPerson> {
  const plain = actingPerson(actor);
  if (actor.kind !== 'officer' || plain.kind !== 'officer' || actor.unit.unitId !== item.unitId) return plain;
  const who = { ...plain, ...(await headsForReview(tx, item, today)) };
  if (!item.holder || item.holder.officerId === actor.officerId) return who;
  const leaves = await listLeaves(tx, actor.unit.unitId, today);
  return { ...who, standsInFor: standsInFor(leaves, actor.officerId, today) };
}

/** Heads of the unit, where something waits for review: whoever reviews must leave somebody who can sign. */
export async function headsForReview(
  tx: Tx,
  it: { readonly unitId: string; readonly proposal?: Hands },
  today: PlainDate,
): Promise<{ readonly heads?: readonly string[] }> {
  if (!it.proposal || waitsFor(it.proposal) !== 'review') return {};
  const here = await listOfficers(tx, it.unitId, today);
  return { heads: here.filter((one) => one.roles.includes('head')).map((one) => one.officerId) };
}

/** The ledger's name of somebody who acts on an item: a deputy is named with the holder. Steps of a chain are each person's own. */
export function namedOn(actor: LedgerActor, item: Item, who: ActingPerson): LedgerActor {
  if (actor.kind !== 'officer' || who.kind !== 'officer' || item.proposal) return actor;
  const holder = actsInsteadOf(item, who);
  return holder ? { ...actor, insteadOf: { officerId: holder.officerId, name: holder.name } } : actor;
}
