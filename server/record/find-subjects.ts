import type { SubjectView } from '#contract/record.ts';
import { normaliseName } from '#domain/record/import-doc-number.ts';
import type { Refusal } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { maskPhone } from '../access/mask.ts';
import { findSubject, findSubjectKey, type SubjectRow, searchSubjects } from '../access/subject-store.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
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
 * unit. Each search is logged with whom it found. Numbers and addresses of persons are shown in full only to who typed the number.
 */
export async function findSubjects(
  services: Services,
  actor: Actor,
  q: string,
): Promise<{ subjects: SubjectView[] } | Refusal> {
  const text = q.trim();
  const code = normaliseCode(text);
  return services.db.transaction(scopeOf(actor, ['window', 'unit']), async (tx) => {
    const all = isBoundToUnit(actor) ? await findOfUnit(tx, actor.unit.unitId, text, code) : await search(tx, text);
    const rows = isAtOwnDesk(actor) ? await withRecordsSeen(tx, all) : all;
    const found = rows.map((row) => row.subject_key);
    const detail = { q: maskPersonalNumbers(text), found };
    await logAccess(tx, actor, 'find-subjects', found.length === 1 ? found[0]! : null, detail, services.clock.now());
    return { subjects: rows.map((row) => viewOf(row, code)) };
  });
}

function isBoundToUnit(actor: Actor): actor is Extract<Actor, { kind: 'officer' }> {
  return actor.kind === 'officer' && !actor.roles.includes('window-clerk') && !actor.roles.includes('operator');
}

/** A clerk at the desk of an authority's own: only subjects with records of its field. */
function isAtOwnDesk(actor: Actor): boolean {
  return actor.kind === 'officer' && actor.deskUnits !== undefined && !actor.roles.includes('operator');
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
