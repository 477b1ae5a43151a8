/** Everything dated in law/ as rows for printing and for the guide. */
import { generalClassOfKind, marketClassing } from './classes.ts';
import type { Dated, Sureness } from './dated.ts';
import { generalFraud, marketFraud } from './fraud.ts';
import { customsRoutes, type ListRule, listRules } from './list-waits.ts';
import { type LawEntryKey, matterKeys } from './matter-keys.ts';
import { lawEntries, matters } from './matters.ts';
import { generalPeriods, marketPeriods, marketSeriousPeriods } from './periods.ts';
import { sideLimits, type TimeLimits, timeLimits } from './time-limits.ts';

/** One rule as people read it. */
export interface LawRow {
  readonly group: string;
  readonly name: string;
  readonly text: string;
  readonly from: string;
  readonly to: string | null;
  readonly cite: readonly string[];
  readonly sure: Sureness;
  readonly note?: string;
}

interface Entry<T> {
  readonly group: string;
  readonly name: string;
  readonly rule: Dated<T>;
  readonly say: (value: T) => string;
}

function entry<T>(group: string, name: string, rule: Dated<T>, say: (value: T) => string): Entry<unknown> {
  return { group, name, rule, say } as Entry<unknown>;
}

const clockName = { finding: '认定文书之日', published: '公示（公布）之日', correction: '改正之日' } as const;

function sayPeriods(value: { kind: string } & Record<string, unknown>): string {
  if (value.kind === 'three-classes') return '轻微最长3个月；一般最短3个月、最长1年；严重最短1年、最长3年';
  const months = (key: string) => {
    const found = value[key] as { months: number; sure: string } | undefined;
    return found ? `${found.months}个月（${found.sure}）` : '—';
  };
  return `不分三类：最短${months('min')}，重点领域最短${months('keyFieldMin')}，最长${months('max')}`;
}

function sayList(rule: ListRule): string {
  const waits = rule.waits.map((wait) => `${wait.by}自${clockName[wait.clock]}起满${wait.months}个月（${wait.sure}）`);
  const ends = rule.ends.map((end) => `${end.by}满${end.months}个月（${end.sure}）`);
  return `可申请：${waits.join('；') || '未见规定'}。自动停止：${ends.join('；') || '未见规定'}${rule.basisDoubtful ? '。名单依据待确认' : ''}`;
}

function sayLimits(value: TimeLimits): string {
  const days = (number: number | null) => (number === null ? '未规定' : `${number}个工作日`);
  const total = value.total === null ? '' : `，全程${days(value.total)}`;
  const beside = value.beside ? `；另：${value.beside}` : '';
  return `受理${days(value.accept)}，决定${days(value.decide)}，延长${days(value.extend)}${total}，落实${days(value.effects)}${beside}`;
}

const entries: readonly Entry<unknown>[] = [
  entry('公示期限', '一般领域（信用中国）', generalPeriods, sayPeriods),
  entry('公示期限', '市场监管领域', marketPeriods, sayPeriods),
  entry(
    '公示期限',
    '市场监管严重违法失信名单',
    marketSeriousPeriods,
    (v) => `最短${v.min}个月、最长${v.max}个月，自${clockName[v.clock]}起`,
  ),
  entry('分类', '一般领域按处罚种类', generalClassOfKind, (v) =>
    Object.entries(v)
      .map(([kind, of]) => `${kind}→${{ minor: '轻微', general: '一般', serious: '严重' }[of!.class]}`)
      .join('，'),
  ),
  entry(
    '分类',
    '市场监管领域',
    marketClassing,
    (v) =>
      `较低数额罚款：从轻减轻且经营主体${v.lowFine.business}元、责任人员${v.lowFine.person}元以下；不得申请：${v.noApplication.join('、')}`,
  ),
  ...Object.entries(listRules).map(([key, rule]) =>
    entry('名单等待期', lawEntries[key as LawEntryKey].name, rule as Dated<ListRule>, sayList),
  ),
  entry('名单等待期', matters['customs-discredited'].name, customsRoutes, (routes) =>
    routes.map((route) => `${route.name}：自${clockName[route.clock]}起满${route.wait}个月`).join('；'),
  ),
  ...matterKeys.map((key) => entry('办理期限', matters[key].name, timeLimits[key], sayLimits)),
  entry('其他期限', '异议、屏蔽、跨省推送', sideLimits, (v) => {
    const days = (number: number | null) => (number === null ? '未规定' : `${number}个工作日`);
    return `异议推送${days(v.objectionPush)}，异议核查${days(v.objectionCheck)}；破产重整临时屏蔽：信用中国${days(v.shieldGeneral)}、市场监管${days(v.shieldMarket)}；跨省推送${days(v.crossProvincePush)}`;
  }),
  entry('弄虚作假', '一般领域', generalFraud, (v) => `${v.barMonths}个月内原失信信息不得申请修复`),
  entry('弄虚作假', '市场监管领域', marketFraud, (v) => `${v.barMonths}个月内当事人不得申请修复，公示期重新计算`),
];

function rowOf({ group, name, rule, say }: Entry<unknown>, index: number): LawRow {
  const { from, to, cite, sure, value, note } = rule.rows[index]!;
  return { group, name, text: say(value), from, to, cite, sure, ...(note === undefined ? {} : { note }) };
}

/** The rules in force on a day. */
export function lawInForce(on: string): readonly LawRow[] {
  return entries.flatMap((one) => {
    const index = one.rule.rows.findLastIndex((row) => row.from <= on);
    return index < 0 ? [] : [rowOf(one, index)];
  });
}

/** Every rule of every day, for the checks. */
export function allRules(): readonly LawRow[] {
  return entries.flatMap((one) => one.rule.rows.map((_, index) => rowOf(one, index)));
}
