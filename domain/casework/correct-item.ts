import { checkAction } from '../item/available-actions.ts';
import { resumeClock, startClock } from '../item/clocks.ts';
import type { EventOf } from '../item/events.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Desk } from './deciding.ts';

/** What the applicant hands in for one missing material: files already uploaded, or a text. */
export interface CorrectedMaterial {
  readonly key: string;
  readonly attachmentIds: string[];
  readonly text?: string;
}

/**
 * The applicant's answer to the one call for correction. Every material named must be answered, so that nobody comes back a third time.
 * The acceptance limit counts anew from the day the papers are complete (see docs/divergences.md: 36号 names no clock stop).
 */
export function correctItem(desk: Desk, input: { materials: CorrectedMaterial[] }): EventOf<'corrected'> | Refusal {
  const { item, who, today, calendar } = desk;
  const refusal = checkAction(item, 'correct', who);
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
  const { accept, cites } = item.limits;
  const { total } = item.clocks;
  const clocks = [
    ...(accept === null ? [] : [startClock(calendar, 'acceptance', today, accept, cites.accept)]),
    ...(total && item.limits.pausedForCorrection ? [resumeClock(calendar, total, today)] : []),
  ];
  return { type: 'corrected', on: today, cites: cites.accept, payload: { materials: input.materials, clocks } };
}
