import type { ChainView } from '#contract/chain-view.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { nextHands } from '#domain/item/check-step.ts';
import type { Item } from '#domain/item/item.ts';
import { chainActNames, chainActs, type Proposal, waitsFor } from '#domain/item/proposal.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { listOfficers, type OfficerName } from '../access/officer-store.ts';
import { citations } from '../platform/citations.ts';
import type { Tx } from '../platform/database.ts';
import { signOffOf } from './propose.ts';
import { listRules } from './sign-off-store.ts';

/** Where an item stands in its chain, and which of its acts go through more than one hand today. */
export async function readChain(
  tx: Tx,
  item: Item,
  { catalog, today }: { readonly catalog: Catalog; readonly today: PlainDate },
): Promise<ChainView> {
  const rules = await listRules(tx, item.unitId);
  const people = item.proposal ? await listOfficers(tx, item.unitId, today) : [];
  return {
    proposal: item.proposal ? viewOf(item.proposal, people) : null,
    returned: item.returned ? { ...item.returned, proposal: viewOf(item.returned.proposal, []) } : null,
    hands: chainActs.flatMap((act) => {
      const { steps, cites } = signOffOf(rules, { item, act, catalog, today });
      return steps === 'none' ? [] : [{ act, steps, cites: citations(cites) }];
    }),
  };
}

function viewOf(proposal: Proposal, people: readonly OfficerName[]): NonNullable<ChainView['proposal']> {
  const { act, content, steps, by, on, reviewed } = proposal;
  return {
    act,
    actName: chainActNames[act],
    content: { ...content } as Record<string, unknown>,
    steps,
    by: { ...by },
    on,
    reviewed: reviewed ? { ...reviewed } : null,
    waitsFor: waitsFor(proposal),
    waitsOn: nextHands(proposal, people),
    since: reviewed?.on ?? on,
  };
}
