import type { RepairNoticeView } from '#contract/repair-notices.ts';
import { diffDays } from '#domain/plain-date.ts';
import { insertRows, type Tx } from '../platform/database.ts';

/** A repair notice as stored. */
export interface RepairNoticeRow {
  readonly notice_id: string;
  readonly record_id: string;
  readonly paper_id: string;
  readonly token: string;
  readonly made_at: string;
  readonly edition: number;
  readonly edition_from: string | null;
  readonly content_digest: string | null;
  readonly superseded_at: string | null;
  readonly served_how: string | null;
  readonly served_on: string | null;
  readonly decision_served_on: string | null;
  readonly received_by: string | null;
  readonly receipt_number: string | null;
  readonly service_version: number;
}

const columns = `notice_id, record_id, paper_id, token, made_at, edition, edition_from, content_digest, superseded_at,
  served_how, served_on, decision_served_on, received_by, receipt_number, service_version`;

/** How many days after the decision a notice was served; 0 on the same day or before, null while it is not served. */
export function daysAfterDecision(row: Pick<RepairNoticeRow, 'served_on' | 'decision_served_on'>): number | null {
  if (row.served_on === null || row.decision_served_on === null) return null;
  return Math.max(0, diffDays(row.decision_served_on, row.served_on));
}

export function toNoticeView(row: RepairNoticeRow): RepairNoticeView {
  const days = daysAfterDecision(row);
  return {
    noticeId: row.notice_id,
    recordId: row.record_id,
    paperId: row.paper_id,
    token: row.token,
    madeAt: row.made_at,
    edition: row.edition,
    editionFrom: row.edition_from,
    servedHow: row.served_how,
    servedOn: row.served_on,
    decisionServedOn: row.decision_served_on,
    servedWithDecision: days === null ? null : days === 0,
    daysAfterDecision: days,
    receivedBy: row.received_by,
    receiptNumber: row.receipt_number,
    supersededAt: row.superseded_at,
  };
}

/** The current notice of a record: the newest edition. */
export async function findNotice(tx: Tx, subjectKey: string, recordId: string): Promise<RepairNoticeRow | undefined> {
  const rows = await tx.query<RepairNoticeRow>(
    'notice-find',
    `select ${columns} from repair_notice where subject_key = $1 and record_id = $2 and superseded_at is null`,
    [subjectKey, recordId],
  );
  return rows[0];
}

/** The current notice, held while its service is noted or it is replaced: the two must not cross. */
export async function lockNotice(tx: Tx, subjectKey: string, recordId: string): Promise<RepairNoticeRow | undefined> {
  const rows = await tx.query<RepairNoticeRow>(
    'notice-lock',
    `select ${columns} from repair_notice where subject_key = $1 and record_id = $2 and superseded_at is null for update`,
    [subjectKey, recordId],
  );
  return rows[0];
}

/** Every edition, the newest first. */
export async function listEditions(tx: Tx, subjectKey: string, recordId: string): Promise<RepairNoticeRow[]> {
  return tx.query<RepairNoticeRow>(
    'notice-editions',
    `select ${columns} from repair_notice where subject_key = $1 and record_id = $2
     order by superseded_at desc nulls first, notice_id desc`,
    [subjectKey, recordId],
  );
}

/** A notice to be written. */
export interface NewNotice {
  readonly subjectKey: string;
  readonly noticeId: string;
  readonly recordId: string;
  readonly paperId: string;
  readonly token: string;
  readonly isNewToken: boolean;
  readonly unitId: string;
  readonly regionCode: string;
  readonly findingDate: string;
  readonly edition: number;
  readonly editionFrom: string | null;
  readonly editionDigest: string;
  readonly contentDigest: string;
  readonly madeBy: string;
  readonly at: Date;
}

/** Writes a notice and the directory's entry for its QR. Two at once: the second meets repair_notice_current_uq. */
export async function insertNotice(tx: Tx, it: NewNotice): Promise<RepairNoticeRow> {
  const rows = await tx.query<RepairNoticeRow>(
    'notice-insert',
    `insert into repair_notice (subject_key, notice_id, record_id, paper_id, token, unit_id, region_code, finding_date,
       edition, edition_from, edition_digest, content_digest, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning ${columns}`,
    [
      it.subjectKey,
      it.noticeId,
      it.recordId,
      it.paperId,
      it.token,
      it.unitId,
      it.regionCode,
      it.findingDate,
      it.edition,
      it.editionFrom,
      it.editionDigest,
      it.contentDigest,
      it.madeBy,
      it.at,
    ],
  );
  if (it.isNewToken) {
    const entry = [it.token, it.subjectKey, it.recordId];
    await insertRows(tx, 'notice_token', ['token', 'subject_key', 'record_id'], [entry]);
  }
  return rows[0]!;
}

/** Puts a notice aside for a newer edition; false where it was served or replaced meanwhile. */
export async function supersedeNotice(tx: Tx, subjectKey: string, noticeId: string, at: Date): Promise<boolean> {
  const changed = await tx.change(
    'notice-supersede',
    `update repair_notice set superseded_at = $3
     where subject_key = $1 and notice_id = $2 and superseded_at is null and served_on is null`,
    [subjectKey, noticeId, at],
  );
  return changed === 1;
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
