import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { ImportView, listImportRows as rowsContract } from '#contract/imports.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { findImport, listImportRows, namesOfOfficers, readReportRows } from './import-store.ts';
import { toImportRow, toImportView } from './import-view.ts';

/** Tables of imports hold no subject's rows and stand outside the row policies; the unit is compared in the statement. */
const noSubjects = { sees: 'none' } as const;

/** Whose imports an actor sees: the own unit's; an operator everybody's (null). */
export function importsOf(actor: Actor): string | null {
  if (actor.kind !== 'officer') return '';
  return actor.roles.includes('operator') ? null : actor.unit.unitId;
}

const notFound = refuse('not-found', 'import-not-found', '没有找到这个导入批次，或者它不是本单位的。');

/** The last hundred imports, newest first. */
export async function listImports(services: Services, actor: Actor): Promise<{ imports: ImportView[] }> {
  return services.db.read(noSubjects, async (tx) => {
    const rows = await listImportRows(tx, importsOf(actor));
    const names = await namesOfOfficers(
      tx,
      rows.map((row) => row.uploaded_by),
    );
    return { imports: rows.map((row) => toImportView(row, names.get(row.uploaded_by) ?? row.uploaded_by)) };
  });
}

/** One import with how far it has come. */
export async function getImport(services: Services, actor: Actor, importId: string): Promise<ImportView | Refusal> {
  return services.db.read(noSubjects, async (tx) => {
    const row = await findImport(tx, importId, importsOf(actor));
    if (!row) return notFound;
    const names = await namesOfOfficers(tx, [row.uploaded_by]);
    return toImportView(row, names.get(row.uploaded_by) ?? row.uploaded_by);
  });
}

/** A page of the row-level report. */
export async function listReportRows(
  services: Services,
  actor: Actor,
  importId: string,
  query: QueryOf<typeof rowsContract>,
): Promise<ReplyOf<typeof rowsContract> | Refusal> {
  const [sheet, rowNo] = decodeCursor(query.after, 2) ?? [];
  const after = typeof sheet === 'string' && Number.isInteger(rowNo) ? ([sheet, Number(rowNo)] as const) : null;
  return services.db.read(noSubjects, async (tx) => {
    if (!(await findImport(tx, importId, importsOf(actor)))) return notFound;
    const outcome = query.outcome ?? null;
    const rows = await readReportRows(tx, { importId, outcome, after, limit: pageSize + 1 });
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      rows: rows.slice(0, pageSize).map(toImportRow),
      next: last ? encodeCursor([last.sheet, last.row_no]) : null,
    };
  });
}
