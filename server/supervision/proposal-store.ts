import type { ItemSummaryRow } from '../item/item-view.ts';
import type { Tx } from '../platform/database.ts';
import { regionIs } from './item-filter.ts';
import { supervisedColumns } from './store.ts';

/** Limits of the unit's own: what a proposal can make it miss. The day of a correction or of a receipt is not it. */
const atUnit = `i.state in ('lodged', 'accepted')`;

/**
 * What a figure counts and what its list shows: conditions of one place. `$1` is today, `$2` the last day that counts as soon. A proposal
 * stops no clock.
 */
const proposalConditions = {
  waiting: 'true',
  near: `(${atUnit} and i.due_on between $1::date and $2::date)`,
  overdue: `(${atUnit} and i.due_on < $1::date)`,
} as const;

/** Which proposals behind a figure. */
export type WhichProposals = keyof typeof proposalConditions;

/** What narrows the question. */
export interface ProposalFilter {
  readonly today: string;
  readonly soon: string;
  /** Prefix of region codes; 36 is the province. */
  readonly region: string;
  readonly unit?: string;
}

function whereOf(filter: ProposalFilter): { where: string; values: unknown[]; place: (value: unknown) => string } {
  const values: unknown[] = [filter.today, filter.soon];
  const place = (value: unknown) => `$${values.push(value)}`;
  // $1 and $2 are named in every variant, so that each has its type.
  const where = ['$1::date <= $2::date', `i.sign_off in ('review', 'sign')`, ...regionIs('i', filter.region, place)];
  if (filter.unit) where.push(`i.unit_id = ${place(filter.unit)}`);
  return { where: where.join(' and '), values, place };
}

export interface ProposalCount extends Readonly<Record<WhichProposals, number>> {
  readonly unit_id: string;
}

/** How many proposals wait in each unit, and how many of them are near or past their day. */
export function countProposals(tx: Tx, filter: ProposalFilter): Promise<ProposalCount[]> {
  const { where, values } = whereOf(filter);
  const count = (what: WhichProposals) => `(count(*) filter (where ${proposalConditions[what]}))::int as ${what}`;
  return tx.run<ProposalCount>(
    `select i.unit_id, ${count('waiting')}, ${count('near')}, ${count('overdue')} from item i where ${where} group by 1`,
    values,
  );
}

const dueKey = `coalesce(i.due_on, '9999-12-31'::date)`;

/** One page of the proposals a figure counts, the nearest day first. */
export function readProposals(
  tx: Tx,
  filter: ProposalFilter & { readonly what: WhichProposals },
  after: { readonly due: string; readonly itemId: string } | undefined,
  limit: number,
): Promise<(ItemSummaryRow & { readonly due_key: string })[]> {
  const { where, values, place } = whereOf(filter);
  const beyond = after ? `and (${dueKey}, i.item_id) > (${place(after.due)}::date, ${place(after.itemId)}::uuid)` : '';
  return tx.run(
    `select ${supervisedColumns}, ${dueKey} as due_key from item i
     left join record r on r.subject_key = i.subject_key and r.record_id = i.record_id
     where ${where} and ${proposalConditions[filter.what]} ${beyond} order by ${dueKey}, i.item_id limit ${place(limit)}`,
    values,
  );
}
