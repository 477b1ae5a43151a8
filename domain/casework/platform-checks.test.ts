import { expect, test } from 'vitest';
import type { Verdict } from '../record/assess-case.ts';
import { type CheckedRecord, platformChecks } from './platform-checks.ts';

const verdict: Verdict = {
  id: null,
  class: 'serious',
  publication: { shown: true, from: '2025-06-10', earliestEnd: '2026-06-09', latestEnd: '2028-06-09' },
  application: { route: 'credit-china', from: '2026-06-10' },
  verdict: 'repairable-now',
  limits: { accept: 3, decide: 7, extend: 10 },
  reasons: [{ code: 'x', text: '已满一年。', cite: 'ndrc36:14' }],
} as unknown as Verdict;

const record: CheckedRecord = {
  verdict,
  organName: '示例局',
  dutiesPerformed: true,
  correctionDate: null,
  samePenaltyAgain: false,
  fraudFoundOn: null,
  heldBack: null,
  later: [],
  limitCites: ['ndrc36:16'],
  today: '2026-11-23',
};

const resultOf = (over: Partial<CheckedRecord>) =>
  Object.fromEntries(platformChecks({ ...record, ...over }).map((one) => [one.key, one.result]));

test('what is known is told as known, what nobody shares as unavailable', () => {
  expect(resultOf({})).toEqual({
    'minimum-period': 'ok',
    duties: 'ok',
    fines: 'unavailable',
    repeat: 'ok',
    fraud: 'ok',
    reorganisation: 'unavailable',
    suspension: 'ok',
  });
  for (const one of platformChecks(record))
    expect(one).toMatchObject({ asOf: '2026-11-23', source: expect.stringMatching(/./) });
});

test.each([
  [
    { verdict: { ...verdict, application: { ...verdict.application, from: '2026-12-01' } } },
    'minimum-period',
    'problem',
  ],
  [{ verdict: { ...verdict, verdict: 'needs-confirmation' } as Verdict }, 'minimum-period', 'open'],
  [{ dutiesPerformed: false }, 'duties', 'open'],
  [{ samePenaltyAgain: true }, 'repeat', 'problem'],
  [{ later: ['示例〔2026〕1号'] }, 'repeat', 'open'],
  [{ fraudFoundOn: '2026-01-05' }, 'fraud', 'problem'],
  [{ heldBack: true }, 'reorganisation', 'open'],
] as const)('%j makes %s %s', (over, key, result) => {
  expect(resultOf(over as Partial<CheckedRecord>)[key]).toBe(result);
});
