import { describe, expect, it } from 'vitest';
import { blankLines } from './request-correction.ts';

describe('a call for correction', () => {
  it('names each line that is not filled in, and none once it is', () => {
    const missing = [
      { key: 'commitment', name: '信用承诺书', reason: '' },
      { key: 'payment', name: '缴款凭证', reason: '金额看不清' },
      { key: 'other-1', name: ' ', reason: '请补' },
    ];
    expect(blankLines(missing)).toEqual([
      { field: 'missing.0.reason', text: '“信用承诺书”还没有写明为什么要补、补成什么样。' },
      { field: 'missing.2.name', text: '补正内容 3 还没有写名称。' },
    ]);
    expect(blankLines([{ ...missing[0]!, reason: '没有盖章' }, missing[1]!])).toEqual([]);
  });
});
