import type { Sureness } from '#law/dated.ts';
import { mayRefuse } from '#law/dated.ts';
import type { ObjectionDoor, ObjectionRoad } from '#law/objection-roads.ts';
import { periodEnd } from '../../period-end.ts';
import { formatChinese, type PlainDate } from '../../plain-date.ts';
import { type FieldFault, type Refusal, refuse } from '../../refusal.ts';
import { addWorkingDays, type Calendar } from '../../working-days.ts';
import type { CorrectableRecord } from './correctable-record.ts';
import {
  type ClaimedFault,
  groundWords,
  type Objection,
  type ObjectionClock,
  type ObjectionLimits,
} from './objection.ts';
import type { ObjectionEventOf } from './objection-events.ts';
import { namedFacts, valueFault } from './record-corrections.ts';

/** What is known when an objection is lodged. */
export interface LodgingCase {
  readonly road: ObjectionRoad | undefined;
  readonly record: CorrectableRecord & { readonly repairedOn: PlainDate | null };
  readonly today: PlainDate;
  readonly calendar: Calendar;
  /** The number of an open objection about the same thing. */
  readonly openNumber: string | null;
}

/** What the applicant hands in. */
export type LodgedBody = Pick<Objection, 'ground' | 'reasons' | 'request' | 'contact' | 'attachmentIds'> & {
  readonly claims: readonly Pick<ClaimedFault, 'field' | 'shouldSay'>[];
  readonly door: ObjectionDoor;
};

/** Until when it may be lodged: last day, moved off rest days; null where no limit is stated or its start is not known. */
export function lodgingEnds(
  road: ObjectionRoad,
  record: Pick<CorrectableRecord, 'publishedDate'>,
  calendar: Calendar,
): { readonly day: PlainDate; readonly sure: Sureness; readonly cites: readonly string[] } | null {
  const rule = road.rules[0];
  const limit = rule?.value.lodge;
  if (!rule || !limit || record.publishedDate === null) return null;
  const day =
    limit.unit === 'd'
      ? periodEnd(calendar, { start: record.publishedDate, count: limit.days, unit: 'natural-days' }).date!
      : addWorkingDays(calendar, record.publishedDate, limit.days).date;
  return { day, sure: rule.sure, cites: rule.cite };
}

/** Why an objection cannot be taken in here and now; null where it can. Only what was read in its clause turns anybody away. */
export function checkLodging(it: LodgingCase): Refusal | null {
  const { road } = it;
  if (!road)
    return refuse(
      'unmet-condition',
      'no-objection-road',
      '条文没有为这种情形规定异议。不服列入决定的，可以依法申请行政复议或者提起行政诉讼。',
    );
  if (road.doors.length === 0)
    return refuse(
      'unmet-condition',
      'objection-elsewhere',
      road.elsewhere?.text ?? '这类异议由其他机关接收。',
      road.elsewhere ? { cite: road.elsewhere.cite } : {},
    );
  if (it.openNumber)
    return refuse(
      'conflict',
      'objection-open',
      `对同一件事的异议 ${it.openNumber} 还在处理，不用再提。有新的材料，可以告诉办理单位。`,
      { more: { number: it.openNumber } },
    );
  const ends = lodgingEnds(road, it.record, it.calendar);
  if (ends && it.today > ends.day && mayRefuse(ends.sure))
    return refuse(
      'unmet-condition',
      'objection-late',
      `对列入的异议应当在公示之日起30日内提出，这条信息的最后一天是${formatChinese(ends.day)}，已经过了。仍不服的，可以依法申请行政复议或者提起行政诉讼；公示内容不准确的，可以选“公示内容有误”要求更正。`,
      { cite: ends.cites },
    );
  return null;
}

