import { isLawEntryKey } from '#law/matters.ts';
import { openQuestionsFor } from '#law/open-questions.ts';
import type { Matter } from './catalog.ts';
import { settledQuestions } from './guide-confirmed.ts';
import type { LawDay } from './guide-law.ts';

/** What the texts leave open for a matter: the question, who can answer it, and what is done until then. */
export function openQuestionsOf(matter: Matter, day: LawDay): string[] {
  if (!isLawEntryKey(matter.lawEntry)) return [];
  const settled = settledQuestions(matter, day);
  return openQuestionsFor(matter.lawEntry)
    .filter((one) => !settled.includes(one.id))
    .map((one) => `${one.question}（待${one.who}明确；在此之前：${one.until}）`);
}
