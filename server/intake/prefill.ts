import type { ReplyOf } from '#contract/endpoint.ts';
import type { getPrefill as contract, FormContent } from '#contract/intake.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { commitment } from '#law/commitment.ts';
import { findSubject } from '../access/subject-store.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { listApplicationRows } from './intake-store.ts';

type Prefill = ReplyOf<typeof contract>;

/** What the form of 附件3 can be filled in with, where each value came from, and the commitment as it stands. */
export async function getPrefill(services: Services, actor: Actor, subjectKey: string): Promise<Prefill | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  return services.db.read(scopeOf(actor, ['window']), async (tx): Promise<Prefill | Refusal> => {
    const subject = await findSubject(tx, subjectKey);
    if (!subject) return refuse('not-found', 'subject-not-found', '没有找到这个主体。');
    const last = (await listApplicationRows(tx, subjectKey))[0];
    const form: Partial<FormContent> = {};
    const sources: Record<string, string> = {};
    const offer = (field: keyof FormContent, value: string | null | undefined, source: string) => {
      if (!value || form[field] !== undefined) return;
      Object.assign(form, { [field]: value });
      sources[field] = source;
    };
    const registry = '公共信用信息归集库';
    Object.assign(form, { subjectKind: subject.kind });
    sources.subjectKind = registry;
    offer('name', subject.name, actor.kind === 'applicant' ? '统一身份认证' : registry);
    offer('identifier', subject.identifier, actor.kind === 'applicant' ? '统一身份认证' : registry);
    offer('address', subject.address, registry);
    offer('legalRep', subject.legal_rep, registry);
    offer('registryOrgan', subject.registry_organ, registry);
    if (actor.kind === 'applicant') offer('phone', actor.phone, '统一身份认证');
    offer('phone', subject.phone, registry);
    if (last) {
      const before = `上次申请（${last.number}）`;
      for (const field of ['address', 'phone', 'legalRep', 'registryOrgan'] as const)
        offer(field, last.form[field], before);
    }
    return {
      form,
      sources,
      down: [],
      commitment: {
        title: commitment.title,
        clauses: [commitment.lead, ...commitment.clauses],
        signatureLabel: commitment.signature,
      },
    };
  });
}
