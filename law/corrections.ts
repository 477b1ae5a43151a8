/** 补正: how often papers may be called for, when, and what becomes of the clocks. No rule read gives the applicant a limit or stops a clock. */
import { dated } from './dated.ts';
import { type LawTopic, topic, workingDays } from './law-topic.ts';
import { creditChinaEntries, marketEntries } from './tracks.ts';

export interface CorrectionCall {
  /** How often papers may be called for; null: the rule knows no such call. */
  readonly times: 1 | null;
  /** Working days within which the call is made. */
  readonly within: number | null;
  /** Days the applicant has. */
  readonly applicantDays: null;
  readonly clock: 'not-stated';
  readonly otherwise?: string;
}

const once = { times: 1, within: null, applicantDays: null, clock: 'not-stated' } as const satisfies CorrectionCall;
const none = { ...once, times: null } as const satisfies CorrectionCall;

export const generalCorrection = dated<CorrectionCall>({
  from: '2026-04-01',
  value: once,
  cite: ['ndrc36:16.2'],
  sure: 'V',
});
export const marketCorrection = dated<CorrectionCall>({
  from: '2025-12-25',
  value: { ...once, within: 2 },
  cite: ['samr107:14.4'],
  sure: 'V',
});
export const customsCorrection = dated<CorrectionCall>({
  from: '2026-04-01',
  value: { ...none, otherwise: '不符合要求的，告知申请人并说明理由' },
  cite: ['gacc282:38'],
  sure: 'V',
});
export const taxCorrection = dated<CorrectionCall>({
  from: '2022-02-01',
  value: { ...none, otherwise: '不予受理的，告知申请人并说明理由' },
  cite: ['sta54:20'],
  sure: 'V',
});
export const wageCorrection = dated<CorrectionCall>({
  from: '2022-01-01',
  value: { ...none, otherwise: '没有单独的受理阶段，自收到申请之日起直接核实决定' },
  cite: ['mohrss45:14'],
  sure: 'V',
});

function sayCorrection(value: CorrectionCall): string {
  const call =
    value.times === null
      ? `没有规定补正；${value.otherwise ?? ''}`
      : `只能一次性告知${value.within === null ? '' : `，在收到申请之日起${workingDays(value.within)}内`}`;
  return `${call}；申请人补正的期限：未规定；补正是否停止计时：未写明`;
}

export const correctionTopics: readonly LawTopic[] = [
  topic('补正', '一般领域（信用中国）', generalCorrection, sayCorrection, creditChinaEntries),
  topic('补正', '市场监管领域', marketCorrection, sayCorrection, marketEntries),
  topic('补正', '海关失信信息修复', customsCorrection, sayCorrection, ['customs-discredited']),
  topic('补正', '税务机关渠道', taxCorrection, sayCorrection, ['tax-serious']),
  topic('补正', '人社部门渠道', wageCorrection, sayCorrection, ['wage-arrears']),
];
