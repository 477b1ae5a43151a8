import { insertRows, type Tx } from './database.ts';
import { v7 } from './uuid.ts';

/** Subject of jobs that concern nobody in particular: changes of the catalogue. */
export const wholePlatform = '00000000-0000-0000-0000-000000000000';

/** A job an act orders. It is written with the act and handed to the queue by the relay; it may run twice. */
export interface OrderedJob {
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this instant. */
  readonly runAt?: Date;
}

/** Writes the jobs of an act beside it, as rows of the same subject (design §8.10). */
export async function orderJobs(tx: Tx, subjectKey: string, jobs: readonly OrderedJob[], now: Date): Promise<void> {
  await insertRows(
    tx,
    'outbox',
    ['subject_key', 'outbox_id', 'task', 'payload', 'run_at', 'created_at'],
    jobs.map((job) => [
      subjectKey,
      v7(now),
      job.task,
      JSON.stringify({ subjectKey, ...job.payload }),
      job.runAt ?? now,
      now,
    ]),
  );
}
