/**
 * The points a named office can settle in writing without a release: what the texts leave open, who can answer, and what may be
 * answered. Until then the engine does what law/open-questions.ts says (inform, never refuse); with a confirmation in force on the
 * day asked (law/law-book.ts) it follows the answer as surely as a clause that was read.
 */
import { className, recordClasses } from './classes.ts';
import type { ListClock, listRules } from './list-waits.ts';
import { type MatterKey, subjectTypeName } from './matter-keys.ts';
import { matters } from './matters.ts';

/** What was answered: a word of the point's choices, or a wait with the day it counts from. */
export type PointValue = string | { readonly months: number; readonly clock: ListClock };

export interface PointChoice {
  readonly value: string;
  /** The answer as a Chinese phrase. */
  readonly label: string;
}

export interface Point {
  readonly key: string;
  /** What is asked, in Chinese. */
  readonly name: string;
  /** Id of the open question it belongs to; null where the gap is a clause that was not read. */
  readonly question: string | null;
  /** `wait`: months and clock; `choice`: one of `choices`. */
  readonly answer: 'wait' | 'choice';
  readonly choices: readonly PointChoice[];
  /** Fields whose provincial authority may answer (words of the units); the lead department may enter any. */
  readonly sectors: readonly string[];
  /** What holds until it is answered. */
  readonly until: string;
}

const choice = (...pairs: readonly (readonly [value: string, label: string])[]): PointChoice[] =>
  pairs.map(([value, label]) => ({ value, label }));

const classChoices = recordClasses.map((value) => ({ value, label: `${className[value]}失信信息` }));

const listQuestions: Readonly<Record<Exclude<keyof typeof listRules, 'serious-list'>, string | null>> = {
  'tax-serious': 'Q5',
  'wage-arrears': 'Q5',
  'charity-serious': 'Q11',
  'farm-inputs': 'Q8',
  'statistics-serious': 'Q5',
  'culture-tourism': 'Q5',
  'work-safety': 'Q11',
  overloading: 'Q9',
};

function waitPoints(): Point[] {
  return Object.entries(listQuestions).map(([key, question]) => ({
    key: `wait:${key}`,
    name: `“${matters[key as MatterKey].name}”信息满多久可以申请修复、从哪一天起算`,
    question,
    answer: 'wait',
    choices: [],
    sectors: [matters[key as MatterKey].sector],
    until: '名单自己的规定和“信用中国”渠道的规定并列；都满以前不能申请，都满以后可以申请，之间由认定单位决定。',
  }));
}

/** Kinds of penalty that are in none of the three lists of 36号 arts 8–10, with the key of their point. */
export const unlistedKinds = {
  没收违法所得: 'class:confiscated-gains',
  行政拘留: 'class:detention',
  吊销营业执照: 'class:business-licence',
} as const;

function kindPoints(): Point[] {
  return Object.entries(unlistedKinds).map(([kind, key]) => ({
    key,
    name: `${kind}在36号令下属于哪一类`,
    question: 'Q3',
    answer: 'choice',
    choices: classChoices,
    sectors: ['ndrc'],
    until: '由认定单位分类。',
  }));
}

function basisPoints(): Point[] {
  return (['farm-inputs', 'overloading'] as const).map((key) => ({
    key: `basis:${key}`,
    name: `“${matters[key].name}”名单是否有36号令第四条所要求的依据`,
    question: listQuestions[key],
    answer: 'choice',
    choices: choice(['stands', '有依据，按严重失信主体名单计算'], ['penalty', '没有依据，按原行政处罚的类别计算']),
    sectors: [matters[key].sector, 'ndrc'],
    until: '两种理解都满足才判断可以申请，否则需要确认。',
  }));
}

/** The open question about a list's own conditions and members, where there is one. */
const ownQuestions: Readonly<Partial<Record<string, string>>> = { 'charity-serious': 'Q33' };

function excludePoints(): Point[] {
  return Object.values(matters).flatMap((matter) =>
    matter.excludes
      .filter((one) => one.sure !== 'V')
      .map((one) => ({
        key: `excluded:${matter.key}:${one.subjectType}`,
        name: `“${matter.name}”是否包括${subjectTypeName[one.subjectType]}`,
        question: ownQuestions[matter.key] ?? null,
        answer: 'choice' as const,
        choices: choice(['included', '包括'], ['excluded', '不包括']),
        sectors: [matter.sector],
        until: '只提示，不据以拒绝。',
      })),
  );
}

