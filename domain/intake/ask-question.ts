import type { Item } from '../item/item.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { addWorkingDays, type Calendar } from '../working-days.ts';

/** What was asked about an item before. */
export interface EarlierQuestion {
  readonly askedOn: PlainDate;
  readonly answered: boolean;
}

/** So many questions about one item may wait for an answer at a time, and so many be asked in a day. */
export const mostOpenQuestions = 3;
const mostADay = 5;

/** Whether one more question about an item is heard now; the refusal says why not and what else helps. */
export function checkAsking(earlier: readonly EarlierQuestion[], today: PlainDate): Refusal | null {
  const open = earlier.filter((one) => !one.answered).length;
  if (open >= mostOpenQuestions)
    return refuse(
      'unmet-condition',
      'questions-open',
      `这一项已有 ${open} 个问题在等答复，答复后可以再问。急事请打办理单位的电话。`,
    );
  if (earlier.filter((one) => one.askedOn === today).length >= mostADay)
    return refuse(
      'unmet-condition',
      'questions-today',
      `这一项今天已经问过 ${mostADay} 次，请明天再问，或打办理单位的电话。`,
    );
  return null;
}

/** A question as it is kept. */
export interface AskedQuestion {
  readonly text: string;
  readonly askedOn: PlainDate;
  /** The last day of the platform's promise; a provisional calendar may move it, which is no limit of law. */
  readonly dueOn: PlainDate;
}

/** A question of the applicant to the unit of an item, with the day by which an answer is promised. */
export function askQuestion(
  it: { readonly today: PlainDate; readonly calendar: Calendar; readonly answerDays: number },
  text: string,
  earlier: readonly EarlierQuestion[],
): AskedQuestion | Refusal {
  const words = text.trim();
  if ([...words].length < 4)
    return refuse('invalid', 'question-short', '请把问题写清楚。', {
      fields: [{ field: 'text', text: '请把问题写清楚。' }],
    });
  const bar = checkAsking(earlier, it.today);
  if (bar) return bar;
  return { text: words, askedOn: it.today, dueOn: addWorkingDays(it.calendar, it.today, it.answerDays).date };
}

/** The answer of the unit's officer; once given it stands. */
export function answerQuestion(
  item: Pick<Item, 'unitId'>,
  who: { readonly unitId: string; readonly roles: readonly string[] },
  question: { readonly answered: boolean },
  text: string,
): { readonly text: string } | Refusal {
  if (!who.roles.includes('officer') || who.unitId !== item.unitId)
    return refuse('forbidden', 'not-the-authority', '只有这一件的办理单位可以答复。');
  if (question.answered) return refuse('conflict', 'question-answered', '这个问题已经有人答复过，请刷新后查看。');
  const words = text.trim();
  return words
    ? { text: words }
    : refuse('invalid', 'text-missing', '请写答复。', { fields: [{ field: 'text', text: '请写答复。' }] });
}
