/** SQL of printed batches: notices of a unit put together into one file. */
import { insertRows, type Tx } from '../platform/database.ts';

/** A notice of a batch. */
export interface BatchNotice {
  readonly subjectKey: string;
  readonly paperId: string;
  readonly docNumber: string;
}

export interface BatchRow {
  readonly batch_id: string;
  readonly unit_id: string;
  readonly title: string;
  readonly notices: readonly BatchNotice[];
  readonly two_sided: boolean;
  readonly total: number;
  readonly done: number;
  readonly pages: number;
  readonly bytes: number;
  readonly state: 'ordered' | 'running' | 'done' | 'failed';
  readonly failure: string | null;
  readonly ordered_at: string;
  readonly ended_at: string | null;
}

const columns = 'batch_id, unit_id, title, two_sided, total, done, pages, bytes, state, failure, ordered_at, ended_at';

export async function insertBatch(
  tx: Tx,
  it: {
    readonly batchId: string;
    readonly unitId: string;
    readonly title: string;
    readonly notices: readonly BatchNotice[];
    readonly twoSided: boolean;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const row = [
    it.batchId,
    it.unitId,
    it.title,
    JSON.stringify(it.notices),
    it.twoSided,
    it.notices.length,
    'ordered',
    it.by,
    it.at,
  ];
  const names = 'batch_id, unit_id, title, notices, two_sided, total, state, ordered_by, ordered_at';
  await insertRows(tx, 'notice_batch', names.split(', '), [row]);
}

/** The unit's latest batches whose file is still there or on its way; at most 20. */
export async function listBatchRows(tx: Tx, unitId: string, since: Date): Promise<Omit<BatchRow, 'notices'>[]> {
  return tx.query(
    'notice-batches',
    `select ${columns} from notice_batch where unit_id = $1 and ordered_at >= $2 order by ordered_at desc limit 20`,
    [unitId, since],
  );
}

export async function findBatch(tx: Tx, batchId: string): Promise<BatchRow | undefined> {
  const rows = await tx.query<BatchRow>(
    'notice-batch',
    `select ${columns}, notices from notice_batch where batch_id = $1`,
    [batchId],
  );
  return rows[0];
}

/** Begins a batch, or begins it anew: what an earlier run wrote is forgotten. False where it has ended. */
export async function beginBatch(tx: Tx, batchId: string): Promise<boolean> {
  const changed = await tx.change(
    'notice-batch-begin',
    `update notice_batch set state = 'running', done = 0, failure = null where batch_id = $1 and state <> 'done'`,
    [batchId],
  );
  if (changed === 1) await forgetParts(tx, [batchId]);
  return changed === 1;
}

export async function noteProgress(tx: Tx, batchId: string, done: number): Promise<void> {
  await tx.change('notice-batch-progress', 'update notice_batch set done = $2 where batch_id = $1', [batchId, done]);
}

export async function endBatch(
  tx: Tx,
  it: {
    readonly batchId: string;
    readonly state: 'done' | 'failed';
    readonly done: number;
    readonly pages: number;
    readonly bytes: number;
    readonly failure: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.change(
    'notice-batch-end',
    `update notice_batch set state = $2, done = $3, pages = $4, bytes = $5, failure = $6, ended_at = $7 where batch_id = $1`,
    [it.batchId, it.state, it.done, it.pages, it.bytes, it.failure, it.at],
  );
}

export async function insertPart(tx: Tx, batchId: string, part: number, content: Buffer): Promise<void> {
  await insertRows(
    tx,
    'notice_batch_part',
    ['batch_id', 'part', 'content'],
    [[batchId, part, content]],
    'on conflict (batch_id, part) do update set content = excluded.content',
  );
}

export async function readPart(tx: Tx, batchId: string, part: number): Promise<Buffer | undefined> {
  const rows = await tx.query<{ content: Buffer }>(
    'notice-batch-part',
    'select content from notice_batch_part where batch_id = $1 and part = $2',
    [batchId, part],
  );
  return rows[0]?.content;
}

/** Files of batches that ended long ago go; the line that they were printed stays. */
export async function forgetOldParts(tx: Tx, unitId: string, before: Date): Promise<void> {
  const rows = await tx.query<{ batch_id: string }>(
    'notice-batches-old',
    'select batch_id from notice_batch where unit_id = $1 and ordered_at < $2',
    [unitId, before],
  );
  await forgetParts(
    tx,
    rows.map((row) => row.batch_id),
  );
}

async function forgetParts(tx: Tx, batchIds: readonly string[]): Promise<void> {
  await tx.change('notice-batch-parts-forget', 'delete from notice_batch_part where batch_id = any ($1::uuid[])', [
    batchIds,
  ]);
}

/** Current notices of a unit for decisions of one day, in the order of their records. */
export async function noticesOfDay(tx: Tx, unitId: string, day: string, limit: number): Promise<BatchNotice[]> {
  return tx.query<BatchNotice>(
    'notices-of-day',
    `select n.subject_key as "subjectKey", n.paper_id as "paperId", r.doc_number as "docNumber"
     from repair_notice n join record r on r.subject_key = n.subject_key and r.record_id = n.record_id
     where n.unit_id = $1 and n.finding_date = $2 and n.superseded_at is null
     order by r.finding_date, r.record_id limit $3`,
    [unitId, day, limit],
  );
}

/** Notices whose papers no job of their own prints, the oldest first. */
export async function listWaitingPapers(
  tx: Tx,
  limit: number,
): Promise<{ readonly subject_key: string; readonly paper_id: string }[]> {
  return tx.query(
    'papers-waiting',
    `select subject_key, paper_id from paper where state = 'ordered' and kind = 'repair-notice' and failure is null
     order by ordered_at, paper_id limit $1`,
    [limit],
  );
}
