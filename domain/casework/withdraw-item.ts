import { checkAction } from '../item/available-actions.ts';
import type { EventOf } from '../item/events.ts';
import type { Refusal } from '../refusal.ts';
import { checkText, type Desk } from './deciding.ts';

/** 撤回 by the applicant before a decision; the record may be applied for again at any time. */
export function withdrawItem(desk: Desk, input: { reason: string }): EventOf<'withdrawn'> | Refusal {
  const refusal = checkAction(desk.item, 'withdraw', desk.who) ?? checkText('reason', '撤回原因', input.reason, 500);
  if (refusal) return refusal;
  return { type: 'withdrawn', on: desk.today, cites: [], payload: { reason: input.reason.trim() } };
}
