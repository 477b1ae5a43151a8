import type { ItemSummary } from '#contract/item.ts';
import { whatNext } from '#domain/intake/what-next.ts';
import type { ItemState } from '#domain/item/states.ts';
import type { Stage } from '../ui/Stepper.tsx';

const ended: Readonly<Record<string, string>> = {
  declined: '不予受理',
  revoked: '已撤销修复',
  refused: '不予修复',
  withdrawn: '已撤回',
  'left-to-court': '法院已答复',
};

const here = ['registering', 'lodged', 'accepted', 'granted', 'completed'];
const outside = ['handing-over', 'handed-over', 'granted', 'completed'];

/** Where an item stands on its way, in the applicant's words. */
export function stagesOf(item: Pick<ItemSummary, 'state'>): Stage[] {
  const away = item.state === 'handing-over' || item.state === 'handed-over' || item.state === 'left-to-court';
  const labels = away ? ['已提交', '转送', '作出决定', '停止公示'] : ['已提交', '受理', '审核决定', '停止公示'];
  const end = ended[item.state];
  if (end) {
    const stop = item.state === 'declined' ? 1 : item.state === 'revoked' ? 3 : 2;
    return [
      ...labels.slice(0, stop).map((label) => ({ label, standing: 'done' as const })),
      { label: end, standing: 'stopped' },
    ];
  }
  if (item.state === 'completed') return labels.map((label) => ({ label, standing: 'done' }));
  const position = away
    ? outside.indexOf(item.state) + 1
    : item.state === 'correcting'
      ? 1
      : Math.max(1, here.indexOf(item.state));
  return labels.map((label, index) => ({
    label,
    standing: index < position ? 'done' : index === position ? 'now' : 'later',
  }));
}

/** How the item ended, for colour and sign; null while it is open. */
export function toneOf(item: Pick<ItemSummary, 'state' | 'yourTurn' | 'closedOn'>): 'you' | 'others' | 'good' | 'bad' {
  if (item.yourTurn && !item.closedOn) return 'you';
  if (item.state === 'completed' || item.state === 'granted') return 'good';
  if (item.state === 'declined' || item.state === 'refused' || item.state === 'revoked') return 'bad';
  return 'others';
}

/** Whose turn it is, in words. */
export function turnOf(item: Pick<ItemSummary, 'waitsOn' | 'unitName' | 'publicText' | 'closedOn'>): string {
  if (item.closedOn) return item.publicText;
  if (item.waitsOn === 'applicant') return `轮到您：${item.publicText}`;
  if (item.waitsOn === 'authority') return `${item.unitName}：${item.publicText}`;
  return item.publicText;
}

const afterwards: Readonly<Record<string, string>> = {
  completed: '不用再做什么。其他网站还在显示的，可以出示决定书要求更新。',
  declined: '看通知书里的理由。补齐条件后可以重新申请；不服的，可以依法申请行政复议或提起行政诉讼。',
  refused: '看决定书里的理由。不服的，可以依法申请行政复议或提起行政诉讼；条件具备后可以重新申请。',
  withdrawn: '不用做什么。以后可以重新申请。',
  revoked: '看撤销修复决定书里的理由和后果。不服的，可以依法申请行政复议或提起行政诉讼。',
  'left-to-court': '看法院的答复。有疑问请联系执行法院。',
};

/** What the applicant does now. */
export function todoOf(item: Pick<ItemSummary, 'state' | 'yourTurn' | 'closedOn'>): string {
  return item.yourTurn ?? afterwards[item.state] ?? '不用做什么，有结果会通知您。';
}

/** What happens after this step; the same sentences as without a login. */
export function nextOf(item: Pick<ItemSummary, 'state' | 'unitName' | 'unitPhone' | 'due' | 'closedOn'>): string {
  const { state, unitName, unitPhone, due, closedOn } = item;
  return whatNext({
    state: state as ItemState,
    unitName,
    unitPhone,
    due: due && { day: due.due, provisional: due.provisional },
    closedOn,
  });
}

const lastDays: Readonly<Record<string, string>> = {
  acceptance: '最晚这天决定是否受理：',
  decision: '最晚这天作出决定：',
  correction: '请在这天以前补齐：',
  effects: '最晚这天各平台停止公示：',
  total: '最晚这天办结：',
};

/** What must have happened by the day of a clock. */
export function lastDayWords(clock: { readonly kind: string; readonly label: string }): string {
  return lastDays[clock.kind] ?? `${clock.label}：`;
}
