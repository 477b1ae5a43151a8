import type { Verdict, VerdictWord } from './assess-case.ts';

/** How one and the same record or item fares under other rules. */
export type Fares = 'better' | 'worse' | 'unchanged';

/** What an answer is worth to its subject: display over, repair possible, an officer decides, wait, barred. */
const worth: Readonly<Record<VerdictWord, number>> = {
  'not-published': 6,
  'repairable-now': 5,
  'duties-outstanding': 4,
  'needs-confirmation': 4,
  'needs-classification': 4,
  'ends-automatically': 3,
  'not-yet': 2,
  'no-route': 1,
  barred: 0,
};

/** Earlier is better; null says nothing. */
function earlier(before: string | null, after: string | null): Fares {
  if (before === null || after === null || before === after) return 'unchanged';
  return after < before ? 'better' : 'worse';
}

/** Compares what a record is told under two bodies of rules: first the answer, then the day one may apply, then the day display ends. */
export function compareVerdicts(before: Verdict, after: Verdict): Fares {
  const [old, now] = [worth[before.verdict], worth[after.verdict]];
  if (old !== now) return now > old ? 'better' : 'worse';
  const from = earlier(before.application.from, after.application.from);
  return from === 'unchanged' ? earlier(before.publication.latestEnd, after.publication.latestEnd) : from;
}
