import type { AssessmentVerdict } from '#contract/assessments.ts';
import { assessUnknown } from '#domain/record/explain.ts';
import type { UnreadableCase } from '#domain/record/parse-case.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';

/** The public calculator: the verdict on a case, or which field of it cannot be read. Nothing is stored. */
export async function answerCase(services: Services, body: unknown): Promise<AssessmentVerdict | Refusal> {
  const answer = assessUnknown(body, (await services.catalog()).law);
  if (!('error' in answer)) return { ...answer, reasons: answer.reasons.map((one) => ({ ...one })) };
  return refuseUnreadable(answer);
}

/** Which field of a case cannot be read, and why. */
export function refuseUnreadable({ id, error }: UnreadableCase): Refusal {
  const { code, text, field } = error;
  return refuse('invalid', code, text, {
    ...(field === null ? {} : { fields: [{ field, text }] }),
    more: { id },
  });
}
