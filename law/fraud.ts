/** What follows when a repair was asked for with false papers or a broken commitment. */
import { dated } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import { creditChinaEntries, marketEntries } from './tracks.ts';

export interface FraudConsequence {
  readonly barMonths: number;
  /** Whether the bar hits the one record or every record of the subject in this track. */
  readonly scope: 'item' | 'subject';
  readonly clock: 'decision' | 'not-stated';
  readonly revokesGrant: 'yes' | 'not-stated';
  /** Display runs anew from the revocation. */
  readonly periodRestarts: boolean;
  /** Months for which the finding itself is shown, without early end. */
  readonly shownMonths: number;
}

export const generalFraud = dated<FraudConsequence>({
  from: '2026-04-01',
  value: {
    barMonths: 36,
    scope: 'item',
    clock: 'not-stated',
    revokesGrant: 'not-stated',
    periodRestarts: false,
    shownMonths: 36,
  },
  cite: ['ndrc36:25'],
  sure: 'V',
  note: '三年从何日起算，条文未写明；是否撤销已准予的修复，条文未写明。',
});

export const marketFraud = dated<FraudConsequence>({
  from: '2025-12-25',
  value: {
    barMonths: 36,
    scope: 'subject',
    clock: 'decision',
    revokesGrant: 'yes',
    periodRestarts: true,
    shownMonths: 36,
  },
  cite: ['samr107:23'],
  sure: 'V',
});

/** A list's own consequence: the removal is revoked and the time starts anew; no bar on a new application is stated. */
export interface ListFraud {
  readonly threshold: '情节严重' | null;
  readonly revokesRemoval: true;
  readonly timeRestarts: boolean;
}

/** 44号 art 20; displaced by 107号 art 23, which asks for no seriousness. */
export const marketSeriousFraud = dated<ListFraud | null>(
  {
    from: '2021-09-01',
    value: { threshold: '情节严重', revokesRemoval: true, timeRestarts: true },
    cite: ['samr44:20'],
    sure: 'V',
  },
  { from: '2025-12-25', value: null, cite: ['samr107:23', 'samr44:20'], sure: 'V' },
);

export const wageFraud = dated<ListFraud>({
  from: '2022-01-01',
  value: { threshold: '情节严重', revokesRemoval: true, timeRestarts: true },
  cite: ['mohrss45:15'],
  sure: 'V',
  note: '自2026年4月1日起，经信用中国申请的另按36号第二十五条。',
});

export const workSafetyFraud = dated<ListFraud>({
  from: '2023-10-01',
  value: { threshold: null, revokesRemoval: true, timeRestarts: false },
  cite: ['mem11'],
  sure: 'S',
});

function sayFraud(value: FraudConsequence): string {
  const whom = value.scope === 'item' ? '原失信信息（只限这一条）' : '当事人（全部市场监管领域信息）';
  const clock = value.clock === 'decision' ? '自不予或者撤销决定作出之日起' : '起算日未写明，';
  return [
    `${clock}${value.barMonths}个月内${whom}不得申请修复`,
    `相关记录或者决定公示${value.shownMonths}个月，不得提前终止`,
    `撤销已准予的修复：${value.revokesGrant === 'yes' ? '是' : '未写明'}`,
    ...(value.periodRestarts ? ['公示期自撤销之日重新计算，不得提前停止'] : []),
  ].join('；');
}

function sayListFraud(value: ListFraud | null): string {
  if (value === null) return '按107号第二十三条，不再要求情节严重';
  const when = value.threshold === null ? '' : `，${value.threshold}的`;
  return `隐瞒真实情况、提供虚假资料${when}，撤销移出决定，恢复列入${value.timeRestarts ? '，起止时间重新计算' : ''}；没有写多久不得再申请`;
}

export const fraudTopics: readonly LawTopic[] = [
  topic('弄虚作假', '一般领域', generalFraud, sayFraud, creditChinaEntries),
  topic('弄虚作假', '市场监管领域', marketFraud, sayFraud, marketEntries),
  topic('弄虚作假', '市场监管严重违法失信名单（44号）', marketSeriousFraud, sayListFraud, ['market-serious']),
  topic('弄虚作假', '拖欠农民工工资名单（人社部令第45号）', wageFraud, sayListFraud, ['wage-arrears']),
  topic('弄虚作假', '安全生产名单（转引）', workSafetyFraud, sayListFraud, ['work-safety']),
];
