import type { ReplyOf } from '#contract/endpoint.ts';
import type { getPrefill as contract } from '#contract/intake.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { commitment } from '#law/commitment.ts';
import { findSubject } from '../access/subject-store.ts';
import type { RegistrationPort } from '../gateways/province/province-port.ts';
import { type Actor, checkSubject, isAgent, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { type ApplicationRow, listApplicationRows } from './intake-store.ts';
import { type KnownAgent, knownAgent } from './known-agent.ts';
import { type KnownValue, knownForm } from './known-form.ts';
import { readRegistration, registryTitle } from './read-registration.ts';

type Prefill = ReplyOf<typeof contract>;

/** What the form of 附件3 can be filled in with, where each value came from, what was filled in last time, and the commitment as it stands. */
export async function getPrefill(
  services: Services,
  registrations: RegistrationPort,
  actor: Actor,
  subjectKey: string,
): Promise<Prefill | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const [stored, last] = await services.db.read(scopeOf(actor, ['window']), async (tx) => [
    await findSubject(tx, subjectKey),
    (await listApplicationRows(tx, subjectKey))[0],
  ]);
  if (!stored) return refuse('not-found', 'subject-not-found', '没有找到这个主体。');
  const { subject, down } = await readRegistration(services, registrations, stored);
  const known = Object.entries(knownForm(subject, actor)) as [string, KnownValue][];
  const agent = await knownAgent(services, actor, subjectKey);
  return {
    form: {
      ...Object.fromEntries(known.map(([field, { value }]) => [field, value])),
      ...(agent ? { agent: agentOf(agent) } : {}),
    },
    sources: {
      ...Object.fromEntries(known.map(([field, { source }]) => [field, source])),
      ...(agent ? agentSources(agent) : {}),
    },
    down: down ? [registryTitle] : [],
    // What others filled in before is no business of an agent.
    last: last && !isAgent(actor, subjectKey) ? lastFilled(last) : null,
    commitment: {
      title: commitment.title,
      clauses: [commitment.lead, ...commitment.clauses],
      signatureLabel: commitment.signature,
    },
  };
}

const agentOf = ({ name, identifier, phone }: KnownAgent) => ({
  name: name?.value ?? '',
  identifier: identifier?.value ?? '',
  phone: phone?.value ?? '',
});

/** `agent.name` and so on: where each value of the 经办人 came from. */
function agentSources(agent: KnownAgent): Record<string, string> {
  const known = Object.entries(agent).flatMap(([field, it]) => (it ? [[`agent.${field}`, it.source] as const] : []));
  return Object.fromEntries(known);
}

function lastFilled({ number, submitted_on, form }: ApplicationRow): NonNullable<Prefill['last']> {
  const { address, phone, registryOrgan, legalRep, agent } = form;
  return {
    number,
    submittedOn: submitted_on,
    form: {
      address,
      phone,
      ...(registryOrgan ? { registryOrgan } : {}),
      ...(legalRep ? { legalRep } : {}),
      ...(agent ? { agent } : {}),
    },
  };
}
