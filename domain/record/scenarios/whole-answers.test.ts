import { expect, it } from 'vitest';
import { assessWithSteps } from '../assess.ts';
import { caseOf, type ScenarioRow, type ScenarioTable } from './scenario.ts';
import { scenarioTables } from './scenario-tables.ts';

/** One answer in a line or two: verdict and dates, reasons in their order, steps, limits. */
function lineOf(table: ScenarioTable, row: ScenarioRow): string {
  const {
    class: found,
    verdict,
    publication,
    application,
    limits,
    reasons,
    steps,
  } = assessWithSteps(caseOf(table, row));
  const { shown, from, earliestEnd, latestEnd } = publication;
  const dates = [shown ? 'shown' : 'hidden', from, earliestEnd, latestEnd].map((one) => one ?? '–').join(' ');
  return [
    `${table.matter}: ${row[0]}`,
    `  ${found} ${verdict} | ${dates} | ${application.route} ${application.from ?? '–'} | ${Object.values(limits).join('/')}`,
    `  ${reasons.map((one) => `${one.code} ${one.cite}`).join(', ')}`,
    ...steps.map(
      (step) => `  ${step.what}: ${step.start} + ${step.months ?? '–'} = ${step.end} (${step.cite}, ${step.sure})`,
    ),
  ].join('\n');
}

/**
 * The whole answers to the scenarios, as they were read through: what else changes with a change shows here.
 * `npx vitest run domain/record/scenarios -u` writes them anew; the difference is then read before it is committed.
 */
it('answers the scenarios as read through', async () => {
  const lines = scenarioTables.flatMap((table) => table.rows.map((row) => lineOf(table, row)));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./whole-answers.txt');
});
