import type { FormContent } from '#contract/intake.ts';
import type { Item } from '#domain/item/item.ts';
import { paymentWords, penaltiesOf } from '#domain/record/shared-data/payments.ts';
import { findSubject } from '../access/subject-store.ts';
import type {
  ExchangedMaterial,
  ExchangedProof,
  ExchangedRecord,
  ExchangedSubject,
} from '../gateways/exchange/exchanged-record.ts';
import { findItem } from '../item/ledger.ts';
import type { Tx } from '../platform/database.ts';
import { paymentState } from '../record/shared-data/shared-facts.ts';
import { listItemReads, type SharedRead } from '../record/shared-data/shared-read-store.ts';

interface RecordRow {
  readonly doc_number: string;
  readonly organ_name: string;
  readonly matter_key: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What outside systems are told about an item. */
export interface ExchangedItem {
  readonly item: Item;
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
  readonly form: FormContent;
  readonly submittedAt: string;
  readonly extra: Readonly<Record<string, string>>;
  readonly materials: readonly ExchangedMaterial[];
  readonly sharedProofs: readonly ExchangedProof[];
}

/** Gathers it; undefined when the item is gone (it never is: nothing is deleted). */
export async function gatherItem(tx: Tx, subjectKey: string, itemId: string): Promise<ExchangedItem | undefined> {
  const item = await findItem(tx, subjectKey, itemId);
  const subject = await findSubject(tx, subjectKey);
  if (!item || !subject) return undefined;
  const records = await tx.query<RecordRow>(
    'exchanged-record',
    'select doc_number, organ_name, matter_key, facts from record where subject_key = $1 and record_id = $2',
    [subjectKey, item.recordId],
  );
  const applications = await tx.query<{
    form: FormContent;
    submitted_at: string;
    items: { recordId: string; extra: Record<string, string>; materials: { attachmentIds: string[] }[] }[];
  }>(
    'exchanged-application',
    'select form, submitted_at, items from application where subject_key = $1 and application_id = $2',
    [subjectKey, item.applicationId],
  );
  const record = records[0];
  const application = applications[0];
  if (!record || !application) return undefined;
  const own = application.items.find((one) => one.recordId === item.recordId);
  // What was handed in for other records of the joint application is nobody's business but their units'.
  const materials = await tx.query<{ file_name: string; digest: string; bytes: number }>(
    'exchanged-materials',
    `select file_name, digest, bytes from attachment
     where subject_key = $1 and application_id = $2 and (item_id = $3 or attachment_id = any ($4::uuid[])) order by attachment_id`,
    [subjectKey, item.applicationId, itemId, own?.materials.flatMap((one) => one.attachmentIds) ?? []],
  );
  return {
    item,
    subject: { name: subject.name, type: subject.kind, identifier: subject.identifier },
    record: {
      recordId: item.recordId,
      documentNo: record.doc_number,
      matter: item.matterKey,
      authority: record.organ_name,
    },
    form: application.form,
    submittedAt: application.submitted_at,
    extra: own?.extra ?? {},
    materials: materials.map((one) => ({ name: one.file_name, sha256: one.digest, bytes: one.bytes })),
    sharedProofs: proofsOf(await listItemReads(tx, subjectKey, itemId), record),
  };
}

/** A payment in full, as shared data has it. */
function proofsOf(reads: readonly SharedRead[], { facts }: RecordRow): ExchangedProof[] {
  const { last } = paymentState(reads, penaltiesOf(facts));
  if (last?.judged.standing !== 'paid') return [];
  const { judged, queryNo, on } = last;
  return [{ source: '省公共数据共享平台（缴款记录）', queryNo, readOn: on, text: paymentWords(judged) }];
}
