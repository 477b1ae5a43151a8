import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainRecord } from '#domain/record/explain.ts';
import type { ImportedRecord } from '#domain/record/import-record.ts';
import { isRefusal } from '#domain/refusal.ts';
import { matterKeys } from '#law/matter-keys.ts';
import { demoSubjects } from '../../../samples/demo-subjects.ts';
import { faultyRows } from '../../../samples/faulty-rows.ts';
import { catalogUnits } from '../../catalog/unit-names.ts';
import { interpretFile, type RowOutcome } from './interpret-file.ts';

async function read(name: string): Promise<RowOutcome[]> {
  const rows: RowOutcome[] = [];
  const path = join(import.meta.dirname, '../../../samples', name);
  for await (const piece of interpretFile(path, { today: '2026-11-23' })) {
    if (isRefusal(piece)) throw new Error(`${name}: ${piece.text}`);
    rows.push(...piece);
  }
  return rows;
}

const SOUND: readonly (readonly [string, number])[] = [
  ['penalties-two-sheets.xlsx', 41],
  ['penalties-cf-codes.csv', 20],
  ['penalties-old-header-gb18030.csv', 10],
  ['lists-all-matters.xlsx', 15],
  ['list-overloading.csv', 8],
];

const allRecords = async () =>
  (await Promise.all(SOUND.map(([name]) => read(name))))
    .flat()
    .flatMap((row): ImportedRecord[] => (row.ok ? [row.ok] : []));

describe('samples', () => {
  it.each(SOUND)('%s: all %i rows may go in', async (name, count) => {
    const rows = await read(name);
    expect(rows.filter((row) => !row.ok)).toEqual([]);
    expect(rows).toHaveLength(count);
  });
  it('cover all fourteen matters, with organs that are units and keys that differ', async () => {
    const records = await allRecords();
    expect(new Set(records.map((record) => record.matterKey))).toEqual(new Set(matterKeys));
    const units = new Set(catalogUnits().map((unit) => unit.name));
    expect(records.map((record) => record.organName).filter((name) => !units.has(name))).toEqual([]);
    expect(new Set(records.map((record) => record.naturalKey)).size).toBe(records.length);
  });
  it('give the restaurant of the main journey records of at least six matters', async () => {
    const own = (await allRecords()).filter(
      (record) => record.subject.identifier === demoSubjects.restaurant.identifier,
    );
    expect(new Set(own.map((record) => record.matterKey)).size).toBeGreaterThanOrEqual(8);
    expect(own.every((record) => record.subject.name === demoSubjects.restaurant.name)).toBe(true);
  });
  it('let the restaurant apply for at least seven records in six matters on 2026-11-23, and meet the other verdicts', async () => {
    const own = (await allRecords()).filter(
      (record) => record.subject.identifier === demoSubjects.restaurant.identifier,
    );
    const verdictOf = (record: ImportedRecord) =>
      explainRecord(
        {
          ...record,
          recordId: 'a',
          subjectKind: record.subject.kind,
          dutiesPerformed: record.dutiesPerformed === true,
          facts: { ...record.facts, ...(record.correctionDate !== null && { correctionDate: record.correctionDate }) },
        },
        '2026-11-23',
      ).verdict.verdict;
    const repairable = own.filter((record) => verdictOf(record) === 'repairable-now');
    expect(repairable.length).toBeGreaterThanOrEqual(7);
    expect(new Set(repairable.map((record) => record.matterKey)).size).toBeGreaterThanOrEqual(6);
    const others = own.filter((record) => !repairable.includes(record)).map(verdictOf);
    expect(others.sort()).toEqual(['ends-automatically', 'needs-classification', 'no-route', 'not-yet']);
  });
  it('keep a sole trader in the legal-person sheet and persons in theirs', async () => {
    const rows = await read('penalties-two-sheets.xlsx');
    const kinds = (sheet: string) =>
      new Set(rows.filter((row) => row.sheet === sheet).map((row) => row.ok?.subject.kind));
    expect(kinds('法人行政处罚信息')).toEqual(new Set(['organisation', 'sole-trader']));
    expect(kinds('自然人行政处罚信息')).toEqual(new Set(['person']));
  });
  it('with-errors.xlsx reports exactly what its README says', async () => {
    const rows = await read('with-errors.xlsx');
    expect(rows).toHaveLength(faultyRows.length);
    for (const [index, expected] of faultyRows.entries()) {
      const row = rows[index];
      const remarks = [...(row?.faults ?? []), ...(row?.warnings ?? [])];
      const about = `row ${index + 3}: ${expected.about}`;
      expect(row?.rowNo, about).toBe(index + 3);
      expect(row?.ok !== undefined, about).toBe(expected.expected === 'accepted');
      if (expected.field === undefined) expect(remarks, about).toEqual([]);
      else
        expect(
          remarks.some((one) => one.field === expected.field && one.text.includes(expected.says ?? '')),
          `${about} ${JSON.stringify(remarks)}`,
        ).toBe(true);
    }
  });
});
