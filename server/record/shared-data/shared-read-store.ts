import type { Payment } from '#domain/record/shared-data/payments.ts';
import type { ReorganisationCase } from '#domain/record/shared-data/reorganisations.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import { insertRows, type Tx } from '../../platform/database.ts';

/** One question put to shared data and what came of it. */
export interface SharedRead {
  readonly kind: 'payments' | 'reorganisations';
  readonly record_id: string | null;
  readonly asked_on: string;
  readonly asked_at: string;
  readonly asked_by: LedgerActor;
  readonly query_no: string | null;
  readonly answer: readonly Payment[] | readonly ReorganisationCase[] | null;
  /** Why there is no answer. */
  readonly problem: string | null;
}

/** For whom it was read: an item, or a form that is being filled in (at a window: that window's). */
export interface ReadFor {
  readonly itemId: string | null;
  readonly unitId: string | null;
  readonly regionCode: string | null;
  readonly windowUnitId: string | null;
}

const columns = 'kind, record_id, asked_on, asked_at, asked_by, query_no, answer, problem';

/** Keeps reads; nothing of them is ever changed. */
export async function recordSharedReads(
  tx: Tx,
  subjectKey: string,
  about: ReadFor,
  reads: readonly SharedRead[],
  newId: () => string,
): Promise<void> {
  await insertRows(
    tx,
    'shared_read',
    [
      ...['subject_key', 'read_id', 'kind', 'record_id', 'item_id', 'unit_id', 'region_code', 'window_unit_id'],
      ...['asked_by', 'asked_on', 'asked_at', 'query_no', 'answer', 'problem'],
    ],
    reads.map((one) => [
      subjectKey,
      newId(),
      one.kind,
      one.record_id,
      about.itemId,
      about.unitId,
      about.regionCode,
      about.windowUnitId,
      JSON.stringify(one.asked_by),
      one.asked_on,
      one.asked_at,
      one.query_no,
      one.answer === null ? null : JSON.stringify(one.answer),
      one.problem,
    ]),
  );
}

/** Of an item, by kind: the last answer and the last trouble. */
export async function listItemReads(tx: Tx, subjectKey: string, itemId: string): Promise<SharedRead[]> {
  return tx.query<SharedRead>(
    'shared-reads-item',
    `select distinct on (kind, answer is null) ${columns} from shared_read
     where subject_key = $1 and item_id = $2 order by kind, answer is null, asked_at desc`,
    [subjectKey, itemId],
  );
}

/** Answers that a form was given since an instant: by record, and of the subject; the latest of each. */
export async function listFormReads(
  tx: Tx,
  subjectKey: string,
  recordIds: readonly string[],
  since: Date,
): Promise<SharedRead[]> {
  return tx.query<SharedRead>(
    'shared-reads-form',
    `select distinct on (kind, record_id) ${columns} from shared_read
     where subject_key = $1 and item_id is null and asked_at > $3 and answer is not null
       and (record_id is null or record_id = any ($2::uuid[]))
     order by kind, record_id, asked_at desc`,
    [subjectKey, recordIds, since],
  );
}
