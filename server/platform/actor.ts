import type { Caller } from '#contract/endpoint.ts';
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
  /** 本人, 法定代表人, 经办人 … */
  readonly as: string;
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
}

export interface Officer {
  readonly kind: 'officer';
  readonly officerId: string;
  readonly name: string;
  readonly unit: Unit;
  readonly roles: readonly Caller[];
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
}

export function ledgerActor(actor: Applicant | Officer): LedgerActor {
  return actor.kind === 'applicant'
    ? { kind: 'applicant', id: actor.sub, name: actor.name }
    : { kind: 'officer', id: actor.officerId, name: actor.name, unitId: actor.unit.unitId, unitName: actor.unit.name };
}

/** The same person as the domain's rules know them. */
export function actingPerson(actor: Actor): ActingPerson {
  if (actor.kind === 'officer')
    return {
      kind: 'officer',
      unitId: actor.unit.unitId,
      roles: actor.roles,
      regionPrefix: regionPrefix(actor.unit.regionCode),
    };
  return {
    kind: 'applicant',
    subjectKeys: actor.kind === 'applicant' ? actor.subjects.map((one) => one.subjectKey) : [],
  };
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
  if (actor.kind === 'applicant') return { sees: 'subject', subjects: actor.subjects.map((one) => one.subjectKey) };
  for (const want of prefer) {
    if (want === 'unit' && actor.roles.includes('officer')) return { sees: 'unit', unit: actor.unit.unitId };
    if (want === 'window' && actor.roles.includes('window-clerk')) return { sees: 'window', unit: actor.unit.unitId };
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
