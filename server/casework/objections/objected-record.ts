import type { CorrectableRecord } from '#domain/casework/objections/correctable-record.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../../platform/database.ts';
import { copyDocNumber } from '../../record/copy-doc-number.ts';
import { lookAtOnce } from '../../record/look-store.ts';
import type { RecordRow } from '../../record/record-view.ts';

/** A stored record as an objection names and changes it. */
export function correctable(row: RecordRow): CorrectableRecord & { readonly repairedOn: PlainDate | null } {
  return {
    docNumber: row.doc_number,
    organName: row.organ_name,
    findingDate: row.finding_date,
    publishedDate: row.published_date,
    correctionDate: row.correction_date,
    dutiesPerformed: row.duties_performed,
    class: row.class,
    facts: row.facts,
    repairedOn: row.repaired_on,
  };
}

/**
 * Writes a corrected record. Its natural key follows document number (or the day, where it has none) and organ, so that a corrected file finds this record again. The
 * record is looked at by the next daily run: its days may have moved.
 */
export async function writeCorrected(
  tx: Tx,
  key: { readonly subjectKey: string; readonly recordId: string },
  before: CorrectableRecord,
  after: CorrectableRecord,
  now: Date,
): Promise<void> {
  await tx.change(
    'record-corrected',
    `update record set doc_number = $3, organ_name = $4, finding_date = $5, published_date = $6, correction_date = $7, class = $8, facts = $9,
       duties_performed = $14,
       natural_key = replace(replace(replace(natural_key, '|' || $10 || '|', '|' || $3 || '|'), '|' || $11 || '|', '|' || $4 || '|'),
         '|无文号@' || $15::text || '|', '|无文号@' || $16::text || '|'),
       look_on = $12, updated_at = $13
     where subject_key = $1 and record_id = $2`,
    [
      key.subjectKey,
      key.recordId,
      after.docNumber,
      after.organName,
      after.findingDate,
      after.publishedDate,
      after.correctionDate,
      after.class,
      JSON.stringify(after.facts),
      before.docNumber,
      before.organName,
      lookAtOnce,
      now,
      after.dutiesPerformed,
      before.findingDate,
      after.findingDate,
    ],
  );
  if (after.docNumber !== before.docNumber) await copyDocNumber(tx, key, after.docNumber);
}

/** Takes a listing that was found wrong off display; why is kept with the record. */
export async function takeOffDisplay(
  tx: Tx,
  key: { readonly subjectKey: string; readonly recordId: string },
  number: string,
  on: PlainDate,
  now: Date,
): Promise<void> {
  await tx.change(
    'record-off-display',
    `update record set repaired_on = $3, facts = facts || jsonb_build_object('removedByObjection', $4::text), updated_at = $5
     where subject_key = $1 and record_id = $2 and repaired_on is null`,
    [key.subjectKey, key.recordId, on, number, now],
  );
}
