/** Whether an order about a record can be entered, asked for or carried out, and what it does to the record. Pure: the day is an argument. */
import type { LawEntryKey } from '#law/matter-keys.ts';
import { formatChinese, type PlainDate, parsePlainDate } from '../../plain-date.ts';
import { type FieldFault, type Refusal, refuse } from '../../refusal.ts';
import { addWorkingDays, type Calendar } from '../../working-days.ts';
import { orderLaw } from './order-law.ts';
import {
  type FactChange,
  type GroundPaper,
  heldBackWords,
  type OrderedRecord,
  type OrderKind,
  type OrderLaw,
} from './record-order.ts';

/** Whether the standing of a record lets an order of this kind be made. */
export function checkStanding(record: OrderedRecord, kind: OrderKind, on: PlainDate): Refusal | null {
  const { heldBack } = record;
  const law = orderLaw(kind, record.entry as LawEntryKey, on);
  const cite = law?.sure ? { cite: law.cites } : {};
  const no = (code: string, text: string) => refuse('conflict', code, text, cite);
  if (heldBack === 'annulled') return no('record-annulled', '这一条的决定已被撤销，信息已经撤回，没有可以再办的。');
  if (kind === 'shielding') {
    if (record.subjectType === 'person')
      return refuse('unmet-condition', 'not-an-enterprise', '重整、和解期间的临时屏蔽只适用于企业。', cite);
    if (record.repairedOn !== null) return no('already-repaired', '这一条已经修复，不再公示，不用屏蔽。');
    if (heldBack !== null) return no('already-hidden', `这一条现在不公示（${heldBackWords[heldBack]}），不用屏蔽。`);
    if (!law) return no('no-rule', '这一天没有可以依据的规定。');
  }
  if ((kind === 'restoring' || kind === 'completion') && heldBack !== 'shielded')
    return no('not-shielded', '这一条没有在重整、和解期间临时屏蔽，先要有屏蔽，才谈得上恢复或者执行完毕。');
  if (kind === 'completion' && record.planCompletedOn !== null)
    return no('already-completed', '执行完毕已经登记过，可以直接申请信用修复。');
  if (kind === 'restoring' && record.planCompletedOn !== null)
    return no('already-completed', '计划已经执行完毕，不再恢复公示。');
  if ((kind === 'automatic-end' || kind === 'deregistration') && (heldBack === 'ended' || heldBack === 'deregistered'))
    return no('already-ended', `这一条已经不公示（${heldBackWords[heldBack]}）。`);
  return null;
}

/** The paper an order rests on: whole, not of a day to come, nor (`decidedOn`) of one before the decision that it annuls or changes. */
export function checkGround(ground: GroundPaper, today: PlainDate, decidedOn?: PlainDate): Refusal | null {
  const faults: FieldFault[] = [];
  const ask = (field: keyof GroundPaper, text: string) => faults.push({ field: `ground.${field}`, text });
  if (ground.title.trim() === '') ask('title', '请填写文书名称，例如“民事裁定书”。');
  if (ground.number.trim() === '') ask('number', '请填写文书的文号、案号。');
  if (ground.office.trim() === '') ask('office', '请填写作出文书的法院或者机关。');
  if (parsePlainDate(ground.day) === undefined) ask('day', '请填写文书上的日期。');
  else if (ground.day > today) ask('day', '文书上的日期不能在今天以后。');
  else if (decidedOn !== undefined && ground.day < decidedOn)
    ask('day', `文书日期不能早于原决定的日期（${formatChinese(decidedOn)}）：还没有作出的决定不能被撤销、变更。`);
  if (faults.length === 0) return null;
  return refuse('invalid', 'ground-incomplete', `依据的文书还有 ${faults.length} 处没有填好。`, { fields: faults });
}

/** A changed decision must change something, and to what can be. */
export function checkChanges(changes: readonly FactChange[], today: PlainDate): Refusal | null {
  const faults = changes.flatMap(({ field, before, after }, index): FieldFault[] => {
    const at = `changes.${index}.after`;
    if (after.trim() === '') return [{ field: at, text: '请填写变更以后的内容。' }];
    if (after === before) return [{ field: at, text: '和现在的内容一样，没有变更。' }];
    if (field === 'findingDate' || field === 'publishedDate')
      return parsePlainDate(after) === undefined || after > today
        ? [{ field: at, text: '请填写不晚于今天的日期。' }]
        : [];
    if (field === 'fineYuan')
      return /^\d{1,12}(\.\d{1,2})?$/.test(after) ? [] : [{ field: at, text: '请填写以元为单位的数额。' }];
    return [];
  });
  if (changes.length === 0)
    return refuse('invalid', 'nothing-changed', '请至少写明一处变更。', {
      fields: [{ field: 'changes', text: '请至少写明一处变更。' }],
    });
  return faults.length === 0
    ? null
    : refuse('invalid', 'changes-wrong', `变更的内容有 ${faults.length} 处要改。`, { fields: faults });
}

/** The day by which an order must be carried out; null where no clause gives a number. Counted from when the unit has the paper. */
export function orderDue(law: OrderLaw | undefined, knownOn: PlainDate, calendar: Calendar): PlainDate | null {
  return law?.days == null ? null : addWorkingDays(calendar, knownOn, law.days).date;
}

/** Every kind of order a record can be the object of today, with its law: what the screen offers. */
export function possibleOrders<K extends OrderKind>(
  record: OrderedRecord,
  kinds: readonly K[],
  today: PlainDate,
): { readonly kind: K; readonly law: OrderLaw | undefined }[] {
  return kinds
    .filter((kind) => checkStanding(record, kind, today) === null)
    .map((kind) => ({ kind, law: orderLaw(kind, record.entry as LawEntryKey, today) }));
}
