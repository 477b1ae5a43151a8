import type { MatterExtraField } from '../catalog/catalog.ts';
import { checkAction } from '../item/available-actions.ts';
import { resumeClock, startClock } from '../item/clocks.ts';
import type { EventOf } from '../item/events.ts';
import { type FieldFault, type Refusal, refuse } from '../refusal.ts';
import { faultOfCorrected, namedField } from './correctable-fields.ts';
import type { Desk } from './deciding.ts';

/** What the applicant hands in for one line of the call: files already uploaded, or a text; for a field of the form its new value. */
export interface CorrectedMaterial {
  readonly key: string;
  readonly attachmentIds: string[];
  readonly text?: string;
}

/**
 * The applicant's answer to the one call for correction. Every material named must be answered, so that nobody comes back a third time.
 * The acceptance limit counts anew from the day the papers are complete (see docs/divergences.md: 36号 names no clock stop).
 */
export function correctItem(
  desk: Desk,
  input: { materials: CorrectedMaterial[]; extraFields?: readonly MatterExtraField[] },
): EventOf<'corrected'> | Refusal {
  const { item, who, today, calendar } = desk;
  const refusal = checkAction(item, 'correct', who, today, desk.moot);
  if (refusal) return refusal;
  const answered = new Set(
    input.materials
      .filter((one) => one.attachmentIds.length > 0 || (one.text ?? '').trim() !== '')
      .map((one) => one.key),
  );
  const open = item.missing.filter((one) => !answered.has(one.key));
  if (open.length > 0)
    return refuse(
      'unmet-condition',
      'correction-incomplete',
      `还有 ${open.length} 项没有补：${open.map((one) => one.name).join('、')}。`,
      {
        fields: open.map((one) => ({ field: `materials.${one.key}`, text: `请补交“${one.name}”：${one.reason}` })),
      },
    );
  const faults = faultsOfFields(input.materials, input.extraFields ?? []);
  if (faults.length > 0)
    return refuse('invalid', 'correction-odd', faults.map((one) => one.text).join('；'), { fields: faults });
  // Only what was named is opened: anything else in the answer is left out.
  const named = new Set(item.missing.map((one) => one.key));
  const materials = input.materials
    .filter((one) => named.has(one.key))
    // A field is answered by its new value; files would hang on nothing.
    .map((one) => (namedField(one.key) ? { ...one, attachmentIds: [] } : one));
  const { accept, cites } = item.limits;
  const { total } = item.clocks;
  const clocks = [
    ...(accept === null ? [] : [startClock(calendar, 'acceptance', today, accept, cites.accept)]),
    ...(total && item.limits.pausedForCorrection ? [resumeClock(calendar, total, today)] : []),
  ];
  return { type: 'corrected', on: today, cites: cites.accept, payload: { materials, clocks } };
}

function faultsOfFields(
  materials: readonly CorrectedMaterial[],
  extraFields: readonly MatterExtraField[],
): FieldFault[] {
  return materials.flatMap(({ key, text }) => {
    const field = namedField(key);
    const fault = field ? faultOfCorrected(field, text, extraFields) : null;
    return fault ? [{ field: `materials.${key}`, text: fault }] : [];
  });
}
