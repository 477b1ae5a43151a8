import type { AttachmentView, ScanState } from '#contract/attachments.ts';
import type { Item } from '#domain/item/item.ts';
import type { Tx } from '../platform/database.ts';
import { pathsOf, unitsOf } from './intake-store.ts';

/** A material as it is told of. */
export interface AttachmentRow {
  readonly attachment_id: string;
  readonly material_key: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly digest: string;
  readonly pages: number | null;
  readonly scan: ScanState;
}

const columns = 'attachment_id, material_key, file_name, media_type, bytes, digest, pages, scan';

export const toAttachmentView = (row: AttachmentRow): AttachmentView => ({
  attachmentId: row.attachment_id,
  materialKey: row.material_key,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: row.bytes,
  digest: row.digest,
  pages: row.pages,
  scan: row.scan,
});

export interface NewAttachment extends AttachmentRow {
  readonly subject_key: string;
  readonly request_id: string;
  readonly content: Buffer;
  readonly uploaded_by: object;
  readonly uploaded_at: Date;
  readonly window_unit_id: string | null;
  readonly scanned_at: Date | null;
  readonly scan_found: string | null;
}

/** Keeps a material; undefined when this request has kept it before. */
export async function insertAttachment(tx: Tx, it: NewAttachment): Promise<AttachmentRow | undefined> {
  const rows = await tx.query<AttachmentRow>(
    'attachment-insert',
    `insert into attachment (subject_key, attachment_id, request_id, material_key, file_name, media_type, bytes, digest, pages, scan,
       scanned_at, scan_found, content, uploaded_by, uploaded_at, window_unit_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (subject_key, request_id) where request_id is not null do nothing returning ${columns}`,
    [
      it.subject_key,
      it.attachment_id,
      it.request_id,
      it.material_key,
      it.file_name,
      it.media_type,
      it.bytes,
      it.digest,
      it.pages,
      it.scan,
      it.scanned_at,
      it.scan_found,
      it.content,
      JSON.stringify(it.uploaded_by),
      it.uploaded_at,
      it.window_unit_id,
    ],
  );
  return rows[0];
}

/** What a request (an upload's id, a reuse) made before. */
export async function findByRequest(tx: Tx, subjectKey: string, requestId: string): Promise<AttachmentRow | undefined> {
  const rows = await tx.query<AttachmentRow>(
    'attachment-by-request',
    `select ${columns} from attachment where subject_key = $1 and request_id = $2`,
    [subjectKey, requestId],
  );
  return rows[0];
}

/** Which of these uploads exist, are this subject's, carry no virus and are not yet part of an application or objection. */
export async function findFreeAttachments(tx: Tx, subjectKey: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ attachment_id: string }>(
    'attachments-free',
    `select attachment_id from attachment
     where subject_key = $1 and attachment_id = any ($2) and application_id is null and objection_id is null and scan <> 'infected'`,
    [subjectKey, ids],
  );
  return new Set(rows.map((row) => row.attachment_id));
}

/** Binds uploads to the application, so that its authorities can open them. */
export async function bindAttachments(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
  ids: readonly string[],
  items: readonly Item[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.change(
    'attachments-bind',
    'update attachment set application_id = $3, unit_ids = $4, region_path = $5 where subject_key = $1 and attachment_id = any ($2)',
    [subjectKey, ids, applicationId, unitsOf(items), pathsOf(items)],
  );
}

export interface FileRow {
  readonly file_name: string;
  readonly media_type: string;
  readonly content: Buffer;
  readonly scan: ScanState;
}

/** A material to look at; `unit` narrows it to what was handed in for an item, or an objection, of that unit. */
export async function findFile(
  tx: Tx,
  subjectKey: string,
  attachmentId: string,
  unit: string | null,
): Promise<FileRow | undefined> {
  const rows = await tx.query<FileRow>(
    'attachment-read',
    `select a.file_name, a.media_type, a.content, a.scan from attachment a
     where a.subject_key = $1 and a.attachment_id = $2 and (($3::text is null and a.material_key <> 'verification') or (a.material_key = 'court-ruling' and $3 = any (a.unit_ids)) or exists (
       select 1 from objection o where o.subject_key = a.subject_key and o.objection_id = a.objection_id and o.unit_id = $3) or exists (
       select 1 from item i join application p on p.subject_key = i.subject_key and p.application_id = i.application_id
       where i.subject_key = a.subject_key and i.application_id = a.application_id and i.unit_id = $3
         and (a.item_id = i.item_id or a.material_key in ('signed-form', 'authorisation') or p.items @> jsonb_build_array(jsonb_build_object('recordId', i.record_id,
           'materials', jsonb_build_array(jsonb_build_object('attachmentIds', jsonb_build_array(a.attachment_id))))))))`,
    [subjectKey, attachmentId, unit],
  );
  return rows[0];
}
