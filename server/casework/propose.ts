import type { Desk } from '#domain/casework/deciding.ts';
import { propose } from '#domain/casework/sign-off.ts';
import { type SignOffNow, signOffFor } from '#domain/casework/sign-off-rule.ts';
import { type Catalog, findMatterVersion } from '#domain/catalog/catalog.ts';
import { checkAction } from '#domain/item/available-actions.ts';
import type { Item } from '#domain/item/item.ts';
import type { ChainAct, ProposedAct } from '#domain/item/proposal.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { ActContext } from '../item/act-on-item.ts';
import type { Services } from '../platform/app-context.ts';
import { decide, drawNumber, noNumber } from './decisions.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';
import { listRules, type StoredRule } from './sign-off-store.ts';

/** Through whose hands an act on an item goes today. */
export function signOffOf(
  rules: readonly StoredRule[],
  { item, act, catalog, today }: { item: Item; act: ChainAct; catalog: Catalog; today: PlainDate },
): SignOffNow {
  const matter = findMatterVersion(catalog, item.matterKey, item.matterVersion, today);
  return signOffFor(rules, { matterKey: item.matterKey, lawEntry: matter?.lawEntry ?? '', act, today });
}

/** Decides where one person decides; where the unit's order or the law asks more hands, proposes instead. */
export function actOrPropose(
  services: Services,
  request: DeskRequest,
  prepare: (desk: Desk, context: ActContext) => ProposedAct | Promise<ProposedAct | Refusal>,
) {
  return deskAct(services, request, async (desk, context) => {
    const proposal = await prepare(desk, context);
    if (isRefusal(proposal)) return proposal;
    const early = checkAction(desk.item, proposal.act, desk.who, desk.today, desk.moot);
    if (early) return early;
    const { catalog, today, tx } = context;
    const rules = await listRules(tx, desk.item.unitId);
    const { steps, cites } = signOffOf(rules, { item: desk.item, act: proposal.act, catalog, today });
    if (steps === 'none') return decide(desk, context, proposal, drawNumber(desk, context));
    const trial = await decide(desk, context, proposal, noNumber);
    return isRefusal(trial) ? trial : propose(desk, { proposal, steps, cites }, trial);
  });
}
