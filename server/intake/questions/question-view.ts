import type { QuestionList, QuestionView } from '#contract/questions.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { checkAsking } from '#domain/intake/ask-question.ts';
import { dueStanding } from '#domain/item/clocks.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { workingDaysBetween } from '#domain/working-days.ts';
import type { QuestionRow } from './question-store.ts';

/** How a reader is shown who asked and answered: applicants deal with the unit, not with a named person. */
export interface QuestionReader {
  readonly office: boolean;
  readonly catalog: Catalog;
  readonly today: PlainDate;
}

export function toQuestionView(row: QuestionRow, { office, catalog, today }: QuestionReader): QuestionView {
  const left = workingDaysBetween(catalog.calendar, today, row.due_on);
  const unit = catalog.units.get(row.unit_id)?.name ?? '办理单位';
  const { asked_by: asker, answered_by: answerer } = row;
  return {
    questionId: row.question_id,
    text: row.text,
    askedBy: asker.unitName
      ? `${asker.unitName}（代申请人）`
      : `${asker.name}${asker.authorisationId ? '（受托）' : ''}`,
    askedAt: row.asked_at,
    due: row.due_on,
    standing: row.answer === null ? dueStanding(row.due_on, today, left) : 'answered',
    workingDaysLeft: left,
    answer: row.answer,
    answeredBy: answerer && (office ? `${answerer.name}（${unit}）` : unit),
    answeredAt: row.answered_at,
  };
}

/** Questions of one item with whether one more may be asked. */
export function toQuestionList(rows: readonly QuestionRow[], reader: QuestionReader, answerDays: number): QuestionList {
  const bar = checkAsking(earlierOf(rows), reader.today);
  return { questions: rows.map((row) => toQuestionView(row, reader)), answerDays, whyNot: bar?.text ?? null };
}

export const earlierOf = (rows: readonly QuestionRow[]) =>
  rows.map((row) => ({ askedOn: row.asked_on, answered: row.answer !== null }));
