import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listSupervisedOrders as contract } from '#contract/supervision.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { addWorkingDays } from '#domain/working-days.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { toListedOrders } from '../record/orders/listed-orders.ts';
import { countOrders, readOrders } from './order-store.ts';
import { regionOf } from './read-filter.ts';

type Reply = ReplyOf<typeof contract>;

/** Orders about records under way in the supervisor's region: figures by unit, and the list behind one of them. */
export async function listSupervisedOrders(
  services: Services,
  actor: Actor,
  { list = 'overdue', unit, ...query }: QueryOf<typeof contract>,
): Promise<Reply | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const region = regionOf(catalog, actor, query.region);
  if (isRefusal(region)) return region;
  const after = readAfter(query.after);
  if (isRefusal(after)) return after;
  const filter = { today, soon: addWorkingDays(catalog.calendar, today, 2).date, region };
  return services.db.read(scopeOf(actor, ['region']), async (tx) => {
    const counts = await countOrders(tx, filter);
    const rows = await readOrders(tx, { ...filter, what: list, ...(unit ? { unit } : {}) }, after, pageSize + 1);
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    const sum = (what: 'open' | 'near' | 'overdue') => counts.reduce((so, one) => so + one[what], 0);
    return {
      asOf: today,
      total: { open: sum('open'), near: sum('near'), overdue: sum('overdue') },
      units: counts
        .map(({ unit_id: unitId, open, near, overdue }) => {
          const found = catalog.units.get(unitId);
          const regionName = (found && catalog.regions.get(found.regionCode)?.name) ?? '';
          return { unitId, unitName: found?.name ?? unitId, regionName, open, near, overdue };
        })
        .sort((a, b) => b.overdue - a.overdue || b.near - a.near || b.open - a.open || (a.unitId < b.unitId ? -1 : 1)),
      orders: await toListedOrders(tx, catalog, today, { rows: page, masked: true, readerUnit: null }),
      next: rows.length > pageSize && last ? encodeCursor([last.due_key, last.order_id]) : null,
    };
  });
}

function readAfter(text: string | undefined): { due: string; id: string } | undefined | Refusal {
  if (!text) return undefined;
  const [due, id] = decodeCursor(text, 2) ?? [];
  if (parsePlainDate(due) && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { due: due as string, id };
  return refuse('invalid', 'no-such-page', '续页标记不对，请从第一页重新查看。', {
    fields: [{ field: 'after', text: '不是本平台给出的续页标记' }],
  });
}