function bodyFaults(it: LodgingCase, body: LodgedBody): FieldFault[] {
  const faults: FieldFault[] = [];
  const about = body.ground === 'period' ? 'period' : 'content';
  const facts = namedFacts(it.record, about);
  const aboutRecord = body.ground === 'content' || body.ground === 'period';
  if (aboutRecord && body.claims.length === 0) faults.push({ field: 'claims', text: '请至少选一处有误的内容。' });
  body.claims.forEach((claim, index) => {
    const fault = facts.some((fact) => fact.field === claim.field)
      ? valueFault(claim.field, claim.shouldSay, it.today)
      : '这条信息没有这一项。';
    if (fault) faults.push({ field: `claims.${index}.shouldSay`, text: fault });
  });
  if ([...body.reasons.trim()].length < 4) faults.push({ field: 'reasons', text: '请写清楚事实和理由。' });
  if (body.contact.name.trim() === '') faults.push({ field: 'contact.name', text: '请写联系人。' });
  if (!/^[\d\-+ ]{7,20}$/.test(body.contact.phone.trim()))
    faults.push({ field: 'contact.phone', text: '请写能打通的电话。' });
  return faults;
}

/** The limits of a road as they hold for one objection. */
export function limitsOf(road: ObjectionRoad): ObjectionLimits {
  const rule = road.rules[0];
  const days = (limit: { readonly days: number; readonly unit: 'wd' | 'd' } | null | undefined) =>
    limit?.unit === 'wd' ? limit.days : null;
  return {
    push: days(rule?.value.push),
    accept: days(rule?.value.accept),
    check: days(rule?.value.check),
    correct: days(rule?.value.correct),
    mayExtend: rule?.value.extension === 'told-beforehand',
    cites: road.rules.flatMap((one) => one.cite),
    open: road.open,
  };
}

/** A clock of so many working days; none where the texts state no limit. */
export function objectionClock(
  calendar: Calendar,
  kind: ObjectionClock['kind'],
  start: PlainDate,
  days: number | null,
  cites: readonly string[],
): ObjectionClock[] {
  if (days === null) return [];
  const { date, provisional } = addWorkingDays(calendar, start, days);
  return [{ kind, start, days, due: date, provisional, cites }];
}

/** 提出异议: what was handed in, with the limits of the law as it stands. */
export function lodgeObjection(
  it: LodgingCase,
  place: Pick<Objection, 'number' | 'recordId' | 'itemId' | 'matterKey' | 'unitId' | 'regionCode' | 'windowUnitId'>,
  body: LodgedBody,
): ObjectionEventOf<'lodged'> | Refusal {
  const bar = checkLodging(it);
  if (bar) return bar;
  const road = it.road!;
  if (!road.doors.includes(body.door))
    return refuse('invalid', 'objection-door', '这类异议要直接向认定单位提出。', {
      fields: [{ field: 'door', text: '请选“直接向认定单位”。' }],
    });
  const faults = bodyFaults(it, body);
  if (faults.length > 0)
    return refuse('invalid', 'fields-invalid', faults.length === 1 ? faults[0]!.text : `有 ${faults.length} 处要改。`, {
      fields: faults,
    });
  const limits = limitsOf(road);
  const facts = namedFacts(it.record, body.ground === 'period' ? 'period' : 'content');
  return {
    type: 'lodged',
    on: it.today,
    cites: limits.cites,
    payload: {
      ...place,
      ground: body.ground,
      door: body.door,
      limits,
      // What the record says is taken from the record, not from what somebody sent.
      claims: body.claims.map(({ field, shouldSay }) => ({
        field,
        says: facts.find((fact) => fact.field === field)!.says,
        shouldSay: shouldSay.trim(),
      })),
      reasons: body.reasons.trim(),
      request: body.request.trim() || `${groundWords[body.ground]}，请核查并更正。`,
      contact: { name: body.contact.name.trim(), phone: body.contact.phone.trim() },
      attachmentIds: body.attachmentIds,
      clocks:
        body.door === 'credit-china' ? objectionClock(it.calendar, 'push', it.today, limits.push, limits.cites) : [],
    },
  };
}
