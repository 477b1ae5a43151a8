import { checkAction } from '../item/available-actions.ts';
import { resumeClock, startClock } from '../item/clocks.ts';
import type { EventOf } from '../item/events.ts';
import type { Refusal } from '../refusal.ts';
import type { Desk } from './deciding.ts';

/**
 * 受理: the decision clock starts with the day of acceptance (36号第十六条: 受理之日起7个工作日). Where the correction that was called for
 * did not come in time, it is accepted on what is there, and a limit that stood still for it goes on.
 */
export function acceptItem(desk: Desk): EventOf<'accepted'> | Refusal {
  const { item, who, today, calendar } = desk;
  const refusal = checkAction(item, 'accept', who, today, desk.moot);
  if (refusal) return refusal;
  const { decide, cites } = item.limits;
  const { total } = item.clocks;
  const stoodStill =
    item.state === 'correcting' && total !== undefined && item.limits.pausedForCorrection !== undefined;
  const clocks = [
    ...(decide === null ? [] : [startClock(calendar, 'decision', today, decide, cites.decide)]),
    ...(stoodStill ? [resumeClock(calendar, total, today)] : []),
  ];
  return { type: 'accepted', on: today, cites: cites.accept, payload: { clocks } };
}
