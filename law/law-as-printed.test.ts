import { describe, expect, it } from 'vitest';
import { commitment } from './commitment.ts';
import { allRules } from './law-in-force.ts';
import type { LawEntryKey } from './matter-keys.ts';
import { lawEntries } from './matters.ts';
import { openQuestions } from './open-questions.ts';
import { points } from './points.ts';
import { remediesOf } from './remedies.ts';
import { timeLimits } from './time-limits.ts';

/** One thing a line, so that a change of the law is a line in its difference. */
const lines = (things: readonly unknown[]) => `${things.map((thing) => JSON.stringify(thing)).join('\n')}\n`;
const entryKeys = Object.keys(lawEntries) as LawEntryKey[];

/**
 * The law as it stands, once more as text: what a change of a value changes elsewhere shows here, and is read before it is committed.
 * `npx vitest run law -u` writes the files anew.
 */
describe('the law as printed', () => {
  it('rules, each with its days, articles, sureness and sentence', async () => {
    await expect(lines(allRules())).toMatchFileSnapshot('./printed/rules.txt');
  });
  it('matters: conditions, papers, fields, bars, remedies and what starts their limits', async () => {
    const matters = entryKeys.flatMap((key) => {
      const { conditions, materials, extraFields, exclusions, excludes, ...head } = lawEntries[key];
      const starts = timeLimits[key].rows.map(({ from, value }) => ({ from, starts: value.starts }));
      return [
        head,
        ...conditions,
        ...materials,
        ...extraFields,
        ...exclusions,
        ...excludes,
        ...remediesOf(key),
        ...starts,
      ];
    });
    await expect(lines(matters)).toMatchFileSnapshot('./printed/matters.txt');
  });
  it('what offices may settle, what is open, and the commitment', async () => {
    await expect(lines([...points, ...openQuestions, commitment])).toMatchFileSnapshot('./printed/open.txt');
  });
});
