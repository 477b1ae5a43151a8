import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { getFigures as contract, FigureRow } from '#contract/supervision.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { figuresDefinition } from './item-filter.ts';
import { readFilter } from './read-filter.ts';
import { countFigures, type FigureGroup, type RatingGroup, sumRatings } from './store.ts';

/** On-time rates and numbers of items by unit, region or matter, within the supervisor's region. */
export async function getFigures(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const catalog = await services.catalog();
  const filter = readFilter(catalog, actor, services.clock.today(), query);
  if (isRefusal(filter)) return filter;
  const group = query.by === 'region' ? (filter.region === '36' ? 'city' : 'county') : query.by;
  const { counted, rated } = await services.db.read(scopeOf(actor, ['region']), async (tx) => ({
    counted: await countFigures(tx, filter, group),
    rated: await sumRatings(tx, filter, group),
  }));
  const groups = join(counted, rated);
  // Among its parts, the place itself means the units it runs itself: five digits, as `regionOf` reads them.
  const itself = filter.region.padEnd(6, '0');
  const rows = groups
    .map((one) =>
      query.by === 'region' && one.key === itself && itself.endsWith('00') ? { ...one, key: one.key.slice(0, 5) } : one,
    )
    .map((one) => toRow(one, nameOf(catalog, query.by, one.key)));
  return {
    from: filter.from,
    to: filter.to,
    asOf: services.clock.now().toISOString(),
    definition: figuresDefinition,
    total: toRow(sumOf(groups), '合计'),
    rows: rows.sort(
      (a, b) => b.overdue - a.overdue || b.late - a.late || b.opened - a.opened || (a.key < b.key ? -1 : 1),
    ),
  };
}

function nameOf(catalog: Catalog, by: 'unit' | 'region' | 'matter', key: string): string {
  if (by === 'unit') return catalog.units.get(key)?.name ?? key;
  if (by === 'matter') return catalog.matters.find((one) => one.matterKey === key)?.name ?? key;
  return key.length === 5 ? `${catalog.regions.get(`${key}0`)?.name}本级` : (catalog.regions.get(key)?.name ?? key);
}

type Figures = FigureGroup & RatingGroup;

const nothing: Omit<Figures, 'key'> = {
  opened: 0,
  closed: 0,
  on_time: 0,
  late: 0,
  open: 0,
  overdue: 0,
  score_sum: 0,
  ratings: 0,
};

/** A group may have items without ratings, or ratings of items handed in before the span. */
function join(counted: readonly FigureGroup[], rated: readonly RatingGroup[]): Figures[] {
  const keys = [...new Set([...counted, ...rated].map((one) => one.key))];
  const countsOf = new Map(counted.map((one) => [one.key, one]));
  const ratingsOf = new Map(rated.map((one) => [one.key, one]));
  return keys.map((key) => ({ ...nothing, ...countsOf.get(key), ...ratingsOf.get(key), key }));
}

function sumOf(groups: readonly Figures[]): Figures {
  const fields = Object.keys(nothing) as (keyof typeof nothing)[];
  const sums = fields.map((field) => [field, groups.reduce((total, one) => total + one[field], 0)]);
  return { ...nothing, ...Object.fromEntries(sums), key: 'total' };
}

function toRow(group: Figures, name: string): FigureRow {
  const judged = group.on_time + group.late;
  return {
    key: group.key,
    name,
    opened: group.opened,
    closed: group.closed,
    onTime: group.on_time,
    late: group.late,
    open: group.open,
    overdue: group.overdue,
    onTimeRate: judged === 0 ? null : round(group.on_time / judged, 4),
    averageRating: group.ratings === 0 ? null : round(group.score_sum / group.ratings, 2),
    ratings: group.ratings,
  };
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
