import type { Explanation } from '#contract/explanations.ts';
import { formatChinese, type PlainDate } from '#domain/plain-date.ts';
import { assessWithSteps } from '#domain/record/assess.ts';
import type { CaseInput, Verdict } from '#domain/record/assess-case.ts';
import { explainDates } from '#domain/record/explain-dates.ts';
import { isUnreadable, parseCase } from '#domain/record/parse-case.ts';
import { whatWouldChange } from '#domain/record/what-would-change.ts';
import { openingDay } from '#domain/record/what-would-change-days.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject } from '../access/subject-store.ts';
import { askedDay } from '../catalog/listed-matter.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { citations } from '../platform/citations.ts';
import { refuseUnreadable } from './answer-case.ts';
import { caseOf } from './assess-record.ts';
import { findRecord } from './record-store.ts';
import type { RecordRow } from './record-view.ts';
import { wayView } from './way-view.ts';

/** A case of the public calculator, explained; read and refused as the assessment is. Nothing is stored. */
export async function explainCase(services: Services, body: unknown): Promise<Explanation | Refusal> {
  const input = parseCase(body);
  if (isUnreadable(input)) return refuseUnreadable(input);
  return explanationOf({ ...input, law: (await services.catalog()).law });
}

/** A stored record explained to whoever may see it: its subject, the unit that found it, its region, any window. */
export async function explainRecord(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly recordId: string },
  asked: PlainDate | undefined,
): Promise<Explanation | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const on = askedDay(services, asked);
  if (isRefusal(on)) return on;
  for (const prefer of ['unit', 'window', 'region'] as const) {
    if (actor.kind === 'officer' && scopeOf(actor, [prefer]).sees === 'none') continue;
    const found = await services.db.read(scopeOf(actor, [prefer]), async (tx) => {
      const record = await findRecord(tx, key.subjectKey, key.recordId);
      const subject = record && (await findSubject(tx, key.subjectKey));
      return record && subject ? { record, kind: subject.kind } : null;
    });
    if (found)
      return explainRow(
        found.record,
        caseOf(await services.catalog(), found.record, found.kind, laterOf(on, found.record)),
      );
  }
  return refuse('not-found', 'record-not-found', '没有找到这条失信信息，或者您无权查看它。');
}

/** A day before the finding is asked as the day of the finding: before it there was no record. */
const laterOf = (on: PlainDate, record: RecordRow) => (on < record.finding_date ? record.finding_date : on);

function explainRow(record: RecordRow, input: CaseInput): Explanation {
  if (record.repaired_on === null || record.repaired_on > input.on) return explanationOf(input);
  return repaired(record.repaired_on, explanationOf(input));
}

/** A case with its verdict, the computation of every date, and what can be done: exactly as it travels. */
export function explanationOf(input: CaseInput): Explanation {
  const answer = assessWithSteps(input);
  const { steps: _, ...verdict } = answer;
  const { next, others } = whatWouldChange(input, answer);
  return {
    verdict: wireVerdict(verdict),
    dates: explainDates(input, answer).map((one) => ({
      ...one,
      steps: one.steps.map((step) => ({ ...step, cite: { ...step.cite } })),
    })),
    next: wayView(next),
    others: others.map(wayView),
    opensOn: openingDay(input)?.day ?? null,
  };
}

function wireVerdict(verdict: Verdict): Explanation['verdict'] {
  return { ...verdict, reasons: verdict.reasons.map((one) => ({ ...one })) };
}

/** A repaired record is shown nowhere any more and needs nothing; its dates are over. */
function repaired(on: PlainDate, { verdict }: Explanation): Explanation {
  const text = `已于${formatChinese(on)}修复，各平台停止公示，不用再申请。`;
  return {
    verdict: {
      ...verdict,
      verdict: 'not-published',
      publication: { ...verdict.publication, shown: false },
      application: { route: 'none', from: null },
      reasons: [{ code: 'repaired', text, cite: 'ndrc36:3' }],
    },
    dates: [],
    next: {
      act: 'nothing',
      text: '不用做什么：这条信息已经修复。',
      day: null,
      thenVerdict: 'not-published',
      thenFrom: null,
      cites: citations(['ndrc36:3']),
      branches: [],
    },
    others: [],
    opensOn: null,
  };
}
