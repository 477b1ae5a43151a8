/** SQL of the lists of decisions with their notices: a unit's queue, and what stands behind the figures of supervision. */
import type { Tx } from '../../platform/database.ts';
import { type RecordRow, recordColumns } from '../record-view.ts';

/** A decision with its current notice. */
export interface NoticeQueueRow extends RecordRow {
  readonly created_at: string;
  readonly subject_kind: 'organisation' | 'sole-trader' | 'person';
  readonly subject_name: string;
  readonly notice_id: string | null;
  readonly paper_id: string | null;
  readonly edition: number | null;
  readonly edition_from: string | null;
  readonly content_digest: string | null;
  readonly served_how: string | null;
  readonly served_on: string | null;
  readonly decision_served_on: string | null;
  readonly notice_number: string | null;
  readonly paper_state: string | null;
}

export const noticeQueueColumns = `${recordColumns}, r.created_at, s.kind as subject_kind, s.name as subject_name,
  n.notice_id, n.paper_id, n.edition, n.edition_from, n.content_digest, n.served_how, n.served_on, n.decision_served_on,
  p.doc_number as notice_number, p.state as paper_state`;

export const noticeQueueJoins = `join subject s on s.subject_key = r.subject_key
  left join repair_notice n on n.subject_key = r.subject_key and n.record_id = r.record_id and n.superseded_at is null
  left join paper p on p.subject_key = n.subject_key and p.paper_id = n.paper_id`;

/** A decision that was annulled waits for no notice and counts in no figure. */
export const notAnnulled = `r.held_back is distinct from 'annulled'`;

/** What a unit asks of its queue. */
export interface QueueFilter {
  readonly unitId: string;
  readonly stage: 'unserved' | 'unmade' | 'served' | 'later';
  /** First day of decision for which notices are made by themselves: older ones without notice wait for nothing. */
  readonly since: string;
  readonly subjectKeys: readonly string[] | null;
  readonly docNumber: string | null;
  readonly matter: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly after: readonly [day: string, recordId: string] | null;
  readonly limit: number;
}

/** What waits is found by the index on unserved notices and the unit's latest records, not among all that the unit ever found. */
const waiting = `(select w.subject_key, w.record_id from repair_notice w where w.unit_id = $1 and w.served_on is null and w.superseded_at is null
    union select w.subject_key, w.record_id from record w where w.unit_id = $1 and w.finding_date >= $2::date) k
  join record r on r.subject_key = k.subject_key and r.record_id = k.record_id`;

interface Stage {
  readonly from?: string;
  readonly where: string;
  readonly oldestFirst: boolean;
}
const stages: Readonly<Record<QueueFilter['stage'], Stage>> = {
  unserved: {
    from: waiting,
    where: `r.repaired_on is null and n.served_on is null and ${notAnnulled}`,
    oldestFirst: true,
  },
  unmade: { where: `r.repaired_on is null and n.notice_id is null and ${notAnnulled}`, oldestFirst: false },
  served: { where: 'n.served_on is not null', oldestFirst: false },
  later: { where: 'n.served_on > n.decision_served_on', oldestFirst: false },
};

/** One page of a unit's decisions: those that wait the oldest first, the others the newest first. */
export async function listQueue(tx: Tx, it: QueueFilter): Promise<NoticeQueueRow[]> {
  const values: unknown[] = [it.unitId, it.since];
  const place = (value: unknown) => `$${values.push(value)}`;
  const { from = 'record r', where, oldestFirst } = stages[it.stage];
  const conditions = ['r.unit_id = $1', '$2::date is not null', where];
  if (it.matter) conditions.push(`r.matter_key = ${place(it.matter)}`);
  if (it.from) conditions.push(`r.finding_date >= ${place(it.from)}::date`);
  if (it.to) conditions.push(`r.finding_date <= ${place(it.to)}::date`);
  if (it.subjectKeys) {
    const number = it.docNumber ? ` or r.doc_number like ${place(`%${it.docNumber.replace(/[\\%_]/g, '\\$&')}%`)}` : '';
    conditions.push(`(r.subject_key = any (${place(it.subjectKeys)}::uuid[])${number})`);
  }
  if (it.after) {
    const [day, id] = it.after;
    conditions.push(
      oldestFirst
        ? `(r.finding_date, r.record_id) > (${place(day)}::date, ${place(id)}::uuid)`
        : `(r.finding_date, r.record_id) < (${place(day)}::date, ${place(id)}::uuid)`,
    );
  }
  const way = oldestFirst ? '' : ' desc';
  return tx.run<NoticeQueueRow>(
    `select ${noticeQueueColumns} from ${from} ${noticeQueueJoins} where ${conditions.join(' and ')}
     order by r.finding_date${way}, r.record_id${way} limit ${place(it.limit)}`,
    values,
  );
}

