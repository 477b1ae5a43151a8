import { expect, test } from 'vitest';
import { withoutWeekdays } from './official-dates.ts';

test('a paper tells days without weekdays, wherever the sentence came from', () => {
  const content = {
    kind: 'refusal-decision',
    issuedOn: '2026-11-26',
    reasons: [{ text: '最早2026年11月26日（周四）可以申请。', evidence: undefined }],
    notes: '到2026年9月24日（星期日）为止（周期一年）',
    count: 2,
    none: null,
  };
  expect(withoutWeekdays(content)).toEqual({
    ...content,
    reasons: [{ text: '最早2026年11月26日可以申请。', evidence: undefined }],
    notes: '到2026年9月24日为止（周期一年）',
  });
});
