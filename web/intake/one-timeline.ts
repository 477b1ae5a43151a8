import type { ItemTimelineEntry, TimelineEntry } from '#contract/item.ts';
import type { ItemQuestion } from '#contract/questions.ts';

/** One line of the timeline: an event of an item, a question to its unit, or the unit's answer. */
export interface Happening {
  readonly id: string;
  readonly itemId: string;
  readonly at: string;
  /** The day in full where the entry has one of its own; else it is taken from `at`. */
  readonly on: string;
  readonly title: string;
  readonly by: string;
  readonly text: string;
  readonly cites: TimelineEntry['cites'];
  /** Of a question: by when the unit has promised to answer, and how that stands. */
  readonly answerDue?: { readonly day: string; readonly standing: 'answered' | 'open' | 'late' };
}

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const dayOf = (at: string) => shanghai.format(new Date(at));

function asked(question: ItemQuestion): Happening[] {
  const { questionId, itemId, text, standing, answer, answeredAt } = question;
  const late = standing === 'overdue';
  const first: Happening = {
    id: questionId,
    itemId,
    at: question.askedAt,
    on: dayOf(question.askedAt),
    title: '提问',
    by: question.askedBy,
    text,
    cites: [],
    answerDue: { day: question.due, standing: answer !== null ? 'answered' : late ? 'late' : 'open' },
  };
  if (answer === null || !answeredAt) return [first];
  const second: Happening = {
    id: `${questionId}-answer`,
    itemId,
    at: answeredAt,
    on: dayOf(answeredAt),
    title: `答复“${shortened(text)}”`,
    by: question.answeredBy ?? '办理单位',
    text: answer,
    cites: [],
  };
  return [first, second];
}

const shortened = (text: string) => ([...text].length > 20 ? `${[...text].slice(0, 20).join('')}…` : text);

/** Events, questions and answers of the items of one application as one line of time, newest first. */
export function oneTimeline(
  entries: readonly ItemTimelineEntry[],
  questions: readonly ItemQuestion[],
): readonly Happening[] {
  const events: Happening[] = entries.map(({ itemId, version, at, on, title, by, text, cites }) => ({
    id: `${itemId}-${version}`,
    itemId,
    at,
    on,
    title,
    by,
    text,
    cites,
  }));
  // The order of the ledger stays where instants are equal: events come sorted, and sorting is stable.
  return [...events, ...questions.flatMap(asked)].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).toReversed();
}
