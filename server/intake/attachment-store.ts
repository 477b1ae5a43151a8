import type { Item } from '#domain/item/item.ts';
import type { Tx } from '../platform/database.ts';
import { pathsOf, unitsOf } from './intake-store.ts';

/** Which of these uploads exist, are this subject's and are not yet part of an application. */
export async function findFreeAttachments(tx: Tx, subjectKey: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ attachment_id: string }>(
    'attachments-free',
    'select attachment_id from attachment where subject_key = $1 and attachment_id = any ($2) and application_id is null',
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
