import { expect, test } from 'vitest';
import { doneWords } from './done-words.ts';

const plain = { chain: { proposal: null, returned: null, hands: [] } } as unknown as Parameters<typeof doneWords>[1];
const waiting = {
  chain: {
    proposal: { act: 'grant', actName: '准予修复', by: { id: '1', name: '廖某某' } },
    returned: null,
    hands: [],
  },
} as unknown as Parameters<typeof doneWords>[1];
const after = { stateText: '审核中', due: { due: '2026-12-04' } } as Parameters<typeof doneWords>[2];

test('a toast says what was done and who is next', () => {
  expect(doneWords('endorseItem', waiting, after)).toBe('审核通过，等待签发：准予修复，由负责人签发。');
  expect(doneWords('returnProposal', waiting, after)).toMatch(/^已退回承办人：廖某某/);
  expect(doneWords('retractProposal', waiting, after)).toMatch(/^已撤回提请：准予修复/);
  expect(doneWords('signItem', waiting, after)).toMatch(/^已签发：准予修复，.*停止公示/);
  expect(doneWords('acceptItem', plain, after)).toMatch(/^已受理，接着由承办人逐项核实，.*12月4日/);
  expect(doneWords('requestCorrection', plain, after)).toMatch(/^已一次性告知补正，等申请人.*12月4日.*补正/);
  expect(doneWords('verifyItem', plain, after)).toBe('已记录核实情况。');
});

test('what needs more hands is said as proposed; where the state alone says it, the state', () => {
  const hands = {
    chain: { ...plain.chain, hands: [{ act: 'grant', steps: 'review-sign', cites: [] }] },
  } as typeof plain;
  expect(doneWords('grantItem', hands, after)).toMatch(/^已提请“准予修复”，等待审核/);
  expect(doneWords('revokeItem', plain, { ...after!, stateText: '准予的修复已撤销' })).toBe(
    '已办理，现在是“准予的修复已撤销”。',
  );
});
