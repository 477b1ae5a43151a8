import type { Item } from '#domain/item/item.ts';
import { findSubject, type SubjectRow } from '../../access/subject-store.ts';
import type { SharedDataPort } from '../../gateways/shared-data/shared-data-port.ts';
import { findItem } from '../../item/ledger.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Scope, Tx } from '../../platform/database.ts';
import { v7 } from '../../platform/uuid.ts';
import type { RecordRow } from '../../record/record-view.ts';
import { askSharedData } from '../../record/shared-data/ask-shared-data.ts';
import { asksForMoney } from '../../record/shared-data/asks-for-money.ts';
import { type ReadFor, recordSharedReads, type SharedRead } from '../../record/shared-data/shared-read-store.ts';
import { findRecord } from '../casework-store.ts';

/** An item with what shared data is asked by. */
export interface ReadableItem {
  readonly item: Item;
  readonly record: RecordRow;
  readonly subject: SubjectRow;
}

/** Loads it under a view; undefined where that view has no such item. */
export async function findReadable(
  services: Services,
  scope: Scope,
  subjectKey: string,
  itemId: string,
): Promise<ReadableItem | undefined> {
  return services.db.read(scope, async (tx) => {
    const item = await findItem(tx, subjectKey, itemId);
    const record = item && (await findRecord(tx, subjectKey, item.recordId));
    const subject = await findSubject(tx, subjectKey);
    return item && record && subject ? { item, record, subject } : undefined;
  });
}

/** For whom reads of an item are kept. */
export const readFor = ({ itemId, unitId, regionCode, windowUnitId }: Item): ReadFor => ({
  itemId,
  unitId,
  regionCode,
  windowUnitId,
});

/**
 * Asks shared data about an item and keeps what came: an answer or the trouble, each with source, day and query number. Asked outside of
 * any transaction; `note` writes who read it beside the rows.
 */
export async function readItemData(
  services: Services,
  port: SharedDataPort,
  { item, record, subject }: ReadableItem,
  by: LedgerActor,
  note: (tx: Tx, queries: readonly string[]) => Promise<void>,
): Promise<readonly SharedRead[]> {
  const catalog = await services.catalog();
  const payments = asksForMoney(catalog, record) ? [{ recordId: record.record_id, docNumber: record.doc_number }] : [];
  const reads = await askSharedData(
    services,
    port,
    { identifier: subject.identifier, subjectKind: subject.kind, payments, reorganisations: true },
    by,
  );
  if (reads.length === 0) return reads;
  const now = services.clock.now();
  await services.db.transaction({ sees: 'all' }, async (tx) => {
    await recordSharedReads(tx, item.subjectKey, readFor(item), reads, () => v7(now));
    const queries = reads.flatMap((one) => one.query_no ?? []);
    if (queries.length > 0) await note(tx, queries);
  });
  return reads;
}
