import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingOf, parseCitation } from '#law/cite.ts';
import { matterKeys } from '#law/matter-keys.ts';
import { assess } from '../assess.ts';
import { isUnreadable, parseCase } from '../parse-case.ts';
import { answersCite, caseOf, type ScenarioAnswer, type ScenarioRow, type ScenarioTable } from './scenario.ts';
import { scenarioTables } from './scenario-tables.ts';

/**
 * Rows on which the program does not yet answer as the clause has it. Each fails as soon as it does: then it leaves this list.
 */
const awaited: ReadonlySet<string> = new Set([
  '没收违法所得并限制从业到2026年6月30日：几种处罚以最长的公示期为准。', // 107号 art 6 ¶2 is not cited
  '责令停产停业到2027年6月30日：公示满一年，限制期限的最后一日。', // 107号 art 8 ¶4 is not cited
  '44号施行前一日问：当时的规定不在掌握范围内。', // cites 45号 for the list of 44号
  '36号的三年（自认定）已满，54号的三年（自公布）未满。', // 54号 art 17 is not cited
  '自公布之日起满三年的次日，税款仍没有缴清：54号停止公布不以缴清为条件。', // 54号 art 17 is not cited
  '列入满三年的最后一日。', // 人社45号 art 11 is not cited
  '列入满三年的次日，仍没有付清：45号期满移出不以改正为条件。', // 人社45号 art 17 is not cited
  '导游个人的信息看得到公示，认定满一年：可以申请，原则上本不公示。', // 36号 art 12 ¶3 is not cited
  '责令停业整顿到2026年6月30日，认定满一年的最后一日。', // a penalty's term that is over counts as a wait that is over
  '货车驾驶人个人的信息看得到公示，吊销从业资格，认定不满一年。', // 36号 art 12 ¶3 is not cited
  '责令停产停业并处罚款，按公示期最长的一种。', // 36号 art 12 ¶3 is not cited
  '简易程序却责令停产停业：程序或者种类有一项不对。', // 行政处罚法 art 51 is not cited
]);

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
    const run = awaited.has(sentence) ? it.fails : it;
    run(sentence, () => {
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
