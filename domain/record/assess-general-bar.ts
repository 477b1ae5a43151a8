/** 36号 art 25: the bar after a repair was asked for with false papers or a broken commitment. */
import { generalFraud } from '#law/fraud.ts';
import { addMonths, formatChinese } from '../plain-date.ts';
import { type CaseInput, confirmedPoint, type Reason } from './assess-case.ts';
import { reason } from './assess-class.ts';
import { dayAfter } from './publication-period.ts';

/**
 * Art 25: the record cannot be repaired for three years. The text names no first day; from the day the fraud was found is
 * the latest start that can be held against the applicant, so the bar is certain within three years of it and only a
 * remark afterwards. Found before 36号: no bar in a clause that was read.
 */
export function generalBar(
  input: CaseInput,
):
  | { verdict: 'barred'; from: string; reason: Reason }
  | { verdict: 'needs-confirmation' | 'remark'; reason: Reason }
  | undefined {
  const rule = generalFraud.rows.at(-1)!;
  if (input.fraudFoundOn === undefined || input.fraudFoundOn > input.on || input.on < rule.from) return undefined;
  const end = addMonths(input.fraudFoundOn, rule.value.barMonths);
  if (input.on > end && confirmedPoint(input, 'fraud-clock:general')) return undefined;
  if (input.on > end)
    return {
      verdict: 'remark',
      reason: reason(
        'fraud-clock-not-stated',
        '三年不得申请的期间从何日起算，条文没有写明；自查实之日起已满三年。',
        'ndrc36:25',
      ),
    };
  if (input.fraudFoundOn < rule.from)
    return {
      verdict: 'needs-confirmation',
      reason: reason(
        'fraud-before-rule',
        '弄虚作假在第36号令施行前被查实，当时的规定没有见到原文，是否仍受限请向认定单位确认。',
        'ndrc36:25',
      ),
    };
  return {
    verdict: 'barred',
    from: dayAfter(end),
    reason: reason(
      'fraud-bar',
      `申请修复时提供虚假材料或者严重违背承诺，这条记录三年内不得申请修复，自查实之日起算到${formatChinese(end)}。`,
      'ndrc36:25',
    ),
  };
}
