import type { ReplyOf } from '#contract/endpoint.ts';
import type { makeRepairNotice } from '#contract/record.ts';
import { insertRows, type Tx } from '../platform/database.ts';

/** A repair notice as stored. */
export interface RepairNoticeRow {
  readonly notice_id: string;
  readonly record_id: string;
  readonly paper_id: string;
  readonly token: string;
  readonly made_at: string;
  readonly served_how: string | null;
  readonly served_on: string | null;
  readonly served_with_decision: boolean | null;
  readonly received_by: string | null;
}

const columns =
  'notice_id, record_id, paper_id, token, made_at, served_how, served_on, served_with_decision, received_by';

export function toNoticeView(row: RepairNoticeRow): ReplyOf<typeof makeRepairNotice> {
  return {
    noticeId: row.notice_id,
    recordId: row.record_id,
    paperId: row.paper_id,
    token: row.token,
    madeAt: row.made_at,
    servedHow: row.served_how,
    servedOn: row.served_on,
    servedWithDecision: row.served_with_decision,
    receivedBy: row.received_by,
  };
}

export async function findNotice(tx: Tx, subjectKey: string, recordId: string): Promise<RepairNoticeRow | undefined> {
  const rows = await tx.query<RepairNoticeRow>(
    'notice-find',
    `select ${columns} from repair_notice where subject_key = $1 and record_id = $2`,
    [subjectKey, recordId],
  );
  return rows[0];
}

/** Writes a notice and the directory's entry for its QR. Two at once: the second meets repair_notice_record_uq. */
export async function insertNotice(
  tx: Tx,
  it: {
    readonly subjectKey: string;
    readonly noticeId: string;
    readonly recordId: string;
    readonly paperId: string;
    readonly token: string;
    readonly unitId: string;
    readonly regionCode: string;
    readonly madeBy: string;
    readonly at: Date;
  },
): Promise<RepairNoticeRow> {
  const rows = await tx.query<RepairNoticeRow>(
    'notice-insert',
    `insert into repair_notice (subject_key, notice_id, record_id, paper_id, token, unit_id, region_code, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
    [it.subjectKey, it.noticeId, it.recordId, it.paperId, it.token, it.unitId, it.regionCode, it.madeBy, it.at],
  );
  const entry = [it.token, it.subjectKey, it.recordId];
  await insertRows(tx, 'notice_token', ['token', 'subject_key', 'record_id'], [entry]);
  return rows[0]!;
}

/** Notes how and when a notice was served; what was noted before is written over. */
export async function updateService(
  tx: Tx,
  it: {
    readonly subjectKey: string;
    readonly noticeId: string;
    readonly servedHow: string;
    readonly servedOn: string;
    readonly servedWithDecision: boolean;
    readonly receivedBy: string | null;
    readonly notedBy: string;
    readonly at: Date;
  },
): Promise<RepairNoticeRow | undefined> {
  const rows = await tx.query<RepairNoticeRow>(
    'notice-serve',
    `update repair_notice set served_how = $3, served_on = $4, served_with_decision = $5, received_by = $6, noted_by = $7, noted_at = $8
     where subject_key = $1 and notice_id = $2 returning ${columns}`,
    [it.subjectKey, it.noticeId, it.servedHow, it.servedOn, it.servedWithDecision, it.receivedBy, it.notedBy, it.at],
  );
  return rows[0];
}

/** What a QR points at: a statement of its own, as of every directory. */
export async function findNoticeToken(
  tx: Tx,
  token: string,
): Promise<{ readonly subject_key: string; readonly record_id: string } | undefined> {
  const rows = await tx.query<{ subject_key: string; record_id: string }>(
    'notice-token-find',
    'select subject_key, record_id from notice_token where token = $1',
    [token],
  );
  return rows[0];
}
