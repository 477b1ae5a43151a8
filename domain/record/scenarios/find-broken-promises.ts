/** What an answer promises for other days and other facts, put to the test by asking again. */
import { allRules } from '#law/law-in-force.ts';
import { addDays, type PlainDate } from '../../plain-date.ts';
import type { CaseInput, Verdict } from '../assess-case.ts';

export type Ask = (input: CaseInput) => Verdict;

/** Days on which some rule begins: across them the law is another one, and no promise is made. */
const turningDays: readonly PlainDate[] = [...new Set(allRules().map((rule) => rule.from))].sort();

function isSameLaw(from: PlainDate, to: PlainDate): boolean {
  return !turningDays.some((day) => from < day && day <= to);
}

/** How good an answer is for the subject as far as performing its duties goes. Words that duties do not touch have no rank. */
const rank: Readonly<Partial<Record<Verdict['verdict'], number>>> = {
  'not-published': 3,
  'repairable-now': 3,
  'needs-confirmation': 2,
  'duties-outstanding': 1,
  'not-yet': 1,
};

/**
 * The promises an answer breaks, each as one sentence: the day named for applying is the day, the last day of display is the
 * last, what is open stays open, and performing duties never makes anything worse. Facts and law stay the same.
 */
export function findBrokenPromises(input: CaseInput, answer: Verdict, ask: Ask): string[] {
  const promises = [firstDay, lastDay, nextDay, performing];
  return promises.flatMap((promise) => promise(input, answer, ask) ?? []);
}

/** The same facts on a later day; undefined where the law or a fact of the case changes in between. */
function later(input: CaseInput, on: PlainDate): CaseInput | undefined {
  if (on <= input.on || !isSameLaw(input.on, on) || on > '2199-12-31') return undefined;
  const turns = [input.publishedDate, input.correctionDate, input.fraudFoundOn];
  return turns.some((day) => day && input.on < day && day <= on) ? undefined : { ...input, on };
}

function firstDay(input: CaseInput, answer: Verdict, ask: Ask): string | undefined {
  const { from } = answer.application;
  if (from === null || (answer.verdict !== 'not-yet' && answer.verdict !== 'barred')) return undefined;
  const [before, then] = [later(input, addDays(from, -1)), later(input, from)];
  if (before && ask(before).verdict === 'repairable-now') return `${answer.verdict}: open before the day named`;
  if (then && ask(then).verdict === answer.verdict) return `${answer.verdict}: not over on the day named`;
  return undefined;
}

function lastDay(input: CaseInput, answer: Verdict, ask: Ask): string | undefined {
  const { shown, latestEnd } = answer.publication;
  // Two rules side by side name two ends: display goes on until the later one.
  const ends = answer.reasons.filter((one) => one.code === 'maximum-period').length;
  if (!shown || latestEnd === null || ends > 1 || answer.verdict === 'needs-confirmation') return undefined;
  const [last, after] = [later(input, latestEnd), later(input, addDays(latestEnd, 1))];
  if (last && !ask(last).publication.shown) return `${answer.verdict}: off display on the last day named`;
  if (!after) return undefined;
  const then = ask(after);
  return then.publication.shown && then.verdict !== 'needs-confirmation'
    ? `${answer.verdict}: on display after the last day named`
    : undefined;
}

function nextDay(input: CaseInput, answer: Verdict, ask: Ask): string | undefined {
  const next = later(input, addDays(input.on, 1));
  if (!next) return undefined;
  const then = ask(next);
  const allowed: Readonly<Partial<Record<Verdict['verdict'], readonly Verdict['verdict'][]>>> = {
    'repairable-now': ['repairable-now', 'not-published', 'needs-confirmation'],
    'not-published': ['not-published'],
    'ends-automatically': ['ends-automatically', 'not-published', 'needs-confirmation'],
    'no-route': ['no-route'],
    'needs-classification': ['needs-classification', 'not-published', 'needs-confirmation'],
    'duties-outstanding': ['duties-outstanding', 'not-published', 'needs-confirmation'],
  };
  const may = allowed[answer.verdict];
  if (may && !may.includes(then.verdict)) return `${answer.verdict}: turns into ${then.verdict} overnight`;
  if (answer.class !== then.class) return 'the class changes overnight';
  return undefined;
}

function performing(input: CaseInput, answer: Verdict, ask: Ask): string | undefined {
  if (input.dutiesPerformed) return undefined;
  const then = ask({ ...input, dutiesPerformed: true });
  const [without, performed] = [rank[answer.verdict] ?? 0, rank[then.verdict] ?? 0];
  return performed < without ? `performing makes ${answer.verdict} into ${then.verdict}` : undefined;
}
