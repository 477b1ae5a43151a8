import type { Pool } from 'pg';
import type { Logger } from './log.ts';

const beatMs = 5_000;
const releaseMs = 15_000;
/** A worker that has said nothing for so long is taken for dead: six beats missed. */
export const silentMs = 30_000;

/** A worker's sign of life. */
export interface Heartbeat {
  stop(): void;
}

async function beat(pool: Pool, instance: string): Promise<void> {
  await pool.query(
    `insert into heartbeat (kind, instance, at) values ('worker', $1, $2) on conflict (kind, instance) do update set at = excluded.at`,
    [instance, new Date()],
  );
}

/**
 * Gives back the jobs that a worker held when it was killed: the queue by itself waits four hours, and an application would wait with
 * it. Every task may run twice, so a worker that was only slow does no harm. Resolves to how many workers were taken for dead.
 */
export async function releaseJobsOfDeadWorkers(pool: Pool, now: Date): Promise<number> {
  const since = new Date(now.getTime() - silentMs);
  const { rows } = await pool.query<{ dead: string[] | null }>(
    `select array_agg(distinct j.locked_by) as dead from graphile_worker._private_jobs j
     where j.locked_by is not null and j.locked_at < $1
       and not exists (select from heartbeat h where h.kind = 'worker' and h.instance = j.locked_by and h.at >= $1)`,
    [since],
  );
  const dead = rows[0]?.dead ?? [];
  if (dead.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  return dead.length;
}

/** Beats until stopped, under the name by which the queue marks this worker's jobs, and looks after the jobs of the dead. */
export async function startHeartbeat(pool: Pool, instance: string, log: Logger): Promise<Heartbeat> {
  const told = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const beatOnce = () => beat(pool, instance).catch(told('heartbeat failed'));
  const release = async () => {
    const dead = await releaseJobsOfDeadWorkers(pool, new Date());
    if (dead > 0) log.warn({ workers: dead }, 'jobs of dead workers given back');
  };
  await beatOnce();
  const pulse = setInterval(() => void beatOnce(), beatMs);
  const rounds = setInterval(() => void release().catch(told('release of jobs failed')), releaseMs);
  return {
    stop() {
      clearInterval(pulse);
      clearInterval(rounds);
    },
  };
}
