import type { ReplyOf } from '#contract/endpoint.ts';
import type { listRecords as contract, RecordView } from '#contract/record.ts';
import { type ItemState, itemStates } from '#domain/item/states.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { noteOfSubject } from '../access/reading-log.ts';
import { findSubject } from '../access/subject-store.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { type RecordRow, recordColumns, toRecordView, toSubjectView } from '../record/record-view.ts';

interface OpenItemRow {
  readonly record_id: string;
  readonly item_id: string | null;
  readonly item_number: string | null;
  readonly item_state: ItemState | null;
  readonly application_id: string | null;
}

interface HeldRow extends RecordRow, Omit<OpenItemRow, 'record_id'> {
  readonly notice_id: string | null;
  readonly paper_id: string | null;
  readonly served_on: string | null;
  readonly served_with_decision: boolean | null;
  readonly edition: number | null;
}

/** Order by what one can do about a record: repair now, then wait, then nothing to do (ui.md). */
const order: readonly string[] = [
  'repairable-now',
  'needs-confirmation',
  'needs-classification',
  'duties-outstanding',
  'not-yet',
  'ends-automatically',
  'no-route',
  'barred',
  'not-published',
];

async function findOpenItems(tx: Tx, subjectKey: string): Promise<OpenItemRow[]> {
  return tx.query<OpenItemRow>(
    'open-items-all',
    'select record_id, item_id, number as item_number, state as item_state, application_id from item where subject_key = $1 and closed_at is null',
    [subjectKey],
  );
}

/** Everything a subject carries across all authorities, each with what can be done about it today. */
export async function listRecords(
  services: Services,
  actor: Actor,
  subjectKey: string,
  on: PlainDate | undefined,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  const day = on ?? services.clock.today();
  // A window sees only the items it took in itself; which records another door holds is asked by the platform.
  const held = new Map(
    (actor.kind === 'officer'
      ? await services.db.read({ sees: 'all' }, (tx) => findOpenItems(tx, subjectKey))
      : []
    ).map((row) => [row.record_id, row]),
  );
  const scope = scopeOf(actor, ['window', 'unit']);
  return services.db.read(scope, async (tx) => {
    const subject = await findSubject(tx, subjectKey);
    if (!subject) return refuse('not-found', 'subject-not-found', '没有找到这个主体。');
    const rows = await tx.query<HeldRow>(
      'subject-records',
      `select ${recordColumns}, i.item_id, i.number as item_number, i.state as item_state, i.application_id, n.notice_id, n.paper_id, n.served_on, n.served_with_decision, n.edition
       from record r
       left join item i on i.subject_key = r.subject_key and i.record_id = r.record_id and i.closed_at is null
       left join repair_notice n on n.subject_key = r.subject_key and n.record_id = r.record_id and n.superseded_at is null
       where r.subject_key = $1 order by r.finding_date desc, r.record_id`,
      [subjectKey],
    );
    const views = rows.map((row) =>
      toRecordView(row, subject.kind, catalog, day, heldBy({ ...row, ...held.get(row.record_id) })),
    );
    views.sort((a, b) => order.indexOf(a.verdict.verdict) - order.indexOf(b.verdict.verdict));
    const unsaid = await noteOfSubject(tx, services, actor, scope, { act: 'list-records', subjectKey });
    return unsaid ?? { subject: toSubjectView(subject, true), records: views };
  });
}

function heldBy(row: HeldRow): Pick<RecordView, 'openItem' | 'repairNotice'> {
  return {
    openItem:
      row.item_id && row.item_number && row.item_state && row.application_id
        ? {
            itemId: row.item_id,
            number: row.item_number,
            applicationId: row.application_id,
            applicationNumber: row.item_number.slice(0, -3),
            publicState: itemStates[row.item_state].public,
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
