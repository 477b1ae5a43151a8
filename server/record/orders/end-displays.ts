import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import { automaticEndLaw } from '#domain/record/orders/automatic-end-law.ts';
import { orderDue } from '#domain/record/orders/enter-order.ts';
import { findSubject, type SubjectRow } from '../../access/subject-store.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database.ts';
import { assessRecord } from '../assess-record.ts';
import type { RecordRow } from '../record-view.ts';
import { enter } from './carry-out.ts';

const platform: LedgerActor = { kind: 'platform', id: 'platform', name: '平台' };

/** The day the maximum was over, where law ends display by itself on it and nothing else has; null otherwise. */
export function endedOn(
  catalog: Catalog,
  record: RecordRow & { readonly created_on: string },
  kind: SubjectRow['kind'],
  today: string,
): string | null {
  if (record.held_back !== null && record.held_back !== 'shielded') return null;
  if (record.repaired_on !== null || record.published_date === null || record.unit_id === null) return null;
  if (!automaticEndLaw(lawEntryOf(catalog, record.matter_key), today)) return null;
  const { publication, verdict } = assessRecord(catalog, record, kind, today);
  const end = publication.latestEnd;
  // Whether display is over where duties are open is the field's rule (36号 art 12 ¶2): nothing ends by itself then.
  if (verdict !== 'not-published' || publication.shown || end === null || end >= today) return null;
  // What was over before it came here was never shown by us: there is nothing to end, and nobody to tell.
  return end < record.created_on ? null : end;
}

/** Ends display at the maximum, in the transaction of the daily look: what is ended is not due again, so that it may run twice. */
export async function endDisplay(
  tx: Tx,
  it: {
    readonly catalog: Catalog;
    readonly record: RecordRow;
    readonly end: string;
    readonly today: string;
    readonly now: Date;
  },
): Promise<void> {
  const { catalog, record, end, today, now } = it;
  const law = automaticEndLaw(lawEntryOf(catalog, record.matter_key), today);
  const subject = await findSubject(tx, record.subject_key);
  if (!law || !subject) return;
  await enter(
    { tx, catalog, today, now, actor: platform, requestId: null },
    {
      record,
      subject,
      cites: law.cites,
      content: {
        kind: 'automatic-end',
        origin: 'platform',
        ground: null,
        text: law.text,
        note: '',
        statement: null,
        changes: [],
        open: law.open,
        knownOn: end,
        dueOn: orderDue(law, end, catalog.calendar),
      },
    },
  );
}
