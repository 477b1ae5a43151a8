import type { Item } from '#domain/item/item.ts';
import type { Tx } from '../../platform/database.ts';

/** A record as a trial reads it. */
export interface TriedRecord {
  readonly subject_key: string;
  readonly record_id: string;
  readonly matter_key: string;
  readonly unit_id: string | null;
  readonly doc_number: string;
  readonly finding_date: string;
  readonly published_date: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly duties_performed: boolean;
  readonly correction_date: string | null;
  readonly class: 'minor' | 'general' | 'serious' | null;
  readonly subject_kind: 'organisation' | 'sole-trader' | 'person';
}

type Place = readonly [subjectKey: string, id: string];
/** Before the first row: a bound row comparison walks the key, an `or` around it would read the table for every page. */
const beforeAll: Place = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'];

/** Records that are not repaired, in the order of their keys; of one matter where `matterKey` is given. */
export function readRecords(
  tx: Tx,
  after: Place | null,
  limit: number,
  matterKey: string | null,
): Promise<TriedRecord[]> {
  return tx.query<TriedRecord>(
    'trial-records',
    `select r.subject_key, r.record_id, r.matter_key, r.unit_id, r.doc_number, r.finding_date, r.published_date, r.facts,
       r.duties_performed, r.correction_date, r.class, s.kind as subject_kind
     from (
       select * from record
       where (subject_key, record_id) > ($1::uuid, $2::uuid) and ($4::text is null or matter_key = $4) and repaired_on is null
       order by subject_key, record_id limit $3
     ) r join subject s on s.subject_key = r.subject_key
     order by r.subject_key, r.record_id`,
    [...(after ?? beforeAll), limit, matterKey],
  );
}

/** An item as a trial reads it. */
export interface TriedItem {
  readonly subject_key: string;
  readonly item_id: string;
  readonly number: string;
  readonly matter_key: string;
  readonly closed_at: string | null;
  readonly fold: Item;
}

/** Items, open and closed, in the order of their keys. */
export function readItems(tx: Tx, after: Place | null, limit: number, matterKey: string | null): Promise<TriedItem[]> {
  return tx.query<TriedItem>(
    'trial-items',
    `select subject_key, item_id, number, matter_key, closed_at, fold from item
     where (subject_key, item_id) > ($1::uuid, $2::uuid) and ($4::text is null or matter_key = $4)
     order by subject_key, item_id limit $3`,
    [...(after ?? beforeAll), limit, matterKey],
  );
}

/** Drafts that hold a record of one of these matters: they are examined again when they are submitted. */
export async function countDrafts(tx: Tx, matterKeys: readonly string[]): Promise<number> {
  const rows = await tx.query<{ count: number }>(
    'trial-drafts',
    `select count(distinct d.draft_id) as count
     from draft d cross join lateral jsonb_array_elements_text(d.content -> 'recordIds') as one (record_id)
     join record r on r.subject_key = d.subject_key and r.record_id = one.record_id::uuid
     where r.matter_key = any($1::text[])`,
    [matterKeys],
  );
  return rows[0]?.count ?? 0;
}
