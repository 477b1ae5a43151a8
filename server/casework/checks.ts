import type { CheckView } from '#contract/checks.ts';
import { type PlatformCheck, platformChecks } from '#domain/casework/platform-checks.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { SubjectType } from '#law/matter-keys.ts';
import { citations } from '../platform/citations.ts';
import type { Tx } from '../platform/database.ts';
import { assessRecord } from '../record/assess-record.ts';
import type { RecordRow } from '../record/record-view.ts';

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
    `select doc_number from record where subject_key = $1 and record_id <> $2 and finding_date > $3 and repaired_on is null
     order by finding_date limit 20`,
    [record.subject_key, record.record_id, record.finding_date],
  );
  const checks = platformChecks({
    verdict: assessRecord(catalog, record, subjectKind, today),
    organName: record.organ_name,
    dutiesPerformed: record.duties_performed,
    correctionDate: record.correction_date,
    samePenaltyAgain: facts.samePenaltyAgain === true,
    fraudFoundOn: facts.fraudFoundOn ?? null,
    heldBack: (record as { held_back?: unknown }).held_back ? true : null,
    later: later.map((one) => one.doc_number),
    limitCites: item.limits.cites.decide,
    today,
  });
  return checks.map((one: PlatformCheck) => ({ ...one, cites: citations(one.cites) }));
}
