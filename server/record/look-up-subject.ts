import type { ReplyOf } from '#contract/endpoint.ts';
import type { lookUpSubject as contract } from '#contract/partner.ts';
import { checkCitizenId } from '#domain/citizen-id.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { checkUscc, normaliseCode, usccFaultText } from '#domain/uscc.ts';
import { maskName } from '../access/mask.ts';
import { findSubject, findSubjectKey } from '../access/subject-store.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { logAccess } from './log-access.ts';

/**
 * Name and kind of the subject with exactly this code, for a form that enters a decision; noted in the log. Only a whole code finds
 * anybody, and a person's name comes masked: the officer has the decision in hand and types it.
 */
export async function lookUpSubject(
  services: Services,
  actor: Actor,
  typed: string,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const code = normaliseCode(typed);
  const uscc = checkUscc(code);
  const isPerson = !uscc.ok && checkCitizenId(code).ok;
  if (!uscc.ok && !isPerson) {
    const text = code.length === 18 ? usccFaultText(uscc.fault) : '请填写完整的 18 位代码。';
    return refuse('invalid', 'code-wrong', text, { fields: [{ field: 'code', text }] });
  }
  return services.db.read({ sees: 'none' }, async (tx) => {
    const key = await findSubjectKey(tx, code);
    const subject = key && (await findSubject(tx, key));
    await logAccess(tx, actor, 'look-up-subject', key ?? null, {}, services.clock.now());
    const kind = isPerson ? 'person' : code.startsWith('92') ? 'sole-trader' : 'organisation';
    if (!subject) return { subject: null, kind };
    const name = subject.kind === 'person' ? maskName(subject.kind, subject.name) : subject.name;
    return { subject: { kind: subject.kind, name, legalRep: subject.legal_rep }, kind: subject.kind };
  });
}
