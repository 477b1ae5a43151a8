import { checkAction } from '../item/available-actions.ts';
import type { EventOf, Verification } from '../item/events.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkText, type Desk } from './deciding.ts';

/**
 * 核实: what was checked, how and where, by whom, and what it shows (107号第十五条: 网上核实、书面核实、实地核实). It may concern one condition
 * of the matter (`conditions`: its keys) or the whole; it may be noted any number of times.
 */
export function verifyItem(
  desk: Desk,
  input: Verification,
  conditions: readonly string[] = [],
): EventOf<'verified'> | Refusal {
  const { item, who, today } = desk;
  const refusal =
    checkAction(item, 'verify', who) ??
    checkText('finding', '核实情况', input.finding) ??
    checkWhere(input, conditions);
  if (refusal) return refusal;
  return { type: 'verified', on: today, cites: item.limits.cites.decide, payload: input };
}

function checkWhere({ method, place, condition, result }: Verification, conditions: readonly string[]): Refusal | null {
  if (method === 'on-site' && place !== undefined && place.trim() === '')
    return refuse('invalid', 'place-missing', '实地核实要写明地点。', {
      fields: [{ field: 'place', text: '请写明核实地点。' }],
    });
  if (condition !== undefined && !conditions.includes(condition))
    return refuse('invalid', 'condition-unknown', '本事项没有这一项条件，请刷新后再选。', {
      fields: [{ field: 'condition', text: '请重新选择条件。' }],
    });
  if (result !== undefined && condition === undefined)
    return refuse('invalid', 'condition-missing', '写了核实结果的，要说明是哪一项条件的。', {
      fields: [{ field: 'condition', text: '请选择条件。' }],
    });
  return null;
}
