import type { HoldingView } from '#contract/item.ts';
import type { ActingPerson } from '#domain/item/available-actions.ts';
import { actsInsteadOf, checkHolding, holderOf, holdingActs, holdingLabel } from '#domain/item/holding.ts';
import type { Item } from '#domain/item/item.ts';

/** What somebody of the unit may do about who has the item in hand; null for everybody else. */
export function holdingView(item: Item, who: ActingPerson): HoldingView | null {
  if (who.kind !== 'officer' || who.unitId !== item.unitId || !who.roles.includes('officer')) return null;
  return {
    standsIn: actsInsteadOf(item, who) !== null,
    acts: holdingActs.map((act) => {
      const refusal = checkHolding(item, act, who);
      return { act, label: holdingLabel(act, holderOf(item)), allowed: refusal === null, why: refusal?.text ?? null };
    }),
  };
}
