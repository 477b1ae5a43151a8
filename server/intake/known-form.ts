import type { FormContent } from '#contract/intake.ts';
import { markForm, type PrefillableField } from '#domain/intake/form-marks.ts';
import type { SubjectRow } from '../access/subject-store.ts';
import { type Actor, isAgent } from '../platform/actor.ts';
import { registryTitle } from './read-registration.ts';

/** What a source says about a field of the form, and what the source is called. */
export interface KnownValue {
  readonly value: string;
  readonly source: string;
}

const login = '统一身份认证';
const collected = '公共信用信息归集库';

/** Everything that the login and the registers know of the form: what it is filled in with, and what it is compared with when handed in. */
export function knownForm(subject: SubjectRow, actor: Actor): Partial<Record<PrefillableField, KnownValue>> {
  const person = subject.kind === 'person';
  const known: Partial<Record<PrefillableField, KnownValue>> = {};
  const offer = (field: PrefillableField, value: string | null | undefined, source: string) => {
    if (value && !known[field]) known[field] = { value, source };
  };
  const applicant = actor.kind === 'applicant';
  offer('subjectKind', subject.kind, collected);
  offer('name', subject.name, applicant ? login : collected);
  offer('identifier', subject.identifier, applicant ? login : collected);
  const registry = person ? collected : registryTitle;
  offer('address', subject.address, registry);
  offer('legalRep', subject.legal_rep, registry);
  offer('registryOrgan', subject.registry_organ, registry);
  // An agent's own number is not the enterprise's.
  if (applicant && !isAgent(actor, subject.subject_key)) offer('phone', actor.phone, login);
  offer('phone', subject.phone, collected);
  return known;
}

/** The form with its marks; what the client says about them does not count. */
export function markedForm(form: FormContent, subject: SubjectRow, actor: Actor): FormContent {
  const known = knownForm(subject, actor);
  const values = Object.fromEntries(Object.entries(known).map(([field, { value }]) => [field, value]));
  return { ...form, marks: markForm(form, values) };
}
