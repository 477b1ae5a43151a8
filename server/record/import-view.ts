import type { ReplyOf } from '#contract/endpoint.ts';
import type { ImportView, listImportRows } from '#contract/imports.ts';
import type { ImportBatchRow, ImportRowRow } from './import-store.ts';

/** A batch for the screen; `uploadedBy` is the name of the person. */
export function toImportView(row: ImportBatchRow, uploadedBy: string): ImportView {
  return {
    importId: row.import_id,
    fileName: row.file_name,
    template: row.template,
    state: row.state,
    uploadedBy,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    bytesTotal: row.bytes_total,
    bytesRead: row.bytes_read,
    rowsRead: row.rows_read,
    accepted: row.accepted,
    updated: row.updated,
    duplicate: row.duplicate,
    rejected: row.rejected,
    failure: row.failure,
  };
}

/** A line of the report for the screen. */
export function toImportRow(row: ImportRowRow): ReplyOf<typeof listImportRows>['rows'][number] {
  return { sheet: row.sheet, rowNo: row.row_no, outcome: row.outcome, faults: row.faults, warnings: row.warnings };
}
