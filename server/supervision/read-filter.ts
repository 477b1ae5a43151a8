import { type Catalog, regionPrefix } from '#domain/catalog/catalog.ts';
import { addMonths, type PlainDate, parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { addWorkingDays } from '#domain/working-days.ts';
import type { Actor } from '../platform/actor.ts';
import type { ItemFilter, WhichItems } from './item-filter.ts';

/** The narrowing part of a request, as it came in. */
export interface AskedFilter {
  readonly from?: string;
  readonly to?: string;
  readonly region?: string;
  readonly sector?: string;
  readonly unit?: string;
  readonly matter?: string;
  readonly what?: WhichItems;
}

/**
 * The supervisor's own region as a prefix, or the part of it that was asked for; a region outside it is refused. Two, four or six
 * digits name a place with all it holds, five digits the units a place runs itself: 36010 is 南昌市本级.
 */
export function regionOf(catalog: Catalog, actor: Actor, asked: string | undefined): string | Refusal {
  const own = actor.kind === 'officer' ? regionPrefix(actor.unit.regionCode) : null;
  if (own === null) return refuse('forbidden', 'not-a-supervisor', '只有督办人员可以查看。');
  if (!asked) return own;
  const code = asked.padEnd(6, '0');
  if (!catalog.regions.has(code)) return refuse('not-found', 'no-such-region', `江西省没有代码为 ${asked} 的地区。`);
  const prefix = asked.length === 5 ? code : regionPrefix(code);
  if (prefix.startsWith(own)) return prefix;
  return refuse('forbidden', 'outside-region', '只能查看本地区的情况。');
}

/** Checks what was asked and fills in the rest: the last twelve months, the supervisor's region, all items. */
export function readFilter(catalog: Catalog, actor: Actor, today: PlainDate, asked: AskedFilter): ItemFilter | Refusal {
  const region = regionOf(catalog, actor, asked.region);
  if (isRefusal(region)) return region;
  const to = asked.to === undefined ? today : parsePlainDate(asked.to);
  const from = asked.from === undefined ? addMonths(to ?? today, -12) : parsePlainDate(asked.from);
  if (!from || !to || from > to)
    return refuse('invalid', 'no-such-span', '起止日期不对：应为有效的日期，且起不晚于止。', {
      fields: [{ field: from ? 'to' : 'from', text: '请检查日期' }],
    });
  return {
    today,
    soon: addWorkingDays(catalog.calendar, today, 2).date,
    from,
    to,
    region,
    what: asked.what ?? 'all',
    ...(asked.unit || asked.sector ? { units: unitsOf(catalog, asked) } : {}),
    ...(asked.matter ? { matter: asked.matter } : {}),
  };
}

function unitsOf(catalog: Catalog, { unit, sector }: AskedFilter): string[] {
  return [...catalog.units.values()]
    .filter((one) => (!unit || one.unitId === unit) && (!sector || one.sector === sector))
    .map((one) => one.unitId);
}
