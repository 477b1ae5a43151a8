import type { FieldFault } from '#domain/refusal.ts';
import type { Tx } from '../platform/database.ts';
import type { PlacedRow } from './import-plan.ts';
import { renameRow } from './subject-names.ts';

/** By which names a subject goes. */
export interface KnownNames {
  readonly name: string;
  readonly former: readonly string[];
}

/**
 * What a row's name means for a subject that goes by another. It is renamed only where the row itself says so: its 曾用名 holds the
 * name we know, or it is the registrar's (market supervision), by code, and younger than every record of the subject. A name that
 * merely differs may be a slip of the pen: it changes nothing and is put before a person's eyes.
 */
export function judgeName(
  row: Pick<PlacedRow, 'subject' | 'findingDate' | 'isRegistrars'>,
  known: KnownNames,
  latestFinding: string | null,
): 'same' | 'renamed' | 'differs' {
  const { name, formerNames = [], identifierKind } = row.subject;
  if (name === known.name || known.former.includes(name)) return 'same';
  if (identifierKind !== 'uscc') return 'differs';
  if (formerNames.includes(known.name)) return 'renamed';
  return row.isRegistrars && latestFinding !== null && row.findingDate > latestFinding ? 'renamed' : 'differs';
}

/** Takes what the rows of known subjects say of names; gives each row's warning, by row. */
export async function takeNames(
  tx: Tx,
  rows: readonly PlacedRow[],
  names: Map<string, KnownNames>,
  at: Date,
): Promise<Map<PlacedRow, FieldFault>> {
  const warnings = new Map<PlacedRow, FieldFault>();
  const unlike = rows.filter((row) => {
    const known = names.get(row.subjectKey);
    return known !== undefined && judgeName(row, known, null) !== 'same';
  });
  if (unlike.length === 0) return warnings;
  const latest = await latestFindings(tx, [...new Set(unlike.map((row) => row.subjectKey))]);
  // The youngest last: its name is the one that stays.
  for (const row of unlike.toSorted((a, b) => (a.findingDate < b.findingDate ? -1 : 1))) {
    const known = names.get(row.subjectKey)!;
    const judged = judgeName(row, known, latest.get(row.subjectKey) ?? null);
    if (judged === 'same') continue;
    const { name } = row.subject;
    if (judged === 'differs') {
      const text = `与已有主体的名称“${known.name}”不同，已按代码归入该主体；已经更名的，请在“曾用名”一栏填写原名称，或者登记更名`;
      warnings.set(row, { field: '主体名称', text });
      continue;
    }
    const former = await renameRow(tx, row.subjectKey, { name, before: known.name, former: known.former }, at);
    names.set(row.subjectKey, { name, former });
    latest.set(row.subjectKey, row.findingDate);
    warnings.set(row, {
      field: '主体名称',
      text: `已按更名办理：“${known.name}”改为“${name}”，原名称记为曾用名，请核对`,
    });
  }
  return warnings;
}

async function latestFindings(tx: Tx, subjectKeys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ subject_key: string; latest: string }>(
    'subjects-latest-finding',
    'select subject_key, max(finding_date) as latest from record where subject_key = any($1::uuid[]) group by 1',
    [subjectKeys],
  );
  return new Map(rows.map((row) => [row.subject_key, row.latest]));
}
