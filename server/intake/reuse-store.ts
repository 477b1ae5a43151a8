import type { Tx } from '../platform/database.ts';
import type { AttachmentRow } from './attachment-store.ts';

/** A material of an application that was submitted. */
export interface GivenRow
  extends Pick<AttachmentRow, 'attachment_id' | 'material_key' | 'file_name' | 'media_type' | 'bytes'> {
  readonly digest: string;
  readonly given_at: string;
  readonly number: string;
}

/** What a subject gave with its applications since an instant, newest first; `giver` narrows it to one person's own uploads. */
export async function listGiven(tx: Tx, subjectKey: string, since: Date, giver: string | null): Promise<GivenRow[]> {
  return tx.query<GivenRow>(
    'attachments-given',
    `select a.attachment_id, a.material_key, a.file_name, a.media_type, a.bytes, a.digest,
       coalesce(a.given_at, a.uploaded_at) as given_at, p.number
     from attachment a join application p on p.subject_key = a.subject_key and p.application_id = a.application_id
     where a.subject_key = $1 and a.material_key <> 'verification' and a.scan in ('received', 'clean') and coalesce(a.given_at, a.uploaded_at) >= $2
       and ($3::text is null or a.uploaded_by ->> 'id' = $3)
     order by given_at desc, a.attachment_id limit 200`,
    [subjectKey, since, giver],
  );
}

interface Reuse {
  readonly subjectKey: string;
  readonly fromId: string;
  readonly attachmentId: string;
  readonly requestId: string;
  readonly by: object;
  readonly at: Date;
  readonly windowUnitId: string | null;
  readonly consent: object;
}

/** Gives a material again: a row of its own with the same content, who agreed beside it. */
export async function insertReused(tx: Tx, it: Reuse): Promise<void> {
  await tx.change(
    'attachment-reuse',
    `insert into attachment (subject_key, attachment_id, request_id, material_key, file_name, media_type, bytes, digest, pages, scan,
       scanned_at, content, uploaded_by, uploaded_at, window_unit_id, reused_from, consent, given_at)
     select subject_key, $3, $4, material_key, file_name, media_type, bytes, digest, pages, scan,
       scanned_at, content, $5, $6, $7, attachment_id, $8, coalesce(given_at, uploaded_at)
     from attachment where subject_key = $1 and attachment_id = $2
     on conflict (subject_key, request_id) where request_id is not null do nothing`,
    [
      it.subjectKey,
      it.fromId,
      it.attachmentId,
      it.requestId,
      JSON.stringify(it.by),
      it.at,
      it.windowUnitId,
      JSON.stringify(it.consent),
    ],
  );
}
