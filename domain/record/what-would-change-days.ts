/** On which days the answer to a case can be another one, although nothing happens but time. */
import { generalFraud, marketFraud } from '#law/fraud.ts';
import { customsRoutes, listRules } from '#law/list-waits.ts';
import { generalPeriods, type Months, marketPeriods, marketSeriousPeriods, type Span } from '#law/periods.ts';
import { addMonths, type PlainDate } from '../plain-date.ts';
import { assessWithSteps } from './assess.ts';
import { bookOf, type CaseInput, type VerdictWord } from './assess-case.ts';
import type { Answer } from './explain-dates.ts';
import { dayAfter } from './publication-period.ts';

type AnyPeriods = Readonly<Record<string, unknown>>;

function monthsOf(periods: AnyPeriods): number[] {
  return Object.values(periods).flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    const { min, max, months } = value as Partial<Span & Months>;
    return [min, max, months].filter((one): one is number => typeof one === 'number');
  });
}

/** Every number of months that any rule of law/ counts with. */
const spans: readonly number[] = [
  ...new Set([
    ...[...generalPeriods.rows, ...marketPeriods.rows].flatMap((row) => monthsOf(row.value as unknown as AnyPeriods)),
    ...marketSeriousPeriods.rows.flatMap(({ value }) => [value.min ?? 0, value.max]),
    ...Object.values(listRules).flatMap((rule) =>
      rule.rows.flatMap(({ value }) => [...value.waits, ...value.ends].map((term) => term.months)),
    ),
    ...customsRoutes.rows.flatMap(({ value }) => value.flatMap((route) => [route.wait, route.end ?? 0])),
    ...[...generalFraud.rows, ...marketFraud.rows].map((row) => row.value.barMonths),
    3,
    36,
  ]),
];

/** First days of the rules known today: a rule that is announced and not yet in force may change an answer. */
const regimes: readonly PlainDate[] = [
  ...new Set(
    [
      generalPeriods,
      marketPeriods,
      marketSeriousPeriods,
      generalFraud,
      marketFraud,
      customsRoutes,
      ...Object.values(listRules),
    ].flatMap((rule) => rule.rows.map((row) => row.from)),
  ),
];

/**
 * Days after the one asked on which the answer may change, in order: the facts themselves, every period of law counted from each of
 * them, the ends of the terms, the first days of rules and of what offices confirmed. More than needed and never fewer
 * (what-would-change.test.ts looks at each day).
 */
function daysToLookAt(input: CaseInput, answer: Answer): readonly PlainDate[] {
  const facts = [
    input.findingDate,
    input.publishedDate,
    input.correctionDate,
    input.fraudFoundOn,
    ...input.penalties.map((penalty) => penalty.termEnds),
  ].filter((day): day is PlainDate => typeof day === 'string');
  const { confirmations, standards } = bookOf(input);
  const days = new Set<PlainDate>(regimes);
  for (const row of [...confirmations, ...standards]) {
    days.add(row.from);
    if (row.to !== null) days.add(dayAfter(row.to));
  }
  const confirmed = confirmations.flatMap(({ value }) => (typeof value === 'string' ? [] : value.months));
  for (const fact of new Set(facts)) {
    days.add(fact);
    for (const months of [...spans, ...confirmed]) days.add(dayAfter(addMonths(fact, months)));
    days.add(dayAfter(fact));
  }
  for (const step of answer.steps) days.add(dayAfter(step.end));
  return [...days].filter((day) => day > input.on).sort();
}

/** A day on which the answer is another one, with that answer. */
export interface TurningDay {
  readonly day: PlainDate;
  readonly answer: Answer;
}

/** The first later day on which the answer is one of those wanted, all facts staying as they are; null where time alone never brings it. */
export function firstDayOf(input: CaseInput, wanted: (answer: Answer) => boolean): TurningDay | null {
  for (const day of daysToLookAt(input, assessWithSteps(input))) {
    const answer = assessWithSteps({ ...input, on: day });
    if (wanted(answer)) return { day, answer };
  }
  return null;
}

/** The next day on which time alone changes the verdict; null where it never does. */
export function nextTurn(input: CaseInput): TurningDay | null {
  const now = assessWithSteps(input).verdict;
  return firstDayOf(input, (answer) => answer.verdict !== now);
}

const waiting: readonly VerdictWord[] = ['not-yet', 'barred', 'ends-automatically'];

/** The day a wait is over: the first on which the case is neither waiting, barred nor running out. Null where it is not waiting. */
export function openingDay(input: CaseInput): TurningDay | null {
  if (!waiting.includes(assessWithSteps(input).verdict)) return null;
  return firstDayOf(input, (answer) => !waiting.includes(answer.verdict));
}
