/** Everything dated in law/ as rows for printing and for the guide. */
import { annulmentTopics } from './annulment.ts';
import { automaticEndTopics } from './automatic-end.ts';
import { bankruptcyTopics } from './bankruptcy.ts';
import { generalClassOfKind, marketClassing } from './classes.ts';
import { correctionTopics } from './corrections.ts';
import { countingTopics } from './counting-rules.ts';
import type { Dated } from './dated.ts';
import { deregistrationTopics } from './deregistration.ts';
import { displayTopics } from './display-rules.ts';
import { fraudTopics } from './fraud.ts';
import { approvalTopics } from './head-approval.ts';
import { type LawRow, type LawTopic, rowOf, topic, workingDays } from './law-topic.ts';
import { customsRoutes, type ListRule, listRules } from './list-waits.ts';
import { type LawEntryKey, matterKeys } from './matter-keys.ts';
import { lawEntries, matters } from './matters.ts';
import { objectionTopics } from './objections.ts';
import { generalPeriods, marketPeriods, marketSeriousPeriods } from './periods.ts';
import { precedenceTopics } from './precedence.ts';
import { reconsiderationTopics } from './reconsideration.ts';
import { serviceTopics } from './service-ways.ts';
import { type SideLimits, sideLimits, type TimeLimits, timeLimits } from './time-limits.ts';
import { administrativeEntries } from './tracks.ts';

export type { LawRow } from './law-topic.ts';

const clockName = { finding: '认定文书之日', published: '公示（公布）之日', correction: '改正之日' } as const;

/** The spans of three classes, or the one span of the older texts; `clock` is the day both count from. */
function sayPeriods(value: { kind: string } & Record<string, unknown>, clock: string): string {
  if (value.kind === 'three-classes')
    return `轻微最长3个月；一般最短3个月、最长1年；严重最短1年、最长3年；自${clock}起算`;
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
  const total = value.total === null ? '' : `，全程${workingDays(value.total)}`;
  const beside = value.beside ? `；另：${value.beside}` : '';
  return `受理${workingDays(value.accept)}，决定${workingDays(value.decide)}，延长${workingDays(value.extend)}${total}，落实${workingDays(value.effects)}${beside}`;
}

function saySide(value: SideLimits): string {
  return [
    `修复申请推送认定单位${workingDays(value.applicationPush)}`,
    `异议推送${workingDays(value.objectionPush)}，异议核查${workingDays(value.objectionCheck)}`,
    `破产重整临时屏蔽：信用中国${workingDays(value.shieldGeneral)}、市场监管${workingDays(value.shieldMarket)}`,
    `跨省推送${workingDays(value.crossProvincePush)}`,
    `其他部门准予后公示系统协助停止公示${workingDays(value.recognition)}`,
  ].join('；');
}

const periodTopics: readonly LawTopic[] = [
  topic('公示期限', '一般领域（信用中国）', generalPeriods, (value) => sayPeriods(value, clockName.finding), [
    'other-penalty',
  ]),
  topic('公示期限', '市场监管领域', marketPeriods, (value) => sayPeriods(value, '公示之日'), ['market-penalty']),
  topic(
    '公示期限',
    '市场监管严重违法失信名单',
    marketSeriousPeriods,
    (v) => `最短${v.min}个月、最长${v.max}个月，自${clockName[v.clock]}起`,
    ['market-serious'],
  ),
];

const classTopics: readonly LawTopic[] = [
  topic(
    '分类',
    '一般领域按处罚种类',
    generalClassOfKind,
    (v) =>
      Object.entries(v)
        .map(([kind, of]) => `${kind}→${{ minor: '轻微', general: '一般', serious: '严重' }[of!.class]}`)
        .join('，'),
    ['other-penalty', 'farm-inputs', 'overloading'],
  ),
  topic(
    '分类',
    '市场监管领域',
    marketClassing,
    (v) =>
      `较低数额罚款：从轻减轻且经营主体${v.lowFine.business}元、责任人员${v.lowFine.person}元以下；不得申请：${v.noApplication.join('、')}`,
    ['market-penalty'],
  ),
];

const listTopics: readonly LawTopic[] = [
  ...Object.entries(listRules).map(([key, rule]) =>
    topic('名单等待期', lawEntries[key as LawEntryKey].name, rule as Dated<ListRule>, sayList, [key as LawEntryKey]),
  ),
  topic(
    '名单等待期',
    matters['customs-discredited'].name,
    customsRoutes,
    (routes) => routes.map((route) => `${route.name}：自${clockName[route.clock]}起满${route.wait}个月`).join('；'),
    ['customs-discredited'],
  ),
];

const limitTopics: readonly LawTopic[] = [
  ...matterKeys.map((key) => topic('办理期限', matters[key].name, timeLimits[key], sayLimits, [key])),
  topic('其他期限', '推送、异议、屏蔽、互认', sideLimits, saySide, administrativeEntries),
];

const topics: readonly LawTopic[] = [
  ...periodTopics,
  ...classTopics,
  ...displayTopics,
  ...listTopics,
  ...limitTopics,
  ...correctionTopics,
  ...approvalTopics,
  ...automaticEndTopics,
  ...fraudTopics,
  ...bankruptcyTopics,
  ...deregistrationTopics,
  ...annulmentTopics,
  ...objectionTopics,
  ...reconsiderationTopics,
  ...countingTopics,
  ...precedenceTopics,
  ...serviceTopics,
];

/** The rules in force on a day; with a law entry only those about it or about all. */
export function lawInForce(on: string, entry?: LawEntryKey): readonly LawRow[] {
  return topics
    .filter((one) => entry === undefined || one.matters === undefined || one.matters.includes(entry))
    .flatMap((one) => {
      const index = one.rule.rows.findLastIndex((row) => row.from <= on);
      return index < 0 ? [] : [rowOf(one, index)];
    });
}

/** Every rule of every day, for the checks. */
export function allRules(): readonly LawRow[] {
  return topics.flatMap((one) => one.rule.rows.map((_, index) => rowOf(one, index)));
}
