import type { Catalog } from '#domain/catalog/catalog.ts';
import { addDays } from '#domain/plain-date.ts';
import { assess } from '#domain/record/assess.ts';
import type { VerdictWord } from '#domain/record/assess-case.ts';
import { nextTurn, openingDay } from '#domain/record/what-would-change-days.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import { settled, type Task } from '../platform/task.ts';
import { caseOf } from './assess-record.ts';
import { lookAfterChanges } from './look-after-changes.ts';
import * as store from './look-store.ts';
import { endDisplay, endedOn } from './orders/end-displays.ts';
import { closeReminders, moveReminder, type ReminderRow } from './reminder-store.ts';

/** What one subject is told by one message: the task of `tell-repairable`. */
export interface RepairableNews {
  readonly records: readonly { readonly recordId: string; readonly verdict: VerdictWord }[];
  readonly reminders: readonly { readonly reminderId: string; readonly verdict: VerdictWord }[];
  /** Records that were told of thirty days ago and for which nobody has applied: reminded of once. */
  readonly again?: readonly { readonly recordId: string; readonly verdict: VerdictWord }[];
}

/** Days after which somebody who was told and has not applied is reminded, once. */
export const againAfterDays = 30;

/** Subjects of a look have few records each; a batch is one short transaction. */
const batch = 500;

/**
 * Every morning: looks at the records whose verdict may be another one today, tells each subject once of what became repairable and
 * of what it asked to be reminded of, and notes when to look again. May run twice, and by two workers: what was looked at is no
 * longer due, and a message is ordered in the transaction that notes it.
 */
export function lookAtRecords(services: Services): Task {
  return {
    name: 'look-at-records',
    async run() {
      await lookAfterChanges(services);
      let after: store.DuePlace | null = null;
      do after = await walk(services, after);
      while (after !== null);
      while ((await remindOfCases(services)) === batch);
    },
  };
}

/** One batch of due records; gives the place behind it, null when nothing is left. */
async function walk(services: Services, after: store.DuePlace | null): Promise<store.DuePlace | null> {
  const today = services.clock.today();
  const catalog = await services.catalog();
  return settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      const due = await store.listDue(tx, today, after, batch);
      const subjects = await store.claimSubjects(tx, [...new Set(due.map((one) => one.subject_key))]);
      const kinds = new Map(subjects.map((one) => [one.subject_key, one.kind]));
      const records = await store.lockDueRecords(tx, today, [...kinds.keys()]);
      const reminders = new Map(
        (await store.listRecordReminders(tx, [...kinds.keys()])).map((one) => [one.record_id!, one]),
      );
      const looks = records.map((record) =>
        look(catalog, record, kinds.get(record.subject_key)!, reminders.get(record.record_id), today),
      );
      for (const record of records) {
        const end = endedOn(catalog, record, kinds.get(record.subject_key)!, today);
        if (end !== null) await endDisplay(tx, { catalog, record, end, today, now: services.clock.now() });
      }
      await store.noteLooked(
        tx,
        today,
        looks.map(({ record, lookOn, told, again }) => ({ ...record, lookOn, told, again })),
      );
      await settle(tx, services, looks);
      return due.length < batch ? null : due.at(-1)!;
    }),
  );
}

interface Look {
  readonly record: { readonly subjectKey: string; readonly recordId: string };
  readonly lookOn: string | null;
  readonly told: boolean;
  readonly again: boolean;
  readonly verdict: VerdictWord;
  readonly reminder:
    | { readonly row: ReminderRow; readonly end: 'told' | 'repaired' | 'applied' }
    | { readonly row: ReminderRow; readonly day: string }
    | null;
}

/** What a record comes to today. Held by an item, its subject has applied already; repaired, there is nothing left to tell. */
function look(
  catalog: Catalog,
  record: store.DueRecord,
  kind: Parameters<typeof caseOf>[2],
  row: ReminderRow | undefined,
  today: string,
): Look {
  const key = { subjectKey: record.subject_key, recordId: record.record_id };
  if (record.repaired_on !== null)
    return {
      record: key,
      lookOn: null,
      told: false,
      again: false,
      verdict: 'not-published',
      reminder: row ? { row, end: 'repaired' } : null,
    };
  const input = caseOf(catalog, record, kind, today < record.finding_date ? record.finding_date : today);
  const { verdict } = assess(input);
  const { told, again, on } = tellingOf(record, verdict, today);
  const turn = nextTurn(input)?.day ?? null;
  return {
    record: key,
    lookOn: on !== null && (turn === null || on < turn) ? on : turn,
    told,
    again,
    verdict,
    reminder: row ? reminderOf(row, record.held, openingDay(input)?.day ?? null, verdict) : null,
  };
}

