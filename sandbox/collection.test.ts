import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openCollection } from './collection.ts';

const folder = mkdtempSync(join(tmpdir(), 'collection-'));
afterEach(() => rmSync(join(folder, 'c.jsonl'), { force: true }));

test('what was put is there after reopening; the last value of a key counts', () => {
  const first = openCollection<number>(folder, 'c');
  first.put('a', 1);
  first.put('b', 2);
  first.put('a', 3);
  first.close();
  const second = openCollection<number>(folder, 'c');
  expect([second.get('a'), second.get('b'), second.size]).toEqual([3, 2, 2]);
  second.close();
});

test('a line torn by a kill is passed over, and writing goes on behind it', () => {
  const first = openCollection<string>(folder, 'c');
  first.put('a', '甲');
  first.close();
  appendFileSync(join(folder, 'c.jsonl'), '{"k":"b","v":"乙');
  const second = openCollection<string>(folder, 'c');
  second.put('c', '丙');
  second.close();
  const third = openCollection<string>(folder, 'c');
  expect([...third.values()]).toEqual(['甲', '丙']);
  third.close();
});

test('outdated lines go at opening; clearing leaves nothing behind', () => {
  const first = openCollection<number>(folder, 'c');
  for (let i = 0; i < 10; i += 1) first.put('a', i);
  first.close();
  const second = openCollection<number>(folder, 'c');
  expect(readFileSync(join(folder, 'c.jsonl'), 'utf8')).toBe('{"k":"a","v":9}\n');
  second.clear();
  second.put('z', 1);
  second.close();
  const third = openCollection<number>(folder, 'c');
  expect([third.get('a'), third.get('z')]).toEqual([undefined, 1]);
  third.close();
});
