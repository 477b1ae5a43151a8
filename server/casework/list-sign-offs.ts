import type { ReplyOf } from '#contract/endpoint.ts';
import type { listSignOffs as contract, countWaiting as countContract } from '#contract/sign-off.ts';
import { proposedNames } from '#domain/casework/objections/act-on-objection.ts';
import { chainActNames, type Hands } from '#domain/item/proposal.ts';
import { toItemSummary } from '../item/item-view.ts';
import type { Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { toDeskObjection } from './objections/objection-view.ts';
import {
  countObjectionsForPerson,
  countStandingObjections,
  listStandingObjections,
} from './objections/sign-off-objections.ts';
import { countAsked } from './opinion-store.ts';
import { countForPerson, countStanding, listStanding } from './sign-off-store.ts';

/** What waits for review or signature in a unit, and what came back; the nearest due day first. */
export async function listSignOffs(
  services: Services,
  { unit, officerId, roles }: Officer,
  list: 'review' | 'sign' | 'returned' = roles.includes('head')
    ? 'sign'
    : roles.includes('reviewer')
      ? 'review'
      : 'returned',
): Promise<ReplyOf<typeof contract>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.read({ sees: 'unit', unit: unit.unitId }, async (tx) => {
    const rows = await listStanding(tx, unit.unitId, list);
    const objections = await listStandingObjections(tx, unit.unitId, list);
    return {
      items: rows.flatMap((row) => {
        const { proposal, returned } = row.fold;
        const about = proposal ?? returned?.proposal;
        if (!about) return [];
        return [
          {
            item: toItemSummary(row, catalog, today),
            actName: chainActNames[about.act],
            ...standingOf(about, proposal ? undefined : returned, officerId),
          },
        ];
      }),
      objections: objections.flatMap((row) => {
        const { proposal, returned } = row.fold;
        const about = proposal ?? returned?.proposal;
        if (!about) return [];
        return [
          {
            objection: toDeskObjection(row, catalog, today),
            actName: proposedNames[about.act],
            ...standingOf(about, proposal ? undefined : returned, officerId),
          },
        ];
      }),
      counts: added(await countStanding(tx, unit.unitId), await countStandingObjections(tx, unit.unitId)),
    };
  });
}

/** Who proposed, who reviewed, with which words; of one that came back who sent it back and why. */
function standingOf(
  about: Hands,
  returned: { readonly by: { readonly name: string }; readonly reason: string } | undefined,
  officerId: string,
) {
  return {
    by: about.by.name,
    on: about.on,
    reviewedBy: about.reviewed?.by.name ?? null,
    note: returned ? `${returned.by.name}：${returned.reason}` : (about.reviewed?.note ?? ''),
    own: about.by.id === officerId,
  };
}

const added = (a: Record<string, number>, b: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
  );

/** What waits for a person and their unit: the numbers in the navigation. */
export function countWaiting(services: Services, officer: Officer): Promise<ReplyOf<typeof countContract>> {
  const { unitId } = officer.unit;
  return services.db.read({ sees: 'unit', unit: unitId }, async (tx) => ({
    signOff: (await countForPerson(tx, unitId, officer)) + (await countObjectionsForPerson(tx, unitId, officer)),
    opinions: await countAsked(tx, unitId),
  }));
}
