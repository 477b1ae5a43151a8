import type { CheckView } from '#contract/checks.ts';
import { type PlatformCheck, platformChecks } from '#domain/casework/platform-checks.ts';
import { type Catalog, findMatterVersion, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { orderLaw } from '#domain/record/orders/order-law.ts';
import { penaltiesOf } from '#domain/record/shared-data/payments.ts';
import { saysPaid } from '#domain/record/shared-data/says-paid.ts';
import type { SubjectType } from '#law/matter-keys.ts';
import { citations } from '../platform/citations.ts';
import type { Tx } from '../platform/database.ts';
import { assessRecord } from '../record/assess-record.ts';
import type { RecordRow } from '../record/record-view.ts';
import { asksForMoney } from '../record/shared-data/asks-for-money.ts';
import { paymentState, reorganisationState } from '../record/shared-data/shared-facts.ts';
import { listItemReads } from '../record/shared-data/shared-read-store.ts';

interface CheckedCase {
  readonly item: Item;
  readonly record: RecordRow;
  readonly subjectKind: SubjectType;
  readonly catalog: Catalog;
  readonly today: PlainDate;
}

/** What the platform looked at itself for an item, as of today. Records of other units show as far as the reader may see them. */
export async function readChecks(
  tx: Tx,
  { item, record, subjectKind, catalog, today }: CheckedCase,
): Promise<CheckView[]> {
  const facts = record.facts as { samePenaltyAgain?: boolean; fraudFoundOn?: string };
  const later = await tx.query<{ doc_number: string }>(
    'checks-later-records',
    `select doc_number from record where subject_key = $1 and record_id <> $2 and finding_date > $3 and repaired_on is null and held_back is distinct from 'annulled'
     order by finding_date limit 20`,
    [record.subject_key, record.record_id, record.finding_date],
  );
  const reads = await listItemReads(tx, item.subjectKey, item.itemId);
  const wrote = await tx.query<{ facts: string | null }>(
    'checks-said',
    `select form ->> 'facts' as facts from application where subject_key = $1 and application_id = $2`,
    [item.subjectKey, item.applicationId],
  );
  const penalties = penaltiesOf(record.facts);
  const matter = findMatterVersion(catalog, item.matterKey, item.matterVersion, today);
  const checks = platformChecks({
    payments: asksForMoney(catalog, record) ? paymentState(reads, penalties) : null,
    reorganisation: subjectKind === 'person' ? null : reorganisationState(reads),
    penalties,
    saysPaid: saysPaid(wrote[0]?.facts ?? ''),
    conditions: matter?.conditions ?? [],
    shieldingCites: orderLaw('shielding', lawEntryOf(catalog, item.matterKey), today)?.cites ?? [],
    verdict: assessRecord(catalog, record, subjectKind, today),
    organName: record.organ_name,
    dutiesPerformed: record.duties_performed,
    correctionDate: record.correction_date,
    samePenaltyAgain: facts.samePenaltyAgain === true,
    fraudFoundOn: facts.fraudFoundOn ?? null,
    heldBack: record.held_back === 'shielded' ? true : null,
    later: later.map((one) => one.doc_number),
    limitCites: item.limits.cites.decide,
    today,
  });
  return checks.map((one: PlatformCheck) => ({
    ...one,
    cites: citations(one.cites),
    shared: one.shared ?? false,
    discrepancy: one.discrepancy ?? null,
    adopt: one.adopt ?? null,
  }));
}
