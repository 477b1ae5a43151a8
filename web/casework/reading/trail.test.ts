import { expect, test } from 'vitest';
import { mergeTrail, placeOf, type Stop, stopBeside } from './trail.ts';

const stops = (ids: string): Stop[] => [...ids].map((itemId) => ({ subjectKey: `s-${itemId}`, itemId }));
const trail = (ids: string, of = 'todo') => ({ of, stops: stops(ids) });
const next = (was: ReturnType<typeof trail> | null, now: string, current: string, by: 1 | -1 = 1) =>
  stopBeside(mergeTrail(was, trail(now), current), stops(now), current, by)?.itemId;

test('while the item is in the list its neighbours are the list’s', () => {
  expect(next(null, 'abcd', 'b')).toBe('c');
  expect(next(null, 'abcd', 'b', -1)).toBe('a');
  expect(next(null, 'abcd', 'd')).toBe('a');
  expect(next(null, 'a', 'a')).toBeUndefined();
  expect(next(null, 'abcd', 'a', -1)).toBeUndefined();
});

test('an item that was decided leaves the list, and one goes on from where one was', () => {
  expect(next(trail('abcde'), 'abde', 'c')).toBe('d');
  expect(next(trail('abcde'), 'abde', 'c', -1)).toBe('b');
});

test('what a colleague took meanwhile is passed over; what came in new stands at the end', () => {
  expect(next(trail('abcde'), 'abe', 'c')).toBe('e');
  expect(next(trail('abc'), 'abx', 'c')).toBe('x');
});

test('from elsewhere the list begins at its first; another list is another trail', () => {
  expect(next(null, 'abc', 'z')).toBe('a');
  expect(next(null, 'abc', 'z', -1)).toBeUndefined();
  expect(next(trail('azb', 'mine'), 'abc', 'z')).toBe('a');
  expect(next(null, '', 'z')).toBeUndefined();
});

test('an item that an act moves behind the others leaves the place where one was: 下一件 is what stood next, and the counter says so', () => {
  const merged = mergeTrail(trail('abcde'), trail('abdec'), 'c');
  expect(placeOf(merged, 'c')).toBe(3);
  expect(merged.stops).toHaveLength(5);
  expect(next(trail('abcde'), 'abdec', 'c')).toBe('d');
  const after = mergeTrail(merged, trail('abdecx'), 'd');
  expect(placeOf(after, 'd')).toBe(4);
  expect(after.stops.map((one) => one.itemId).join('')).toBe('abcdex');
  expect(placeOf(after, 'z')).toBeNull();
  expect(placeOf(null, 'z')).toBeNull();
});
