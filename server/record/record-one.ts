import type { RecordOutcome } from '#contract/partner.ts';
import type { Catalog, Unit } from '#domain/catalog/catalog.ts';
import { laterLists } from '#domain/catalog/catalog.ts';
import { readHeader } from '#domain/record/import-header.ts';
import { interpretRow } from '#domain/record/import-row.ts';
import { type FieldFault, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { formatCitation } from '#law/cite.ts';
import { findSubject } from '../access/subject-store.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { assessRecord } from './assess-record.ts';
import { type PlacedRow, placeRow } from './import-plan.ts';
import { isSubjectTaken } from './import-record-store.ts';
import { openImportRouting } from './import-routing.ts';
import { raced, writeRows } from './import-rows.ts';
import { findNotice } from './notice-store.ts';
import { makeNotice } from './notices/make-notice.ts';
import { findRecord } from './record-store.ts';
import type { RecordRow } from './record-view.ts';
import { isClassNeeded } from './repair-notice-content.ts';

/** Who hands a record in: an officer at a form, or the system of a unit. */
export interface Recorder {
  readonly unit: Unit;
  readonly by: string;
}

/** Headings of an import file with their cells. */
export type RecordCells = Readonly<Record<string, string>>;

/** How often a record begins anew when somebody else writes the same subject at the same time. */
const mostRaces = 5;

/** An officer enters one decision of the own unit by hand: every fault is named by its field, and the notice is made with it. */
export async function recordOne(
  services: Services,
  actor: Actor,
  cells: RecordCells,
): Promise<RecordOutcome | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const made = await recordDecision(services, { unit: actor.unit, by: actor.officerId }, cells);
  if (isRefusal(made) || made.outcome !== 'rejected') return made;
  const text =
    made.faults.length === 1
      ? `${made.faults[0]!.field}：${made.faults[0]!.text}`
      : `有 ${made.faults.length} 处填写有误，请逐一修改。`;
  return refuse('invalid', 'fields-invalid', text, { fields: made.faults });
}

/**
 * Reads one record exactly as an import reads a row, writes it and makes its notice, all in one transaction. The same decision twice
 * (matter, document number, organ, subject) is recorded once and answered with what stands.
 */
export async function recordDecision(
  services: Services,
  recorder: Recorder,
  cells: RecordCells,
): Promise<RecordOutcome | Refusal> {
  const catalog = await services.catalog();
  const read = readCells(services, catalog, recorder, cells);
  if ('faults' in read) return rejected(read.faults, read.warnings);
  for (let attempt = 1; ; attempt += 1) {
    try {
      // A fresh copy each time: writing fills in its keys.
      const written = await services.db.transaction({ sees: 'all' }, (tx) =>
        write(tx, services, catalog, recorder, { ...read.row }),
      );
      if (!isRefusal(written) || written.code !== raced.code || attempt >= mostRaces) return written;
    } catch (error) {
      if (!isSubjectTaken(error) || attempt >= mostRaces) throw error;
    }
  }
}

type Read =
  | { readonly row: PlacedRow }
  | { readonly faults: readonly FieldFault[]; readonly warnings: readonly FieldFault[] };

function readCells(services: Services, catalog: Catalog, { unit }: Recorder, cells: RecordCells): Read {
  const today = services.clock.today();
  const headings = Object.keys(cells);
  const found = readHeader([{ rowNo: 1, cells: headings }]);
  if (found.kind === 'none')
    return { faults: [{ field: '整条', text: '没有认出这是处罚还是名单，请按导入模板的列名填写' }], warnings: [] };
  if (found.kind === 'duplicate') return { faults: [{ field: '整条', text: found.text }], warnings: [] };
  if (found.kind === 'missing')
    return { faults: found.labels.map((label) => ({ field: label, text: '必填，未填写' })), warnings: [] };
  const context = { today, csv: false, laterLists: laterLists(catalog) };
  const reading = interpretRow(
    found.header,
    headings.map((one) => cells[one]!),
    context,
  );
  if (!reading.record) return { faults: reading.faults, warnings: reading.warnings };
  const plan = { catalog, onlyUnit: unit.unitId, placeOf: openImportRouting(catalog, today) };
  const placed = placeRow(plan, {
    sheet: '登记',
    rowNo: 1,
    progress: 1,
    ok: reading.record,
    faults: [],
    warnings: reading.warnings,
  });
  return placed.rejected ? placed : { row: placed };
}

