import type { Caller } from '#contract/endpoint.ts';
import type { Mandate, Standing } from '#domain/access/authorisation.ts';
import { regionPrefix, type Unit } from '#domain/catalog/catalog.ts';
import type { ActingPerson } from '#domain/item/available-actions.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Scope } from './database.ts';

/** A subject an applicant may act for. */
export interface OwnSubject {
  readonly subjectKey: string;
  readonly name: string;
  readonly kind: 'organisation' | 'sole-trader' | 'person';
  readonly maskedIdentifier: string;
  /** 本人, 法定代表人, 经办人, 受托 … */
  readonly as: string;
  /** Absent: the identity service vouches for it. */
  readonly ground?: 'authorisation';
  /** The enterprise's authorisation in force: read again with every request, never kept in the session. */
  readonly mandate?: Mandate;
}

export interface Guest {
  readonly kind: 'guest';
}

export interface Applicant {
  readonly kind: 'applicant';
  readonly sub: string;
  readonly name: string;
  readonly phone: string | null;
  readonly assurance: 'basic' | 'high';
  readonly subjects: readonly OwnSubject[];
  readonly actingFor: string;
  readonly idToken: string | null;
  /** Keyed hash of a person's ID number: what authorisations of enterprises are looked up by. */
  readonly agentHash?: string | null;
}

export interface Officer {
  readonly kind: 'officer';
  readonly officerId: string;
  readonly name: string;
  readonly unit: Unit;
  readonly roles: readonly Caller[];
  /** Clerks at the desk of an authority's own: the units whose records they may look at; absent at a service centre. */
  readonly deskUnits?: readonly string[];
}

/** Who is acting in a request. */
export type Actor = Guest | Applicant | Officer;

/** How the ledger names who acted: enough to answer "who", nothing secret. */
export interface LedgerActor {
  readonly kind: 'applicant' | 'officer' | 'platform' | 'outside';
  readonly id: string;
  readonly name: string;
  readonly unitId?: string;
  readonly unitName?: string;
  /** Under which authorisation an agent (受托经办人) acted. */
  readonly authorisationId?: string;
  /** The officer on leave for whom a deputy acted (代办). */
  readonly insteadOf?: { readonly officerId: string; readonly name: string };
}

/** The ledger's name of somebody who acts for a subject; an agent is named with the authorisation. */
export function ledgerActor(actor: Applicant | Officer, subjectKey?: string): LedgerActor {
  const mandate = actor.kind === 'applicant' && subjectKey ? standingFor(actor, subjectKey)?.mandate : undefined;
  return actor.kind === 'applicant'
    ? {
        kind: 'applicant',
        id: actor.sub,
        name: actor.name,
        ...(mandate ? { authorisationId: mandate.authorisationId } : {}),
      }
    : { kind: 'officer', id: actor.officerId, name: actor.name, unitId: actor.unit.unitId, unitName: actor.unit.name };
}

/** On what ground an applicant acts for a subject; undefined where not at all. */
export function standingFor(actor: Applicant, subjectKey: string): Standing | undefined {
  const own = actor.subjects.find((one) => one.subjectKey === subjectKey);
  return own && { ground: own.ground ?? 'identity', as: own.as, mandate: own.mandate ?? null };
}

/** Whether somebody acts for a subject on an authorisation alone: what outlives it (query codes, say) is not theirs. */
export function isAgent(actor: Actor, subjectKey: string): boolean {
  return actor.kind === 'applicant' && standingFor(actor, subjectKey)?.ground === 'authorisation';
}

/** The matters within which an applicant stays for a subject; null where nothing is held back. */
export function limitsFor(actor: Actor, subjectKey: string): readonly string[] | null {
  if (actor.kind !== 'applicant') return null;
  const standing = standingFor(actor, subjectKey);
  if (standing?.ground !== 'authorisation') return null;
  return standing.mandate ? standing.mandate.matters : [];
}

function limitsOf(actor: Applicant): Record<string, readonly string[]> {
  return Object.fromEntries(
    actor.subjects.flatMap(({ subjectKey }) => {
      const matters = limitsFor(actor, subjectKey);
      return matters ? [[subjectKey, matters] as const] : [];
    }),
  );
}

/** What an applicant's transactions see: subjects, and for those held within matters these alone. */
function subjectScope(actor: Applicant): Scope {
  const subjects = actor.subjects.map((one) => one.subjectKey);
  const limits = limitsOf(actor);
  if (Object.keys(limits).length === 0) return { sees: 'subject', subjects };
  const grants = subjects.flatMap((key) => limits[key]?.map((matter) => `${key}/${matter}`) ?? [`${key}/*`]);
  // An empty list would hold nothing back.
  return { sees: 'subject', subjects, grants: grants.length > 0 ? grants : ['none'] };
}

/** The same person as the domain's rules know them. */
export function actingPerson(actor: Actor): ActingPerson {
  if (actor.kind === 'officer')
    return {
      kind: 'officer',
      unitId: actor.unit.unitId,
      officerId: actor.officerId,
      name: actor.name,
      roles: actor.roles,
      regionPrefix: regionPrefix(actor.unit.regionCode),
    };
  if (actor.kind === 'guest') return { kind: 'applicant', subjectKeys: [] };
  return { kind: 'applicant', subjectKeys: actor.subjects.map((one) => one.subjectKey), limits: limitsOf(actor) };
}

/** Whether an actor is one of the callers an endpoint names; the refusal says whether logging in would help. */
export function checkCaller(actor: Actor, by: readonly Caller[]): Refusal | null {
  if (by.includes('guest')) return null;
  if (actor.kind === 'applicant' && by.includes('applicant')) return null;
  if (actor.kind === 'officer' && actor.roles.some((role) => by.includes(role))) return null;
  if (actor.kind === 'guest')
    return refuse('unauthenticated', 'login-needed', '请先登录再操作，已填写的内容不会丢失。');
  return refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
}

/** What the actor's transactions may see; `prefer` picks among the roles of an officer who has several. */
export function scopeOf(
  actor: Actor,
  prefer: readonly ('unit' | 'window' | 'region')[] = ['unit', 'window', 'region'],
): Scope {
  if (actor.kind === 'guest') return { sees: 'none' };
  if (actor.kind === 'applicant') return subjectScope(actor);
  for (const want of prefer) {
    if (want === 'unit' && actor.roles.includes('officer')) return { sees: 'unit', unit: actor.unit.unitId };
    if (want === 'window' && actor.roles.includes('window-clerk'))
      return {
        sees: 'window',
        unit: actor.unit.unitId,
        ...(actor.deskUnits ? { units: actor.deskUnits } : {}),
      };
    if (want === 'region' && actor.roles.includes('supervisor'))
      return { sees: 'region', region: regionPrefix(actor.unit.regionCode) };
  }
  return actor.roles.includes('operator') ? { sees: 'all' } : { sees: 'none' };
}

/** Refuses an applicant who names a subject that is not theirs; says no more than a stranger may know. */
export function checkSubject(actor: Actor, subjectKey: string): Refusal | null {
  if (actor.kind !== 'applicant' || actor.subjects.some((one) => one.subjectKey === subjectKey)) return null;
  return refuse('not-found', 'subject-not-yours', '没有找到这个主体，或者您不能代表它办理。');
}
