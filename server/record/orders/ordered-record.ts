import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { ChangeableField, FactChange, OrderedRecord } from '#domain/record/orders/record-order.ts';
import { allChangeableFields, changeableFields } from '#domain/record/orders/record-order.ts';
import type { RecordRow } from '../record-view.ts';
import type { RecordChange } from './order-store.ts';

/** A stored record as orders are decided by it. */
export function orderedRecord(
  catalog: Catalog,
  row: RecordRow,
  subjectType: OrderedRecord['subjectType'],
): OrderedRecord {
  return {
    recordId: row.record_id,
    entry: lawEntryOf(catalog, row.matter_key),
    subjectType,
    heldBack: row.held_back,
    repairedOn: row.repaired_on,
    planCompletedOn: row.plan_completed_on,
  };
}

interface Penalty {
  readonly kind?: string;
  readonly amountYuan?: number;
}

const penaltiesOf = (facts: Record<string, unknown>) =>
  (Array.isArray(facts.penalties) ? facts.penalties : []) as Penalty[];

/** A fact of a record as it reads; '' where it is not known. */
export function factOf(row: RecordRow, field: ChangeableField): string {
  switch (field) {
    case 'docNumber':
      return row.doc_number;
    case 'findingDate':
      return row.finding_date;
    case 'publishedDate':
      return row.published_date ?? '';
    case 'fineYuan': {
      const fine = penaltiesOf(row.facts).find((one) => one.amountYuan !== undefined);
      return fine ? String(fine.amountYuan) : '';
    }
    case 'act':
      return typeof row.facts.act === 'string' ? row.facts.act : '';
  }
}

/** Facts that a changed decision can change, as they stand; a fine only where there is one. */
export function changeableFacts(row: RecordRow): { field: ChangeableField; label: string; value: string }[] {
  return allChangeableFields.flatMap((field) => {
    const value = factOf(row, field);
    return field === 'fineYuan' && value === '' ? [] : [{ field, label: changeableFields[field], value }];
  });
}

/** What is written where these facts change. */
export function changesToRow(row: RecordRow, changes: readonly FactChange[]): RecordChange {
  let facts = row.facts;
  const out: Record<string, unknown> = {};
  for (const { field, after } of changes) {
    if (field === 'act') facts = { ...facts, act: after.trim() };
    else if (field === 'fineYuan') facts = { ...facts, penalties: withFine(penaltiesOf(facts), Number(after)) };
    else out[field] = after.trim();
  }
  return { ...out, ...(facts === row.facts ? {} : { facts }) };
}

/** The first fine is the one that was changed; a fine of nothing is gone. */
function withFine(penalties: readonly Penalty[], amountYuan: number): Penalty[] {
  const at = penalties.findIndex((one) => one.amountYuan !== undefined);
  return penalties.flatMap((one, index) => (index !== at ? [one] : amountYuan === 0 ? [] : [{ ...one, amountYuan }]));
}
