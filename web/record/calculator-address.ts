import type { Answers } from './assessment.ts';

const ids: readonly (keyof Answers)[] = [
  'matter',
  'subjectType',
  'findingDate',
  'shown',
  'publishedDate',
  'penalties',
  'amount',
  'bracket',
  'procedure',
  'field',
  'termEnds',
  'class',
  'duties',
  'correctionDate',
  'again',
];

/** Answers as they stand in the address: nothing personal is among them, so that the address may be kept and handed on. */
export function answersOf(search: Readonly<Record<string, unknown>>): Answers {
  const given = ids.flatMap((id) => {
    const value = search[id];
    return typeof value === 'string' && value !== '' && value.length <= 200 ? [[id, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** The address's search part of answers; `ask`: the question that is open although it has been answered. */
export function searchOf(answers: Answers, ask?: keyof Answers): Record<string, string> {
  return { ...answers, ...(ask ? { ask } : {}) };
}
