import { expect, test } from 'vitest';
import { objectionDoneWords } from './objection-done-words.ts';

type View = Parameters<typeof objectionDoneWords>[1];
const plain = { chain: null } as View;
const waiting = { chain: { proposal: { actName: '答复异议', by: { id: '1', name: '廖某某' } } } } as unknown as View;
const after = { stateText: '核查中', signOff: null, due: { due: '2026-12-04' } } as Parameters<
  typeof objectionDoneWords
>[2];

test('a toast about an objection says what was done and who is next', () => {
  expect(objectionDoneWords('endorseObjection', waiting, after)).toBe('审核通过，等待签发：答复异议，由负责人签发。');
  expect(objectionDoneWords('returnObjection', waiting, after)).toMatch(/^已退回承办人：廖某某/);
  expect(objectionDoneWords('signObjection', waiting, after)).toMatch(/^已签发：答复异议/);
  expect(objectionDoneWords('acceptObjection', plain, after)).toMatch(/^已受理，接着由承办人.*12月4日/);
  expect(objectionDoneWords('answerObjection', plain, { ...after, signOff: '答复异议：等待审核' })).toBe(
    '已提请“答复异议”，等待审核。签发以前期限照常计算。',
  );
});
