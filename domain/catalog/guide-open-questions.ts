import { openQuestions } from '#law/open-questions.ts';
import type { Matter } from './catalog.ts';
import { settledQuestions } from './guide-confirmed.ts';
import type { LawDay } from './guide-law.ts';

const general = ['Q1', 'Q4', 'Q6', 'Q12'];

/** Which open questions touch which law entry; those of the general track stand for every matter on it. */
const byEntry: Readonly<Record<string, readonly string[]>> = {
  'market-penalty': ['Q7'],
  'market-serious': ['Q7'],
  'tax-serious': ['Q5', ...general],
  'customs-discredited': ['Q10', 'Q12'],
  'wage-arrears': ['Q5', ...general],
  'charity-serious': ['Q11', ...general],
  'farm-inputs': ['Q8', ...general],
  'statistics-serious': ['Q5', 'Q11', ...general],
  'culture-tourism': ['Q5', 'Q11', ...general],
  'work-safety': ['Q11', ...general],
  overloading: ['Q9', ...general],
  'other-penalty': ['Q2', 'Q3', ...general],
};

/** What the texts leave open for a matter: the question, who can answer it, and what is done until then. */
export function openQuestionsOf(matter: Matter, day: LawDay): string[] {
  const settled = settledQuestions(matter, day);
  const ids = (byEntry[matter.lawEntry] ?? []).filter((id) => !settled.includes(id));
  return openQuestions
    .filter((one) => ids.includes(one.id))
    .map(
      (one) =>
        `${one.question}（待${one.who}明确；在此之前：${one.until.replace(/^同上。$/, '名单和原处罚两种理解都满足才判断可以申请，否则需要确认。')}）`,
    );
}
