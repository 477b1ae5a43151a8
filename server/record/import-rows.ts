import type { FieldFault, Refusal } from '#domain/refusal.ts';
import { refuse } from '#domain/refusal.ts';
import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import { mergeFacts } from './import-merge.ts';
import type { PlacedRow, RejectedRow } from './import-plan.ts';
import {
  findKnownRecords,
  findSubjectKeys,
  findSubjectNames,
  type ImportedRecordRow,
  type ImportedSubjectRow,
  insertRecords,
  insertSubjects,
  type KnownRecord,
  lockChangedRecords,
  updateRecords,
} from './import-record-store.ts';
import type { ReportRow } from './import-store.ts';

/** How the rows of one batch ended, and the lines of the report worth keeping. */
export interface RowsWritten {
  readonly accepted: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly report: readonly ReportRow[];
}

interface KeyedRow extends PlacedRow {
  readonly subjectKey: string;
  readonly isNewSubject: boolean;
}

/** Somebody else wrote the same subject or record between our look and our write: roll back and look again. */
const raced = refuse('conflict', 'busy', '同一时间有别的导入写入了相同的数据。');

/**
 * Writes one batch of rows in a few statements over arrays, whatever its size. No natural key stands in a batch twice with different
 * content (the caller cuts the batch there); twice the same is a duplicate. A refusal means: begin the transaction anew.
 */
export async function writeRows(
  tx: Tx,
  rows: readonly (PlacedRow | RejectedRow)[],
  importId: string,
  at: Date,
): Promise<RowsWritten | Refusal> {
  const rejected = rows.filter((row) => row.record === undefined);
  const placed = await keyRows(tx, rows.filter((row) => row.record !== undefined), at);
  if (!placed) return raced;
  const known = new Map<string, KnownRecord>();
  const oldSubjects = placed.filter((row) => !row.isNewSubject);
  const looked = oldSubjects.map(({ subjectKey, record }) => ({ subjectKey, naturalKey: record.naturalKey }));
  for (const one of await findKnownRecords(tx, looked)) known.set(one.natural_key, one);

  const fresh = new Map<string, KeyedRow>();
  const changed = new Map<string, KeyedRow & { readonly recordId: string }>();
  const duplicate: KeyedRow[] = [];
  for (const row of placed) {
    const { naturalKey } = row.record;
    const before = known.get(naturalKey);
    if (before?.digest === row.digest || fresh.has(naturalKey) || changed.has(naturalKey)) duplicate.push(row);
    else if (before) changed.set(naturalKey, { ...row, recordId: before.record_id });
    else fresh.set(naturalKey, row);
  }
  const accepted = [...fresh.values()];
  const inserted = await insertRecords(
    tx,
    accepted.map((row) => toRecordRow(row, v7(at), JSON.stringify(row.record.facts))),
    importId,
    at,
  );
  if (!inserted) return raced;
  const updated = await changeRecords(tx, [...changed.values()], at);
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
  outcome: ReportRow['outcome'],
  faults: readonly FieldFault[],
  warnings: readonly FieldFault[],
): ReportRow {
  return { sheet, rowNo, outcome, faults, warnings };
}

/** Gives every row its subject, making those that nobody knows; undefined where another import was faster. */
async function keyRows(tx: Tx, rows: readonly PlacedRow[], at: Date): Promise<KeyedRow[] | undefined> {
  if (rows.length === 0) return [];
  const identifiers = [...new Set(rows.map((row) => row.record.subject.identifier))];
  const keys = await findSubjectKeys(tx, identifiers);
  const names = keys.size > 0 ? await findSubjectNames(tx, [...keys.values()]) : new Map<string, never>();
  const made = new Map<string, ImportedSubjectRow>();
  for (const row of rows) {
    const { subject } = row.record;
    if (keys.has(subject.identifier) || made.has(subject.identifier)) continue;
    made.set(subject.identifier, {
      subjectKey: v7(at),
      kind: subject.kind,
      name: subject.name,
      identifier: subject.identifier,
      identifierKind: subject.identifierKind,
      legalRep: subject.legalRep ?? null,
      regionCode: row.registeredIn,
    });
  }
  if (!(await insertSubjects(tx, [...made.values()], at))) return undefined;
  return rows.map((row) => {
    const { identifier, name } = row.record.subject;
    const mine = made.get(identifier);
    const subjectKey = mine?.subjectKey ?? keys.get(identifier)!;
    const called = mine ? { name: mine.name, former: [] } : names.get(subjectKey);
    const warnings =
      called && called.name !== name && !called.former.includes(name)
        ? [...row.warnings, { field: '主体名称', text: `与已有主体的名称“${called.name}”不同，已按代码归入该主体` }]
        : row.warnings;
    return { ...row, warnings, subjectKey, isNewSubject: mine !== undefined };
  });
}

/** Writes changed records over the known ones; a repaired one, or one with an open item, is put before a person's eyes. */
async function changeRecords(
  tx: Tx,
  rows: readonly (KeyedRow & { readonly recordId: string })[],
  at: Date,
): Promise<ReportRow[]> {
  const before = await lockChangedRecords(tx, rows);
  const written: ImportedRecordRow[] = [];
  const report = rows.map((row) => {
    const old = before.get(row.recordId);
    written.push(toRecordRow(row, row.recordId, JSON.stringify(mergeFacts(old?.facts ?? {}, { ...row.record.facts }))));
    const warnings = [...row.warnings];
    if (old?.repaired_on)
      warnings.push({ field: '整行', text: `这条信息已于 ${old.repaired_on} 修复：内容已更新，修复结果不变，请核对` });
    if (old?.held) warnings.push({ field: '整行', text: '这条信息有正在办理的修复申请：内容已更新，请告知经办人' });
    return reportOf(row, 'updated', [], warnings);
  });
  await updateRecords(tx, written, at);
  return report;
}

function toRecordRow({ record, ...row }: KeyedRow, recordId: string, facts: string): ImportedRecordRow {
  return {
    subjectKey: row.subjectKey,
    recordId,
    matterKey: record.matterKey,
    recordType: record.recordType,
    naturalKey: record.naturalKey,
    digest: row.digest,
    docNumber: record.docNumber ?? '无文号',
    findingDate: record.findingDate,
    publishedDate: record.publishedDate,
    organName: record.organName,
    organCode: record.organCode,
    unitId: row.place.unitId,
    regionCode: row.place.regionCode,
    facts,
    dutiesPerformed: record.dutiesPerformed,
    correctionDate: record.correctionDate,
    class: record.facts.class ?? null,
  };
}
