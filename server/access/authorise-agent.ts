import type * as contract from '#contract/authorisations.ts';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import { checkGrantor, checkMandate, longestMandateDays } from '#domain/access/authorisation.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { addDays, type PlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, type Applicant, isAgent, ledgerActor, scopeOf, standingFor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { v7 } from '../platform/uuid.ts';
import { agentHash } from './agent-mandates.ts';
import * as store from './authorisation-store.ts';
import { maskIdentifier, maskPhone } from './mask.ts';

type View = contract.AuthorisationView;

const notYours = () => refuse('not-found', 'subject-not-yours', '没有找到这个主体，或者您不能代表它办理。');

function matterNames(catalog: Catalog, today: PlainDate): Map<string, string> {
  const open = catalog.matters.filter(
    (one) => one.validFrom <= today && (one.validTo === null || one.validTo >= today),
  );
  return new Map(open.map((one) => [one.matterKey, one.name]));
}

function toView(row: store.AuthorisationRow, catalog: Catalog, today: PlainDate): View {
  const nameOf = (key: string) => catalog.matters.find((one) => one.matterKey === key)?.name ?? '已取消的事项';
  return {
    authorisationId: row.authorisation_id,
    agentName: row.agent_name,
    maskedIdentifier: maskIdentifier('person', row.agent_identifier),
    maskedPhone: maskPhone(row.agent_phone),
    matters: row.matters?.map((matterKey) => ({ matterKey, name: nameOf(matterKey) })) ?? null,
    from: row.valid_from,
    until: row.valid_to,
    state: row.withdrawn_at ? 'withdrawn' : row.valid_to < today ? 'ended' : 'in-force',
    grantedBy: row.granted_by.name,
    grantedAt: row.granted_at,
    withdrawnBy: row.withdrawn_by?.name ?? null,
    withdrawnAt: row.withdrawn_at,
  };
}

/** Whether this applicant may authorise agents of the subject and take that back; the refusal says why not. */
function checkRight(actor: Applicant, subjectKey: string): Refusal | null {
  const standing = standingFor(actor, subjectKey);
  const subject = actor.subjects.find((one) => one.subjectKey === subjectKey);
  return standing && subject ? checkGrantor(subject, standing, actor.assurance) : notYours();
}

const order = ['in-force', 'ended', 'withdrawn'];

/** Whom an enterprise has authorised. An agent sees nothing of it: others' names are not his business. */
export async function listAuthorisations(
  services: Services,
  actor: Actor,
  subjectKey: string,
): Promise<ReplyOf<typeof contract.listAuthorisations> | Refusal> {
  if (actor.kind !== 'applicant' || !standingFor(actor, subjectKey) || isAgent(actor, subjectKey)) return notYours();
  const catalog = await services.catalog();
  const today = services.clock.today();
  const rows = await services.db.read(scopeOf(actor), (tx) => store.findAuthorisations(tx, subjectKey));
  const bar = checkRight(actor, subjectKey);
  const authorisations = rows.map((row) => toView(row, catalog, today));
  return {
    authorisations: authorisations.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
    mayGrant: bar === null,
    whyNot: bar?.text ?? null,
    stepUp: bar?.more?.stepUp === true,
    lastDay: addDays(today, longestMandateDays),
    matters: [...matterNames(catalog, today)].map(([matterKey, name]) => ({ matterKey, name })),
  };
}

/** 经办人授权. Sent twice it is made once; it takes the place of what the same person held of the enterprise. */
export async function authoriseAgent(
  services: Services,
  actor: Actor,
  subjectKey: string,
  body: BodyOf<typeof contract.authoriseAgent>,
): Promise<View | Refusal> {
  if (actor.kind !== 'applicant') return notYours();
  const bar = checkRight(actor, subjectKey);
  if (bar) return bar;
  const catalog = await services.catalog();
  const today = services.clock.today();
  const checked = checkMandate(body, new Set(matterNames(catalog, today).keys()), today);
  if (isRefusal(checked)) return checked;
  const hash = agentHash(services.config.appSecret, checked.identifier);
  if (hash === actor.agentHash)
    return refuse('invalid', 'agent-is-self', '这是您本人，您已经可以代表本单位办理，不用授权。', {
      fields: [{ field: 'identifier', text: '这是您本人的号码。' }],
    });
  const at = services.clock.now();
  const by = ledgerActor(actor, subjectKey);
  return services.db.transaction(scopeOf(actor), async (tx): Promise<View | Refusal> => {
    // Two at once for one enterprise take turns, so that the later one replaces the earlier.
    await tx.query('subject-lock', 'select subject_key from subject where subject_key = $1 for update', [subjectKey]);
    const earlier = await store.findGranted(tx, subjectKey, body.requestId);
    if (earlier) return toView(earlier, catalog, today);
    const made = { ...checked, subjectKey, authorisationId: v7(at), by, at };
    await store.recordAuthorisation(tx, { ...made, requestId: body.requestId, phone: body.phone ?? null, hash });
    await store.replaceEarlier(tx, made);
    const [row] = await store.findAuthorisations(tx, subjectKey, made.authorisationId);
    return toView(row!, catalog, today);
  });
}

/** Takes an authorisation back at once. A second time it stays as it was withdrawn first. */
export async function withdrawAuthorisation(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly authorisationId: string },
): Promise<View | Refusal> {
  if (actor.kind !== 'applicant') return notYours();
  const bar = checkRight(actor, key.subjectKey);
  if (bar) return bar;
  const catalog = await services.catalog();
  const at = services.clock.now();
  return services.db.transaction(scopeOf(actor), async (tx): Promise<View | Refusal> => {
    await store.recordWithdrawal(tx, { ...key, by: ledgerActor(actor, key.subjectKey), at });
    const [row] = await store.findAuthorisations(tx, key.subjectKey, key.authorisationId);
    return row
      ? toView(row, catalog, services.clock.today())
      : refuse('not-found', 'authorisation-not-found', '没有找到这份授权。');
  });
}

/** The subject whose agent part of the joint form is filled from an authorisation: name, number and phone as the enterprise wrote them. */
export async function agentOfForm(
  services: Services,
  actor: Applicant,
  subjectKey: string,
): Promise<{ name: string; identifier: string; phone: string } | null> {
  const mandate = standingFor(actor, subjectKey)?.mandate;
  if (!mandate) return null;
  const [row] = await services.db.read(scopeOf(actor), (tx) =>
    store.findAuthorisations(tx, subjectKey, mandate.authorisationId),
  );
  return row
    ? { name: row.agent_name, identifier: row.agent_identifier, phone: row.agent_phone ?? actor.phone ?? '' }
    : null;
}