/**
 * What a record is told of today, and the day of the reminder that follows. Each once; none where its subject applies, has applied
 * since it was told, or wants to hear nothing.
 */
function tellingOf(
  record: store.DueRecord,
  verdict: VerdictWord,
  today: string,
): { readonly told: boolean; readonly again: boolean; readonly on: string | null } {
  const silent = { told: false, again: false, on: null };
  if (verdict !== 'repairable-now' || record.held || record.stopped) return silent;
  const toldOn = record.told_repairable_on;
  if (toldOn === null) return { told: true, again: false, on: addDays(today, againAfterDays) };
  if (record.told_again_on !== null || record.applied_since) return silent;
  const on = addDays(toldOn, againAfterDays);
  return on <= today ? { told: false, again: true, on: null } : { told: false, again: false, on };
}

const waiting: readonly VerdictWord[] = ['not-yet', 'barred', 'ends-automatically'];

function reminderOf(row: ReminderRow, held: boolean, opens: string | null, verdict: VerdictWord): Look['reminder'] {
  if (held) return { row, end: 'applied' };
  if (!waiting.includes(verdict)) return { row, end: 'told' };
  return { row, day: opens ?? row.day };
}

/** Ends and moves reminders, and orders one message a subject. */
async function settle(tx: Tx, services: Services, looks: readonly Look[]): Promise<void> {
  const now = services.clock.now();
  for (const [subjectKey, all] of Map.groupBy(looks, (one) => one.record.subjectKey)) {
    const ended = all.flatMap(({ reminder, verdict }) =>
      reminder && 'end' in reminder ? [{ ...reminder, verdict }] : [],
    );
    for (const end of ['told', 'repaired', 'applied'] as const) {
      const ids = ended.filter((one) => one.end === end).map((one) => one.row.reminder_id);
      await closeReminders(tx, subjectKey, ids, end, now);
    }
    for (const { reminder } of all)
      if (reminder && 'day' in reminder && reminder.day !== reminder.row.day)
        await moveReminder(tx, reminder.row, reminder.day);
    const news: RepairableNews = {
      records: all.filter((one) => one.told).map(({ record, verdict }) => ({ recordId: record.recordId, verdict })),
      reminders: ended
        .filter((one) => one.end === 'told')
        .map(({ row, verdict }) => ({ reminderId: row.reminder_id, verdict })),
      again: all.filter((one) => one.again).map(({ record, verdict }) => ({ recordId: record.recordId, verdict })),
    };
    await tell(tx, subjectKey, news, now);
  }
}

async function tell(tx: Tx, subjectKey: string, news: RepairableNews, now: Date): Promise<void> {
  if (news.records.length + news.reminders.length + (news.again?.length ?? 0) === 0) return;
  await orderJobs(tx, subjectKey, [{ task: 'tell-repairable', payload: { ...news } }], now);
}

/** Reminders about cases without a record: assessed once more on their day, moved where the wait has grown. Gives how many were due. */
async function remindOfCases(services: Services): Promise<number> {
  const today = services.clock.today();
  const now = services.clock.now();
  const { law } = await services.catalog();
  return settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      const due = await store.claimCaseReminders(tx, today, batch);
      for (const [subjectKey, rows] of Map.groupBy(due, (row) => row.subject_key)) {
        const told: RepairableNews['reminders'][number][] = [];
        for (const row of rows) {
          const input = { ...row.case_facts!, law, on: today };
          const opens = openingDay(input);
          if (opens) await moveReminder(tx, row, opens.day);
          else told.push({ reminderId: row.reminder_id, verdict: assess(input).verdict });
        }
        const ids = told.map((one) => one.reminderId);
        await closeReminders(tx, subjectKey, ids, 'told', now);
        await tell(tx, subjectKey, { records: [], reminders: told }, now);
      }
      return due.length;
    }),
  );
}