/** How many decisions wait to be served with their notice, counted up to 999. */
export async function countWaiting(tx: Tx, unitId: string, since: string): Promise<number> {
  const rows = await tx.query<{ count: number }>(
    'notices-waiting',
    `select count(*) as count from (
       (select 1 from repair_notice n join record r on r.subject_key = n.subject_key and r.record_id = n.record_id
        where n.unit_id = $1 and n.served_on is null and n.superseded_at is null and r.repaired_on is null and ${notAnnulled} limit 999)
       union all
       (select 1 from record r where r.unit_id = $1 and r.finding_date >= $2 and r.repaired_on is null and ${notAnnulled}
          and not exists (select from repair_notice n where n.subject_key = r.subject_key and n.record_id = r.record_id and n.superseded_at is null)
        limit 999)
     ) waiting`,
    [unitId, since],
  );
  return Math.min(999, rows[0]!.count);
}

/** Decisions of a unit by their keys, in the order of the keys. */
export async function findQueueRows(
  tx: Tx,
  unitId: string,
  keys: readonly { readonly subjectKey: string; readonly recordId: string }[],
): Promise<NoticeQueueRow[]> {
  const rows = await tx.query<NoticeQueueRow>(
    'notices-by-key',
    `select ${noticeQueueColumns} from unnest($2::uuid[], $3::uuid[]) k(subject_key, record_id)
     join record r on r.subject_key = k.subject_key and r.record_id = k.record_id and r.unit_id = $1 ${noticeQueueJoins}`,
    [unitId, keys.map((one) => one.subjectKey), keys.map((one) => one.recordId)],
  );
  const byId = new Map(rows.map((row) => [row.record_id, row]));
  return keys.flatMap((one) => byId.get(one.recordId) ?? []);
}

/** Keys of what an import brought in, found since a day and without a notice: read once, by one walk over the records. */
export async function listWithoutNotice(tx: Tx, importId: string, since: string): Promise<RecordKey[]> {
  return tx.query<RecordKey>(
    'records-without-notice',
    `select r.subject_key, r.record_id from record r
     where r.import_id = $1 and r.finding_date >= $2 and r.repaired_on is null and ${notAnnulled} and r.unit_id is not null
       and not exists (select from repair_notice n where n.subject_key = r.subject_key and n.record_id = r.record_id and n.superseded_at is null)
     order by r.unit_id, r.finding_date, r.record_id`,
    [importId, since],
  );
}

export interface RecordKey {
  readonly subject_key: string;
  readonly record_id: string;
}

/** Of these records those that have no notice yet, held while it is made. */
export async function lockWithoutNotice(tx: Tx, keys: readonly RecordKey[]): Promise<RecordRow[]> {
  return tx.query<RecordRow>(
    'records-without-notice-lock',
    `select ${recordColumns} from unnest($1::uuid[], $2::uuid[]) with ordinality k(subject_key, record_id, place)
     join record r on r.subject_key = k.subject_key and r.record_id = k.record_id
     where r.repaired_on is null and ${notAnnulled}
       and not exists (select from repair_notice n where n.subject_key = r.subject_key and n.record_id = r.record_id and n.superseded_at is null)
     order by k.place for no key update of r`,
    [keys.map((one) => one.subject_key), keys.map((one) => one.record_id)],
  );
}

/** Which decisions a figure of supervision counts; `n` is the current notice. */
export const servedConditions = {
  all: 'true',
  made: 'n.notice_id is not null',
  served: 'n.served_on is not null',
  together: 'n.served_on <= n.decision_served_on',
  'not-together': 'coalesce(n.served_on > n.decision_served_on, true)',
  unserved: 'n.served_on is null',
  unmade: 'n.notice_id is null',
} as const;
