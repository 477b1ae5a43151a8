import { hash } from 'node:crypto';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { ImportedRecord, ImportedSubject } from '#domain/record/import-record.ts';
import type { FieldFault } from '#domain/refusal.ts';
import type { RowOutcome } from './import/interpret-file.ts';
import type { ImportedRecordRow } from './import-record-store.ts';
import { type ImportPlace, registrationRegion } from './import-routing.ts';

/**
 * A row that may go in. It holds the columns to be written and nothing of the object it was read into: a batch of those outlives
 * the young generation of the heap; without them the collector has half the work.
 */
export interface PlacedRow extends ImportedRecordRow {
  readonly rejected: false;
  readonly sheet: string;
  readonly rowNo: number;
  readonly subject: ImportedSubject;
  readonly registeredIn: string | null;
  readonly warnings: readonly FieldFault[];
  /** Of a market regulator: what it says of names and deregistration is the registrar's word. */
  readonly isRegistrars: boolean;
}

/** A row that stays out. */
export interface RejectedRow {
  readonly rejected: true;
  readonly sheet: string;
  readonly rowNo: number;
  readonly faults: readonly FieldFault[];
  readonly warnings: readonly FieldFault[];
}

/** What all rows of an import are placed by. */
export interface ImportPlan {
  readonly catalog: Catalog;
  readonly placeOf: (record: ImportedRecord) => ImportPlace;
  /** The only unit whose records may come in; null: any unit's (operators). */
  readonly onlyUnit: string | null;
}

/** What jsonb cannot hold, as JSON writes it: NUL and halves of characters. Workbooks can carry them, hands cannot type them. */
const unstorable = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

const notTheRegistrar: FieldFault = {
  field: '注销日期',
  text: '这条已导入，但没有登记注销：注销由登记地市场监督管理部门登记（市场监管总局令第107号第二十条）',
};

/** Decides by the file and the catalogue alone whether a row goes in, and where. */
export function placeRow(plan: ImportPlan, row: RowOutcome): PlacedRow | RejectedRow {
  const { sheet, rowNo, ok: record, warnings } = row;
  const reject = (faults: readonly FieldFault[]): RejectedRow => ({ rejected: true, sheet, rowNo, faults, warnings });
  if (!record) return reject(row.faults);
  if (record.digest.includes('\\u') && unstorable.test(record.digest))
    return reject([{ field: '整行', text: '含有不能保存的字符，请重新录入该行' }]);
  const place = plan.placeOf(record);
  const foreign = plan.onlyUnit !== null && place.unitId !== plan.onlyUnit ? foreignText(plan.catalog, place) : null;
  if (foreign !== null) return reject([{ field: '认定机关', text: foreign }]);
  const isRegistrars = place.unitId !== null && plan.catalog.units.get(place.unitId)?.sector === 'market';
  const notItsWord = record.subject.deregisteredOn !== undefined && !isRegistrars ? [notTheRegistrar] : [];
  const lost = place.why === null ? [] : [{ field: '认定机关', text: `已导入，但${place.why}` }];
  return {
    rejected: false,
    sheet,
    rowNo,
    subject: record.subject,
    registeredIn: registrationRegion(plan.catalog, record),
    warnings: lost.length + notItsWord.length > 0 ? [...warnings, ...lost, ...notItsWord] : warnings,
    isRegistrars,
    subjectKey: '',
    recordId: '',
    matterKey: record.matterKey,
    recordType: record.recordType,
    naturalKey: record.naturalKey,
    digest: hash('sha256', record.digest, 'hex'),
    docNumber: record.docNumber ?? '无文号',
    findingDate: record.findingDate,
    publishedDate: record.publishedDate,
    organName: record.organName,
    organCode: record.organCode,
    unitId: place.unitId,
    regionCode: place.regionCode,
    facts: record.factsText,
    dutiesPerformed: record.dutiesPerformed,
    correctionDate: record.correctionDate,
    class: record.facts.class ?? null,
  };
}

function foreignText(catalog: Catalog, place: ImportPlace): string {
  const owner = place.unitId === null ? null : (catalog.units.get(place.unitId)?.name ?? place.unitId);
  const why = owner ? `这条信息由${owner}认定，请由该单位导入` : (place.why ?? '没有找到办理单位');
  return `只能导入本单位认定的信息：${why}`;
}
