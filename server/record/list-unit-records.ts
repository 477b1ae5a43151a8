import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listUnitRecords as contract, RecordView, UnitRecordView } from '#contract/record.ts';
import { itemStates } from '#domain/item/states.ts';
import { normaliseDocNumber, normaliseName } from '#domain/record/import-doc-number.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { maskIdentifier } from '../access/mask.ts';
import { findSubjectKey } from '../access/subject-store.ts';
import type { Actor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { findKeysByName, listRecordsOfUnit, type UnitRecordRow, type UnitRecordSearch } from './record-store.ts';
import { toRecordView } from './record-view.ts';

/** How many subjects whose name begins with the text are looked through. */
const mostNames = 500;

/** The records the actor's unit has found, newest first; narrowed by document number, subject's code or beginning of its name. */
export async function listUnitRecords(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  const today = services.clock.today();
  const { unitId } = actor.unit;
  const [date, id] = decodeCursor(query.after, 2) ?? [];
  const after = isDay(date) && isUuid(id) ? ([date, id] as const) : null;
  return services.db.read({ sees: 'unit', unit: unitId }, async (tx) => {
    const found = await findBeforehand(tx, query.q?.trim() ?? '');
    const rows = await listRecordsOfUnit(tx, { unitId, after, limit: pageSize + 1, found });
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    const objections = await findOpenObjections(tx, page);
    return {
      records: page.map((row) => ({
        ...toRecordView(row, row.subject_kind, catalog, today, heldBy(row)),
        subjectName: row.subject_name,
        subjectCode: maskIdentifier(row.subject_kind, row.subject_identifier),
        openObjections: objections.get(row.record_id) ?? [],
      })),
      next: last ? encodeCursor([last.finding_date, last.record_id]) : null,
    };
  });
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isUuid = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/** Subjects are found in a statement of their own, over the whole directory; the list then stays one of the unit's index. */
async function findBeforehand(tx: Tx, q: string): Promise<UnitRecordSearch['found']> {
  if (q === '') return null;
  const key = await findSubjectKey(tx, normaliseCode(q));
  if (key) return { docNumber: null, subjectKeys: [key] };
  const subjectKeys = await findKeysByName(tx, normaliseName(q), mostNames);
  return { docNumber: normaliseDocNumber(q), subjectKeys };
}

/** The objections to some records that are not closed, by record. */
async function findOpenObjections(
  tx: Tx,
  records: readonly UnitRecordRow[],
): Promise<Map<string, UnitRecordView['openObjections']>> {
  const rows = await tx.query<{ record_id: string; objection_id: string; number: string }>(
    'unit-records-objections',
    `select o.record_id, o.objection_id, o.number from objection o
     join unnest($1::uuid[], $2::uuid[]) as r (subject_key, record_id) on r.subject_key = o.subject_key and r.record_id = o.record_id
     where o.closed_at is null order by o.opened_at, o.objection_id`,
    [records.map((one) => one.subject_key), records.map((one) => one.record_id)],
  );
  const found = new Map<string, UnitRecordView['openObjections']>();
  for (const { record_id: recordId, objection_id: objectionId, number } of rows)
    found.set(recordId, [...(found.get(recordId) ?? []), { objectionId, number }]);
  return found;
}

function heldBy(row: UnitRecordRow): Pick<RecordView, 'openItem' | 'repairNotice'> {
  const { item_id: itemId, item_number: number, item_state: state, application_id: applicationId } = row;
  return {
    openItem:
      itemId && number && state && applicationId
        ? {
            itemId,
            number,
            applicationId,
            applicationNumber: number.slice(0, -3),
            publicState: itemStates[state].public,
          }
        : null,
    repairNotice:
      row.notice_id && row.paper_id
        ? {
            noticeId: row.notice_id,
            paperId: row.paper_id,
            servedOn: row.served_on,
            servedWithDecision: row.served_with_decision,
            edition: row.edition ?? 1,
          }
        : null,
  };
}
