import type { FieldFault } from '../refusal.ts';
import { cellText, type ImportCell } from './import-cell.ts';
import type { HeaderMap } from './import-header.ts';
import { readListRow } from './import-list-row.ts';
import { readPenaltyRow } from './import-penalty-row.ts';
import { type ImportedRecord, sealRecord } from './import-record.ts';
import type { ImportContext, RowView } from './import-row-view.ts';

/** What a row came to: a record, or the faults that keep it out; warnings in both cases. Fields are the file's own headings. */
export type RowReading =
  | { readonly record: ImportedRecord; readonly faults?: undefined; readonly warnings: readonly FieldFault[] }
  | { readonly record?: undefined; readonly faults: readonly FieldFault[]; readonly warnings: readonly FieldFault[] };

/** Whether a row holds nothing at all. */
export function isBlankRow(cells: readonly ImportCell[]): boolean {
  return cells.every((cell) => cellText(cell) === '');
}

/** Reads one row below a heading. Every fault of the row is named, not only the first. */
export function interpretRow(header: HeaderMap, cells: readonly ImportCell[], context: ImportContext): RowReading {
  const view: RowView = { header, cells, context, faults: [], warnings: [], overrodeCheckDigit: false };
  const read = header.template === 'penalty' ? readPenaltyRow(view) : readListRow(view);
  if (read === undefined || view.faults.length > 0) {
    const faults = view.faults.length > 0 ? view.faults : [{ field: '整行', text: '无法识别' }];
    return { faults, warnings: view.warnings };
  }
  const reason = view.overrodeCheckDigit ? context.overrideCheckDigit : undefined;
  return { record: sealRecord(read, reason), warnings: view.warnings };
}
