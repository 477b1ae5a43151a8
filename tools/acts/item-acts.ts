import { type ActingPerson, actionRules, allItemActions } from '#domain/item/available-actions.ts';
import { holdingActs, holdingLabel } from '#domain/item/holding.ts';
import type { Holder, Item } from '#domain/item/item.ts';
import { chainActNames, chainActs } from '#domain/item/proposal.ts';
import { allItemStates, type ItemState, itemStates } from '#domain/item/states.ts';
import { type CellBook, table } from './act-cells.ts';
import {
  type AnyAct,
  barOf,
  fittingItem,
  isHolding,
  itemIn,
  later,
  other,
  persons,
  proposed,
  rightPerson,
} from './item-cases.ts';

const allActs: readonly AnyAct[] = [...allItemActions, ...holdingActs];
const labelOf = (act: AnyAct) => (isHolding(act) ? holdingLabel(act, null) : actionRules[act].label);
const head = (act: AnyAct) => `${labelOf(act)} \`${act}\``;

/** Where an act is at home: its first state. */
const homeOf = (act: AnyAct): ItemState => (isHolding(act) ? 'lodged' : actionRules[act].states[0]!);

/** Who decides an item: the rules differ. */
const deciders: readonly (readonly [title: string, over: Partial<Item>])[] = [
  ['本平台决定的办件', {}],
  ['市场监管信用修复全国统一平台决定的办件', { decider: 'outside', receiver: 'market-platform' }],
  ['执行法院决定的办件', { decider: 'outside', receiver: 'court' }],
];

const byOther: Holder = { officerId: other.id, name: other.name };
const deputy = (who: ActingPerson): ActingPerson =>
  who.kind === 'officer' ? { ...who, standsInFor: [other.id] } : who;
const limitsWithout = (item: Item): Item => ({ ...item, limits: { ...item.limits, extend: null } });
const mine = { id: 'officer-1', name: '示例甲' };

interface Standing {
  readonly title: string;
  item(item: Item): Item;
  who?(who: ActingPerson): ActingPerson;
  readonly day?: string;
}

/** What may stand in the way beside the state. */
const standings: readonly Standing[] = [
  { title: '别无情况', item: (item) => item },
  { title: '别人承办', item: (item) => ({ ...item, holder: byOther }) },
  { title: '别人承办，今天由本人代办', item: (item) => ({ ...item, holder: byOther }), who: deputy },
  { title: '别人提请，等待审核', item: (item) => ({ ...item, proposal: proposed(other) }) },
  {
    title: '别人提请、第三人审核，等待签发',
    item: (item) => ({ ...item, proposal: proposed(other, { id: 'officer-3', name: '示例丙' }) }),
  },
  { title: '别人提请、本人审核，等待签发', item: (item) => ({ ...item, proposal: proposed(other, mine) }) },
  { title: '本人提请，等待审核', item: (item) => ({ ...item, proposal: proposed(mine) }) },
  { title: '没有提请', item: ({ proposal: _none, ...item }) => item },
  { title: '已经告知过补正', item: (item) => ({ ...item, correctionAsked: true }) },
  { title: '等待补正，那一天已过', item: (item) => ({ ...itemIn('correcting'), proposal: item.proposal }), day: later },
  { title: '已经延长过', item: (item) => ({ ...item, extended: true }) },
  { title: '规定没有延长', item: limitsWithout },
];

function stateTable(book: CellBook, over: Partial<Item>): string[] {
  const rows = allActs.map((act) => [
    head(act),
    ...allItemStates.map((state) =>
      book.cell(barOf(act, fittingItem(act, state, over), rightPerson(act)), {
        state: itemStates[state].office,
        act: labelOf(act),
      }),
    ),
  ]);
  return table(['办理', ...allItemStates.map((state) => `${itemStates[state].office} \`${state}\``)], rows);
}

function standingTable(book: CellBook): string[] {
  const rows = allActs.map((act) => [
    head(act),
    ...standings.map(({ item, who, day }) => {
      const person = rightPerson(act);
      return book.cell(barOf(act, item(fittingItem(act, homeOf(act))), who?.(person) ?? person, day), {
        act: labelOf(act),
      });
    }),
  ]);
  return table(['办理', ...standings.map(({ title }) => title)], rows);
}

function roleTable(book: CellBook): string[] {
  const rows = allActs.map((act) => [
    head(act),
    ...persons.map(([, who]) => book.cell(barOf(act, fittingItem(act, homeOf(act)), who), { act: labelOf(act) })),
  ]);
  return table(['办理', ...persons.map(([name]) => name)], rows);
}

/** The tables of items: state × act for each decider, what else may stand in the way, role × act. */
export function itemActs(book: CellBook): string[] {
  return [
    '## 办件：状态 × 办理',
    '',
    '由应当办的人来办（单位的事由兼有经办、审核、负责人三种岗位的人）；审核、签发、退回、撤回提请假定有一项轮到他的提请，交还假定在他名下。实际不会出现的组合也照样算出。',
    '',
    `单位设了审核签发的，${chainActs.map((act) => chainActNames[act]).join('、')}先提请，签发时才生效；能不能提请，和直接办理是同一条规则。`,
    '',
    ...deciders.flatMap(([title, over]) => [`### ${title}`, '', ...stateTable(book, over), '']),
    '## 办件：别的情况 × 办理',
    '',
    '本平台决定的办件，除写明状态的以外在这一办理的第一个状态里。',
    '',
    ...standingTable(book),
    '',
    '## 办件：岗位 × 办理',
    '',
    '在这一办理的第一个状态里；审核、签发、退回假定是别人提请的，撤回提请假定是本人提请的，交还假定在本人名下。',
    '',
    ...roleTable(book),
    '',
  ];
}
