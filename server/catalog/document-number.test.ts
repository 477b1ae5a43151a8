import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openWorld, type World } from '../testing/world.ts';
import { documentWords, type NumberedPaper, takeDocNumber } from './document-number.ts';
import { catalogUnits } from './unit-names.ts';

/** 机关代字 + 信修 + 种类 + 〔年〕 + 顺序号, without 第 and leading zeros. */
const shape = /^\p{Script=Han}+信修\p{Script=Han}{1,2}〔\d{4}〕[1-9]\d*号$/u;
const orderOf = (docNumber: string) => Number(/〕(\d+)号$/.exec(docNumber)![1]);
const seriesOf = (docNumber: string) => docNumber.replace(/\d+号$/, '');

/** Numbers by series, in their order. */
function bySeries(numbers: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const one of numbers) found.set(seriesOf(one), [...(found.get(seriesOf(one)) ?? []), orderOf(one)]);
  for (const orders of found.values()) orders.sort((a, b) => a - b);
  return found;
}
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test('no two kinds of paper share a word, no two units a short name: a number names one paper', () => {
  const words = Object.values(documentWords);
  expect(new Set(words).size).toBe(words.length);
  const names = [...catalogUnits().values()].map((one) => one.shortName);
  expect(names.filter((one, i) => names.indexOf(one) !== i)).toEqual([]);
  for (const name of names) expect(`${name}信修准〔2026〕1号`).toMatch(shape);
});

describe('on a real database', () => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await createTestDatabase({ seeded: false });
    db = openDatabase(database.appUrl, { max: 8, onError: () => {} });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  test('300 acts at once over units, kinds and both sides of new year, three of seven rolled back: no gap, no repeat', async () => {
    const units = [...catalogUnits().values()].slice(0, 2);
    const kinds: NumberedPaper[] = ['grant-decision', 'refusal-decision', 'revocation-decision'];
    const kept: string[] = [];
    let given = 0;
    const act = (i: number) =>
      db.transaction({ sees: 'all' }, async (tx) => {
        const number = await takeDocNumber(tx, units[i % 2]!, kinds[i % 3]!, i % 5 === 0 ? '2027-01-01' : '2026-12-31');
        given += 1;
        // An act that is refused, one that breaks a rule of the database, one whose process fails.
        if (i % 7 === 1) throw new Error('refused');
        if (i % 7 === 3) await tx.run('select 1 / 0');
        if (i % 7 === 5) await tx.run('select no_such_function()');
        return number;
      });
    await Promise.all(
      oneTo(300).map(async (i) => {
        const number = await act(i).catch(() => null);
        if (typeof number === 'string') kept.push(number);
      }),
    );
    expect(given).toBe(300);
    expect(kept).toHaveLength(171);
    expect(new Set(kept).size).toBe(171);
    for (const number of kept) expect(number).toMatch(shape);
    const series = bySeries(kept);
    expect(series.size).toBe(12);
    for (const [name, orders] of series) expect([name, orders]).toEqual([name, oneTo(orders.length)]);
    expect([...series.keys()].filter((name) => name.includes('2027'))).toHaveLength(6);
  });
});

describe('through the acts', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  test('twelve decisions at once, some refused, stale or sent twice: numbers of what was decided are 1 to n', async () => {
    const items: { subjectKey: string; itemId: string }[] = [];
    for (let i = 0; i < 6; i++) {
      const subjectKey = await world.subject();
      const recordIds = [await world.record(subjectKey), await world.record(subjectKey)];
      const applicant = await world.applicant(subjectKey);
      const sent = await applicant.post(
        `/api/v1/subjects/${subjectKey}/applications`,
        await world.application(subjectKey, recordIds),
      );
      items.push(...sent.body.items.map(({ itemId }: { itemId: string }) => ({ subjectKey, itemId })));
    }
    expect(await world.work()).toEqual([]);
    const officer = await world.officer('emergency-360100');
    const decline = (
      { subjectKey, itemId }: (typeof items)[number],
      text: string,
      version: number,
      requestId = randomUUID(),
    ) =>
      officer.post(`/api/v1/subjects/${subjectKey}/items/${itemId}/decline`, {
        requestId,
        version,
        reasons: [{ code: 'other', text }],
      });
    const twice = randomUUID();
    const answers = await Promise.all(
      items.flatMap((item, i) => {
        if (i % 4 === 3) return [decline(item, ' ', 2)];
        if (i % 4 === 2) return [decline(item, '不符合条件', 1), decline(item, '不符合条件', 2)];
        return i === 0
          ? [decline(item, '不符合条件', 2, twice), decline(item, '不符合条件', 2, twice)]
          : [decline(item, '不符合条件', 2)];
      }),
    );
    expect(answers.map((one) => one.status).filter((status) => status >= 500)).toEqual([]);
    const rows = await world.services.db.read({ sees: 'all' }, (tx) =>
      tx.run<{ number: string }>(`select payload ->> 'docNumber' as number from item_event where type = 'declined'`),
    );
    expect(rows).toHaveLength(9);
    expect(bySeries(rows.map((one) => one.number))).toEqual(new Map([['洪应急信修不受〔2026〕', oneTo(9)]]));
  }, 60_000);
});
