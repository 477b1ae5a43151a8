/** What the texts leave open: who can answer, and what the software does until then. */
import type { LawEntryKey } from './matter-keys.ts';
import type { OpenQuestion } from './open-question.ts';
import { generalQuestions } from './open-questions-general.ts';
import { trackQuestions } from './open-questions-tracks.ts';

/** All of them, in the order of their numbers. */
export const openQuestions: readonly OpenQuestion[] = [...generalQuestions, ...trackQuestions].toSorted(
  (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
);

/** Those that touch a law entry. */
export function openQuestionsFor(entry: LawEntryKey): readonly OpenQuestion[] {
  return openQuestions.filter((one) => one.matters.includes(entry));
}
