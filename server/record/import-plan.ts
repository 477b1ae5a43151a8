import { hash } from 'node:crypto';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { ImportedRecord } from '#domain/record/import-record.ts';
import type { FieldFault } from '#domain/refusal.ts';
import type { RowOutcome } from './import/interpret-file.ts';
import { type ImportPlace, registrationRegion } from './import-routing.ts';

/** A row that may go in, with the unit it belongs to. */
export interface PlacedRow {
  readonly sheet: string;
  readonly rowNo: number;
  readonly record: ImportedRecord;
  /** SHA-256 of the row as read, hex. */
  readonly digest: string;
  readonly place: ImportPlace;
  readonly registeredIn: string | null;
  readonly warnings: readonly FieldFault[];
}

/** A row that stays out. */
export interface RejectedRow {
  readonly sheet: string;
  readonly rowNo: number;
  readonly record?: undefined;
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

/** Decides by the file and the catalogue alone whether a row goes in, and where. */
export function placeRow(plan: ImportPlan, row: RowOutcome): PlacedRow | RejectedRow {
  const { sheet, rowNo, ok: record, warnings } = row;
  if (!record) return { sheet, rowNo, faults: row.faults, warnings };
  const reject = (field: string, text: string): RejectedRow => ({ sheet, rowNo, faults: [{ field, text }], warnings });
  if (record.digest.includes('\\u') && unstorable.test(record.digest))
    return reject('整行', '含有不能保存的字符，请重新录入该行');
  const place = plan.placeOf(record);
  if (plan.onlyUnit !== null && place.unitId !== plan.onlyUnit) {
    const owner = place.unitId === null ? null : (plan.catalog.units.get(place.unitId)?.name ?? place.unitId);
    const text = owner ? `这条信息由${owner}认定，请由该单位导入` : (place.why ?? '没有找到办理单位');
    return reject('认定机关', `只能导入本单位认定的信息：${text}`);
  }
  const lost = place.why === null ? [] : [{ field: '认定机关', text: `已导入，但${place.why}` }];
  return {
    sheet,
    rowNo,
    record,
    digest: hash('sha256', record.digest, 'hex'),
    place,
    registeredIn: registrationRegion(plan.catalog, record),
    warnings: lost.length > 0 ? [...warnings, ...lost] : warnings,
  };
}
