import { expect, test } from 'vitest';
import { findLockFaults, findUnlockedPackages } from './check-lock.ts';

test('an optional package is found beside or above the one that wants it, and missed where it is nowhere', () => {
  const wants = { version: '1.0.0', optionalDependencies: { '@a/linux': '1.0.0', '@a/darwin': '1.0.0' } };
  expect(
    findUnlockedPackages({
      '': {},
      'node_modules/a': wants,
      'node_modules/b': {},
      'node_modules/b/node_modules/a': wants,
      'node_modules/@a/linux': {},
      'node_modules/b/node_modules/@a/darwin': {},
    }),
  ).toEqual([expect.stringContaining('缺 @a/darwin（node_modules/a 的可选依赖）')]);
});

test('the lock of this project holds everything it names', async () => {
  expect(await findLockFaults()).toEqual([]);
});
