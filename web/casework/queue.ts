import type { ItemSummary } from '#contract/item.ts';
import type { queueListNames } from '#contract/queue.ts';
import { readRemembered } from '../office/remembered.ts';

/** The lists of a desk, in the order they are worked through; `roles`: shown to these only. */
export const queueLists = [
  { key: 'todo', label: '本单位待办', empty: '现在没有等着办的件。新的申请登记后会出现在这里。' },
  { key: 'mine', label: '我的', empty: '您名下现在没有等着办的件。可以到“待分派”里认领。' },
  { key: 'unassigned', label: '待分派', empty: '没有等着分派的件。' },
  { key: 'due-soon', label: '即将到期', empty: '没有两个工作日内到期的件。' },
  { key: 'overdue', label: '已超期', empty: '没有超期的件。' },
  { key: 'returned', label: '被退回', empty: '没有退回给您的件。' },
  { key: 'review', label: '待我审核', empty: '没有等着审核的件。', roles: ['reviewer'] },
  { key: 'sign', label: '待我签发', empty: '没有等着签发的件。', roles: ['head'] },
  { key: 'waiting', label: '待他人', empty: '没有在等申请人补正的件，您提请的也没有在等审核、签发的。' },
  { key: 'outside', label: '外部办理', empty: '没有在外部系统办理或等回执的件。' },
  { key: 'closed', label: '已办结', empty: '还没有办结的件。' },
] as const satisfies readonly {
  key: (typeof queueListNames)[number];
  label: string;
  empty: string;
  roles?: readonly string[];
}[];

export type QueueList = (typeof queueLists)[number]['key'];

/** The list named in the address, or the first. */
export function queueListOf(text: string | undefined): QueueList {
  return queueLists.find((one) => one.key === text)?.key ?? 'todo';
}

/** What a list can be narrowed down by, as the address bar and saved views name it. */
export const filterNames = [
  'q',
  'matter',
  'region',
  'state',
  'holder',
  'receivedFrom',
  'receivedTo',
  'dueFrom',
  'dueTo',
] as const;
type FilterName = (typeof filterNames)[number];
export type QueueFilters = Partial<Record<FilterName, string>>;

/** The filters of an address; without what is empty. */
export function filtersOf(address: Readonly<Record<string, string | undefined>>): QueueFilters {
  return Object.fromEntries(filterNames.flatMap((name) => (address[name] ? [[name, address[name]]] : [])));
}

/** An address that shows exactly these filters: what is not among them is taken out. */
export function addressOf(list: QueueList, filters: QueueFilters): Record<string, string | undefined> {
  return { list, ...Object.fromEntries(filterNames.map((name) => [name, filters[name]])) };
}

const seenName = 'seen-versions';
const keep = 400;

/** Versions of items as this person last opened them on this machine: itemId → version. */
export function seenVersions(): Record<string, number> {
  return readRemembered<Record<string, number>>(seenName, {});
}

/** Notes that an item was opened, forgetting the oldest beyond 400. */
export function noteSeen(itemId: string, version: number): void {
  const { [itemId]: _was, ...others } = seenVersions();
  const kept = Object.fromEntries([...Object.entries(others), [itemId, version] as const].slice(-keep));
  try {
    localStorage.setItem(`office.${seenName}`, JSON.stringify(kept));
  } catch {
    // Without a store nothing is marked as changed; the list itself is unaffected.
  }
}

/** `new` never opened here, `changed` since it was opened, `same`. */
export function changeSince(item: ItemSummary, seen: Readonly<Record<string, number>>): 'new' | 'changed' | 'same' {
  const version = seen[item.itemId];
  if (version === undefined) return 'new';
  return item.version > version ? 'changed' : 'same';
}

/** What the authority does next with an item in this state. */
export function nextStep(item: Pick<ItemSummary, 'state' | 'waitsOn' | 'signOff'>): string {
  if (item.signOff && !item.signOff.endsWith('退回')) return `${item.signOff}，签发或者退回以前承办人不用办。`;
  switch (item.state) {
    case 'lodged':
      return '看材料，决定受理、不予受理或一次性告知补正。';
    case 'accepted':
      return '逐项核实条件，作出准予或不予修复的决定。';
    case 'correcting':
      return item.waitsOn === 'authority'
        ? '补正期满：按现有材料决定受理或者不予受理；申请人在决定以前仍可以补。'
        : '等申请人按清单补正，现在不用办。';
    case 'registering':
      return '正在向“信用中国”登记，登记后开始计时。';
    case 'granted':
      return '正在通知各平台停止公示，等回执。';
    case 'handing-over':
    case 'handed-over':
      return '由外部系统办理，结果会自动回到这里。';
    default:
      return '不用再办。';
  }
}
