import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import { concernsPayment } from '#domain/record/shared-data/payments.ts';
import type { RecordRow } from '../record-view.ts';

/** Whether the decision of a record asks for money that can be asked about. */
export function asksForMoney(
  catalog: Catalog,
  { matter_key, record_type, facts }: Pick<RecordRow, 'matter_key' | 'record_type' | 'facts'>,
): boolean {
  return concernsPayment({ recordType: record_type, lawEntry: lawEntryOf(catalog, matter_key), facts });
}
