import { checkAction } from '../item/available-actions.ts';
import type { EventOf } from '../item/events.ts';
import type { Refusal } from '../refusal.ts';
import { checkText, type Desk } from './deciding.ts';

/** 核实: what was checked, how, and what was found (107号第十五条: 网上核实、书面核实、实地核实). */
export function verifyItem(
  desk: Desk,
  input: { method: 'shared-data' | 'online' | 'written' | 'on-site'; finding: string },
): EventOf<'verified'> | Refusal {
  const refusal = checkAction(desk.item, 'verify', desk.who) ?? checkText('finding', '核实情况', input.finding);
  if (refusal) return refusal;
  return { type: 'verified', on: desk.today, cites: desk.item.limits.cites.decide, payload: input };
}
