/** A period of months or a term, told step by step; and the bar that fraud brings, which is a period too. */
import { formatCitation } from '#law/cite.ts';
import { generalFraud, marketFraud } from '#law/fraud.ts';
import { formatChinese, type PlainDate, partsOf } from '../plain-date.ts';
import type { CaseInput, Verdict } from './assess-case.ts';
import type { ExplanationPart, ExplanationStep } from './explained-dates.ts';
import { type DateStep, periodEnd, sayMonths } from './publication-period.ts';

/** Where a person finds the day a period is counted from. */
const whereFound: Readonly<Record<string, string>> = {
  认定文书之日: '就是决定书（列入决定）落款的日期',
  处罚决定之日: '就是处罚决定书落款的日期',
  认定之日: '就是认定决定书落款的日期',
  列入之日: '就是列入决定书落款的日期',
  公示之日: '就是网上开始公示的日期',
  公布之日: '就是主管部门向社会公布的日期',
  改正之日: '就是改正失信行为、履行完义务的日期；早于列入的，从列入之日起算',
  查实之日: '就是弄虚作假被查实的日期',
  决定之日: '就是对弄虚作假作出决定的日期',
};

/** The four sentences of a period: the day it starts with, what the clause says, what is added, the last day. */
export function explainPeriod(step: DateStep): readonly ExplanationStep[] {
  const say = (part: ExplanationPart, text: string, day: PlainDate | null): ExplanationStep => ({
    part,
    text,
    day,
    cite: { id: step.cite, text: formatCitation(step.cite) },
    sure: step.sure,
  });
  const { what, start, startName, months, end } = step;
  if (months === null)
    return [
      say('rule', `${what}届满以前不能提前。`, null),
      say('result', `按决定书，${what}到${formatChinese(end)}届满，这是最后一日。`, end),
    ];
  if (months === 0)
    return [
      say('rule', `${what}：没有规定最短的时间。`, null),
      say('result', `从${startName}（${formatChinese(end)}）第二天起就算满。`, end),
    ];
  const found = whereFound[startName];
  const shorter = partsOf(end).day < partsOf(start).day ? '，那个月没有这一天，以月末为最后一日' : '';
  return [
    say('start', `从${startName}起算：${formatChinese(start)}${found ? `（${found}）` : ''}，当天不计入。`, start),
    say('rule', `${what}是${sayMonths(months)}。`, null),
    say(
      'count',
      `加${sayMonths(months)}，到对应的那一天${shorter}。按月计算，周末和节假日都算在内，没有跳过的日子。`,
      null,
    ),
    say('result', `最后一日是${formatChinese(end)}。`, end),
  ];
}

/** The three years after fraud (36号第二十五条, 107号第二十三条), where they are what bars the case on the day asked. */
export function barStep(input: CaseInput, verdict: Verdict): DateStep | undefined {
  const bar = verdict.reasons.find((one) => one.code === 'fraud-bar');
  if (!bar || input.fraudFoundOn === undefined) return undefined;
  const rule = (bar.cite.startsWith('samr') ? marketFraud : generalFraud).rows.at(-1)!;
  const stated = rule.value.clock === 'decision';
  // Where the text names no first day, the one that was taken is a deduction.
  const [name, sure] = stated ? (['决定之日', 'V'] as const) : (['查实之日', 'D'] as const);
  return periodEnd('弄虚作假后不得申请的期间', input.fraudFoundOn, name, rule.value.barMonths, bar.cite, sure);
}
