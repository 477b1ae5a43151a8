import { checkAction } from '../item/available-actions.ts';
import { startClock } from '../item/clocks.ts';
import type { EventOf } from '../item/events.ts';
import type { ConditionFinding, Reason } from '../item/grounds.ts';
import { effectKinds } from '../item/item.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkReasons, type Desk } from './deciding.ts';

/** What the law and the record say today about granting: made by domain/record/assess and handed in, so that nobody grants too early. */
export interface GrantObstacle {
  readonly text: string;
  readonly cite: readonly string[];
}

/**
 * 准予修复. Every condition of the matter must be found met, and a bar that is certain (read in the clause) refuses.
 * The three effects start with it (36号第三条).
 */
export function grantItem(
  desk: Desk,
  input: {
    findings: ConditionFinding[];
    note: string;
    docNumber: string;
    obstacle: GrantObstacle | null;
    /** The conditions that must be found met, in the words of the matter. */
    required: readonly { readonly key: string; readonly text: string }[];
  },
): EventOf<'granted'> | Refusal {
  const { item, who, today, calendar } = desk;
  const refusal = checkAction(item, 'grant', who, today, desk.moot);
  if (refusal) return refusal;
  if (input.obstacle)
    return refuse('unmet-condition', 'law-bars-grant', input.obstacle.text, { cite: input.obstacle.cite });
  const found = new Map(input.findings.map((finding) => [finding.key, finding]));
  const open = input.required.filter((one) => !found.get(one.key)?.met);
  if (open.length > 0)
    return refuse('unmet-condition', 'conditions-open', `还有 ${open.length} 项条件没有核实为符合，不能准予修复。`, {
      cite: item.limits.cites.decide,
      fields: open.map((one) => ({ field: `findings.${one.key}`, text: `请核实：${one.text}` })),
    });
  const { effects, cites } = item.limits;
  const clocks = effects === null ? [] : [startClock(calendar, 'effects', today, effects, cites.effects)];
  return {
    type: 'granted',
    on: today,
    cites: cites.decide,
    payload: {
      docNumber: input.docNumber,
      findings: input.findings,
      note: input.note,
      clocks,
      effects: [...effectKinds],
    },
  };
}

/** 不予修复, always with reasons (36号第十七条, 107号第十七条). */
export function refuseItem(
  desk: Desk,
  input: { reasons: Reason[]; findings: ConditionFinding[]; note?: string; docNumber: string },
): EventOf<'refused'> | Refusal {
  const { item, who, today } = desk;
  const refusal = checkAction(item, 'refuse', who) ?? checkReasons(input.reasons, item.limits.cites.decide);
  if (refusal) return refusal;
  return { type: 'refused', on: today, cites: item.limits.cites.decide, payload: input };
}
