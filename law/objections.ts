/** Objections and requests for correction, each with its own limits. `wd` counts working days, `d` calendar days. */
import { dated } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import { creditChinaEntries } from './tracks.ts';

/**
 * What is objected to: what is shown of a record, for how long it is shown, that it was listed at all, that an application was not
 * accepted, that it was refused.
 */
export const objectionGrounds = ['content', 'period', 'listing', 'declined', 'refused'] as const;
export type ObjectionGround = (typeof objectionGrounds)[number];

/** A number of days in its unit; null: none stated. */
export type Limit = { readonly days: number; readonly unit: 'wd' | 'd' } | null;

export interface Objection {
  readonly against: string;
  readonly receiver: string;
  /** From the act objected to until lodging. */
  readonly lodge: Limit;
  /** From receipt at 信用中国 until the unit has it. */
  readonly push: Limit;
  readonly accept: Limit;
  readonly check: Limit;
  /** From the error being found until it is corrected. */
  readonly correct: Limit;
  readonly extension: 'told-beforehand' | 'not-stated';
  readonly outcome?: string;
}

const wd = (days: number): Limit => ({ days, unit: 'wd' });
const d = (days: number): Limit => ({ days, unit: 'd' });
const open = {
  lodge: null,
  push: null,
  accept: null,
  check: null,
  correct: null,
  extension: 'not-stated',
} as const satisfies Partial<Objection>;

export const generalObjection = dated<Objection>({
  from: '2026-04-01',
  value: {
    ...open,
    against: '不予受理、不予修复、公示内容有误、公示期限不符合规定',
    receiver: '“信用中国”网站或者直接向认定单位',
    push: wd(1),
    check: wd(7),
    extension: 'told-beforehand',
  },
  cite: ['ndrc36:18'],
  sure: 'V',
  note: '7个工作日自受理异议之日起算；几日内决定受理、可以延长几日，条文没有写明。',
});

export const abnormalObjection = dated<Objection>({
  from: '2025-03-18',
  value: {
    ...open,
    against: '列入经营异常名录',
    receiver: '作出列入决定的市场监督管理部门（书面）',
    lodge: d(30),
    accept: wd(5),
    check: wd(20),
    correct: wd(5),
  },
  cite: ['samr68r:15', 'samr69r:19', 'samr70r:16'],
  sure: 'V',
  note: '30日自公示之日起，条文对其他期限写“工作日”、对此只写“日”，按自然日。',
});

export const marketInformation = dated<Objection>({
  from: '2021-09-01',
  value: {
    ...open,
    against: '公示的行政处罚信息是否准确',
    receiver: '作出处罚的市场监督管理部门',
    outcome: '有证据证明不准确的，有权要求更正；107号令没有另设异议程序',
  },
  cite: ['samr45:12', 'eip24:12'],
  sure: 'V',
});

export const enterpriseInformation = dated<Objection>({
  from: '2024-05-01',
  value: {
    ...open,
    against: '政府部门公示的企业信息是否准确',
    receiver: '公示该信息的政府部门',
    outcome: '有证据证明不准确的，有权要求更正；几日内答复、更正，条文没有写',
  },
  cite: ['eip24:12'],
  sure: 'V',
});

export const marketListing = dated<Objection>({
  from: '2021-09-01',
  value: {
    ...open,
    against: '拟列入严重违法失信名单',
    receiver: '作出决定的市场监督管理部门',
    outcome: '告知、听证、异议处理与行政处罚程序一并进行；列入以后只有复议和诉讼',
  },
  cite: ['samr44:13', 'samr44:23'],
  sure: 'V',
});

export const customsInformation = dated<Objection>({
  from: '2026-04-01',
  value: {
    ...open,
    against: '海关公示的信用信息，以及失信信息修复的不予受理、不予修复决定',
    receiver: '海关',
    outcome: '海关在规定期限内答复，多少日本办法没有写',
  },
  cite: ['gacc282:13', 'gacc282:39'],
  sure: 'V',
});

export const customsFinding = dated<Objection>({
  from: '2026-04-01',
  value: { ...open, against: '拟认定失信、严重失信企业', receiver: '海关（书面）', lodge: wd(5), check: d(20) },
  cite: ['gacc282:28'],
  sure: 'V',
});

export const wageListing = dated<Objection>({
  from: '2022-01-01',
  value: { ...open, against: '拟列入名单', receiver: '人力资源社会保障行政部门', lodge: wd(5), check: wd(5) },
  cite: ['mohrss45:6'],
  sure: 'V',
});

export const taxFinding = dated<Objection>({
  from: '2022-02-01',
  value: {
    ...open,
    against: '拟确定为重大税收违法失信主体',
    receiver: '税务机关（书面或者口头）',
    lodge: wd(5),
    outcome: '理由成立的应当采纳，复核的日数没有写',
  },
  cite: ['sta54:9', 'sta54:25'],
  sure: 'V',
});

export const courtRequest = dated<Objection>({
  from: '2017-05-01',
  value: {
    ...open,
    against: '纳入名单、公布的信息或者没有删除',
    receiver: '执行法院（书面）',
    check: d(15),
    correct: wd(3),
    outcome: '驳回的，自送达之日起10日（自然日）内向上一级法院申请复议，15日（自然日）内决定，不停止执行',
  },
  cite: ['spc17:11', 'spc17:12'],
  sure: 'V',
});

/** `7个工作日`, `30日（自然日）`; null where none is stated. */
export function sayLimit(limit: Limit): string | null {
  return limit === null ? null : `${limit.days}${limit.unit === 'wd' ? '个工作日' : '日（自然日）'}`;
}

/** The rule in one sentence. */
export function sayObjection(value: Objection): string {
  const parts: readonly (readonly [string, Limit])[] = [
    ['提出', value.lodge],
    ['推送', value.push],
    ['决定是否受理', value.accept],
    ['核查', value.check],
    ['更正', value.correct],
  ];
  return [
    `对${value.against}有异议的，向${value.receiver}提出`,
    ...parts.flatMap(([name, limit]) => (limit === null ? [] : [`${name}${sayLimit(limit)}`])),
    ...(value.extension === 'told-beforehand' ? ['需要延长核查的提前告知'] : []),
    ...(value.outcome === undefined ? [] : [value.outcome]),
  ].join('；');
}

export const objectionTopics: readonly LawTopic[] = [
  topic('异议和申诉', '一般领域（信用中国）', generalObjection, sayObjection, creditChinaEntries),
  topic('异议和申诉', '经营异常名录', abnormalObjection, sayObjection, ['abnormal-operation']),
  topic('异议和申诉', '市场监管行政处罚信息', marketInformation, sayObjection, ['market-penalty']),
  topic('异议和申诉', '企业公示信息', enterpriseInformation, sayObjection, ['abnormal-operation', 'market-serious']),
  topic('异议和申诉', '市场监管严重违法失信名单（列入前）', marketListing, sayObjection, ['market-serious']),
  topic('异议和申诉', '海关公示信息和修复决定', customsInformation, sayObjection, ['customs-discredited']),
  topic('异议和申诉', '海关认定前的陈述、申辩', customsFinding, sayObjection, ['customs-discredited']),
  topic('异议和申诉', '拖欠农民工工资名单（列入前）', wageListing, sayObjection, ['wage-arrears']),
  topic('异议和申诉', '税务确定前的陈述、申辩', taxFinding, sayObjection, ['tax-serious']),
  topic('异议和申诉', '失信被执行人名单（申请纠正）', courtRequest, sayObjection, ['judgment-defaulter']),
];
