import type { AskedQuestion } from '#domain/intake/ask-question.ts';
import type { Item } from '#domain/item/item.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import { insertRows, type Tx } from '../../platform/database.ts';

export interface QuestionRow {
  readonly subject_key: string;
  readonly question_id: string;
  readonly application_id: string;
  readonly item_id: string;
  readonly unit_id: string;
  readonly text: string;
  readonly asked_by: LedgerActor;
  readonly asked_on: string;
  readonly asked_at: string;
  readonly due_on: string;
  readonly answer: string | null;
  readonly answered_by: LedgerActor | null;
  readonly answered_at: string | null;
}

const columns = `q.subject_key, q.question_id, q.application_id, q.item_id, q.unit_id, q.text, q.asked_by, q.asked_on, q.asked_at, q.due_on,
  q.answer, q.answered_by, q.answered_at`;

/** Questions about an item, the oldest first. */
export async function findQuestions(tx: Tx, subjectKey: string, itemId: string): Promise<QuestionRow[]> {
  return tx.query<QuestionRow>(
    'questions-of-item',
    `select ${columns} from question q where q.subject_key = $1 and q.item_id = $2 order by q.asked_at, q.question_id`,
    [subjectKey, itemId],
  );
}

/** Questions about several items of a subject, the oldest first. */
export async function findQuestionsOf(tx: Tx, subjectKey: string, itemIds: readonly string[]): Promise<QuestionRow[]> {
  return tx.query<QuestionRow>(
    'questions-of-items',
    `select ${columns} from question q where q.subject_key = $1 and q.item_id = any($2::uuid[]) order by q.asked_at, q.question_id`,
    [subjectKey, itemIds],
  );
}

export async function findQuestion(tx: Tx, subjectKey: string, questionId: string): Promise<QuestionRow | undefined> {
  const rows = await tx.query<QuestionRow>(
    'question-find',
    `select ${columns} from question q where q.subject_key = $1 and q.question_id = $2`,
    [subjectKey, questionId],
  );
  return rows[0];
}

export async function wasAsked(tx: Tx, subjectKey: string, requestId: string): Promise<boolean> {
  const rows = await tx.query('question-request', 'select 1 from question where subject_key = $1 and request_id = $2', [
    subjectKey,
    requestId,
  ]);
  return rows.length > 0;
}

export async function recordQuestion(
  tx: Tx,
  it: { questionId: string; requestId: string; item: Item; question: AskedQuestion; by: LedgerActor; at: Date },
): Promise<void> {
  const { item, question } = it;
  await insertRows(
    tx,
    'question',
    [
      'subject_key',
      'question_id',
      'request_id',
      'application_id',
      'item_id',
      'unit_id',
      'region_code',
      'window_unit_id',
      'text',
      'asked_by',
      'asked_on',
      'asked_at',
      'due_on',
    ],
    [
      [
        item.subjectKey,
        it.questionId,
        it.requestId,
        item.applicationId,
        item.itemId,
        item.unitId,
        item.regionCode,
        item.windowUnitId,
        question.text,
        JSON.stringify(it.by),
        question.askedOn,
        it.at,
        question.dueOn,
      ],
    ],
  );
}

/** Writes the answer, once; false where somebody was faster. */
export async function recordAnswer(
  tx: Tx,
  it: { subjectKey: string; questionId: string; answer: string; by: LedgerActor; on: string; at: Date },
): Promise<boolean> {
  const changed = await tx.change(
    'question-answer',
    `update question set answer = $3, answered_by = $4, answered_on = $5, answered_at = $6
     where subject_key = $1 and question_id = $2 and answered_at is null`,
    [it.subjectKey, it.questionId, it.answer, JSON.stringify(it.by), it.on, it.at],
  );
  return changed === 1;
}

/** An open question with what a list says of its item. */
export interface OpenQuestionRow extends QuestionRow {
  readonly number: string;
  readonly matter_key: string;
  readonly subject_name: string;
}

/** Open questions of a unit, the first due first; one more than a page. */
export async function listOpenOf(
  tx: Tx,
  unitId: string,
  after: readonly string[] | null,
  limit: number,
): Promise<OpenQuestionRow[]> {
  return tx.query<OpenQuestionRow>(
    'questions-open',
    `select ${columns}, i.number, i.matter_key, i.subject_name
     from question q join item i on i.subject_key = q.subject_key and i.item_id = q.item_id
     where q.unit_id = $1 and q.answered_at is null and ($2::date is null or (q.due_on, q.question_id) > ($2::date, $3::uuid))
     order by q.due_on, q.question_id limit $4`,
    [unitId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** How many questions wait, and how many past their day; whose, says the view of the transaction. */
export async function countOpen(tx: Tx, today: string): Promise<{ open: number; overdue: number }> {
  const rows = await tx.query<{ open: number; overdue: number }>(
    'questions-count',
    'select count(*) as open, count(*) filter (where due_on < $1::date) as overdue from question where answered_at is null',
    [today],
  );
  return rows[0]!;
}
