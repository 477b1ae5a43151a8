import { Readable } from 'node:stream';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { FileReply } from '../platform/route.ts';
import { findImport, type ImportOutcome, type ImportRowRow, readReportRows } from './import-store.ts';
import { importsOf } from './list-imports.ts';

const noSubjects = { sees: 'none' } as const;
const rowsPerRead = 2_000;

const outcomeWords: Readonly<Record<ImportOutcome, string>> = {
  accepted: '导入',
  updated: '更新',
  duplicate: '重复',
  rejected: '未导入',
};

/**
 * A cell of CSV. Quoted always; a text that a spreadsheet program would run as a formula gets the apostrophe that makes it text, since
 * the report quotes what strangers wrote into a file.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function linesOf(row: ImportRowRow): string {
  const of = (kind: string, field: string, text: string) =>
    line([row.sheet, String(row.row_no), outcomeWords[row.outcome], kind, field, text]);
  const lines = [
    ...row.faults.map((one) => of('错误', one.field, one.text)),
    ...row.warnings.map((one) => of('提醒', one.field, one.text)),
  ];
  return lines.length > 0 ? lines.join('') : of('', '', '');
}

/** The row-level report as CSV with a byte order mark (else Excel takes it for GBK), read and sent in pieces. */
export async function downloadReport(services: Services, actor: Actor, importId: string): Promise<FileReply | Refusal> {
  const found = await services.db.read(noSubjects, (tx) => findImport(tx, importId, importsOf(actor)));
  if (!found) return refuse('not-found', 'import-not-found', '没有找到这个导入批次，或者它不是本单位的。');
  async function* pieces(): AsyncGenerator<string> {
    yield `\ufeff${line(['工作表', '行号', '结果', '类型', '列', '说明'])}`;
    let after: readonly [string, number] | null = null;
    for (;;) {
      const place: readonly [string, number] | null = after;
      const rows: ImportRowRow[] = await services.db.read(noSubjects, (tx) =>
        readReportRows(tx, { importId, outcome: null, after: place, limit: rowsPerRead }),
      );
      if (rows.length > 0) yield rows.map(linesOf).join('');
      const last = rows.at(-1);
      if (rows.length < rowsPerRead || !last) return;
      after = [last.sheet, last.row_no];
    }
  }
  const name = `${found.file_name.replace(/\.[^.]*$/, '')}-导入报告.csv`;
  return { file: true, type: 'text/csv; charset=utf-8', name, content: Readable.from(pieces(), { objectMode: false }) };
}
