import { allCallers, type Caller } from '#contract/endpoint.ts';
import * as contract from '#contract/record-orders.ts';
import { checkStanding } from '#domain/record/orders/enter-order.ts';
import {
  enteredKinds,
  isAskedKind,
  type OrderedRecord,
  type OrderKind,
  orderKinds,
  orderNames,
} from '#domain/record/orders/record-order.ts';
import { matterKeys } from '#law/matter-keys.ts';
import { type CellBook, table } from './act-cells.ts';

const day = '2026-11-23';
const plain: OrderedRecord = {
  recordId: 'record',
  entry: 'other-penalty',
  subjectType: 'organisation',
  heldBack: null,
  repairedOn: null,
  planCompletedOn: null,
};

/** How a record may stand when an order is made. */
const standings: readonly (readonly [title: string, over: Partial<OrderedRecord>])[] = [
  ['公示中（企业）', {}],
  ['公示中（自然人）', { subjectType: 'person' }],
  ['已经修复', { repairedOn: day }],
  ['临时屏蔽', { heldBack: 'shielded' }],
  ['临时屏蔽，已执行完毕', { heldBack: 'shielded', planCompletedOn: day }],
  ['决定已被撤销', { heldBack: 'annulled' }],
  ['公示期满', { heldBack: 'ended' }],
  ['主体已注销', { heldBack: 'deregistered' }],
];

/** The same over all matters; where the law of one differs, each answer once. */
function overMatters(book: CellBook, kind: OrderKind, over: Partial<OrderedRecord>): string {
  const cells = matterKeys.map((entry) => book.cell(checkStanding({ ...plain, ...over, entry }, kind, day)));
  return [...new Set(cells)].join(' 或者 ');
}

const isEntered = (kind: OrderKind) => (enteredKinds as readonly string[]).includes(kind);

/** By which call an order of a kind comes about, or what it follows from. */
function waysOf(kind: OrderKind): string {
  const ways = [
    ...(isEntered(kind) ? ['单位登记'] : []),
    ...(isAskedKind(kind) ? ['企业、管理人申请，单位决定'] : []),
    ...(kind === 'deregistration' ? ['登记地市场监管部门登记注销'] : []),
    ...(kind === 'revocation' ? ['随办件的撤销修复'] : []),
    ...(kind === 'automatic-end' ? ['平台按期'] : []),
  ];
  return ways.join('；');
}

const callerWords: Readonly<Partial<Record<Caller, string>>> = {
  applicant: '申请人',
  officer: '经办人',
  'window-clerk': '窗口',
  supervisor: '督办',
};

/** The tables of orders about records: standing × kind, ways, role × call. */
export function orderActs(book: CellBook): string[] {
  const calls = Object.values(contract).flatMap((it) =>
    typeof it === 'object' && 'method' in it && 'summary' in it && it.module === 'record' && it.method !== 'GET'
      ? [it]
      : [],
  );
  const seen = allCallers.filter((caller) => calls.some((it) => (it.by as readonly Caller[]).includes(caller)));
  return [
    '## 信息处置：信息的情况 × 处置',
    '',
    `按 ${day} 的规定，逐个事项算过；“或者”是事项之间不同。`,
    '',
    ...table(
      ['处置', ...standings.map(([title]) => title), '怎样发生'],
      orderKinds.map((kind) => [
        `${orderNames[kind]} \`${kind}\``,
        ...standings.map(([, over]) => overMatters(book, kind, over)),
        waysOf(kind),
      ]),
    ),
    '',
    '## 信息处置：岗位 × 办理',
    '',
    '申请人只能办自己主体的，经办人只能办本单位的；别的查不到（`not-found`）。没有列出的岗位都不能办（`forbidden`）。',
    '',
    ...table(
      ['办理', ...seen.map((caller) => callerWords[caller] ?? caller)],
      calls.map((it) => [
        `${it.summary} \`${it.name}\``,
        ...seen.map((caller) => ((it.by as readonly Caller[]).includes(caller) ? '●' : '')),
      ]),
    ),
    '',
  ];
}
