import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayWait, waitAfterFailures } from './wait-after-failures.ts';

test.each([
  [0, 'number', 0],
  [4, 'number', 0],
  [5, 'number', 30],
  [6, 'number', 60],
  [9, 'number', 480],
  [10, 'number', 900],
  [1_000_000, 'number', 900],
  [19, 'address', 0],
  [20, 'address', 30],
  [1_000_000, 'address', 1800],
] as const)('after %d failures by %s: %d seconds', (failures, by, seconds) => {
  expect(waitAfterFailures(failures, by)).toBe(seconds);
});

test('more failures never shorten a wait', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(50), fc.constantFrom('number' as const, 'address' as const), (n, more, by) => {
      expect(waitAfterFailures(n + more, by)).toBeGreaterThanOrEqual(waitAfterFailures(n, by));
    }),
  );
});

test('guessing a code at this pace takes longer than anybody waits', () => {
  // 31^8 codes; a number that is always locked for its longest time admits 96 tries a day.
  const years = 31 ** 8 / 2 / (86_400 / waitAfterFailures(100, 'number')) / 365;
  expect(years).toBeGreaterThan(1_000_000);
});

test('waits are said in words', () => {
  expect([30, 60, 61, 900].map(sayWait)).toEqual(['30 秒', '1 分钟', '2 分钟', '15 分钟']);
});
