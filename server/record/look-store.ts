/** SQL of the daily look: which records are due, what is known of them, and how they are left. */
import type { SubjectRow } from '../access/subject-store.ts';
import type { Tx } from '../platform/database.ts';
import { type RecordRow, recordColumns } from './record-view.ts';
import type { ReminderRow } from './reminder-store.ts';

/** A day long past: the default of record.look_on, at which a new or changed record stands until it is looked at. */
export const lookAtOnce = '2000-01-01';

/** Where a walk over due records has got to. */
export interface DuePlace {
  readonly look_on: string;
  readonly subject_key: string;
}

/** The next due rows behind a place, by the index on what is due alone. */
export async function listDue(tx: Tx, today: string, after: DuePlace | null, limit: number): Promise<DuePlace[]> {
  return tx.query<DuePlace>(
    'records-due',
    `select look_on, subject_key from record
     where look_on <= $1 and (look_on, subject_key) > ($2::date, $3::uuid)
     order by look_on, subject_key limit $4`,
    [today, after?.look_on ?? '-infinity', after?.subject_key ?? '00000000-0000-0000-0000-000000000000', limit],
  );
}

/** Subjects claimed for a look. One that another worker is looking at is left to it, with all its records: one subject, one message. */
export async function claimSubjects(
  tx: Tx,
  subjectKeys: readonly string[],
): Promise<Pick<SubjectRow, 'subject_key' | 'kind'>[]> {
  return tx.query(
    'subjects-claim',
    `select subject_key, kind from subject where subject_key = any ($1::uuid[])
     order by subject_key for no key update skip locked`,
    [subjectKeys],
  );
}

export interface DueRecord extends RecordRow {
  readonly told_repairable_on: string | null;
  readonly told_again_on: string | null;
  /** Day on which it came here. */
  readonly created_on: string;
  /** An open item holds it. */
  readonly held: boolean;
  /** Its subject applied for it once it was told, whatever came of it. */
  readonly applied_since: boolean;
  /** Its subject wants to be told nothing: of this record, or at all. */
  readonly stopped: boolean;
}

/** The due records of claimed subjects, locked in the order of their keys, as an import locks them. */
export async function lockDueRecords(tx: Tx, today: string, subjectKeys: readonly string[]): Promise<DueRecord[]> {
  return tx.query<DueRecord>(
    'records-due-lock',
    `select ${recordColumns}, r.told_repairable_on, r.told_again_on, (r.created_at at time zone 'Asia/Shanghai')::date as created_on,
       exists (select from item i where i.subject_key = r.subject_key and i.record_id = r.record_id and i.closed_at is null) as held,
       exists (select from item i where i.subject_key = r.subject_key and i.record_id = r.record_id and i.opened_on >= r.told_repairable_on) as applied_since,
       exists (select from reminder_stop s where s.subject_key = r.subject_key and s.about in ('subject', 'record:' || r.record_id) and s.lifted_at is null) as stopped
     from record r where r.subject_key = any ($2::uuid[]) and r.look_on <= $1
     order by r.subject_key, r.record_id for no key update of r`,
    [today, subjectKeys],
  );
}

/** Open reminders about records of these subjects. */
export async function listRecordReminders(tx: Tx, subjectKeys: readonly string[]): Promise<ReminderRow[]> {
  return tx.query<ReminderRow>(
    'reminders-of-records',
    `select subject_key, reminder_id, about, record_id, case_facts, title, day, phone, created_at, closed_at, closed_as
     from reminder where subject_key = any ($1::uuid[]) and closed_at is null and record_id is not null`,
    [subjectKeys],
  );
}

/** How a look leaves a record: when to look again, and whether its subject is told today. */
export interface LookedAt {
  readonly subjectKey: string;
  readonly recordId: string;
  readonly lookOn: string | null;
  readonly told: boolean;
  /** The one reminder of what was told thirty days ago. */
  readonly again: boolean;
}

export async function noteLooked(tx: Tx, today: string, rows: readonly LookedAt[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.change(
    'records-looked',
    `update record r set look_on = u.look_on,
       told_repairable_on = case when u.told then coalesce(r.told_repairable_on, $1::date) else r.told_repairable_on end,
       told_again_on = case when u.again then coalesce(r.told_again_on, $1::date) else r.told_again_on end
     from unnest($2::uuid[], $3::uuid[], $4::date[], $5::bool[], $6::bool[]) u(subject_key, record_id, look_on, told, again)
     where r.subject_key = u.subject_key and r.record_id = u.record_id`,
    [
      today,
      rows.map((row) => row.subjectKey),
      rows.map((row) => row.recordId),
      rows.map((row) => row.lookOn),
      rows.map((row) => row.told),
      rows.map((row) => row.again),
    ],
  );
}

/** Reminders about cases of the calculator whose day has come, claimed. */
export async function claimCaseReminders(tx: Tx, today: string, limit: number): Promise<ReminderRow[]> {
  return tx.query<ReminderRow>(
    'reminders-due',
    `select subject_key, reminder_id, about, record_id, case_facts, title, day, phone, created_at, closed_at, closed_as
     from reminder where closed_at is null and record_id is null and day <= $1
     order by day, subject_key limit $2 for update skip locked`,
    [today, limit],
  );
}
