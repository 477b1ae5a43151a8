import type { Item } from '#domain/item/item.ts';
import { addDays, type PlainDate } from '#domain/plain-date.ts';
import { type ItemSummaryRow, itemSummaryColumns } from '../item/item-view.ts';
import type { Tx } from '../platform/database.ts';
import { type ItemFilter, itemConditions, regionIs, startOf, whereOf } from './item-filter.ts';

/** Supervision's only statements. All run under the supervisor's region; each also names it. */

export interface FigureGroup {
  readonly key: string;
  readonly opened: number;
  readonly closed: number;
  readonly on_time: number;
  readonly late: number;
  readonly open: number;
  readonly overdue: number;
}

const groupKeys = {
  unit: 'i.unit_id',
  matter: 'i.matter_key',
  // A province is read by city, a city by county; the place itself stands among its parts with the units it runs itself.
  city: `left(i.region_code, 4) || '00'`,
  county: 'i.region_code',
} as const;

/** Counts by group of the items a filter names. */
export function countFigures(tx: Tx, filter: ItemFilter, group: keyof typeof groupKeys): Promise<FigureGroup[]> {
  const { text, values } = whereOf({ ...filter, what: 'all' });
  const count = (what: keyof typeof itemConditions) => `(count(*) filter (where ${itemConditions[what]}))::int`;
  return tx.run<FigureGroup>(
    `select ${groupKeys[group]} as key, count(*)::int as opened, ${count('closed')} as closed, ${count('on-time')} as on_time,
       ${count('late')} as late, ${count('open')} as open, ${count('overdue')} as overdue
     from item i where ${text} group by 1`,
    values,
  );
}

export interface RatingGroup {
  readonly key: string;
  readonly score_sum: number;
  readonly ratings: number;
}

/**
 * Ratings given within the span, by the rating's own unit and region: a statement of its own, as joining every item to its rating
 * took half of the time of all figures (100 000 items). Only the matter has to be looked up with the item.
 */
export function sumRatings(tx: Tx, filter: ItemFilter, group: keyof typeof groupKeys): Promise<RatingGroup[]> {
  const values: unknown[] = [startOf(filter.from), startOf(addDays(filter.to, 1))];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = ['g.rated_at >= $1', 'g.rated_at < $2', ...regionIs('g', filter.region, place)];
  if (filter.units) where.push(`g.unit_id = any (${place(filter.units)}::text[])`);
  const item = group === 'matter' ? 'join item i on i.subject_key = g.subject_key and i.item_id = g.item_id' : '';
  const key = group === 'matter' ? groupKeys.matter : groupKeys[group].replace('i.', 'g.');
  return tx.run<RatingGroup>(
    `select ${key} as key, sum(g.score)::int as score_sum, count(*)::int as ratings
     from rating g ${item} where ${where.join(' and ')} group by 1`,
    values,
  );
}

export interface SupervisedRow extends ItemSummaryRow {
  readonly acceptance_due: string | null;
  readonly acceptance_done_on: string | null;
  readonly decision_due: string | null;
  readonly decision_done_on: string | null;
}

/** Columns of a summary where the record may lie in another region and is not seen. */
export const supervisedColumns = itemSummaryColumns
  .replace('r.doc_number', `coalesce(r.doc_number, '') as doc_number`)
  .replace('r.organ_name', `coalesce(r.organ_name, '') as organ_name`)
  .replace('r.finding_date', 'coalesce(r.finding_date, i.opened_on) as finding_date')
  .replace('r.record_type', `coalesce(r.record_type, '') as record_type`)
  .replace('r.facts', `coalesce(r.facts, '{}') as facts`);

/** One page of the items a filter names, latest submission first. A record of another region shows no more than that it is one. */
export function readItems(
  tx: Tx,
  filter: ItemFilter,
  after: { readonly openedOn: string; readonly itemId: string } | undefined,
  limit: number,
): Promise<SupervisedRow[]> {
  const { text, values, place } = whereOf(filter);
  const beyond = after
    ? `and (i.opened_on, i.item_id) < (${place(after.openedOn)}::date, ${place(after.itemId)}::uuid)`
    : '';
  return tx.run<SupervisedRow>(
    `select ${supervisedColumns}, i.acceptance_due, i.acceptance_done_on, i.decision_due, i.decision_done_on
     from (select i.subject_key, i.item_id from item i where ${text} ${beyond}
           order by i.opened_on desc, i.item_id desc limit ${place(limit)}) page
     join item i on i.subject_key = page.subject_key and i.item_id = page.item_id
     left join record r on r.subject_key = i.subject_key and r.record_id = i.record_id
     order by i.opened_on desc, i.item_id desc`,
    values,
  );
}