async function write(
  tx: Tx,
  services: Services,
  catalog: Catalog,
  { unit, by }: Recorder,
  row: PlacedRow,
): Promise<RecordOutcome | Refusal> {
  const at = services.clock.now();
  const written = await writeRows(tx, [row], null, at);
  if (isRefusal(written)) return written;
  const record = await findRecord(tx, row.subjectKey, row.recordId || (await recordIdOf(tx, row)));
  if (!record) return raced;
  const outcome = written.accepted > 0 ? 'recorded' : written.updated > 0 ? 'updated' : 'known';
  const first = await findNotice(tx, record.subject_key, record.record_id);
  const repaired = record.repaired_on !== null;
  const notice =
    first ??
    (repaired ? undefined : await makeNotice(tx, { services, catalog, unit, madeBy: by, printNow: true }, record));
  const [paper] = notice
    ? await tx.query<{ doc_number: string | null }>(
        'notice-number',
        'select doc_number from paper where subject_key = $1 and paper_id = $2',
        [record.subject_key, notice.paper_id],
      )
    : [];
  return {
    outcome,
    subjectKey: record.subject_key,
    recordId: record.record_id,
    docNumber: record.doc_number,
    faults: [],
    warnings: [
      ...(written.report.at(-1)?.warnings ?? row.warnings),
      ...(await classWarning(tx, services, catalog, record)),
    ],
    notice: notice
      ? {
          noticeId: notice.notice_id,
          paperId: notice.paper_id,
          number: paper?.doc_number ?? null,
          applyUrl: `${services.config.publicUrl}/notice/${notice.token}`,
          edition: notice.edition,
        }
      : null,
    noticeText: notice
      ? null
      : repaired
        ? '这条信息已经修复，不再制作告知书。'
        : '这个事项不在目录中，没有制作告知书。',
  };
}

/** Law leaves the class to the unit and none is given: the notice then names neither class nor dates, which the unit ought to know. */
async function classWarning(tx: Tx, services: Services, catalog: Catalog, record: RecordRow): Promise<FieldFault[]> {
  const subject = record.repaired_on === null ? await findSubject(tx, record.subject_key) : undefined;
  if (!subject) return [];
  const verdict = assessRecord(catalog, record, subject.kind, services.clock.today());
  const why = verdict.reasons.find((one) => one.code === 'needs-classification');
  if (!why || !isClassNeeded(verdict)) return [];
  const text = `${why.text.replace(/。$/, '')}（${formatCitation(why.cite)}）。告知书上已写明尚未分类，没有写日期；请先确定失信程度，用同一文书号再登记一次，然后换新版告知书再送达。`;
  return [{ field: '失信程度', text }];
}

async function recordIdOf(tx: Tx, row: PlacedRow): Promise<string> {
  const rows = await tx.query<{ record_id: string }>(
    'record-by-natural-key',
    'select record_id from record where subject_key = $1 and natural_key = $2',
    [row.subjectKey, row.naturalKey],
  );
  return rows[0]?.record_id ?? '00000000-0000-0000-0000-000000000000';
}

function rejected(faults: readonly FieldFault[], warnings: readonly FieldFault[]): RecordOutcome {
  return {
    outcome: 'rejected',
    subjectKey: null,
    recordId: null,
    docNumber: null,
    faults: [...faults],
    warnings: [...warnings],
    notice: null,
    noticeText: null,
  };
}
