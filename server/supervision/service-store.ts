/** SQL of 两书同达: decisions and the notices that went with them. What a figure counts and its list shows are the same conditions. */

import type { Tx } from '../platform/database.ts';
import {
  type NoticeQueueRow,
  notAnnulled,
  noticeQueueColumns,
  noticeQueueJoins,
  servedConditions,
} from '../record/notices/notice-queue-store.ts';
import { type ItemFilter, regionIs } from './item-filter.ts';

/** Which decisions behind a figure. */
export type WhichDecisions = keyof typeof servedConditions;

/** The span of days of decision, the place, and a unit where one was chosen. */
export type DecisionFilter = Pick<ItemFilter, 'from' | 'to' | 'region' | 'units'>;

export interface ServedGroup {
  readonly unit_id: string;
  readonly decisions: number;
  readonly made: number;
  readonly served: number;
  readonly together: number;
}

function whereOf(filter: DecisionFilter): { where: string[]; values: unknown[]; place: (value: unknown) => string } {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = [
    'r.unit_id is not null',
    // What was annulled is no decision any more.
    notAnnulled,
    `r.finding_date between ${place(filter.from)}::date and ${place(filter.to)}::date`,
    ...regionIs('r', filter.region, place),
  ];
  if (filter.units) where.push(`r.unit_id = any (${place(filter.units)}::text[])`);
  return { where, values, place };
}

const current = `left join repair_notice n on n.subject_key = r.subject_key and n.record_id = r.record_id and n.superseded_at is null`;

/** By unit: decisions of the span, with notice made, served, and served together. */
export function countServed(tx: Tx, filter: DecisionFilter): Promise<ServedGroup[]> {
  const { where, values } = whereOf(filter);
  const count = (what: WhichDecisions) => `(count(*) filter (where ${servedConditions[what]}))::int`;
  return tx.run<ServedGroup>(
    `select r.unit_id, count(*)::int as decisions, ${count('made')} as made, ${count('served')} as served, ${count('together')} as together
     from record r ${current} where ${where.join(' and ')} group by 1`,
    values,
  );
}

/** One page of the decisions behind a figure, the latest first. */
export function readServed(
  tx: Tx,
  filter: DecisionFilter,
  what: WhichDecisions,
  after: readonly [day: string, recordId: string] | null,
  limit: number,
): Promise<NoticeQueueRow[]> {
  const { where, values, place } = whereOf(filter);
  where.push(servedConditions[what]);
  if (after) where.push(`(r.finding_date, r.record_id) < (${place(after[0])}::date, ${place(after[1])}::uuid)`);
  return tx.run<NoticeQueueRow>(
    `select ${noticeQueueColumns} from record r ${noticeQueueJoins} where ${where.join(' and ')}
     order by r.finding_date desc, r.record_id desc limit ${place(limit)}`,
    values,
  );
}
