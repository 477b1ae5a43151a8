import type { ItemState } from '#domain/item/states.ts';
import type { SubjectRow } from '../access/subject-store.ts';
import type { Tx } from '../platform/database.ts';
import { type RecordRow, recordColumns } from './record-view.ts';

/** A record with its subject, the item that holds it and its notice. */
export interface UnitRecordRow extends RecordRow {
  readonly subject_kind: SubjectRow['kind'];
  readonly subject_name: string;
  readonly subject_identifier: string;
  readonly item_id: string | null;
  readonly item_number: string | null;
  readonly item_state: ItemState | null;
  readonly application_id: string | null;
  readonly notice_id: string | null;
  readonly paper_id: string | null;
  readonly served_on: string | null;
  readonly served_with_decision: boolean | null;
  readonly edition: number | null;
}

const subjectColumns = `s.subject_key, s.kind, s.name, s.identifier, s.former_names, s.address, s.phone, s.legal_rep, s.registry_organ, s.region_code`;

export async function findRecord(tx: Tx, subjectKey: string, recordId: string): Promise<RecordRow | undefined> {
  const rows = await tx.query<RecordRow>(
    'record-find',
    `select ${recordColumns} from record r where r.subject_key = $1 and r.record_id = $2`,
    [subjectKey, recordId],
  );
  return rows[0];
}

/**
 * What a unit's list is narrowed to: nothing, or subjects found beforehand and (unless the text was a subject's code) a piece of a
 * document number, for which all records of the unit are read: 60 ms at 33 000 of them.
 */
export interface UnitRecordSearch {
  readonly unitId: string;
  readonly after: readonly [findingDate: string, recordId: string] | null;
  readonly limit: number;
  readonly found: { readonly docNumber: string | null; readonly subjectKeys: readonly string[] } | null;
}

/** Records a unit has found, newest finding first. */
export async function listRecordsOfUnit(tx: Tx, it: UnitRecordSearch): Promise<UnitRecordRow[]> {
  const docNumber = it.found?.docNumber ?? null;
  const byNumber = docNumber === null ? '' : 'or r.doc_number like $6';
  const narrowed = it.found ? `and (r.subject_key = any($5::uuid[]) ${byNumber})` : '';
  return tx.query<UnitRecordRow>(
    `unit-records-${it.found ? (docNumber === null ? 'subjects' : 'search') : 'all'}`,
    `select ${recordColumns}, s.kind as subject_kind, s.name as subject_name, s.identifier as subject_identifier, i.item_id, i.number as item_number, i.state as item_state, i.application_id,
       n.notice_id, n.paper_id, n.served_on, n.served_with_decision, n.edition
     from (
       select * from record r
       where r.unit_id = $1 and ($2::date is null or (r.finding_date <= $2 and (r.finding_date < $2 or r.record_id > $3::uuid))) ${narrowed}
       order by r.finding_date desc, r.record_id limit $4
     ) r
     join subject s on s.subject_key = r.subject_key
     left join item i on i.subject_key = r.subject_key and i.record_id = r.record_id and i.closed_at is null
     left join repair_notice n on n.subject_key = r.subject_key and n.record_id = r.record_id and n.superseded_at is null
     order by r.finding_date desc, r.record_id`,
    [
      it.unitId,
      it.after?.[0] ?? null,
      it.after?.[1] ?? null,
      it.limit,
      ...(it.found ? [it.found.subjectKeys] : []),
      ...(docNumber === null ? [] : [`%${likePattern(docNumber)}%`]),
    ],
  );
}

/** Subjects whose name begins with a text, or that had exactly this name before (曾用名), by the indexes on both; at most `limit`. */
export async function findKeysByName(tx: Tx, text: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ subject_key: string }>(
    'subject-keys-by-name',
    `select subject_key from subject where name like $1 or former_names @> array[$3::text] order by name, subject_key limit $2`,
    [`${likePattern(text)}%`, limit, text],
  );
  return rows.map((row) => row.subject_key);
}

/** Subjects that have, or had (曾用名), exactly this name; at most 10, those that have it first. */
export async function findByExactName(tx: Tx, name: string): Promise<SubjectRow[]> {
  return tx.query<SubjectRow>(
    'subjects-exact-name',
    `select ${subjectColumns} from subject s where s.name = $1 or s.former_names @> array[$1::text] order by (s.name = $1) desc, s.subject_key limit 10`,
    [name],
  );
}

/** Which of these subjects carry a record that a unit has found. */
export async function subjectsOfUnit(tx: Tx, unitId: string, subjectKeys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ subject_key: string }>(
    'subjects-of-unit',
    'select distinct subject_key from record where subject_key = any($2::uuid[]) and unit_id = $1',
    [unitId, subjectKeys],
  );
  return new Set(rows.map((row) => row.subject_key));
}

/** Which of these subjects have a record that the row policies of this transaction show. */
export async function findSubjectsWithRecords(tx: Tx, subjectKeys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ subject_key: string }>(
    'subjects-with-records',
    'select distinct subject_key from record where subject_key = any($1::uuid[])',
    [subjectKeys],
  );
  return new Set(rows.map((row) => row.subject_key));
}

/** Records that are not repaired, newest finding first; at most 500 of one subject. */
export async function listUnrepaired(tx: Tx, subjectKey: string): Promise<RecordRow[]> {
  return tx.query<RecordRow>(
    'records-unrepaired',
    `select ${recordColumns} from record r where r.subject_key = $1 and r.repaired_on is null
     order by r.finding_date desc, r.record_id limit 500`,
    [subjectKey],
  );
}

/** A text as it stands inside a LIKE pattern. */
function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
