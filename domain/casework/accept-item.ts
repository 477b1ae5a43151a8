import { checkAction } from '../item/available-actions.ts';
import { startClock } from '../item/clocks.ts';
import type { EventOf } from '../item/events.ts';
import type { Refusal } from '../refusal.ts';
import type { Desk } from './deciding.ts';

/** 受理: the decision clock starts with the day of acceptance (36号第十六条: 受理之日起7个工作日). */
export function acceptItem(desk: Desk): EventOf<'accepted'> | Refusal {
  const { item, who, today, calendar } = desk;
  const refusal = checkAction(item, 'accept', who);
  if (refusal) return refusal;
  const { decide, cites } = item.limits;
  const clocks = decide === null ? [] : [startClock(calendar, 'decision', today, decide, cites.decide)];
  return { type: 'accepted', on: today, cites: cites.accept, payload: { clocks } };
}
