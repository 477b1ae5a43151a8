import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { handOverAll as departureContract, assignItems as manyContract } from '#contract/queue.ts';
import { assignItem, claimItem, handOverItem, notOfUnit } from '#domain/casework/assign-item.ts';
import { shareOut, type TeamMember } from '#domain/casework/assign-rule.ts';
import type { Holder } from '#domain/item/item.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { actOnItem } from '../../item/act-on-item.ts';
import { actingPerson, ledgerActor, type Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { findItemSummary } from '../casework-store.ts';
import { deskAct } from '../desk-act.ts';
import { readTeam } from './assign-by-rule.ts';
import { listHeld } from './assignment-store.ts';

type Result = ReplyOf<typeof manyContract>['results'][number];

/** How many items one request of a departure hands over; the next one goes on. */
const atOnce = 300;

/** Those of a unit's people whom a request names, each once; undefined where one of them does not work there today. */
function named(team: readonly TeamMember[], officerIds: readonly string[]): TeamMember[] | undefined {
  const found = [...new Set(officerIds)].map((id) => team.find((one) => one.officerId === id));
  return found.every((one) => one !== undefined) ? found : undefined;
}

const unitScope = (officer: Officer) => ({ sees: 'unit', unit: officer.unit.unitId }) as const;

function teamOf(services: Services, officer: Officer): Promise<TeamMember[]> {
  return services.db.read(unitScope(officer), (tx) => readTeam(tx, officer.unit.unitId, services.clock.today()));
}

/** 认领 or 分派 of several: each in a transaction and ledger entry of its own. Several to be assigned to are given them in turn. */
export async function assignMany(
  services: Services,
  officer: Officer,
  body: BodyOf<typeof manyContract>,
): Promise<ReplyOf<typeof manyContract> | Refusal> {
  if (new Set(body.items.map((one) => one.itemId)).size !== body.items.length)
    return refuse('invalid', 'item-twice', '同一件列了两次，请重新选择。');
  if (body.act === 'assign' && !officer.roles.includes('head'))
    return refuse('forbidden', 'not-the-head', '分派由本单位负责人进行；您可以认领。');
  const to = body.act === 'assign' ? named(await teamOf(services, officer), body.to ?? []) : [];
  if (!to || (body.act === 'assign' && to.length === 0)) return notOfUnit();
  const results: Result[] = [];
  for (const { item, to: next } of shareOut(body.items, to)) {
    const saw = item.saw ?? null;
    const done = await deskAct(
      services,
      { actor: officer, params: item, body: { requestId: item.requestId, version: item.version } },
      (desk) =>
        body.act === 'claim'
          ? claimItem(desk, { saw, reason: body.reason })
          : assignItem(desk, { to: next ?? undefined, saw, reason: body.reason }),
    );
    results.push(isRefusal(done) ? await failed(services, officer, item, done) : succeeded(done.item));
  }
  return { results };
}

function succeeded(item: Pick<Result, 'itemId' | 'number' | 'subjectName' | 'holder'>): Result {
  const { itemId, number, subjectName, holder } = item;
  return { itemId, number, subjectName, done: true, holder, why: null };
}

/** What did not come out, under the name people know it by. */
async function failed(
  services: Services,
  officer: Officer,
  { subjectKey, itemId }: { readonly subjectKey: string; readonly itemId: string },
  refusal: Refusal,
): Promise<Result> {
  const row = await services.db.read(unitScope(officer), (tx) => findItemSummary(tx, subjectKey, itemId));
  const holder = row?.fold.holder ?? null;
  return {
    itemId,
    number: row?.number ?? '',
    subjectName: row?.subject_name ?? '',
    done: false,
    holder: holder && { officerId: holder.officerId, name: holder.name },
    why: refusal.text,
  };
}

/**
 * 人员离岗: everything somebody has open goes to one or several colleagues in turn, or back to be assigned. At most 300 at once;
 * `left` tells how many wait for the next request.
 */
export async function handOverAll(
  services: Services,
  officer: Officer,
  body: BodyOf<typeof departureContract>,
): Promise<ReplyOf<typeof departureContract> | Refusal> {
  const { unitId } = officer.unit;
  const scope = unitScope(officer);
  const to = named(await teamOf(services, officer), body.to);
  if (!to || to.some((one) => one.officerId === body.officerId)) return notOfUnit();
  const held = await services.db.read(scope, (tx) => listHeld(tx, unitId, body.officerId, atOnce));
  const results: Result[] = [];
  for (const { item, to: next } of shareOut(held, to)) {
    const done = await actOnItem(services, {
      subjectKey: item.subjectKey,
      itemId: item.itemId,
      actor: ledgerActor(officer),
      scope,
      // A repeat finds nothing more with them.
      requestId: null,
      decide: (it, { today, catalog }) =>
        handOverItem(
          { item: it, who: actingPerson(officer), today, calendar: catalog.calendar },
          { from: body.officerId, to: next, reason: body.reason },
        ),
    });
    results.push(isRefusal(done) ? await failed(services, officer, item, done) : kept(item, done.holder ?? null));
  }
  const left = await services.db.read(scope, (tx) => listHeld(tx, unitId, body.officerId, 10_000));
  return { results, left: left.length };
}

function kept(item: { itemId: string; number: string; subjectName: string }, holder: Holder | null): Result {
  const { itemId, number, subjectName } = item;
  return { itemId, number, subjectName, done: true, holder: holder && { ...holder }, why: null };
}
