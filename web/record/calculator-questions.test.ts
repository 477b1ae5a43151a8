import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '#domain/record/assess.ts';
import { isUnreadable, parseCase } from '#domain/record/parse-case.ts';
import { mayRefuse } from '#law/dated.ts';
import { matterKeys, subjectTypes } from '#law/matter-keys.ts';
import { matters } from '#law/matters.ts';
import { type Answers, toCase, unknown } from './assessment.ts';
import { answersOf, searchOf } from './calculator-address.ts';
import { matterChoices, onlyFor } from './calculator-choices.ts';
import { answersThatCount, nextQuestion, type Question, questionsFor } from './calculator-questions.ts';

const today = '2026-11-23';

/** Answers a question in one of the ways a person can; `pick` chooses. */
function answer(question: Question, pick: (n: number) => number): string {
  if (question.kind === 'day') {
    if (question.skip && pick(3) === 0) return unknown;
    return ['2023-05-06', '2025-08-04', '2026-05-06', '2026-08-03', '2026-10-28'][pick(5)]!;
  }
  const choices = question.choices!.map((one) => one.value);
  if (question.kind === 'one') return choices[pick(choices.length)]!;
  return [...new Set([choices[pick(choices.length)]!, ...(pick(2) ? [choices[pick(choices.length)]!] : [])])].join(
    '、',
  );
}

/** A whole way through the calculator. */
function walk(picks: readonly number[], matter?: string): { answers: Answers; asked: Question[] } {
  let at = 0;
  const pick = (n: number) => picks[at++ % picks.length]! % n;
  let answers: Answers = matter ? { matter } : {};
  const asked: Question[] = [];
  for (let question = nextQuestion(answers); question; question = nextQuestion(answers)) {
    asked.push(question);
    answers = { ...answers, [question.id]: answer(question, pick) };
    if (asked.length > 20) throw new Error('the questions do not end');
  }
  return { answers, asked };
}
const picks = fc.array(fc.nat(100), { minLength: 12, maxLength: 24 });
const verdictOf = (body: object) => {
  const input = parseCase(body);
  if (isUnreadable(input)) throw new Error(input.error.text);
  return assess(input);
};

test('every matter can be asked about, and a list that holds only some kinds of subject asks for those alone', () => {
  expect(matterChoices.map((one) => one.value).sort()).toEqual([...matterKeys].sort());
  const surely = matterKeys.flatMap((key) => {
    const out = matters[key].excludes.filter((one) => mayRefuse(one.sure)).map((one) => one.subjectType);
    return out.length > 0 ? [[key, subjectTypes.filter((one) => !out.includes(one))]] : [];
  });
  expect(onlyFor).toEqual(Object.fromEntries(surely));
});

describe('the fewest questions', () => {
  test.each([
    ['abnormal-operation', 4],
    ['judgment-defaulter', 3],
    ['statistics-serious', 5],
    ['work-safety', 5],
    ['tax-serious', 7],
    ['wage-arrears', 6],
    ['other-penalty', 7],
    ['market-penalty', 12],
  ] as const)('%s: at most %i, the choice of the matter included', (matter, most) => {
    fc.assert(
      fc.property(picks, (one) => {
        expect(walk(one, matter).asked.length + 1).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  test('a warning of market supervision is settled after the kind: nothing about duties, field or amount', () => {
    const { length } = questionsFor({
      matter: 'market-penalty',
      subjectType: 'organisation',
      findingDate: '2026-08-03',
      shown: 'same',
      penalties: '警告',
    });
    expect(length).toBe(5);
  });
});

describe('any way through', () => {
  test('ends in a case that can be assessed', () => {
    fc.assert(
      fc.property(picks, (one) => {
        expect(verdictOf(toCase(walk(one).answers, today)).reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('what was not asked decides nothing', () => {
    fc.assert(
      fc.property(picks, (one) => {
        const { answers } = walk(one);
        const body = toCase(answersThatCount(answers), today);
        const told = verdictOf(body);
        const same = (over: object) => {
          const other = verdictOf({ ...body, ...over });
          expect([other.verdict, other.application, other.publication]).toEqual([
            told.verdict,
            told.application,
            told.publication,
          ]);
        };
        const asked = new Set(questionsFor(answers).map((question) => question.id));
        if (!asked.has('again')) same({ samePenaltyAgain: true });
        // The court's sentences differ by the performance, its verdict does not; it is asked there all the same.
        if (!asked.has('duties')) same({ dutiesPerformed: false });
        if (!asked.has('field')) same({ field: 'food' });
        // Kinds that a simple procedure cannot impose are not asked for it.
        if (!asked.has('procedure')) same({ procedure: 'ordinary' });
        if (!asked.has('subjectType') && body.matter === 'judgment-defaulter') same({ subjectType: 'person' });
      }),
      { numRuns: 2000 },
    );
  });

  test('stands in the address and comes back from it', () => {
    fc.assert(
      fc.property(picks, (one) => {
        const { answers } = walk(one);
        const address = new URLSearchParams(searchOf(answers)).toString();
        expect(answersOf(Object.fromEntries(new URLSearchParams(address)))).toEqual(answers);
      }),
      { numRuns: 300 },
    );
  });
});
