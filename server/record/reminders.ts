import { createHash } from 'node:crypto';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/reminders.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { formatChinese } from '#domain/plain-date.ts';
import type { CaseInput } from '#domain/record/assess-case.ts';
import { isUnreadable, parseCase } from '#domain/record/parse-case.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { openingDay } from '#domain/record/what-would-change-days.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { lawEntries } from '#law/matters.ts';
import { findSubject } from '../access/subject-store.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { refuseUnreadable } from './answer-case.ts';
import { caseOf } from './assess-record.ts';
import { findRecord } from './record-store.ts';
import * as store from './reminder-store.ts';

type Reply<E> = Promise<ReplyOf<E> | Refusal>;

/** A subject needs no more at once; the platform tells of its own records anyway. */
const mostOpen = 50;

export async function listReminders(
  services: Services,
  actor: Actor,
  subjectKey: string,
): Reply<typeof contract.listReminders> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const rows = await services.db.read(scopeOf(actor), (tx) => store.listReminderRows(tx, subjectKey));
  return { reminders: rows.map(toView) };
}

/** 到时提醒我: for the first day on which something can be done. Where no day is waited for, says what to do instead. */
export async function setReminder(
  services: Services,
  actor: Actor,
  subjectKey: string,
  body: BodyOf<typeof contract.setReminder>,
): Reply<typeof contract.setReminder> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  if (actor.kind !== 'applicant') return refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
  const now = services.clock.now();
  return services.db.transaction(scopeOf(actor), async (tx) => {
    const thing = body.recordId
      ? await recordToRemind(tx, services, subjectKey, body.recordId)
      : await caseToRemind(services, body.case);
    if (isRefusal(thing)) return thing;
    const opening = openingDay(thing.input);
    if (!opening) return nothingToWaitFor();
    const known = await store.findOpenReminder(tx, subjectKey, thing.about);
    if (known) return alreadySet(known);
    if ((await store.countOpenReminders(tx, subjectKey)) >= mostOpen)
      return refuse('conflict', 'too-many-reminders', `最多同时设${mostOpen}个提醒，请先取消不用的。`);
    const reminderId = v7(now);
    await store.insertReminder(tx, {
      ...thing,
      subjectKey,
      reminderId,
      day: opening.day,
      owner: actor.sub,
      phone: actor.phone,
      at: now,
    });
    const row = await store.findReminder(tx, subjectKey, reminderId);
    if (row) return toView(row);
    return alreadySet((await store.findOpenReminder(tx, subjectKey, thing.about))!);
  });
}

/** Takes a reminder back; one that is over stays as it is. */
export async function cancelReminder(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly reminderId: string },
): Reply<typeof contract.cancelReminder> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  return services.db.transaction(scopeOf(actor), async (tx) => {
    await store.closeReminders(tx, key.subjectKey, [key.reminderId], 'cancelled', services.clock.now());
    const row = await store.findReminder(tx, key.subjectKey, key.reminderId);
    return row ? toView(row) : refuse('not-found', 'reminder-not-found', '没有找到这个提醒。');
  });
}

interface Thing extends Pick<store.NewReminder, 'about' | 'recordId' | 'caseFacts' | 'title'> {
  readonly input: CaseInput;
}

async function recordToRemind(
  tx: Tx,
  services: Services,
  subjectKey: string,
  recordId: string,
): Promise<Thing | Refusal> {
  const record = await findRecord(tx, subjectKey, recordId);
  const subject = record && (await findSubject(tx, subjectKey));
  if (!record || !subject) return refuse('not-found', 'record-not-found', '没有找到这条失信信息。');
  if (record.repaired_on)
    return refuse('conflict', 'record-repaired', `这条信息已于${formatChinese(record.repaired_on)}修复，不用提醒。`);
  if (await store.isHeld(tx, subjectKey, recordId))
    return refuse('conflict', 'record-held', '这条信息正在办理，有结果会通知您，不用另设提醒。');
  const plain = plainRecord({ recordType: record.record_type, facts: record.facts });
  return {
    about: `record:${recordId}`,
    recordId,
    caseFacts: null,
    title: `${plain}（${record.organ_name}，${record.doc_number}）`,
    input: caseOf(await services.catalog(), record, subject.kind, services.clock.today()),
  };
}

/** A case of the calculator, on today whatever day it names: a reminder is for the future. */
async function caseToRemind(services: Services, body: unknown): Promise<Thing | Refusal> {
  const today = services.clock.today();
  const read = parseCase(body);
  if (isUnreadable(read)) return refuseUnreadable(read);
  if (read.findingDate > today)
    return refuse('invalid', 'day-to-come', '决定书的日期不能晚于今天。', {
      fields: [{ field: 'findingDate', text: '决定书的日期不能晚于今天。' }],
    });
  const facts: CaseInput = { ...read, id: null, on: today };
  const digest = createHash('sha256')
    .update(canonicalJson({ ...facts, on: null }))
    .digest('hex')
    .slice(0, 32);
  return {
    about: `case:${digest}`,
    recordId: null,
    caseFacts: facts,
    title: `${lawEntries[facts.matter].name}（${formatChinese(facts.findingDate)}作出，自测）`,
    input: { ...facts, law: (await services.catalog()).law },
  };
}

function nothingToWaitFor(): Refusal {
  return refuse(
    'unmet-condition',
    'nothing-to-wait-for',
    '这条信息没有要等的日子：能申请的现在就可以申请，要先履行义务的履行完就可以申请。',
  );
}

function alreadySet(row: store.ReminderRow): Refusal {
  return refuse('conflict', 'reminder-set', `已经设过了：${formatChinese(row.day)}会提醒您，不用再设。`, {
    more: { reminderId: row.reminder_id, day: row.day },
  });
}

function toView(row: store.ReminderRow): ReplyOf<typeof contract.setReminder> {
  return {
    reminderId: row.reminder_id,
    recordId: row.record_id,
    title: row.title,
    day: row.day,
    createdAt: row.created_at,
    ...stateOf(row),
  };
}

function stateOf(row: store.ReminderRow): Pick<ReplyOf<typeof contract.setReminder>, 'state' | 'stateText'> {
  switch (row.closed_as) {
    case null:
      return { state: 'waiting', stateText: `${formatChinese(row.day)}提醒您` };
    case 'told':
      return { state: 'told', stateText: '已经提醒' };
    case 'cancelled':
      return { state: 'cancelled', stateText: '您已取消' };
    case 'repaired':
      return { state: 'cancelled', stateText: '已经修复，不再提醒' };
    case 'applied':
      return { state: 'cancelled', stateText: '已经申请，不再提醒' };
  }
}
