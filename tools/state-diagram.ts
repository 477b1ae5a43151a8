import { actionRules, allItemActions, type ItemAction } from '#domain/item/available-actions.ts';
import type { ItemEvent, ItemEventType } from '#domain/item/events.ts';
import { evolve } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import { allItemStates, type ItemState, itemStates } from '#domain/item/states.ts';

/** The event each act of a person leads to; acts that change no item have none. */
const eventOfAct: Partial<Record<ItemAction, ItemEventType>> = {
  accept: 'accepted',
  decline: 'declined',
  'request-correction': 'correction-requested',
  correct: 'corrected',
  verify: 'verified',
  extend: 'extended',
  grant: 'granted',
  refuse: 'refused',
  revoke: 'revoked',
  withdraw: 'withdrawn',
};

/** What the platform or an outside system brings about, in the state in which its task acts, and what a day opens to the unit. */
const platformEvents: readonly {
  readonly from: ItemState;
  readonly type: ItemEventType;
  readonly as?: string;
  readonly label: string;
}[] = [
  { from: 'registering', type: 'registered', label: '信用中国登记回执' },
  { from: 'handing-over', type: 'handed-over', label: '外部系统回执' },
  { from: 'handed-over', type: 'outside-progressed', label: '外部系统有进展' },
  { from: 'handed-over', type: 'outside-granted', label: '外部系统准予' },
  { from: 'handed-over', type: 'outside-closed', as: 'refused', label: '外部系统不予修复' },
  { from: 'handed-over', type: 'outside-closed', as: 'declined', label: '外部系统不予受理' },
  { from: 'handed-over', type: 'outside-closed', as: 'left-to-court', label: '法院不予删除' },
  { from: 'correcting', type: 'accepted', label: '受理（过了补正的日子，按现有材料）' },
  { from: 'correcting', type: 'declined', label: '不予受理（过了补正的日子没有补正）' },
  { from: 'granted', type: 'effect-confirmed', label: '一项效力得到回执' },
  { from: 'granted', type: 'completed', label: '三项效力全部确认' },
  ...allItemStates
    .filter((state) => itemStates[state].clock !== 'none')
    .map((from) => ({ from, type: 're-dated' as const, label: '放假安排变化，期限重算' })),
];

/** Where an event leads, asked of the fold itself. */
function after(state: ItemState, type: ItemEventType, as?: string): ItemState {
  const payload = { clocks: [], missing: [], effects: [], as, progress: {}, docNumber: '', effect: 'end-publication' };
  return evolve(
    { state, clocks: {}, effects: {}, missing: [] } as unknown as Item,
    { type, on: '', cites: [], payload } as unknown as ItemEvent,
  ).state;
}

interface Arrow {
  readonly from: ItemState;
  readonly to: ItemState;
  readonly label: string;
}

/** What happens without leading anywhere else, with the states it happens in. */
function staying(all: readonly Arrow[]): string[] {
  const here = all.filter((one) => one.from === one.to);
  return [...new Set(here.map((one) => one.label))].map((label) => {
    const states = here.filter((one) => one.label === label).map((one) => `\`${one.from}\``);
    return `- ${label}：${states.join('、')}`;
  });
}

/** docs/states.md: every state with whose move it is and which clock runs, and a diagram of what leads where. */
export function stateDiagram(): string {
  const id = (state: ItemState) => state.replaceAll('-', '_');
  const acts = allItemActions.flatMap((action) => {
    const type = eventOfAct[action];
    return type
      ? actionRules[action].states.map((from) => ({ from, to: after(from, type), label: actionRules[action].label }))
      : [];
  });
  const events = platformEvents.map(({ from, type, as, label }) => ({ from, to: after(from, type, as), label }));
  const all = [...acts, ...events];
  const arrows = all.filter((one) => one.from !== one.to);
  const rows = allItemStates.map((state) => {
    const { waitsOn, clock, office, public: told, closed } = itemStates[state];
    return `| \`${state}\` | ${office} | ${told} | ${waitsOn} | ${clock} | ${closed ? '是' : '否'} |`;
  });
  return [
    '# 办件的状态',
    '',
    '由 `domain/item` 生成（`npm run generate`），不要手改。',
    '',
    '| 状态 | 办公用语 | 申请人看到的话 | 等谁 | 期限 | 结束 |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> registering: 提交（在本平台办理）',
    '  [*] --> handing_over: 提交（在外部系统办理）',
    ...allItemStates.map((state) => `  ${id(state)}: ${itemStates[state].office}`),
    ...arrows.map(({ from, to, label }) => `  ${id(from)} --> ${id(to)}: ${label}`),
    ...allItemStates.filter((state) => itemStates[state].closed).map((state) => `  ${id(state)} --> [*]`),
    '```',
    '',
    '不改变状态的事件：',
    '',
    ...staying(all),
    '',
  ].join('\n');
}
