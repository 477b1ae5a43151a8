import type { Tx } from '../platform/database.ts';

/** A file the scanner has not seen. */
export interface WaitingRow {
  readonly subject_key: string;
  readonly attachment_id: string;
  readonly content: Buffer;
}

export async function findWaiting(tx: Tx, subjectKey: string, attachmentId: string): Promise<WaitingRow | undefined> {
  const rows = await tx.query<WaitingRow>(
    'attachment-waiting',
    `select subject_key, attachment_id, content from attachment
     where subject_key = $1 and attachment_id = $2 and scan = 'waiting'`,
    [subjectKey, attachmentId],
  );
  return rows[0];
}

/** Notes a clean file, or why the scanner could not be asked. False where another run was faster. */
export async function noteScan(
  tx: Tx,
  it: { subjectKey: string; attachmentId: string; scan: 'waiting' | 'clean'; found: string | null; at: Date },
): Promise<boolean> {
  const changed = await tx.change(
    'attachment-scanned',
    `update attachment set scan = $3, scan_found = $4, scanned_at = $5
     where subject_key = $1 and attachment_id = $2 and scan = 'waiting'`,
    [it.subjectKey, it.attachmentId, it.scan, it.found, it.at],
  );
  return changed === 1;
}

/** Takes the content of an infected file away; what it was called, its digest and what was found stay. */
export async function emptyInfected(
  tx: Tx,
  it: { subjectKey: string; attachmentId: string; found: string; at: Date },
): Promise<boolean> {
  const changed = await tx.change(
    'attachment-infected',
    `update attachment set scan = 'infected', scan_found = $3, scanned_at = $4, content = ''
     where subject_key = $1 and attachment_id = $2 and scan = 'waiting'`,
    [it.subjectKey, it.attachmentId, it.found, it.at],
  );
  return changed === 1;
}

/** Files that wait and were last asked about before an instant, and marks them as asked about now. */
export async function claimWaiting(
  tx: Tx,
  before: Date,
  now: Date,
): Promise<Pick<WaitingRow, 'subject_key' | 'attachment_id'>[]> {
  return tx.query(
    'attachments-claim-waiting',
    `update attachment set scanned_at = $2 where scan = 'waiting' and scanned_at < $1 returning subject_key, attachment_id`,
    [before, now],
  );
}

/** Removes uploads that no application or objection took and no draft names, left alone since an instant. */
export async function deleteUnused(tx: Tx, before: Date): Promise<number> {
  return tx.change(
    'attachments-unused',
    `delete from attachment a where a.application_id is null and a.objection_id is null and not (a.material_key = 'court-ruling' and a.unit_ids <> '{}') and a.uploaded_at < $1 and not exists (
       select 1 from draft d where d.subject_key = a.subject_key and position(a.attachment_id::text in d.content::text) > 0)`,
    [before],
  );
}
