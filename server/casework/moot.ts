import type { MootView } from '#contract/moot.ts';
import { findMoot } from '#domain/casework/find-moot.ts';
import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { Item } from '#domain/item/item.ts';
import type { Moot } from '#domain/item/moot.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { findSubject, type SubjectRow } from '../access/subject-store.ts';
import { citations } from '../platform/citations.ts';
import type { Tx } from '../platform/database.ts';
import { assessRecord } from '../record/assess-record.ts';
import type { RecordRow } from '../record/record-view.ts';
import { findRecord } from './casework-store.ts';

/** What happened to the record of an item since it was applied for, as the record stands today. */
export function mootOf(
  catalog: Catalog,
  item: Item,
  { record, subjectKind }: { readonly record: RecordRow; readonly subjectKind: SubjectRow['kind'] },
  today: PlainDate,
): Moot | null {
  return findMoot(
    item,
    {
      entry: lawEntryOf(catalog, record.matter_key),
      heldBack: record.held_back ?? null,
      repairedOn: record.repaired_on,
      verdict: assessRecord(catalog, record, subjectKind, today),
    },
    today,
  );
}

/** The same inside an act: read with the item, so that the act is judged by the record of that moment. */
export async function readMoot(tx: Tx, catalog: Catalog, item: Item, today: PlainDate): Promise<Moot | null> {
  const record = await findRecord(tx, item.subjectKey, item.recordId);
  const subject = record && (await findSubject(tx, item.subjectKey));
  return record && subject ? mootOf(catalog, item, { record, subjectKind: subject.kind }, today) : null;
}

/** The same in words: offices and applicants have different things to do about it. */
export function mootView({ text, todo, applicantTodo, reason, refuses, cites }: Moot, office: boolean): MootView {
  return { text, todo: office ? todo : applicantTodo, reason: office ? reason : '', refuses, cites: citations(cites) };
}
