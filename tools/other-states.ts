import { objectionActRules } from '#domain/casework/objections/act-on-objection.ts';
import { evolveObjection } from '#domain/casework/objections/evolve-objection.ts';
import {
  allObjectionStates,
  type Objection,
  type ObjectionState,
  objectionStates,
} from '#domain/casework/objections/objection.ts';
import {
  type ObjectionEvent,
  type ObjectionEventType,
  objectionEventTitles,
} from '#domain/casework/objections/objection-events.ts';
import { type OrderEventType, stateAfter } from '#domain/record/orders/order-event.ts';
import { type OrderState, orderStates } from '#domain/record/orders/record-order.ts';

/** What happens in which states of an objection, with what decides where it leads. */
const happenings: readonly {
  readonly type: ObjectionEventType;
  readonly from: readonly ObjectionState[];
  readonly label?: string;
  readonly payload?: object;
}[] = [
  { type: 'pushed', from: ['lodged'] },
  { type: 'accepted', from: objectionActRules.accept.states },
  { type: 'declined', from: objectionActRules.decline.states },
  { type: 'extended', from: objectionActRules.extend.states },
  { type: 'answered', from: objectionActRules.answer.states, label: '答复：不成立', payload: { outcome: 'rejected' } },
  {
    type: 'answered',
    from: objectionActRules.answer.states,
    label: '答复：成立，要各平台更正',
    payload: { outcome: 'upheld', correcting: ['a', 'b'] },
  },
  {
    type: 'answered',
    from: objectionActRules.answer.states,
    label: '答复：成立，没有要更正的公示',
    payload: { outcome: 'upheld' },
  },
  { type: 'correction-confirmed', from: ['correcting'], payload: { system: 'a' } },
  { type: 'correction-confirmed', from: ['correcting'], label: '最后一个平台完成更正', payload: { system: 'b' } },
  { type: 'withdrawn', from: objectionActRules.withdraw.states },
  { type: 'proposed', from: objectionActRules.sign.states, label: '提请不予受理、答复' },
  { type: 'endorsed', from: objectionActRules.endorse.states },
  { type: 'returned', from: objectionActRules.return.states },
  { type: 'retracted', from: objectionActRules.retract.states },
];

/** Asked of the fold itself. */
function after(state: ObjectionState, type: ObjectionEventType, payload: object = {}): ObjectionState {
  const correcting = 'system' in payload && payload.system === 'b' ? ['b'] : ['a', 'b'];
  const full = { clocks: [], findings: [], changes: [], correcting: [], receiptNo: null, ...payload };
  return evolveObjection(
    { state, clocks: {}, correcting } as unknown as Objection,
    { type, on: '', cites: [], payload: full } as unknown as ObjectionEvent,
  ).state;
}

function objectionPart(): string[] {
  const arrows = happenings.flatMap(({ type, from, label = objectionEventTitles[type], payload }) =>
    from.map((state) => ({ from: state, to: after(state, type, payload), label })),
  );
  const rows = allObjectionStates.map((state) => {
    const { waitsOn, clock, office, public: told, closed } = objectionStates[state];
    return `| \`${state}\` | ${office} | ${told} | ${waitsOn} | ${clock} | ${closed ? '是' : '否'} |`;
  });
  return [
    '# 异议的状态',
    '',
    '| 状态 | 办公用语 | 申请人看到的话 | 等谁 | 期限 | 结束 |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> lodged: 提出异议',
    ...allObjectionStates.map((state) => `  ${state}: ${objectionStates[state].office}`),
    ...arrows.filter((one) => one.from !== one.to).map(({ from, to, label }) => `  ${from} --> ${to}: ${label}`),
    ...allObjectionStates.filter((state) => objectionStates[state].closed).map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '不改变状态的事件：',
    '',
    ...arrows.filter((one) => one.from === one.to).map(({ from, label }) => `- ${label}：\`${from}\``),
    '',
  ];
}

const orderHappenings: readonly (readonly [from: OrderState | null, type: OrderEventType, label: string])[] = [
  [null, 'asked', '企业、管理人申请'],
  [null, 'ordered', '单位登记，或者平台按期办理'],
  ['asked', 'ordered', '单位决定办理'],
  ['asked', 'declined', '单位决定不予办理'],
  ['ordered', 'effect-confirmed', '一个平台的回执'],
  ['ordered', 'done', '各平台的回执齐了（不用通知平台的，马上办结）'],
];

function orderPart(): string[] {
  const arrows = orderHappenings.map(([from, type, label]) => ({ from, to: stateAfter(from, type), label }));
  const states = Object.entries(orderStates);
  return [
    '# 信息处置的状态',
    '',
    '| 状态 | 办公用语 |',
    '|---|---|',
    ...states.map(([state, words]) => `| \`${state}\` | ${words} |`),
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([state, words]) => `  ${state}: ${words}`),
    ...arrows
      .filter((one) => one.from !== one.to)
      .map(({ from, to, label }) => `  ${from ?? '[*]'} --> ${to}: ${label}`),
    '  done --> [*]',
    '  declined --> [*]',
    '```',
    '',
  ];
}

/** The further parts of docs/states.md: objections, and orders about records. */
export function otherStates(): string {
  return ['', ...objectionPart(), ...orderPart()].join('\n');
}
