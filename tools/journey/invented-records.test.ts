import { expect, test } from 'vitest';
import { inventRecords } from './invented-records.ts';

test('two runs share no document number, and every record of a run has its own', () => {
  const [first, second] = ['1', '2'].map((run) => Object.values(inventRecords(run, '2026-11-23').docNumbers));
  expect(new Set([...first!, ...second!]).size).toBe(26);
});

test('the files carry one row for each record under one heading', () => {
  const { files, rows } = inventRecords('1', '2026-11-23');
  const lines = files.map((file) => Buffer.from(file.content).toString('utf8').trimEnd().split('\r\n').length - 1);
  expect(lines.reduce((sum, count) => sum + count)).toBe(rows);
});
