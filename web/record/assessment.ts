import type { AssessmentCase } from '#contract/assessments.ts';
import { marketClassing } from '#law/classes.ts';

/** The answers of a person, by question. Absent: not asked or not answered; `unknown`: answered with 不清楚. */
export interface Answers {
  readonly matter?: string;
  readonly subjectType?: string;
  readonly findingDate?: string;
  /** same: on the day of the decision; other: on another day; no: not shown. */
  readonly shown?: string;
  readonly publishedDate?: string;
  /** Kinds, with 、 between. */
  readonly penalties?: string;
  /** low or high, by the bound of 107号第七条. */
  readonly amount?: string;
  readonly bracket?: string;
  readonly procedure?: string;
  readonly field?: string;
  readonly termEnds?: string;
  readonly class?: string;
  readonly duties?: string;
  readonly correctionDate?: string;
  readonly again?: string;
}

export const unknown = 'unknown';

/** The kinds of penalty answered. */
export function kindsOf(answers: Answers): readonly string[] {
  return answers.penalties ? answers.penalties.split('、') : [];
}

/** The bound of a low fine in yuan (107号第七条). */
export function lowFine(answers: Answers): number {
  const { lowFine: bound } = marketClassing.rows.at(-1)!.value;
  return answers.subjectType === 'person' ? bound.person : bound.business;
}

const known = (answer: string | undefined) => (answer === unknown ? undefined : answer);

/** Answers as the case that is assessed on the day `on`. A fine told by its side of the bound stands at the bound, or one yuan above. */
export function toCase(answers: Answers, on: string): AssessmentCase {
  const bound = lowFine(answers);
  const termEnds = known(answers.termEnds);
  const penalties = kindsOf(answers).map((kind) => ({
    kind: kind as NonNullable<AssessmentCase['penalties']>[number]['kind'],
    ...(kind === '罚款' && answers.amount ? { amountYuan: answers.amount === 'low' ? bound : bound + 1 } : {}),
    ...(kind === '罚款' && known(answers.bracket) ? { bracket: answers.bracket as 'lighter' } : {}),
    ...(termEnds && kind !== '罚款' ? { termEnds } : {}),
  }));
  const findingDate = answers.findingDate ?? on;
  const asked = {
    procedure: known(answers.procedure),
    field: known(answers.field),
    class: known(answers.class),
    correctionDate: answers.duties === 'yes' ? answers.correctionDate : undefined,
  };
  return {
    id: 'self',
    matter: answers.matter as AssessmentCase['matter'],
    subjectType: (answers.subjectType ?? 'organisation') as AssessmentCase['subjectType'],
    findingDate,
    publishedDate:
      answers.shown === 'no' ? null : answers.shown === 'other' ? (answers.publishedDate ?? null) : findingDate,
    penalties,
    ...(Object.fromEntries(
      Object.entries(asked).filter(([, value]) => value !== undefined),
    ) as Partial<AssessmentCase>),
    // Where it was not asked it decides nothing.
    dutiesPerformed: answers.duties !== 'no',
    samePenaltyAgain: answers.again === 'yes',
    on,
  };
}
