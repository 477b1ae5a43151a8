import type { AssessmentCase } from '#contract/assessments.ts';

/** The answers of a person, as typed. */
export interface Answers {
  matter: string;
  subjectType: string;
  findingDate: string;
  published: string;
  publishedDate: string;
  penalties: string[];
  amount: string;
  procedure: string;
  field: string;
  duties: string;
  correctionDate: string;
  again: string;
}

export const noAnswers: Answers = {
  matter: '',
  subjectType: '',
  findingDate: '',
  published: '',
  publishedDate: '',
  penalties: [],
  amount: '',
  procedure: '',
  field: '',
  duties: '',
  correctionDate: '',
  again: '',
};

/** Penalties have kinds, amounts and fields; listings have not. */
export function isPenalty(matter: string): boolean {
  return matter === 'market-penalty' || matter === 'other-penalty';
}

/** Answers as the case that is assessed on the day `on`. */
export function toCase(answers: Answers, on: string): AssessmentCase {
  const amount = Number(answers.amount);
  const penalties = answers.penalties.map((kind) => ({
    kind: kind as NonNullable<AssessmentCase['penalties']>[number]['kind'],
    ...(kind === '罚款' && answers.amount !== '' && Number.isFinite(amount) ? { amountYuan: amount } : {}),
  }));
  const penalty = isPenalty(answers.matter);
  return {
    id: 'self',
    matter: answers.matter as AssessmentCase['matter'],
    subjectType: answers.subjectType as AssessmentCase['subjectType'],
    findingDate: answers.findingDate,
    publishedDate: answers.published === 'yes' ? answers.publishedDate : null,
    ...(penalty ? { penalties } : {}),
    ...(penalty && answers.procedure ? { procedure: answers.procedure as 'simple' | 'ordinary' } : {}),
    ...(answers.matter === 'market-penalty' && answers.field
      ? { field: answers.field as AssessmentCase['field'] }
      : {}),
    dutiesPerformed: answers.duties === 'yes',
    ...(answers.duties === 'yes' && answers.correctionDate ? { correctionDate: answers.correctionDate } : {}),
    commitmentMade: true,
    samePenaltyAgain: answers.again === 'yes',
    on,
  };
}
