import { checkCitizenId } from '#domain/citizen-id.ts';
import { agentOfForm } from '../access/authorise-agent.ts';
import { findSubject } from '../access/subject-store.ts';
import { type Actor, type Applicant, scopeOf, standingFor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { KnownValue } from './known-form.ts';

type AgentField = 'name' | 'identifier' | 'phone';
export type KnownAgent = Readonly<Record<AgentField, KnownValue | null>>;

const login = '统一身份认证';
const authorisation = '企业的授权';

/**
 * The 经办人 of the form where the person who has logged in handles it for an enterprise: what the login knows of that person, and what it
 * does not know from the enterprise's authorisation. Null for whoever acts for themselves or signs for the enterprise.
 */
export async function knownAgent(services: Services, actor: Actor, subjectKey: string): Promise<KnownAgent | null> {
  if (actor.kind !== 'applicant') return null;
  const as = standingFor(actor, subjectKey)?.as;
  if (as !== '受托' && as !== '经办人') return null;
  const mandate = await agentOfForm(services, actor, subjectKey);
  const pick = (known: string | null | undefined, field: AgentField): KnownValue | null => {
    if (known) return { value: known, source: login };
    return mandate?.[field] ? { value: mandate[field], source: authorisation } : null;
  };
  return {
    name: pick(actor.name, 'name'),
    identifier: pick(await ownNumber(services, actor), 'identifier'),
    phone: pick(actor.phone, 'phone'),
  };
}

/** The number of the person who has logged in; null where an enterprise has. */
async function ownNumber(services: Services, actor: Applicant): Promise<string | null> {
  const own = actor.subjects.find((one) => one.kind === 'person' && one.as === '本人');
  if (!own) return null;
  const row = await services.db.read(scopeOf(actor), (tx) => findSubject(tx, own.subjectKey));
  return row && checkCitizenId(row.identifier).ok ? row.identifier : null;
}
