/** SQL of services: the entries of how a notice was served, and the proofs that were kept. */
import { insertRows, type Tx } from '../../platform/database.ts';
import type { RepairNoticeRow } from '../notice-store.ts';

/** An entry as stored. */
export interface ServiceRow {
  readonly version: number;
  readonly served_how: string;
  readonly served_on: string;
  readonly decision_served_on: string;
  readonly announced_on: string | null;
  readonly received_by: string | null;
  readonly receipt_number: string | null;
  readonly proof_id: string | null;
  readonly reason: string | null;
  readonly noted_by: string;
  readonly noted_at: string;
}

export interface NewService {
  readonly subjectKey: string;
  readonly notice: RepairNoticeRow;
  readonly unitId: string;
  readonly regionCode: string;
  readonly servedHow: string;
  readonly servedOn: string;
  readonly decisionServedOn: string;
  readonly announcedOn: string | null;
  readonly receivedBy: string | null;
  readonly receiptNumber: string | null;
  readonly proofId: string | null;
  readonly reason: string | null;
  readonly notedBy: string;
  readonly at: Date;
}

/** Adds an entry and puts it on the notice, which the caller holds. The entries before stay. */
export async function insertService(tx: Tx, it: NewService): Promise<void> {
  const version = it.notice.service_version + 1;
  await insertRows(
    tx,
    'notice_service',
    [
      'subject_key',
      'notice_id',
      'version',
      'unit_id',
      'region_code',
      'served_how',
      'served_on',
      'decision_served_on',
      'announced_on',
      'received_by',
      'receipt_number',
      'proof_id',
      'reason',
      'noted_by',
      'noted_at',
    ],
    [
      [
        it.subjectKey,
        it.notice.notice_id,
        version,
        it.unitId,
        it.regionCode,
        it.servedHow,
        it.servedOn,
        it.decisionServedOn,
        it.announcedOn,
        it.receivedBy,
        it.receiptNumber,
        it.proofId,
        it.reason,
        it.notedBy,
        it.at,
      ],
    ],
  );
  await tx.change(
    'notice-serve',
    `update repair_notice set served_how = $3, served_on = $4::date, decision_served_on = $5::date, served_with_decision = $4::date <= $5::date,
       received_by = $6, receipt_number = $7, noted_by = $8, noted_at = $9, service_version = $10
     where subject_key = $1 and notice_id = $2`,
    [
      it.subjectKey,
      it.notice.notice_id,
      it.servedHow,
      it.servedOn,
      it.decisionServedOn,
      it.receivedBy,
      it.receiptNumber,
      it.notedBy,
      it.at,
      version,
    ],
  );
}

/** Every entry of a notice, the newest first, with the name of who noted it. */
export async function listServices(tx: Tx, subjectKey: string, noticeIds: readonly string[]): Promise<ServiceRow[]> {
  return tx.query<ServiceRow>(
    'notice-services',
    `select v.version, v.served_how, v.served_on, v.decision_served_on, v.announced_on, v.received_by, v.receipt_number, v.proof_id, v.reason,
       coalesce(o.name, v.noted_by) as noted_by, v.noted_at
     from notice_service v left join officer o on o.officer_id = v.noted_by
     where v.subject_key = $1 and v.notice_id = any ($2::uuid[]) order by v.noted_at desc, v.version desc`,
    [subjectKey, noticeIds],
  );
}

export interface NewProof {
  readonly subjectKey: string;
  readonly proofId: string;
  readonly noticeId: string;
  readonly unitId: string;
  readonly regionCode: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly digest: string;
  readonly content: Uint8Array;
  readonly by: string;
  readonly at: Date;
}

export async function insertProof(tx: Tx, it: NewProof): Promise<void> {
  const row = [
    it.subjectKey,
    it.proofId,
    it.noticeId,
    it.unitId,
    it.regionCode,
    it.fileName,
    it.mediaType,
    it.bytes,
    it.digest,
    it.content,
    it.by,
    it.at,
  ];
  const names =
    'subject_key, proof_id, notice_id, unit_id, region_code, file_name, media_type, bytes, digest, content, uploaded_by, uploaded_at';
  await insertRows(tx, 'service_proof', names.split(', '), [row]);
}

/** A proof of a notice of this record. */
export async function findProof(
  tx: Tx,
  it: { readonly subjectKey: string; readonly recordId: string; readonly proofId: string },
): Promise<
  | { readonly notice_id: string; readonly file_name: string; readonly media_type: string; readonly content: Buffer }
  | undefined
> {
  const rows = await tx.query<{ notice_id: string; file_name: string; media_type: string; content: Buffer }>(
    'service-proof',
    `select p.notice_id, p.file_name, p.media_type, p.content from service_proof p
     join repair_notice n on n.subject_key = p.subject_key and n.notice_id = p.notice_id
     where p.subject_key = $1 and n.record_id = $2 and p.proof_id = $3`,
    [it.subjectKey, it.recordId, it.proofId],
  );
  return rows[0];
}
