import type { SubjectView } from '#contract/record.ts';
import { normaliseName } from '#domain/record/import-doc-number.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { searchKey } from '../access/give-purpose.ts';
import { maskPhone } from '../access/mask.ts';
import { purposeNeeded, purposeOf } from '../access/reading-log.ts';
import { findPurposes, type GivenPurpose, keepPurposes } from '../access/reading-purpose-store.ts';
import { findSubject, findSubjectKey, type SubjectRow, searchSubjects } from '../access/subject-store.ts';
import { type Actor, type Officer, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { maskPersonalNumbers } from '../platform/log.ts';
import { logAccess } from './log-access.ts';
import { findKeysByName, findSubjectsWithRecords, subjectsOfUnit } from './record-store.ts';
import { toSubjectView } from './record-view.ts';

/** How many subjects of a name an officer's own are looked for among. */
const mostNames = 500;

/**
 * Finds subjects by identifier or name. A window serves anybody of the province; an officer sees only subjects with records of the own
 * unit. Each search is logged with whom it found; who is not bound to a unit's own subjects must have said why, about this search or
 * about everybody it finds. Numbers and addresses of persons are shown in full only to who typed the number.
 */
export async function findSubjects(
  services: Services,
  actor: Actor,
  q: string,
): Promise<{ subjects: SubjectView[] } | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const text = q.trim();
  const code = normaliseCode(text);
  return services.db.transaction(scopeOf(actor, ['window', 'unit']), async (tx) => {
    const bound = isBoundToUnit(actor);
    const all = bound ? await findOfUnit(tx, actor.unit.unitId, text, code) : await search(tx, text);
    const rows = isAtOwnDesk(actor) ? await withRecordsSeen(tx, all) : all;
    const found = rows.map((row) => row.subject_key);
    const purpose = bound ? { purpose: 'case', note: '' } : await purposeOfSearch(tx, services, actor, text, found);
    if (!purpose) return purposeNeeded(actor, { q: text });
    await noteSearch(tx, services, actor, text, found, purpose);
    return { subjects: rows.map((row) => viewOf(row, code)) };
  });
}

/** What was said about the search, which then holds for whom it found; or what was said today about each of them. */
async function purposeOfSearch(
  tx: Tx,
  services: Services,
  actor: Officer,
  text: string,
  found: readonly string[],
): Promise<GivenPurpose | undefined> {
  const today = services.clock.today();
  const said = await purposeOf(tx, services, actor, searchKey(services, text));
  const known = await findPurposes(tx, actor.officerId, today, found);
  if (!said) return found.length > 0 && found.every((key) => known.has(key)) ? known.get(found[0]!) : undefined;
  const others = found.filter((key) => !known.has(key));
  await keepPurposes(tx, actor.officerId, today, others, said, services.clock.now());
  return said;
}

/** One line for the search, and where it found several, one for each, so that every subject can be told. */
async function noteSearch(
  tx: Tx,
  services: Services,
  actor: Officer,
  text: string,
  found: readonly string[],
  purpose: GivenPurpose,
): Promise<void> {
  const detail = { q: maskPersonalNumbers(text), found };
  const one = found.length === 1 ? found[0]! : null;
  await logAccess(tx, actor, 'find-subjects', one, detail, services.clock.now(), purpose);
  for (const key of one ? [] : found)
    await logAccess(tx, actor, 'found-subject', key, {}, services.clock.now(), purpose);
}

function isBoundToUnit(actor: Officer): boolean {
  return !actor.roles.includes('window-clerk') && !actor.roles.includes('operator');
}

/** A clerk at the desk of an authority's own: only subjects with records of its field. */
function isAtOwnDesk(actor: Officer): boolean {
  return actor.deskUnits !== undefined && !actor.roles.includes('operator');
}

/** Those with a record that row policies show to who asks. */
async function withRecordsSeen(tx: Tx, rows: readonly SubjectRow[]): Promise<SubjectRow[]> {
  const seen = await findSubjectsWithRecords(
    tx,
    rows.map((row) => row.subject_key),
  );
  return rows.filter((row) => seen.has(row.subject_key));
}

async function search(tx: Tx, text: string): Promise<SubjectRow[]> {
  const exact = await searchSubjects(tx, text);
  return exact.length > 0 ? exact : searchSubjects(tx, normaliseName(text));
}

async function findOfUnit(tx: Tx, unitId: string, text: string, code: string): Promise<SubjectRow[]> {
  const key = await findSubjectKey(tx, code);
  const candidates = key ? [key] : await findKeysByName(tx, normaliseName(text), mostNames);
  const own = await subjectsOfUnit(tx, unitId, candidates);
  const rows: SubjectRow[] = [];
  for (const candidate of candidates.filter((one) => own.has(one)).slice(0, 20)) {
    const row = await findSubject(tx, candidate);
    if (row) rows.push(row);
  }
  return rows;
}

function viewOf(row: SubjectRow, code: string): SubjectView {
  const knowsNumber = row.identifier === code;
  const view = toSubjectView(row, knowsNumber);
  if (row.kind !== 'person' || knowsNumber) return view;
  return { ...view, phone: maskPhone(row.phone), address: null };
}
