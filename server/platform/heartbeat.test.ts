import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type Database, openDatabase } from './database.ts';
import { releaseJobsOfDeadWorkers, startHeartbeat } from './heartbeat.ts';
import { createLog } from './log.ts';

let held: TestDatabase;
let db: Database;

beforeAll(async () => {
  held = await createTestDatabase();
  db = openDatabase(held.appUrl, { max: 2, onError: () => {} });
});
afterAll(async () => {
  await db?.close();
  await held?.drop();
});

async function holdJob(worker: string, seconds: number): Promise<void> {
  await db.pool.query(`select graphile_worker.add_job('send-exchange', '{}', job_key := $1)`, [worker]);
  await db.pool.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2) where key = $1`,
    [worker, seconds],
  );
}

const holders = async () =>
  (
    await db.pool.query<{ locked_by: string }>(
      'select locked_by from graphile_worker._private_jobs where locked_by is not null order by 1',
    )
  ).rows.map((row) => row.locked_by);

test('jobs of a killed worker are given back, those of a living or a just started one are not', async () => {
  const alive = await startHeartbeat(db.pool, 'pool-alive', createLog({ logLevel: 'silent' }, 'test'));
  await holdJob('pool-alive', 3600);
  await holdJob('pool-dead', 60);
  await holdJob('pool-new', 1);
  expect(await releaseJobsOfDeadWorkers(db.pool, new Date())).toBe(1);
  expect(await holders()).toEqual(['pool-alive', 'pool-new']);
  expect(await releaseJobsOfDeadWorkers(db.pool, new Date())).toBe(0);
  alive.stop();
  expect(await releaseJobsOfDeadWorkers(db.pool, new Date(Date.now() + 60_000))).toBe(2);
  expect(await holders()).toEqual([]);
});
