import type { Database } from './database.ts';
import type { Logger } from './log.ts';

interface OutboxRow {
  readonly subject_key: string;
  readonly outbox_id: string;
  readonly task: string;
  readonly payload: Record<string, unknown>;
  /** How long after its act, as PostgreSQL writes intervals: the platform's day may be fixed for a trial, the queue's never is. */
  readonly wait: string;
}

const batch = 200;
const restMs = 200;

/**
 * Hands the outbox to the queue. One relay at a time (an advisory lock held by its connection); rows are deleted in the same
 * transaction that enqueues them, and job_key makes a repetition harmless. A queue that is told twice runs a task twice, which
 * every task allows.
 */
export async function relayOnce(db: Database, maxAttempts: ReadonlyMap<string, number>): Promise<number> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    const lock = await client.query<{ got: boolean }>('select pg_try_advisory_xact_lock(4021, 1) as got');
    if (!lock.rows[0]!.got) {
      await client.query('rollback');
      return 0;
    }
    const rows = (
      await client.query<OutboxRow>({
        name: 'relay-read',
        text: `select subject_key, outbox_id, task, payload, greatest(run_at - created_at, interval '0')::text as wait from outbox order by outbox_id limit ${batch}`,
      })
    ).rows;
    if (rows.length > 0) {
      await client.query({
        name: 'relay-enqueue',
        text: `select graphile_worker.add_job(j.task, j.payload, run_at := now() + j.wait, max_attempts := j.tries, job_key := j.key)
               from unnest($1::text[], $2::json[], $3::interval[], $4::int[], $5::text[]) as j(task, payload, wait, tries, key)`,
        values: [
          rows.map((row) => row.task),
          rows.map((row) => JSON.stringify(row.payload)),
          rows.map((row) => row.wait),
          rows.map((row) => maxAttempts.get(row.task) ?? 15),
          rows.map((row) => row.outbox_id),
        ],
      });
      await client.query({
        name: 'relay-delete',
        text: 'delete from outbox o using unnest($1::uuid[], $2::uuid[]) as d(subject_key, outbox_id) where o.subject_key = d.subject_key and o.outbox_id = d.outbox_id',
        values: [rows.map((row) => row.subject_key), rows.map((row) => row.outbox_id)],
      });
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Keeps relaying until told to stop. */
export function startRelay(
  db: Database,
  maxAttempts: ReadonlyMap<string, number>,
  log: Logger,
): { stop(): Promise<void> } {
  let running = true;
  let wake: (() => void) | undefined;
  const loop = (async () => {
    while (running) {
      const moved = await relayOnce(db, maxAttempts).catch((error: unknown) => {
        log.error({ err: error }, 'relay failed');
        return -1;
      });
      if (moved === batch || !running) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, moved < 0 ? 2_000 : restMs);
      });
    }
  })();
  return {
    async stop() {
      running = false;
      wake?.();
      await loop;
    },
  };
}
