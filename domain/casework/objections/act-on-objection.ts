import type { TurnAway } from '#law/objection-roads.ts';
import { checkStep, isStep, proposalOpen, type Step } from '../../item/check-step.ts';
import { formatChinese, type PlainDate } from '../../plain-date.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { addWorkingDays, type Calendar } from '../../working-days.ts';
import type { CorrectableRecord } from './correctable-record.ts';
import { objectionClock } from './lodge-objection.ts';
import { type AnswerGiven, type Objection, objectionStates, type ProposedObjectionAct } from './objection.ts';
import type { ObjectionEventOf } from './objection-events.ts';
import { fineMissing } from './penalty-fields.ts';
import { correctRecord, valueFault } from './record-corrections.ts';

/** Who acts: an officer with a unit, or somebody who acts for the subject. */
export type ObjectionPerson =
  | {
      readonly kind: 'officer';
      readonly unitId: string;
      readonly roles: readonly string[];
      /** Which officer; absent only where no chain is asked about. `heads` of the unit today: where a proposal waits for review. */
      readonly officerId?: string;
      readonly name?: string;
      readonly heads?: readonly string[];
    }
  | { readonly kind: 'applicant' };

/** What every act on an objection is given. */
export interface ObjectionDesk {
  readonly objection: Objection;
  readonly who: ObjectionPerson;
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

export type ObjectionAct = 'accept' | 'decline' | 'extend' | 'answer' | 'withdraw' | Step;

interface ObjectionActRule {
  readonly label: string;
  readonly states: readonly Objection['state'][];
}

/** Which act is possible in which state of an objection. */
export const objectionActRules: Readonly<Record<ObjectionAct, ObjectionActRule>> = {
  accept: { label: '受理', states: ['pushed'] },
  decline: { label: '不予受理', states: ['pushed'] },
  extend: { label: '延长核查', states: ['checking'] },
  answer: { label: '答复', states: ['checking'] },
  withdraw: { label: '撤回', states: ['lodged', 'pushed', 'checking'] },
  endorse: { label: '审核通过', states: ['pushed', 'checking'] },
  sign: { label: '签发', states: ['pushed', 'checking'] },
  return: { label: '退回承办人', states: ['pushed', 'checking'] },
  retract: { label: '撤回提请', states: ['pushed', 'checking'] },
};

/** What is proposed, as people read it. */
export const proposedNames: Readonly<Record<ProposedObjectionAct['act'], string>> = {
  decline: '异议不予受理',
  answer: '答复异议',
};

/** All acts on objections, in the order of the way. */
export const allObjectionActs = Object.keys(objectionActRules) as ObjectionAct[];

/** Why an act cannot be done now; null where it can. Buttons ask this too. */
export function checkObjectionAct({ objection, who, today }: Omit<ObjectionDesk, 'calendar'>, act: ObjectionAct) {
  const own = who.kind === 'officer' && who.roles.includes('officer') && who.unitId === objection.unitId;
  // At a window the clerk gives the visitor's word.
  const forApplicant =
    who.kind === 'applicant' || (who.roles.includes('window-clerk') && who.unitId === objection.windowUnitId);
  if (act === 'withdraw' ? !forApplicant : !own)
    return refuse(
      'forbidden',
      'not-the-authority',
      act === 'withdraw' ? '撤回要由申请人提出。' : '只有这条信息的认定单位可以办理。',
    );
  if (!objectionActRules[act].states.includes(objection.state))
    return refuse(
      'unmet-condition',
      'objection-state',
      `这件异议现在是“${objectionStates[objection.state].office}”，不能这样办。`,
    );
  if (act === 'withdraw') return null;
  if (isStep(act)) return who.kind === 'officer' ? checkStep(objection.proposal, act, who) : null;
  if (objection.proposal) return proposalOpen(objection.proposal, proposedNames[objection.proposal.act]);
  return act === 'extend' ? checkExtension(objection, today) : null;
}

function checkExtension({ limits, clocks }: Objection, today: PlainDate): Refusal | null {
  const check = clocks.check;
  if (!check) return refuse('unmet-condition', 'objection-no-limit', '条文没有写核查的期限，不用延长。');
  if (!limits.mayExtend)
    return refuse('unmet-condition', 'objection-no-extension', '条文没有规定可以延长核查。', { cite: limits.cites });
  if (today > check.due)
    return refuse(
      'unmet-condition',
      'objection-too-late-to-extend',
      `需要延长的，应当在期限届满前告知申请人；核查期限已于${formatChinese(check.due)}届满。`,
      { cite: limits.cites },
    );
  return null;
}

/** 收到: the unit has the objection; where the texts state a limit for accepting, it runs from here. */
export function pushObjection(
  it: Pick<ObjectionDesk, 'objection' | 'today' | 'calendar'>,
  receiptNo: string | null,
): ObjectionEventOf<'pushed'> | null {
  if (it.objection.state !== 'lodged') return null;
  const { accept, cites } = it.objection.limits;
  return {
    type: 'pushed',
    on: it.today,
    cites,
    payload: { receiptNo, clocks: objectionClock(it.calendar, 'acceptance', it.today, accept, cites) },
  };
}

/** 受理: the check's days run from acceptance (36号 art 18). */
export function acceptObjection(desk: ObjectionDesk, note: string): ObjectionEventOf<'accepted'> | Refusal {
  const bar = checkObjectionAct(desk, 'accept');
  if (bar) return bar;
  const { check, cites } = desk.objection.limits;
  return {
    type: 'accepted',
    on: desk.today,
    cites,
    payload: { note: note.trim(), clocks: objectionClock(desk.calendar, 'check', desk.today, check, cites) },
  };
}

/** 不予受理: only on grounds that a clause names, each said in words of its own. */
export function declineObjection(
  desk: ObjectionDesk,
  allowed: readonly TurnAway[],
  reasons: readonly { readonly code: string; readonly text: string }[],
): ObjectionEventOf<'declined'> | Refusal {
  const bar = checkObjectionAct(desk, 'decline');
  if (bar) return bar;
  if (reasons.length === 0)
    return refuse('invalid', 'reasons-missing', '不予受理要说明理由。', {
      fields: [{ field: 'reasons', text: '请选理由。' }],
    });
  const grounded = reasons.map(({ code, text }) => ({
    ground: allowed.find((one) => one.code === code && one.sure === 'V'),
    code,
    text: text.trim(),
  }));
  const bad = grounded.findIndex((one) => !one.ground || one.text === '');
  if (bad >= 0)
    return refuse('invalid', 'reason-without-clause', '不予受理的理由要有条文，并写明这一件的具体情况。', {
      fields: [{ field: `reasons.${bad}.text`, text: '请选条文写明的理由，并写具体情况。' }],
    });
  return {
    type: 'declined',
    on: desk.today,
    cites: [...new Set(grounded.map((one) => one.ground!.cite))],
    payload: { reasons: grounded.map(({ code, text, ground }) => ({ code, text, cite: ground!.cite })) },
  };
}

/** 延长核查: told beforehand with the new day; how many days is not written, so the officer says. */
export function extendObjection(
  desk: ObjectionDesk,
  it: { readonly days: number; readonly reason: string },
): ObjectionEventOf<'extended'> | Refusal {
  const bar = checkObjectionAct(desk, 'extend');
  if (bar) return bar;
  const why = it.reason.trim();
  if (why === '')
    return refuse('invalid', 'reason-missing', '请写为什么要延长。', {
      fields: [{ field: 'reason', text: '请写为什么要延长。' }],
    });
  const { check } = desk.objection.clocks;
  const { cites } = desk.objection.limits;
  const { date, provisional } = addWorkingDays(desk.calendar, check!.start, check!.days + it.days);
  return {
    type: 'extended',
    on: desk.today,
    cites,
    payload: { extension: { days: it.days, why, cites }, due: date, provisional },
  };
}

/** Systems that show or share a record and have to take a correction over. */
export const displayingSystems = ['credit-china', 'gsxt', 'province'] as const;

/**
 * 答复: what was found, and what follows. Upheld about what is shown, values of the record change; upheld about a listing, the listing is
 * taken off display; upheld about a decision, the decision no longer stands and a new application may be made.
 */
export function answerObjection(
  desk: ObjectionDesk,
  record: CorrectableRecord,
  given: AnswerGiven,
): { readonly event: ObjectionEventOf<'answered'>; readonly record: CorrectableRecord } | Refusal {
  const bar = checkObjectionAct(desk, 'answer');
  if (bar) return bar;
  const { ground, limits } = desk.objection;
  const aboutRecord = ground === 'content' || ground === 'period';
  const faults = answerFaults(desk, given, aboutRecord);
  if (faults.length > 0) return refuse('invalid', 'fields-invalid', faults[0]!.text, { fields: faults });
  const corrected = given.outcome === 'rejected' ? { record, changes: [] } : correctRecord(record, given.corrections);
  if (given.outcome !== 'rejected' && aboutRecord && corrected.changes.length === 0)
    return refuse('invalid', 'nothing-corrected', '异议成立的，要更正至少一处；现在填的和原来一样。', {
      fields: [{ field: 'corrections', text: '请写更正后的内容。' }],
    });
  if (corrected.changes.length > 0 && fineMissing(corrected.record))
    return refuse('invalid', 'fine-missing', '处罚种类有罚款的，要一并写明罚款金额。', {
      fields: [{ field: 'corrections', text: '请再更正一项：罚款金额。' }],
    });
  const shown = given.outcome !== 'rejected' && (aboutRecord || ground === 'listing');
  return {
    record: corrected.record,
    event: {
      type: 'answered',
      on: desk.today,
      cites: limits.cites,
      payload: {
        outcome: given.outcome,
        findings: given.findings.map((one) => ({ text: one.text.trim(), evidence: one.evidence.trim() })),
        changes: corrected.changes,
        correcting: shown ? [...displayingSystems] : [],
        clocks: shown ? objectionClock(desk.calendar, 'correction', desk.today, limits.correct, limits.cites) : [],
      },
    },
  };
}

function answerFaults(desk: ObjectionDesk, given: AnswerGiven, aboutRecord: boolean) {
  const faults: { field: string; text: string }[] = [];
  if (given.findings.every((one) => one.text.trim() === ''))
    faults.push({ field: 'findings', text: '请写核查到的情况。' });
  if (given.outcome === 'partly-upheld' && !aboutRecord)
    faults.push({ field: 'outcome', text: '对列入、不予受理、不予修复的异议，只有成立或者不成立。' });
  if (given.outcome === 'rejected' && given.corrections.length > 0)
    faults.push({ field: 'corrections', text: '异议不成立的，不更正内容。' });
  if (given.corrections.length > 0 && !aboutRecord)
    faults.push({ field: 'corrections', text: '这件异议不是关于公示内容的，不在这里更正内容。' });
  given.corrections.forEach(({ field, value }, index) => {
    const fault = valueFault(field, value, desk.today);
    if (fault) faults.push({ field: `corrections.${index}.value`, text: fault });
  });
  return faults;
}

/** 撤回: while it is open and unanswered. */
export function withdrawObjection(desk: ObjectionDesk, reason: string): ObjectionEventOf<'withdrawn'> | Refusal {
  const bar = checkObjectionAct(desk, 'withdraw');
  if (bar) return bar;
  return { type: 'withdrawn', on: desk.today, cites: [], payload: { reason: reason.trim() } };
}
