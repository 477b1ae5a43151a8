import { checkAction } from '../item/available-actions.ts';
import { extendClock } from '../item/clocks.ts';
import type { EventOf } from '../item/events.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkText, type Desk } from './deciding.ts';

/**
 * 延长办理期限, once, with a reason (36号第十六条: 情况复杂或需要核查的，可以延长10个工作日; 107号第十六条 the same with the head's approval).
 * The extension is added to the end of the running limit, which must not be over yet.
 */
export function extendItem(desk: Desk, input: { reason: string }): EventOf<'extended'> | Refusal {
  const { item, who, today, calendar } = desk;
  const refusal =
    checkAction(item, 'extend', who, today, desk.moot) ?? checkText('reason', '延长的理由', input.reason, 500);
  if (refusal) return refusal;
  const running = item.clocks.decision;
  const days = item.limits.extend;
  if (!running || days === null) return refuse('unmet-condition', 'no-extension', '没有正在计算的审核期限，不能延长。');
  if (running.due < today)
    return refuse('unmet-condition', 'extension-too-late', `审核期限已于 ${running.due} 届满，期满后不能再延长。`, {
      cite: item.limits.cites.extend,
    });
  const { total } = item.clocks;
  // 36号第十六条 lets the decision take longer and is silent on the ten days over all; a joint limit that cannot be kept would mislead.
  const extension = { days, why: input.reason.trim(), cites: item.limits.cites.extend };
  const longer = [running, ...(total ? [total] : [])].map((clock) => extendClock(calendar, clock, extension));
  return {
    type: 'extended',
    on: today,
    cites: item.limits.cites.extend,
    payload: { days, reason: input.reason.trim(), clocks: longer },
  };
}
