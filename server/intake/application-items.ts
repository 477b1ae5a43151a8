import type { ItemSummary } from '#contract/item.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type ItemSummaryRow, itemSummaryColumns, itemSummaryFrom, toItemSummary } from '../item/item-view.ts';
import type { Tx } from '../platform/database.ts';
import type { RecordRow } from '../record/record-view.ts';

/** The items of an application as summaries, in the order of their numbers. */
export async function applicationItems(
  tx: Tx,
  catalog: Catalog,
  today: PlainDate,
  subjectKey: string,
  applicationId: string,
): Promise<ItemSummary[]> {
  const rows = await tx.query<ItemSummaryRow>(
    'application-items',
    `select ${itemSummaryColumns} from ${itemSummaryFrom} where i.subject_key = $1 and i.application_id = $2 order by i.number`,
    [subjectKey, applicationId],
  );
  return rows.map((row) => toItemSummary(row, catalog, today));
}

/** The same from what was just written, without asking the database again. */
applicationItems.fromMemory = (
  item: Item,
  record: RecordRow,
  subjectName: string,
  catalog: Catalog,
  today: PlainDate,
  now: Date,
): ItemSummary =>
  toItemSummary(
    {
      subject_key: item.subjectKey,
      item_id: item.itemId,
      application_id: item.applicationId,
      record_id: item.recordId,
      number: item.number,
      matter_key: item.matterKey,
      unit_id: item.unitId,
      region_code: item.regionCode,
      subject_name: subjectName,
      state: item.state,
      version: item.version,
      due_clock: null,
      outcome: null,
      fold: item,
      opened_on: item.openedOn,
      opened_at: now.toISOString(),
      closed_at: null,
      doc_number: record.doc_number,
      organ_name: record.organ_name,
      finding_date: record.finding_date,
      record_type: record.record_type,
      facts: record.facts,
    },
    catalog,
    today,
  );
