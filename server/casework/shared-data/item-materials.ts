import type { Catalog, Matter } from '#domain/catalog/catalog.ts';
import { penaltiesOf } from '#domain/record/shared-data/payments.ts';
import { provenMaterials, provenWords, withProven } from '#domain/record/shared-data/proven-materials.ts';
import type { Tx } from '../../platform/database.ts';
import type { RecordRow } from '../../record/record-view.ts';
import { asksForMoney } from '../../record/shared-data/asks-for-money.ts';
import { paymentState } from '../../record/shared-data/shared-facts.ts';
import { listItemReads } from '../../record/shared-data/shared-read-store.ts';

/** The matter's papers as they are asked of this item: what shared data shows to be paid is not the applicant's to bring. */
export async function itemMaterials(
  tx: Tx,
  catalog: Catalog,
  matter: Matter | undefined,
  record: RecordRow,
  itemId: string,
): Promise<Matter['materials']> {
  if (!matter || !asksForMoney(catalog, record)) return matter?.materials ?? [];
  const penalties = penaltiesOf(record.facts);
  const { last } = paymentState(await listItemReads(tx, record.subject_key, itemId), penalties);
  if (!last) return matter.materials;
  return withProven(matter.materials, {
    materials: provenMaterials(matter.materials, last.judged, penalties),
    text: `${provenWords(last.judged)}查询号 ${last.queryNo}。`,
  });
}
