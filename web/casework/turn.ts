import type { ItemView } from '#contract/casework.ts';
import type { ClockView } from '#contract/item.ts';
import { itemStates, type Mover } from '#domain/item/states.ts';
import { dayText } from '../office/when.ts';
import { nextStep } from './queue.ts';

const turns: Readonly<Record<Mover, string>> = {
  authority: '现在轮到办理单位',
  applicant: '现在等申请人',
  platform: '现在由平台处理',
  outside: '现在由外部系统办理',
  nobody: '已经办结',
};

const pauses: Readonly<Partial<Record<keyof typeof itemStates, string>>> = {
  correcting: '受理期限不再计算：等申请人补正，补齐之日重新起算。',
  registering: '期限还没有起算：从“信用中国”登记之日起算。',
  'handing-over': '本平台不计时限：正在移送外部系统。',
  'handed-over': '本平台不计时限：由外部系统按其规定办理。',
};

type Turned = Pick<ItemView, 'summary' | 'chain'>;

/** Whose turn it is, and what they do. While something is proposed it is the reviewer's or the head's, not the officer's. */
export function turnOf({ summary, chain }: Turned): { readonly turn: string; readonly says: string } {
  const proposal = chain?.proposal;
  if (proposal) {
    const step = proposal.waitsFor === 'review' ? '审核' : '签发';
    const who = proposal.waitsOn.length > 0 ? `由${proposal.waitsOn.join('、')}${step}` : `本单位现在没有别人能${step}`;
    return {
      turn: `现在等待${step}`,
      says: `${proposal.by.name}已提请“${proposal.actName}”，${dayText(proposal.since)}起等待${step}，${who}。期限照常计算。`,
    };
  }
  const state = summary.state as keyof typeof itemStates;
  return {
    turn: turns[summary.waitsOn as Mover] ?? itemStates[state]?.office,
    says: (summary.waitsOn === 'authority' ? null : pauses[state]) ?? nextStep(summary),
  };
}

/** What stands in place of 已完成 where a clock ended otherwise, and what a running one does meanwhile; null: nothing to say. */
export function saidOfClock(
  clock: Pick<ClockView, 'kind' | 'doneOn' | 'pausedSince'>,
  view: Pick<ItemView, 'summary' | 'timeline' | 'clocks'>,
): { readonly ended: string | null; readonly note: string | null } {
  const asked = view.timeline.find((one) => one.type === 'correction-requested');
  if (clock.kind === 'acceptance' && clock.doneOn && asked?.on === clock.doneOn)
    return {
      ended: '已一次性告知补正',
      note: view.summary.state === 'correcting' ? '是否受理还没有决定；补齐之日起重新计算。' : null,
    };
  if (clock.kind !== 'total' || clock.doneOn || view.summary.state !== 'correcting') return { ended: null, note: null };
  const until = view.clocks.find((one) => one.kind === 'correction')?.due;
  const last = until ? `申请人补正到${dayText(until)}为止。` : '';
  return {
    ended: null,
    note: clock.pausedSince
      ? `${dayText(clock.pausedSince)}起停止计算，补齐之日接着算。${last}`
      : `补正期间照常计算：条文没有写可以停止。${last}`,
  };
}

/** Why somebody has nothing to do here: whose it is, or whose step is awaited. */
export function whyIdle(view: Turned & Pick<ItemView, 'holding'>, officerId: string | null): string {
  const { summary, holding } = view;
  if (summary.closedOn) return '这一件已经办结。';
  if (view.chain?.proposal) return `${turnOf(view).says}您现在不用办。`;
  const other = summary.holder && summary.holder.officerId !== officerId && !holding?.standsIn ? summary.holder : null;
  if (!other || !holding) return '这一件现在没有需要您办的事。';
  const mayTake = holding.acts.some((one) => one.act === 'claim' && one.allowed);
  return `这一件由${other.name}承办。${mayTake ? '需要由您来办的，请在上面“接手”。' : ''}`;
}

/** What stands over conditions of which nothing was written down, where nobody can write now. */
export function emptyFindings({ summary, chain }: Turned): string | null {
  if (['registering', 'lodged', 'correcting'].includes(summary.state)) return '受理后在这里逐项填写核实结果和依据。';
  if (chain?.proposal) return `提请的“${chain.proposal.actName}”没有逐项写核实结果。`;
  if (summary.state === 'accepted')
    return summary.holder ? `还没有逐项填写；由承办人${summary.holder.name}填写。` : '还没有逐项填写。';
  return null;
}
