import { expect, test } from 'vitest';
import { clauseText, findClauses, readNumber } from './find-clauses.ts';

const ids = (typed: string) => findClauses(typed).map((one) => one.id);

test('a clause is found by number and article, however it is written', () => {
  expect(ids('36号第十四条')).toEqual(['ndrc36:14']);
  expect(ids('36号令14条')).toEqual(['ndrc36:14']);
  expect(ids('国家发展改革委令第36号 第十四条第（三）项')).toEqual(['ndrc36:14(3)']);
  expect(ids('107号第八条第二款')).toEqual(['samr107:8.2']);
  expect(ids('信用修复管理办法第十四条')).toContain('ndrc36:14');
});

test('what does not exist, or is not said, is not offered', () => {
  expect(ids('36号')).toEqual([]);
  expect(ids('第十四条')).toEqual([]);
  expect(ids('999号第一条')).toEqual([]);
  expect(ids('')).toEqual([]);
});

test('places that are no articles are found by their label', () => {
  expect(ids('赣信用办附件3')).toEqual(['plan4:annex3']);
});

test('a clause reads by the number of its text, the filed paper by what it is', () => {
  expect(clauseText('ndrc36:14(3)')).toBe('国家发展改革委令第36号第十四条第（三）项');
  expect(clauseText('filing')).toBe('随报备附上的文件');
  expect([readNumber('14'), readNumber('一百零六'), readNumber('甲')]).toEqual([14, 106, undefined]);
});
