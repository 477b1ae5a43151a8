import { type LawBook, printedLaw } from '#law/law-book.ts';
import type { PlainDate } from '../plain-date.ts';
import { assess, assessWithSteps } from './assess.ts';
import type { Verdict } from './assess-case.ts';
import { type CaseFault, isUnreadable, parseCase, type UnreadableCase } from './parse-case.ts';
import type { DateStep } from './publication-period.ts';

/** What a stored record must tell to be assessed. `facts` as imported: penalties, procedure, field, class … in the words of the case. */
export interface AssessableRecord {
  readonly recordId: string;
  readonly matterKey: string;
  readonly subjectKind: string;
  readonly findingDate: PlainDate;
  readonly publishedDate: PlainDate | null;
  readonly dutiesPerformed: boolean;
  readonly correctionDate?: PlainDate | null;
  /** The authority's class, where it set one. */
  readonly class?: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A verdict with the steps of each of its dates; `fault` where the stored facts cannot be read (then the verdict asks for confirmation). */
export interface Explanation {
  readonly verdict: Verdict;
  readonly steps: readonly DateStep[];
  readonly fault?: CaseFault;
}

/** Assesses a record of ours on a day. A fact that cannot be read never turns anybody away: it becomes needs-confirmation. */
export function explainRecord(record: AssessableRecord, on: PlainDate): Explanation {
  const { facts } = record;
  const input = parseCase({
    id: record.recordId,
    matter: record.matterKey,
    subjectType: record.subjectKind,
    findingDate: record.findingDate,
    publishedDate: record.publishedDate,
    dutiesPerformed: record.dutiesPerformed,
    on: on < record.findingDate ? record.findingDate : on,
    penalties: facts.penalties,
    procedure: facts.procedure,
    field: facts.field,
    class: record.class ?? facts.class,
    correctionDate: record.correctionDate ?? facts.correctionDate,
    commitmentMade: facts.commitmentMade,
    samePenaltyAgain: facts.samePenaltyAgain,
    fraudFoundOn: facts.fraudFoundOn,
  });
  if (isUnreadable(input)) return { verdict: unreadableVerdict(record, input.error), steps: [], fault: input.error };
  const { steps, ...verdict } = assessWithSteps(input);
  return { verdict, steps };
}

function unreadableVerdict(record: AssessableRecord, fault: CaseFault): Verdict {
  return {
    id: record.recordId,
    class: 'needs-classification',
    publication: {
      shown: record.publishedDate !== null,
      from: record.publishedDate,
      earliestEnd: null,
      latestEnd: null,
    },
    application: { route: 'needs-confirmation', from: null },
    verdict: 'needs-confirmation',
    limits: { accept: null, decide: null, extend: null },
    reasons: [
      { code: 'record-unreadable', text: `记录中的信息不完整：${fault.text}请认定单位补正。`, cite: 'plan4:3-8' },
    ],
  };
}

/** One case of the public calculator: the answer, or why it cannot be read. `law`: the texts with what offices added; else the texts alone. */
export function assessUnknown(value: unknown, law: LawBook = printedLaw): Verdict | UnreadableCase {
  const input = parseCase(value);
  return isUnreadable(input) ? input : assess({ ...input, law });
}

/**
 * What certainly stands against granting today, for grantItem; null when nothing does. Only what law refuses for certain:
 * needs-confirmation and needs-classification leave the decision to the officer.
 */
export function obstacleToGrant(verdict: Verdict): { readonly text: string; readonly cite: readonly string[] } | null {
  if (
    verdict.verdict !== 'not-yet' &&
    verdict.verdict !== 'duties-outstanding' &&
    verdict.verdict !== 'barred' &&
    verdict.verdict !== 'ends-automatically'
  )
    return null;
  const reason = verdict.reasons.findLast((one) => one.code === verdict.verdict) ?? verdict.reasons.at(-1);
  return reason ? { text: reason.text, cite: [reason.cite] } : null;
}
