import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingOf, parseCitation } from '#law/cite.ts';
import { matterKeys } from '#law/matter-keys.ts';
import { assess } from '../assess.ts';
import { isUnreadable, parseCase } from '../parse-case.ts';
import { answersCite, caseOf, type ScenarioAnswer, type ScenarioRow, type ScenarioTable } from './scenario.ts';
import { scenarioTables } from './scenario-tables.ts';

/** What the answer of a row compares, read from the verdict. */
function answerTo(table: ScenarioTable, row: ScenarioRow): { answer: ScenarioAnswer; cites: string[] } {
  // Through the same door as everybody's case, as JSON.
  const input = parseCase(JSON.parse(JSON.stringify(caseOf(table, row))));
  if (isUnreadable(input)) throw new Error(input.error.text);
  const { class: found, verdict, publication, application, reasons } = assess(input);
  const { shown, earliestEnd, latestEnd } = publication;
  const { from, route } = application;
  return {
    answer: { verdict, class: found, shown, earliestEnd, latestEnd, from, route },
    cites: reasons.map((one) => one.cite),
  };
}

/** Days a sentence names in words: 2026年4月10日 → 2026-04-10. */
function daysIn(sentence: string): string[] {
  return [...sentence.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)].map(
    ([, year, month, day]) => `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`,
  );
}

describe.each(scenarioTables.map((table) => [table.matter, table] as const))('%s', (_, table) => {
  for (const row of table.rows) {
    const [sentence, , expected, cites] = row;
    it(sentence, () => {
      const { answer, cites: given } = answerTo(table, row);
      expect(answer).toMatchObject(expected);
      const missing = cites.filter((cite) => !given.some((one) => answersCite(cite, one)));
      expect(missing).toEqual([]);
    });
  }

  it('has at least twelve different sentences', () => {
    expect(new Set(table.rows.map((row) => row[0])).size).toBe(table.rows.length);
    expect(table.rows.length).toBeGreaterThanOrEqual(12);
  });

  it('each citation leads to a summary', () => {
    for (const cite of table.rows.flatMap((row) => row[3])) {
      const citation = parseCitation(cite);
      expect(citation, cite).toBeDefined();
      const text = readFileSync(new URL(`../../../law/texts/${citation!.sourceId}.md`, import.meta.url), 'utf8');
      const heading = headingOf(citation!);
      if (heading) expect(text.split('\n'), cite).toContain(`## ${heading}`);
    }
  });

  it('sentences name no day that is neither in the facts nor in the answer', () => {
    for (const row of table.rows) {
      const known = JSON.stringify([caseOf(table, row), row[2]]);
      for (const day of daysIn(row[0])) expect(known, row[0]).toContain(day);
    }
  });
});

it('every matter has its table, in the order of 附件3', () => {
  expect(scenarioTables.map((table) => table.matter)).toEqual([...matterKeys]);
});
