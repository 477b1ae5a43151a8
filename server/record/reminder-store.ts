import type { CaseInput } from '#domain/record/assess-case.ts';
import { insertRows, type Tx } from '../platform/database.ts';

/** Why a reminder is over: told on its day, taken back, or no longer needed. */
export type ReminderEnd = 'told' | 'cancelled' | 'repaired' | 'applied';

export interface ReminderRow {
  readonly subject_key: string;
  readonly reminder_id: string;
  /** `record:<id>` or `case:<digest>`. */
  readonly about: string;
  readonly record_id: string | null;
  readonly case_facts: CaseInput | null;
  readonly title: string;
  readonly day: string;
  readonly phone: string | null;
  readonly created_at: string;
  readonly closed_at: string | null;
  readonly closed_as: ReminderEnd | null;
}

const columns =
  'subject_key, reminder_id, about, record_id, case_facts, title, day, phone, created_at, closed_at, closed_as';

/** Reminders of a subject, the next one first; what is over stands last, newest first. At most 100. */
/** An agent held within certain matters sees no record of others (row policies), and so no reminder about one. */
const aboutSeen =
  '(record_id is null or exists (select 1 from record r where r.subject_key = reminder.subject_key and r.record_id = reminder.record_id))';

export async function listReminderRows(tx: Tx, subjectKey: string): Promise<ReminderRow[]> {
  return tx.query<ReminderRow>(
    'reminders',
    `select ${columns} from reminder where subject_key = $1 and ${aboutSeen}
     order by closed_at desc nulls first, day, reminder_id limit 100`,
    [subjectKey],
  );
}

export async function findReminder(tx: Tx, subjectKey: string, reminderId: string): Promise<ReminderRow | undefined> {
  const rows = await tx.query<ReminderRow>(
    'reminder-find',
    `select ${columns} from reminder where subject_key = $1 and reminder_id = $2 and ${aboutSeen}`,
    [subjectKey, reminderId],
  );
  return rows[0];
}

export async function findOpenReminder(tx: Tx, subjectKey: string, about: string): Promise<ReminderRow | undefined> {
  const rows = await tx.query<ReminderRow>(
    'reminder-open',
    `select ${columns} from reminder where subject_key = $1 and about = $2 and closed_at is null`,
    [subjectKey, about],
  );
  return rows[0];
}

export async function countOpenReminders(tx: Tx, subjectKey: string): Promise<number> {
  const rows = await tx.query<{ count: number }>(
    'reminders-open',
    'select count(*) as count from reminder where subject_key = $1 and closed_at is null',
    [subjectKey],
  );
  return rows[0]!.count;
}

/** Whether an open item holds the record. */
export async function isHeld(tx: Tx, subjectKey: string, recordId: string): Promise<boolean> {
  const rows = await tx.query(
    'record-held',
    'select 1 from item where subject_key = $1 and record_id = $2 and closed_at is null',
    [subjectKey, recordId],
  );
  return rows.length > 0;
}

export interface NewReminder {
  readonly subjectKey: string;
  readonly reminderId: string;
  readonly about: string;
  readonly recordId: string | null;
  readonly caseFacts: CaseInput | null;
  readonly title: string;
  readonly day: string;
  /** The login that asked. */
  readonly owner: string;
  readonly phone: string | null;
  readonly at: Date;
}

/** Two at once about the same thing: reminder_open_uq lets one in, the other changes nothing. */
export async function insertReminder(tx: Tx, it: NewReminder): Promise<void> {
  const row = [
    it.subjectKey,
    it.reminderId,
    it.about,
    it.recordId,
    it.caseFacts && JSON.stringify(it.caseFacts),
    it.title,
    it.day,
    it.owner,
    it.phone,
    it.at,
  ];
  await insertRows(
    tx,
    'reminder',
    ['subject_key', 'reminder_id', 'about', 'record_id', 'case_facts', 'title', 'day', 'owner', 'phone', 'created_at'],
    [row],
    'on conflict do nothing',
  );
}

/** Ends reminders of a subject that are still open. */
export async function closeReminders(
  tx: Tx,
  subjectKey: string,
  reminderIds: readonly string[],
  as: ReminderEnd,
  at: Date,
): Promise<void> {
  if (reminderIds.length === 0) return;
  await tx.change(
    'reminders-close',
    `update reminder set closed_at = $3, closed_as = $4
     where subject_key = $1 and reminder_id = any ($2::uuid[]) and closed_at is null`,
    [subjectKey, reminderIds, at, as],
  );
}

/** Ends the reminders about records that need none any more. */
export async function closeRecordReminders(
  tx: Tx,
  subjectKey: string,
  recordIds: readonly string[],
  as: 'repaired' | 'applied',
  at: Date,
): Promise<void> {
  await tx.change(
    'reminders-close-records',
    `update reminder set closed_at = $3, closed_as = $4
     where subject_key = $1 and about = any ($2::text[]) and closed_at is null`,
    [subjectKey, recordIds.map((id) => `record:${id}`), at, as],
  );
}

export async function moveReminder(tx: Tx, row: ReminderRow, day: string): Promise<void> {
  await tx.change(
    'reminder-move',
    'update reminder set day = $3 where subject_key = $1 and reminder_id = $2 and closed_at is null',
    [row.subject_key, row.reminder_id, day],
  );
}
