import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listSupervisedProposals as contract } from '#contract/supervision.ts';
import { chainActNames, waitsFor } from '#domain/item/proposal.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { addWorkingDays, workingDaysBetween } from '#domain/working-days.ts';
import { toDeskSummary } from '../item/item-view.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { countProposals, readProposals } from './proposal-store.ts';
import { regionOf } from './read-filter.ts';

type Reply = ReplyOf<typeof contract>;

/** Proposals that wait for review or signature in the supervisor's region: figures by unit, and the list behind one of them. */
export async function listProposals(
  services: Services,
  actor: Actor,
  { list = 'waiting', unit, ...query }: QueryOf<typeof contract>,
): Promise<Reply | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const region = regionOf(catalog, actor, query.region);
  if (isRefusal(region)) return region;
  const after = readAfter(query.after);
  if (isRefusal(after)) return after;
  const filter = { today, soon: addWorkingDays(catalog.calendar, today, 2).date, region };
  const [counts, rows] = await services.db.read(scopeOf(actor, ['region']), async (tx) => [
    await countProposals(tx, filter),
    await readProposals(tx, { ...filter, what: list, ...(unit ? { unit } : {}) }, after, pageSize + 1),
  ]);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const sum = (what: 'waiting' | 'near' | 'overdue') => counts.reduce((so, one) => so + one[what], 0);
  return {
    asOf: today,
    total: { waiting: sum('waiting'), near: sum('near'), overdue: sum('overdue') },
    units: counts
      .map(({ unit_id: unitId, waiting, near, overdue }) => {
        const found = catalog.units.get(unitId);
        const regionName = (found && catalog.regions.get(found.regionCode)?.name) ?? '';
        return { unitId, unitName: found?.name ?? unitId, regionName, waiting, near, overdue };
      })
      .sort(
        (a, b) => b.overdue - a.overdue || b.near - a.near || b.waiting - a.waiting || (a.unitId < b.unitId ? -1 : 1),
      ),
    items: page.flatMap((row) => {
      const { proposal } = row.fold;
      if (!proposal) return [];
      return [
        {
          item: toDeskSummary(row, catalog, today),
          actName: chainActNames[proposal.act],
          step: waitsFor(proposal),
          on: proposal.on,
          waited: workingDaysBetween(catalog.calendar, proposal.on, today),
        },
      ];
    }),
    next: rows.length > pageSize && last ? encodeCursor([last.due_key, last.item_id]) : null,
  };
}

function readAfter(text: string | undefined): { due: string; itemId: string } | undefined | Refusal {
  if (!text) return undefined;
  const [due, itemId] = decodeCursor(text, 2) ?? [];
  if (parsePlainDate(due) && typeof itemId === 'string' && /^[0-9a-f-]{36}$/.test(itemId))
    return { due: due as string, itemId };
  return refuse('invalid', 'no-such-page', '续页标记不对，请从第一页重新查看。', {
    fields: [{ field: 'after', text: '不是本平台给出的续页标记' }],
  });
}
