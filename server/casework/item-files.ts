import type { Static } from 'typebox';
import type { ItemView } from '#contract/casework.ts';
import type { SubmittedItem } from '#contract/intake.ts';
import { actorWords } from '../item/timeline.ts';
import { dayInShanghai } from '../platform/clock.ts';
import type { AttachmentRow } from './casework-store.ts';

/** Signed pages and an agent's authority belong to every item of the application. */
const ofAll: readonly string[] = ['signed-form', 'authorisation'];

/** Of an application's files those that were handed in, or taken, for one item. */
export function filesOfItem(
  all: readonly AttachmentRow[],
  { itemId, own }: { readonly itemId: string; readonly own: Static<typeof SubmittedItem> | undefined },
): AttachmentRow[] {
  const handedIn = new Set(own?.materials.flatMap((one) => one.attachmentIds));
  return all.filter(
    (one) => handedIn.has(one.attachment_id) || one.item_id === itemId || ofAll.includes(one.material_key),
  );
}

/** A file as the item's page tells of it: what it is, who gave it when, and whether it was given before. */
export function toItemFileView(row: AttachmentRow, forOffice: boolean): ItemView['attachments'][number] {
  return {
    attachmentId: row.attachment_id,
    materialKey: row.material_key,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    pages: row.pages,
    scan: row.scan,
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by.name === undefined ? '申请人' : actorWords(row.uploaded_by, forOffice),
    reused:
      row.given_at === null
        ? null
        : {
            givenOn: dayInShanghai(new Date(row.given_at)),
            applicationNumber: row.given_with,
          },
  };
}
