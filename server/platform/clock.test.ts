import { expect, test } from 'vitest';
import { clockOf, dayInShanghai, fixedClock } from './clock.ts';

test('the day turns at midnight in Shanghai, not in UTC', () => {
  expect(dayInShanghai(new Date('2026-03-08T15:59:59Z'))).toBe('2026-03-08');
  expect(dayInShanghai(new Date('2026-03-08T16:00:00Z'))).toBe('2026-03-09');
});

test('a fixed clock stands on its day, moves when told, and never gives one instant twice', () => {
  const clock = fixedClock('2026-03-09');
  expect(clock.today()).toBe('2026-03-09');
  expect(clock.now().getTime()).toBeLessThan(clock.now().getTime());
  clock.moveTo('2026-03-10T23:30:00+08:00');
  expect(clock.today()).toBe('2026-03-10');
});

test('FIXED_TODAY keeps the time of day and pins the day', () => {
  const clock = clockOf({ fixedToday: '2030-01-31' });
  expect(clock.today()).toBe('2030-01-31');
  expect(dayInShanghai(clock.now())).toBe('2030-01-31');
  expect(Math.abs((clock.now().getTime() - Date.now()) % 86_400_000)).toBeLessThan(1000);
});
