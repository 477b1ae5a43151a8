import type { Static } from 'typebox';
import type { CorrectionView } from '#contract/casework.ts';
import type { FormContent, SubmittedItem } from '#contract/intake.ts';
import { namedField, valueOfField } from '#domain/casework/correctable-fields.ts';
import type { EventOf } from '#domain/item/events.ts';
import type { LedgerRow } from '../item/ledger.ts';

type Own = Static<typeof SubmittedItem> | undefined;

/**
 * What was called for and what came, line by line: for a field what stood in the form that was signed and what stands now, for a material
 * the files before and after. The form itself stays as it was signed; a correction is an addition to it, for this item only.
 */
export function correctionsOf(events: readonly LedgerRow[], form: FormContent, own: Own): CorrectionView[] {
  const found: CorrectionView[] = [];
  let called: EventOf<'correction-requested'>['payload']['missing'] = [];
  for (const event of events) {
    if (event.type === 'correction-requested')
      called = (event.payload as EventOf<'correction-requested'>['payload']).missing;
    if (event.type !== 'corrected') continue;
    const { materials } = event.payload as EventOf<'corrected'>['payload'];
    for (const { key, attachmentIds, text = '' } of materials) {
      const line = called.find((one) => one.key === key);
      found.push({
        key,
        name: line?.name ?? '补充材料',
        reason: line?.reason ?? '',
        isField: namedField(key) !== null,
        before: valueBefore(key, form, own),
        after: text,
        filesBefore: own?.materials.find((one) => one.key === key)?.attachmentIds ?? [],
        filesAfter: [...attachmentIds],
        on: event.day,
      });
    }
  }
  return found;
}

function valueBefore(key: string, form: FormContent, own: Own): string {
  const named = namedField(key);
  return named ? valueOfField(named, { form, extra: own?.extra }) : '';
}