function conditionPoints(): Point[] {
  return Object.values(matters).flatMap((matter) =>
    matter.conditions
      .filter((one) => one.sure !== 'V')
      .map((one) => ({
        key: `condition:${matter.key}:${one.key}`,
        name: `“${matter.name}”是否要求：${one.text.replace(/（[^（）]*）$/, '')}`,
        question: ownQuestions[matter.key] ?? null,
        answer: 'choice' as const,
        choices: choice(['required', '要求，不符合的不予修复'], ['not-required', '不要求']),
        sectors: [matter.sector],
        until: '只提示，不据以拒绝。',
      })),
  );
}

const single: readonly Point[] = [
  {
    key: 'transition:general',
    name: '2026年4月1日前认定的信息（一般领域），公示期按哪个办法计算',
    question: 'Q1',
    answer: 'choice',
    choices: choice(['present', '一律按36号令'], ['kinder', '按对信用主体有利的计算']),
    sectors: ['ndrc'],
    until: '按36号令；旧办法今天更有利的，标为需要确认并列出两种结果。',
  },
  {
    key: 'transition:market',
    name: '2025年12月25日前认定的信息（市场监管领域），公示期按哪个办法计算',
    question: 'Q1',
    answer: 'choice',
    choices: choice(['present', '一律按107号令'], ['kinder', '按对信用主体有利的计算']),
    sectors: ['market', 'ndrc'],
    until: '按107号令；旧办法今天更有利的，标为需要确认并列出两种结果。',
  },
  {
    key: 'unperformed:general',
    name: '最长公示期届满但义务没有履行完的信息（一般领域）怎么办',
    question: 'Q4',
    answer: 'choice',
    choices: choice(['ends', '到期停止公示'], ['stays', '履行完以前继续公示']),
    sectors: ['ndrc'],
    until: '标为需要确认，不推定继续公示也不推定停止。',
  },
  {
    key: 'fraud-clock:general',
    name: '36号令第二十五条的三年从哪一天起算',
    question: 'Q6',
    answer: 'choice',
    choices: choice(['found', '自查实之日起']),
    sectors: ['ndrc'],
    until: '自查实之日起三年内按不得申请处理；三年后不再限制，仅提示。',
  },
  {
    key: 'clock:market',
    name: '107号令的公示期从哪一天起算',
    question: 'Q7',
    answer: 'choice',
    choices: choice(['published', '自公示之日起'], ['finding', '自处罚决定（列入决定）之日起']),
    sectors: ['market'],
    until: '自公示之日起（45号令第十三条）。',
  },
  {
    key: 'combination:market',
    name: '同时受到警告、通报批评、较低数额罚款中的几种，是否仍属轻微',
    question: 'Q7',
    answer: 'choice',
    choices: choice(['minor', '仍属轻微'], ['general', '属于一般']),
    sectors: ['market'],
    until: '由处罚机关分类。',
  },
  {
    key: 'correction:general',
    name: '补正期间10个工作日的全程期限是否中止',
    question: 'Q12',
    answer: 'choice',
    choices: choice(['runs', '不中止'], ['stops', '中止，补齐后继续计算']),
    sectors: ['ndrc'],
    until: '不中止，照常显示。',
  },
];

/** Every point, by topic. */
export const points: readonly Point[] = [
  ...waitPoints(),
  ...basisPoints(),
  ...kindPoints(),
  ...single,
  ...excludePoints(),
  ...conditionPoints(),
];

const byKey: ReadonlyMap<string, Point> = new Map(points.map((point) => [point.key, point]));

/** The point of a key, or undefined. */
export function findPoint(key: string): Point | undefined {
  return byKey.get(key);
}

const clockWords: Readonly<Record<ListClock, string>> = {
  finding: '认定文书之日',
  published: '公布之日',
  correction: '改正之日',
};

/** An answer in Chinese: 自认定文书之日起满12个月. */
export function sayAnswer(point: Point, value: PointValue): string {
  if (typeof value === 'string') return point.choices.find((one) => one.value === value)?.label ?? value;
  return value.months === 0 ? '没有等待期，随时可以申请' : `自${clockWords[value.clock]}起满${value.months}个月`;
}
