import type { readFormNumbers as contract } from '#contract/casework.ts';
import type { ReplyOf } from '#contract/endpoint.ts';
import type { FormContent } from '#contract/intake.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { maskIdentifier } from '../access/mask.ts';
import { noteOfSubject } from '../access/reading-log.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { findApplicationPart, findItemSummary } from './casework-store.ts';

/** The form with the numbers of persons masked: whoever works on it needs them now and then only, and asks for them then. */
export function maskedForm(form: FormContent): FormContent {
  const { agent } = form;
  return {
    ...form,
    identifier: maskIdentifier(form.subjectKind, form.identifier),
    ...(agent ? { agent: { ...agent, identifier: maskIdentifier('person', agent.identifier) } } : {}),
  };
}

/** The same numbers in full, noted in the reading log. */
export async function readFormNumbers(
  services: Services,
  actor: Actor,
  { subjectKey, itemId }: { readonly subjectKey: string; readonly itemId: string },
): Promise<ReplyOf<typeof contract> | Refusal> {
  for (const prefer of ['unit', 'window'] as const) {
    const scope = scopeOf(actor, [prefer]);
    if (scope.sees === 'none') continue;
    const found = await services.db.transaction(scope, async (tx) => {
      const item = await findItemSummary(tx, subjectKey, itemId);
      const application = item && (await findApplicationPart(tx, subjectKey, item.application_id));
      if (!application) return undefined;
      const what = { act: 'read-form-numbers', subjectKey, itemId } as const;
      return (await noteOfSubject(tx, services, actor, scope, what)) ?? numbersOf(application.form);
    });
    if (found) return found;
  }
  return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
}

const numbersOf = (form: FormContent) => ({
  identifier: form.identifier,
  agentIdentifier: form.agent?.identifier ?? null,
});
