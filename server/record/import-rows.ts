import { type FieldFault, type Refusal, refuse } from '#domain/refusal.ts';
import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { orderDeregistrations } from './import-deregistrations.ts';
import { mergeFacts } from './import-merge.ts';
import { takeNames } from './import-names.ts';
import type { PlacedRow, RejectedRow } from './import-plan.ts';
import {
  findKnownRecords,
  findSubjectKeys,
  findSubjectNames,
  type ImportedSubjectRow,
  insertRecords,
  insertSubjects,
  lockChangedRecords,
  updateRecords,
} from './import-record-store.ts';
import type { ImportOutcome, ReportRow } from './import-store.ts';

/** How the rows of one batch ended, and the lines of the report worth keeping. */
export interface RowsWritten extends Readonly<Record<ImportOutcome, number>> {
  readonly report: readonly ReportRow[];
}

/** Somebody else wrote the same subject or record between our look and our write: roll back and look again. */
export const raced = refuse('conflict', 'busy', '同一时间有别的导入写入了相同的数据。');

/** Rows by their subject: those of subjects just made cannot be known. */
interface KeyedRows {
  readonly ofNew: readonly PlacedRow[];
  readonly ofKnown: readonly PlacedRow[];
}

/**
 * Writes one batch of rows in a few statements over arrays, whatever its size. No natural key stands in a batch twice with different
 * content (the caller cuts the batch there); twice the same is a duplicate. A refusal, or an error of isSubjectTaken, means: begin the
 * transaction anew.
 */
export async function writeRows(
  tx: Tx,
  rows: readonly (PlacedRow | RejectedRow)[],
  importId: string | null,
  at: Date,
): Promise<RowsWritten | Refusal> {
  const rejected = rows.filter((row) => row.rejected);
  const keyed = await keyRows(
    tx,
    rows.filter((row) => !row.rejected),
    at,
  );
  const known = new Map((await findKnownRecords(tx, keyed.ofKnown)).map((one) => [one.natural_key, one]));
  const changed = new Map<string, PlacedRow>();
  const fresh = new Map<string, PlacedRow>();
  const duplicate: PlacedRow[] = [];
  for (const row of keyed.ofKnown) {
    const before = known.get(row.naturalKey);
    if (before?.digest === row.digest || fresh.has(row.naturalKey) || changed.has(row.naturalKey)) duplicate.push(row);
    else {
      row.recordId = before?.record_id ?? v7(at);
      (before ? changed : fresh).set(row.naturalKey, row);
    }
  }
  const first = new Map<string, PlacedRow>();
  for (const row of keyed.ofNew) {
    if (first.has(row.naturalKey)) duplicate.push(row);
    else {
      row.recordId = v7(at);
      first.set(row.naturalKey, row);
    }
  }
  const ofNew = [...first.values()];
  const ofKnown = [...fresh.values()];
  await insertRecords(tx, ofNew, { importId, at, ofNewSubjects: true });
  if (!(await insertRecords(tx, ofKnown, { importId, at, ofNewSubjects: false }))) return raced;
  const accepted = [...ofNew, ...ofKnown];
  const updated = await changeRecords(tx, [...changed.values()], at);
  await orderDeregistrations(tx, [...accepted, ...changed.values()], importId, at);
  return {
    accepted: accepted.length,
    updated: updated.length,
    duplicate: duplicate.length,
    rejected: rejected.length,
    report: [
      ...rejected.map((row) => reportOf(row, 'rejected', row.faults, row.warnings)),
      ...duplicate.map((row) => reportOf(row, 'duplicate', [], row.warnings)),
      ...updated,
      ...accepted.filter((row) => row.warnings.length > 0).map((row) => reportOf(row, 'accepted', [], row.warnings)),
    ],
  };
}

function reportOf(
  { sheet, rowNo }: { readonly sheet: string; readonly rowNo: number },
  outcome: ImportOutcome,
  faults: readonly FieldFault[],
  warnings: readonly FieldFault[],
): ReportRow {
  return { sheet, rowNo, outcome, faults, warnings };
}

/** Gives every row its subject, making those that nobody knows. */
async function keyRows(tx: Tx, rows: readonly PlacedRow[], at: Date): Promise<KeyedRows> {
  const keys = await findSubjectKeys(tx, new Set(rows.map((row) => row.subject.identifier)));
  const names = await findSubjectNames(tx, [...keys.values()]);
  const made = new Map<string, ImportedSubjectRow>();
  const ofNew: PlacedRow[] = [];
  const known: PlacedRow[] = [];
  for (const row of rows) {
    const { subject } = row;
    const subjectKey = keys.get(subject.identifier);
    if (subjectKey === undefined) {
      const mine = made.get(subject.identifier) ?? newSubject(row, at);
      made.set(subject.identifier, mine);
      ofNew.push(underSubject(row, mine));
    } else {
      row.subjectKey = subjectKey;
      known.push(row);
    }
  }
  await insertSubjects(tx, [...made.values()], at);
  const said = await takeNames(tx, known, names, at);
  const ofKnown = known.map((row) => {
    const warning = said.get(row);
    return warning ? { ...row, warnings: [...row.warnings, warning] } : row;
  });
  return { ofNew, ofKnown };
}

function newSubject({ subject, registeredIn }: PlacedRow, at: Date): ImportedSubjectRow {
  return {
    subjectKey: v7(at),
    kind: subject.kind,
    name: subject.name,
    identifier: subject.identifier,
    identifierKind: subject.identifierKind,
    legalRep: subject.legalRep ?? null,
    regionCode: registeredIn,
    formerNames: subject.formerNames ?? [],
  };
}

/** Puts the row under a subject this batch makes; another name for it is put before a person's eyes. */
function underSubject(row: PlacedRow, { subjectKey, name, formerNames }: ImportedSubjectRow): PlacedRow {
  row.subjectKey = subjectKey;
  if (name === row.subject.name || formerNames.includes(row.subject.name)) return row;
  const warning = { field: '主体名称', text: `与已有主体的名称“${name}”不同，已按代码归入该主体` };
  return { ...row, warnings: [...row.warnings, warning] };
}

/** Writes changed records over the known ones; a repaired one, or one with an open item, is put before a person's eyes. */
async function changeRecords(tx: Tx, rows: readonly PlacedRow[], at: Date): Promise<ReportRow[]> {
  const before = await lockChangedRecords(tx, rows);
  const written = rows.map((row) => {
    const facts = mergeFacts(before.get(row.recordId)?.facts ?? {}, JSON.parse(row.facts) as Record<string, unknown>);
    return { ...row, facts: JSON.stringify(facts) };
  });
  await updateRecords(tx, written, at);
  return rows.map((row) => {
    const { repaired_on: repairedOn, held } = before.get(row.recordId) ?? { repaired_on: null, held: false };
    const warnings = [...row.warnings];
    if (repairedOn)
      warnings.push({ field: '整行', text: `这条信息已于 ${repairedOn} 修复：内容已更新，修复结果不变，请核对` });
    if (held) warnings.push({ field: '整行', text: '这条信息有正在办理的修复申请：内容已更新，请告知经办人' });
    return reportOf(row, 'updated', [], warnings);
  });
}
