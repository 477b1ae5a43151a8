import { checkAction } from '../item/available-actions.ts';
import type { EventOf } from '../item/events.ts';
import type { Reason } from '../item/grounds.ts';
import type { Refusal } from '../refusal.ts';
import { checkReasons, type Desk } from './deciding.ts';

/** 不予受理, always with reasons (36号第十六条: 不予受理的说明理由). `docNumber` is given by the act from the unit's series. */
export function declineItem(
  desk: Desk,
  input: { reasons: Reason[]; docNumber: string },
): EventOf<'declined'> | Refusal {
  const { item, who, today } = desk;
  const refusal =
    checkAction(item, 'decline', who, today, desk.moot) ?? checkReasons(input.reasons, item.limits.cites.accept);
  if (refusal) return refusal;
  return { type: 'declined', on: today, cites: item.limits.cites.accept, payload: input };
}
