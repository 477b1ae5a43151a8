import type { FormContent } from '#contract/intake.ts';
import { maskCitizenId } from '#domain/citizen-id.ts';

/** The 经办人 where the form is only shown: the number keeps its beginning and its end. */
export function agentWords({ name, identifier, phone }: NonNullable<FormContent['agent']>): string {
  return [name, maskCitizenId(identifier), phone].filter(Boolean).join('，');
}
