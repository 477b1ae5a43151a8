import type { PlainDate } from '#domain/plain-date.ts';

/**
 * What a figure counts and what its list shows come from these conditions alone, so that the two can never differ.
 * `$1` is today, `$2` the last day that counts as soon.
 */

const undone = (limit: string, condition: string) =>
  `(i.${limit}_done_on is null and i.${limit}_due is not null and i.${limit}_due ${condition})`;
const either = (condition: string) => `(${undone('acceptance', condition)} or ${undone('decision', condition)})`;

/** Past the day of acceptance or decision, done late or not done yet. */
const late = `(coalesce(i.acceptance_due < coalesce(i.acceptance_done_on, $1::date), false)
  or coalesce(i.decision_due < coalesce(i.decision_done_on, $1::date), false))`;
/** At least one of the two limits has been met by the unit: a withdrawal meets nothing. */
const met = `((i.acceptance_done_on is not null or i.decision_done_on is not null) and i.outcome is distinct from 'withdrawn')`;
const open = 'i.closed_at is null';
const overdue = `(${open} and ${either('< $1::date')})`;

/** Conditions by the word of the contract. */
export const itemConditions = {
  all: 'true',
  open,
  closed: 'i.closed_at is not null',
  overdue,
  late,
  'on-time': `(${met} and not ${late})`,
  'due-soon': `(${open} and not ${overdue} and ${either('between $1::date and $2::date')})`,
} as const;

/** Which items behind a figure. */
export type WhichItems = keyof typeof itemConditions;

/** How the figures are defined, for the people who read them. */
export const figuresDefinition =
  '统计起止日期内提交的办件。按时：受理、决定两个期限中已完成的都没有超期（撤回的不计）；超期：任一期限完成晚于到期日，或者到今天仍未完成；' +
  '在办超期：其中尚未办结的。按时率＝按时÷（按时＋超期）。外部系统办理的事项没有本平台期限，只计办件量。原处罚、列入决定后来被撤销的，已经办了的件仍计办件量。评价按评价日期计入。';

/** What narrows a question: the span of days of submission, the place, and what else was chosen. */
export interface ItemFilter {
  readonly today: string;
  readonly soon: string;
  readonly from: string;
  readonly to: string;
  /** Prefix of region codes; 36 is the province. */
  readonly region: string;
  readonly what: WhichItems;
  readonly units?: readonly string[];
  readonly matter?: string;
}

/** The condition that a row lies in a region. Row policies let only leakproof operators reach an index: these two are, `like` is not. */
export function regionIs(table: string, region: string, place: (value: unknown) => string): string[] {
  if (region === '36') return [];
  const code = `${table}.region_code`;
  return [`${code} ~>=~ ${place(region)} and ${code} ~<~ ${place(`${region}:`)}`];
}

/** The instant at which a day begins in Shanghai. */
export function startOf(day: PlainDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The where clause of a filter over `item i`, with its values; further values are added by `place`. */
export function whereOf(filter: ItemFilter): { text: string; values: unknown[]; place: (value: unknown) => string } {
  const values: unknown[] = [filter.today, filter.soon];
  const place = (value: unknown) => `$${values.push(value)}`;
  // $1 and $2 are named in every variant, so that each has its type.
  const where = [
    '$1::date <= $2::date',
    `i.opened_on between ${place(filter.from)}::date and ${place(filter.to)}::date`,
  ];
  where.push(...regionIs('i', filter.region, place));
  if (filter.units) where.push(`i.unit_id = any (${place(filter.units)}::text[])`);
  if (filter.matter) where.push(`i.matter_key = ${place(filter.matter)}`);
  if (filter.what !== 'all') where.push(itemConditions[filter.what]);
  return { text: where.join(' and '), values, place };
}
