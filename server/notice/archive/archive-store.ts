/** SQL of the archive package. Every statement runs under the view of who asks: a unit gets what is its own. */
import type { PaperModel } from '#contract/paper-models.ts';
import type { Item } from '#domain/item/item.ts';
import type { Tx } from '../../platform/database.ts';

type Key = readonly [subjectKey: string, applicationId: string];

export interface ArchivedPaper {
  readonly paper_id: string;
  readonly item_id: string | null;
  readonly kind: PaperModel['kind'];
  readonly title: string | null;
  readonly organ_name: string;
  readonly doc_number: string | null;
  readonly issued_on: string;
  readonly verification_code: string;
  readonly state: 'ordered' | 'printed' | 'failed';
  readonly seal_party: string | null;
  readonly seal_certificate: string | null;
  readonly sealed_at: string | null;
}

export interface ArchivedFile {
  readonly attachment_id: string;
  readonly item_id: string | null;
  readonly material_key: string;
  readonly file_name: string;
  readonly uploaded_at: string;
  readonly scan: string;
}

/** A row of the ledger, as it is kept. */
export type ArchivedEntry = Readonly<Record<string, unknown>> & { readonly item_id: string; readonly version: number };

export interface ArchivedExchange {
  readonly item_id: string;
  readonly system: string;
  readonly kind: string;
  readonly state: string;
  readonly receipt: unknown;
  readonly requested_at: string;
  readonly confirmed_at: string | null;
}

export async function listArchivedItems(tx: Tx, key: Key): Promise<Item[]> {
  const rows = await tx.query<{ fold: Item }>(
    'archive-items',
    'select fold from item where subject_key = $1 and application_id = $2 order by number',
    key,
  );
  return rows.map((row) => row.fold);
}

export function listArchivedPapers(tx: Tx, key: Key): Promise<ArchivedPaper[]> {
  return tx.query(
    'archive-papers',
    `select paper_id, item_id, kind, model -> 'head' ->> 'title' as title, model -> 'head' ->> 'organName' as organ_name, doc_number,
       issued_on, verification_code, state, seal_party, seal_certificate, sealed_at
     from paper where subject_key = $1 and application_id = $2 order by ordered_at, paper_id`,
    key,
  );
}

/**
 * What was handed in: for a unit what belongs to an item of its own or to the application as a whole, as where officers open files
 * (server/intake/attachment-store.ts); `unit` null: all of it.
 */
export function listArchivedFiles(tx: Tx, key: Key, unit: string | null): Promise<ArchivedFile[]> {
  return tx.query(
    'archive-files',
    `select a.attachment_id, a.item_id, a.material_key, a.file_name, a.uploaded_at, a.scan from attachment a
     where a.subject_key = $1 and a.application_id = $2 and ($3::text is null or exists (
       select 1 from item i join application p on p.subject_key = i.subject_key and p.application_id = i.application_id
       where i.subject_key = a.subject_key and i.application_id = a.application_id and i.unit_id = $3
         and (a.item_id = i.item_id or a.material_key in ('signed-form', 'authorisation') or p.items @> jsonb_build_array(jsonb_build_object('recordId', i.record_id,
           'materials', jsonb_build_array(jsonb_build_object('attachmentIds', jsonb_build_array(a.attachment_id))))))))
     order by a.uploaded_at, a.attachment_id`,
    [...key, unit],
  );
}

/** Every column of the ledger, as it is hashed: times as the ISO texts the rest of the platform reads. */
export function listArchivedEntries(tx: Tx, subjectKey: string, itemIds: readonly string[]): Promise<ArchivedEntry[]> {
  return tx.query(
    'archive-entries',
    'select * from item_event where subject_key = $1 and item_id = any ($2::uuid[]) order by item_id, version',
    [subjectKey, itemIds],
  );
}

export function listArchivedExchanges(
  tx: Tx,
  subjectKey: string,
  itemIds: readonly string[],
): Promise<ArchivedExchange[]> {
  return tx.query(
    'archive-exchanges',
    `select item_id, system, kind, state, receipt, requested_at, confirmed_at
     from exchange where subject_key = $1 and item_id = any ($2::uuid[]) order by requested_at, exchange_id`,
    [subjectKey, itemIds],
  );
}

/** The bytes of one file. */
export async function readArchived(
  tx: Tx,
  table: 'paper' | 'attachment',
  subjectKey: string,
  id: string,
): Promise<Uint8Array | undefined> {
  const rows = await tx.query<{ content: Uint8Array | null }>(
    `archived-${table}`,
    `select content from ${table} where subject_key = $1 and ${table}_id = $2`,
    [subjectKey, id],
  );
  return rows[0]?.content ?? undefined;
}
