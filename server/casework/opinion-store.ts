import type { AskedOpinionView } from '#contract/opinions.ts';
import type { LedgerActor } from '../platform/actor.ts';
import { insertRows, type Tx } from '../platform/database.ts';

export interface OpinionRow {
  readonly subject_key: string;
  readonly opinion_id: string;
  readonly item_id: string;
  readonly unit_id: string;
  readonly asked_unit_id: string;
  readonly question: string;
  readonly shown: AskedOpinionView['shown'];
  readonly attachment_ids: readonly string[];
  readonly due_on: string;
  readonly asked_by: LedgerActor;
  readonly asked_on: string;
  readonly answer: string | null;
  readonly answered_by: LedgerActor | null;
  readonly answered_on: string | null;
  readonly withdrawn_at: string | null;
  readonly withdrawn_reason: string | null;
}

const columns = `subject_key, opinion_id, item_id, unit_id, asked_unit_id, question, shown, attachment_ids, due_on, asked_by, asked_on, answer,
  answered_by, answered_on, withdrawn_at, withdrawn_reason`;

export interface NewOpinion {
  readonly subjectKey: string;
  readonly opinionId: string;
  readonly itemId: string;
  readonly unitId: string;
  readonly askedUnitId: string;
  readonly regionCode: string;
  readonly question: string;
  readonly shown: AskedOpinionView['shown'];
  readonly attachmentIds: readonly string[];
  readonly dueOn: string;
  readonly actor: LedgerActor;
  readonly on: string;
  readonly at: Date;
}

export async function recordOpinion(tx: Tx, it: NewOpinion): Promise<void> {
  await insertRows(
    tx,
    'opinion_request',
    [
      'subject_key',
      'opinion_id',
      'item_id',
      'unit_id',
      'asked_unit_id',
      'region_code',
      'question',
      'shown',
      'attachment_ids',
      'due_on',
      'asked_by',
      'asked_on',
      'asked_at',
    ],
    [
      [
        it.subjectKey,
        it.opinionId,
        it.itemId,
        it.unitId,
        it.askedUnitId,
        it.regionCode,
        it.question,
        JSON.stringify(it.shown),
        it.attachmentIds,
        it.dueOn,
        JSON.stringify(it.actor),
        it.on,
        it.at,
      ],
    ],
  );
}

export async function listItemOpinions(tx: Tx, subjectKey: string, itemId: string): Promise<OpinionRow[]> {
  return tx.query<OpinionRow>(
    'opinions-of-item',
    `select ${columns} from opinion_request where subject_key = $1 and item_id = $2 order by asked_at`,
    [subjectKey, itemId],
  );
}

export async function findOpinion(tx: Tx, subjectKey: string, opinionId: string): Promise<OpinionRow | undefined> {
  const rows = await tx.query<OpinionRow>(
    'opinion-find',
    `select ${columns} from opinion_request where subject_key = $1 and opinion_id = $2`,
    [subjectKey, opinionId],
  );
  return rows[0];
}

/** What a unit is asked: what still waits by its day, what is done the latest first. */
export async function listAsked(tx: Tx, unitId: string, list: 'open' | 'done'): Promise<OpinionRow[]> {
  return list === 'open'
    ? tx.query<OpinionRow>(
        'opinions-asked-open',
        `select ${columns} from opinion_request where asked_unit_id = $1 and answered_at is null and withdrawn_at is null
         order by due_on, opinion_id limit 200`,
        [unitId],
      )
    : tx.query<OpinionRow>(
        'opinions-asked-done',
        `select ${columns} from opinion_request where asked_unit_id = $1 and (answered_at is not null or withdrawn_at is not null)
         order by coalesce(answered_at, withdrawn_at) desc, opinion_id limit 200`,
        [unitId],
      );
}

export async function countAsked(tx: Tx, unitId: string): Promise<number> {
  const rows = await tx.query<{ n: number }>(
    'opinions-asked-count',
    'select count(*)::int as n from opinion_request where asked_unit_id = $1 and answered_at is null and withdrawn_at is null',
    [unitId],
  );
  return rows[0]?.n ?? 0;
}

export interface OpinionEnd {
  readonly subjectKey: string;
  readonly opinionId: string;
  readonly at: Date;
}

/** Writes the answer where none stands yet. */
export async function recordAnswer(
  tx: Tx,
  { subjectKey, opinionId, at }: OpinionEnd,
  { text, by, on }: { readonly text: string; readonly by: LedgerActor; readonly on: string },
): Promise<void> {
  await tx.change(
    'opinion-answer',
    `update opinion_request set answer = $3, answered_by = $4, answered_on = $5, answered_at = $6
     where subject_key = $1 and opinion_id = $2 and answered_at is null and withdrawn_at is null`,
    [subjectKey, opinionId, text, JSON.stringify(by), on, at],
  );
}

export async function recordWithdrawn(
  tx: Tx,
  { subjectKey, opinionId, at }: OpinionEnd,
  reason: string,
): Promise<void> {
  await tx.change(
    'opinion-withdraw',
    `update opinion_request set withdrawn_at = $3, withdrawn_reason = $4
     where subject_key = $1 and opinion_id = $2 and answered_at is null and withdrawn_at is null`,
    [subjectKey, opinionId, at, reason],
  );
}

/** What still waits for an answer and whose day lies between two days, both included, in all units. */
export async function listDueOpinions(tx: Tx, from: string, until: string): Promise<OpinionRow[]> {
  return tx.query<OpinionRow>(
    'opinions-due',
    `select ${columns} from opinion_request where answered_at is null and withdrawn_at is null and due_on between $1 and $2
     order by due_on, opinion_id`,
    [from, until],
  );
}

/** Names of the papers put with a question; whoever reads them here has been shown them by the asking unit. */
export async function listShownFiles(
  tx: Tx,
  subjectKey: string,
  ids: readonly string[],
): Promise<{ attachment_id: string; file_name: string; item_id: string | null; application_id: string | null }[]> {
  if (ids.length === 0) return [];
  return tx.query(
    'opinion-files',
    'select attachment_id, file_name, item_id, application_id from attachment where subject_key = $1 and attachment_id = any ($2) order by uploaded_at',
    [subjectKey, ids],
  );
}
