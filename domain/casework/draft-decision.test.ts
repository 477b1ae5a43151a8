import { expect, test } from 'vitest';
import { type DraftFacts, draftDecision } from './draft-decision.ts';

const facts: DraftFacts = {
  subjectName: '示例有限公司',
  recordType: 'serious-list',
  organName: '示例市应急管理局',
  unitName: '示例市应急管理局',
  docNumber: '示应急〔2025〕1号',
  findingDate: '2025-09-23',
  dutiesPerformed: true,
  appliedOn: '2026-11-20',
  acceptedOn: '2026-11-23',
  mayApplyFrom: '2026-09-24',
  verified: ['现场查看，隐患已经整改'],
};

test('a grant tells what was found, applied for, verified and waited for', () => {
  expect(draftDecision('grant', facts)).toBe(
    '示例有限公司于2025年9月23日被本机关列入严重失信主体名单（示应急〔2025〕1号），2026年11月20日申请信用修复，本机关于2026年11月23日受理。经核实：现场查看，隐患已经整改。失信行为已经纠正，规定的义务已经履行；自2026年9月24日起达到可以申请修复的期限。',
  );
});

test('another organ that found the record keeps its name', () => {
  expect(draftDecision('grant', { ...facts, unitName: '示例县应急管理局' })).toContain('被示例市应急管理局列入');
});

test('nothing is said that nobody knows', () => {
  const bare = draftDecision('grant', {
    ...facts,
    dutiesPerformed: false,
    mayApplyFrom: null,
    verified: [],
    acceptedOn: null,
  });
  for (const word of ['履行', '核实', '受理', '期限']) expect(bare).not.toContain(word);
  expect(draftDecision('refuse', facts)).not.toContain('义务已经履行');
});

test.each([
  ['penalty', '处以行政处罚'],
  ['abnormal', '列入经营异常名录'],
  ['judgment', '纳入失信被执行人名单'],
] as const)('%s is told as what it is', (recordType, words) => {
  expect(draftDecision('refuse', { ...facts, recordType })).toContain(words);
});

test('an extension names what was verified last, or only that more is needed', () => {
  expect(draftDecision('extend', facts)).toContain('隐患已经整改。');
  expect(draftDecision('extend', { ...facts, verified: [] })).toBe('情况需要进一步核查，不能在期限内作出决定。');
});