/** How many items a filter names, and whose they are. */
export async function whoseItems(tx: Tx, filter: ItemFilter): Promise<{ count: number; subjectKeys: string[] }> {
  const { text, values } = whereOf(filter);
  const rows = await tx.run<{ count: number; keys: string[] | null }>(
    `select count(*)::int as count, array_agg(distinct i.subject_key) as keys from item i where ${text}`,
    values,
  );
  return { count: rows[0]!.count, subjectKeys: rows[0]!.keys ?? [] };
}

export interface OpenByUnit {
  readonly unit_id: string;
  readonly open: number;
  /** Day of the unit's first item: the duty to look begins with it. */
  readonly first_on: string;
}

/** Units of a list with items open now. */
export function countOpenNow(tx: Tx, units: readonly string[]): Promise<OpenByUnit[]> {
  return tx.query<OpenByUnit>('supervision-open-now', openBy('i.closed_at is null'), [units]);
}

/** Units of a list with items that were open when a day ended. */
export function countOpenAt(tx: Tx, units: readonly string[], day: PlainDate): Promise<OpenByUnit[]> {
  const open = 'i.opened_on <= $2::date and (i.closed_at is null or i.closed_at >= $3::timestamptz)';
  return tx.query<OpenByUnit>('supervision-open-at', openBy(open), [units, day, startOf(addDays(day, 1))]);
}

function openBy(condition: string): string {
  return `select held.unit_id, held.open, first.opened_on as first_on
    from (select i.unit_id, count(*)::int as open from item i where i.unit_id = any ($1::text[]) and ${condition} group by i.unit_id) held
    cross join lateral (select f.opened_on from item f where f.unit_id = held.unit_id order by f.opened_at limit 1) first`;
}

export interface Look {
  readonly unit_id: string;
  readonly day: string;
  readonly first_at: string;
  readonly by: string | null;
}

/** Who opened which unit's queue first on each of some days. */
export function readLooks(tx: Tx, units: readonly string[], days: readonly string[]): Promise<Look[]> {
  return tx.query<Look>(
    'supervision-looks',
    `select distinct on (l.unit_id, l.day) l.unit_id, l.day, l.first_at, o.name as by
     from queue_look l left join officer o on o.officer_id = l.officer_id
     where l.unit_id = any ($1::text[]) and l.day = any ($2::date[])
     order by l.unit_id, l.day, l.first_at`,
    [units, days],
  );
}

export async function findItem(tx: Tx, subjectKey: string, itemId: string): Promise<Item | undefined> {
  const rows = await tx.query<{ fold: Item }>(
    'supervision-item',
    'select fold from item where subject_key = $1 and item_id = $2',
    [subjectKey, itemId],
  );
  return rows[0]?.fold;
}

export interface UrgingRow {
  readonly urging_id: string;
  readonly item_id: string;
  readonly text: string;
  readonly urged_at: string;
}

export async function findUrging(tx: Tx, subjectKey: string, urgingId: string): Promise<UrgingRow | undefined> {
  const rows = await tx.query<UrgingRow>(
    'supervision-urging',
    'select urging_id, item_id, text, urged_at from urging where subject_key = $1 and urging_id = $2',
    [subjectKey, urgingId],
  );
  return rows[0];
}

export interface NewUrging {
  readonly urgingId: string;
  readonly text: string;
  readonly by: string;
  readonly byUnit: string;
  readonly at: Date;
}

/** Records an urging; false where the same request recorded it before. */
export async function recordUrging(tx: Tx, item: Item, urging: NewUrging): Promise<boolean> {
  const changed = await tx.change(
    'supervision-record-urging',
    `insert into urging (subject_key, urging_id, item_id, unit_id, region_code, window_unit_id, text, urged_by, urged_unit, urged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (subject_key, urging_id) do nothing`,
    [
      item.subjectKey,
      urging.urgingId,
      item.itemId,
      item.unitId,
      item.regionCode,
      item.windowUnitId,
      urging.text,
      urging.by,
      urging.byUnit,
      urging.at,
    ],
  );
  return changed === 1;
}
