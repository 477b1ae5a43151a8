import type { Static } from 'typebox';
import type { ScanState } from '#contract/attachments.ts';
import type { FormContent, SubmittedItem } from '#contract/intake.ts';
import type { PaperKind } from '#contract/paper-models.ts';
import type { Item } from '#domain/item/item.ts';
import { type ItemSummaryRow, itemSummaryColumns, itemSummaryFrom } from '../item/item-view.ts';
import type { LedgerActor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { type RecordRow, recordColumns } from '../record/record-view.ts';

export async function findItemSummary(tx: Tx, subjectKey: string, itemId: string): Promise<ItemSummaryRow | undefined> {
  const rows = await tx.query<ItemSummaryRow>(
    'item-summary',
    `select ${itemSummaryColumns} from ${itemSummaryFrom} where i.subject_key = $1 and i.item_id = $2`,
    [subjectKey, itemId],
  );
  return rows[0];
}

export async function findRecord(tx: Tx, subjectKey: string, recordId: string): Promise<RecordRow | undefined> {
  const rows = await tx.query<RecordRow>(
    'record-find',
    `select ${recordColumns} from record r where r.subject_key = $1 and r.record_id = $2`,
    [subjectKey, recordId],
  );
  return rows[0];
}

export interface ApplicationPart {
  readonly number: string;
  readonly form: FormContent;
  readonly items: Static<typeof SubmittedItem>[];
  readonly window_unit_id: string | null;
}

export async function findApplicationPart(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
): Promise<ApplicationPart | undefined> {
  const rows = await tx.query<ApplicationPart>(
    'application-part',
    'select number, form, items, window_unit_id from application where subject_key = $1 and application_id = $2',
    [subjectKey, applicationId],
  );
  return rows[0];
}

export interface AttachmentRow {
  readonly attachment_id: string;
  readonly material_key: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly pages: number | null;
  readonly scan: ScanState;
  readonly item_id: string | null;
  readonly uploaded_at: string;
  readonly uploaded_by: LedgerActor;
  /** Of a reused file: when it was first given, and with which application (null where the reader may not see that one). */
  readonly given_at: string | null;
  readonly given_with: string | null;
}

/** Materials of the whole application: nobody files the same paper twice, so an authority sees what was filed for its item or for all. */
export async function listAttachments(tx: Tx, subjectKey: string, applicationId: string): Promise<AttachmentRow[]> {
  return tx.query<AttachmentRow>(
    'item-attachments',
    `select a.attachment_id, a.material_key, a.file_name, a.media_type, a.bytes, a.pages, a.scan, a.item_id, a.uploaded_at, a.uploaded_by,
       a.given_at, p.number as given_with
     from attachment a
       left join attachment f on f.subject_key = a.subject_key and f.attachment_id = a.reused_from
       left join application p on p.subject_key = f.subject_key and p.application_id = f.application_id
     where a.subject_key = $1 and a.application_id = $2 order by a.uploaded_at, a.attachment_id`,
    [subjectKey, applicationId],
  );
}

export interface ItemPaperRow {
  readonly paper_id: string;
  readonly kind: PaperKind;
  readonly doc_number: string | null;
  readonly issued_on: string;
  readonly state: string;
}

export async function listItemPapers(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
  itemId: string,
): Promise<ItemPaperRow[]> {
  return tx.query<ItemPaperRow>(
    'item-papers',
    `select paper_id, kind, doc_number, issued_on, state from paper
     where subject_key = $1 and application_id = $2 and (item_id = $3 or item_id is null) order by ordered_at, paper_id`,
    [subjectKey, applicationId, itemId],
  );
}

export interface ExchangeRow {
  readonly exchange_id: string;
  readonly system: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly receipt: { receiptNo?: string } | null;
  readonly requested_at: string;
  readonly confirmed_at: string | null;
  readonly last_error: string | null;
}

export async function listExchanges(tx: Tx, subjectKey: string, itemId: string): Promise<ExchangeRow[]> {
  return tx.query<ExchangeRow>(
    'item-exchanges',
    'select exchange_id, system, kind, state, attempts, receipt, requested_at, confirmed_at, last_error from exchange where subject_key = $1 and item_id = $2 order by requested_at, kind',
    [subjectKey, itemId],
  );
}

export async function listUrgings(
  tx: Tx,
  subjectKey: string,
  itemId: string,
): Promise<{ urging_id: string; text: string; urged_by: string; urged_unit: string; urged_at: string }[]> {
  return tx.query(
    'item-urgings',
    'select urging_id, text, urged_by, urged_unit, urged_at from urging where subject_key = $1 and item_id = $2 order by urged_at',
    [subjectKey, itemId],
  );
}

/** The items of an application and the state of its papers, as far as the reader sees them: what an archive package would hold. */
export async function listArchivable(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
): Promise<{ readonly items: Item[]; readonly papers: { readonly state: string }[] }> {
  const key = [subjectKey, applicationId];
  const items = await tx.query<{ fold: Item }>(
    'archivable-items',
    'select fold from item where subject_key = $1 and application_id = $2 order by number',
    key,
  );
  const papers = await tx.query<{ state: string }>(
    'archivable-papers',
    'select state from paper where subject_key = $1 and application_id = $2',
    key,
  );
  return { items: items.map((row) => row.fold), papers };
}

export async function findRating(
  tx: Tx,
  subjectKey: string,
  itemId: string,
): Promise<{ score: number; comment: string | null } | undefined> {
  const rows = await tx.query<{ score: number; comment: string | null }>(
    'item-rating',
    'select score, comment from rating where subject_key = $1 and item_id = $2',
    [subjectKey, itemId],
  );
  return rows[0];
}

/** Gives uploads made for a correction to the item's application. */
export async function bindToItem(
  tx: Tx,
  it: { subjectKey: string; applicationId: string; itemId: string; ids: readonly string[] },
): Promise<number> {
  if (it.ids.length === 0) return 0;
  return tx.change(
    'attachments-correct',
    `update attachment set application_id = $3, item_id = $4,
       unit_ids = (select unit_ids from application where subject_key = $1 and application_id = $3),
       region_path = (select region_path from application where subject_key = $1 and application_id = $3)
     where subject_key = $1 and attachment_id = any ($2) and application_id is null and scan <> 'infected'`,
    [it.subjectKey, it.ids, it.applicationId, it.itemId],
  );
}

/** Gives a picture of a verification to the item and its unit alone; no window or other unit of the application opens it. */
export async function bindEvidence(
  tx: Tx,
  item: { subjectKey: string; applicationId: string; itemId: string; unitId: string },
  attachmentId: string,
): Promise<void> {
  await tx.change(
    'evidence-bind',
    `update attachment set application_id = $3, item_id = $4, unit_ids = array[$5], window_unit_id = null
     where subject_key = $1 and attachment_id = $2`,
    [item.subjectKey, attachmentId, item.applicationId, item.itemId, item.unitId],
  );
}

/** How many of these were kept for the item as evidence of a verification. */
export async function countEvidence(
  tx: Tx,
  subjectKey: string,
  itemId: string,
  ids: readonly string[],
): Promise<number> {
  const rows = await tx.query<{ n: number }>(
    'evidence-count',
    `select count(*)::int as n from attachment
     where subject_key = $1 and item_id = $2 and attachment_id = any ($3) and material_key = 'verification'`,
    [subjectKey, itemId, ids],
  );
  return rows[0]?.n ?? 0;
}
