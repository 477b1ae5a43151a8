import type { FastifyInstance } from 'fastify';
import type { Database } from './database.ts';
import type { Metrics } from './metrics.ts';

/** A worker that has said nothing for this long counts as gone. */
const workerSilenceMs = 30_000;

interface Check {
  readonly ok: boolean;
  readonly text: string;
}

async function checkDatabase(db: Database): Promise<Check> {
  try {
    await db.pool.query('select 1');
    return { ok: true, text: '数据库正常' };
  } catch {
    return { ok: false, text: '数据库连不上' };
  }
}

async function checkMigrations(db: Database, expected: number): Promise<Check> {
  try {
    const rows = await db.pool.query<{ n: number }>('select count(*) as n from schema_migration');
    const applied = rows.rows[0]!.n;
    return {
      ok: applied >= expected,
      text:
        applied >= expected ? '数据库结构是最新的' : `数据库结构差 ${expected - applied} 步，请执行 npm run migrate`,
    };
  } catch {
    return { ok: false, text: '读不到数据库结构的版本' };
  }
}

async function checkWorker(db: Database): Promise<Check> {
  try {
    const rows = await db.pool.query<{ at: string | null }>(
      `select max(at) as at from heartbeat where kind = 'worker'`,
    );
    const at = rows.rows[0]?.at;
    const alive = at !== null && at !== undefined && Date.now() - new Date(at).getTime() < workerSilenceMs;
    return { ok: alive, text: alive ? '后台进程正常' : '没有后台进程在运行' };
  } catch {
    return { ok: false, text: '读不到后台进程的情况' };
  }
}

/** GET /health/live, /health/ready, /metrics: for the operator and for whatever restarts processes. */
export function addHealth(app: FastifyInstance, db: Database, metrics: Metrics, expectedMigrations: number): void {
  app.get('/health/live', async () => ({ ok: true }));
  app.get('/health/ready', async (_request, reply) => {
    const database = await checkDatabase(db);
    const unknown = { ok: false, text: '数据库连不上，无法检查' };
    const checks = {
      database,
      migrations: database.ok ? await checkMigrations(db, expectedMigrations) : unknown,
      worker: database.ok ? await checkWorker(db) : unknown,
    };
    const ok = Object.values(checks).every((one) => one.ok);
    return reply.code(ok ? 200 : 503).send({ ok, checks });
  });
  app.get('/metrics', async (_request, reply) => {
    try {
      const rows = await db.pool.query<{ what: string; n: number }>(
        `select 'outbox' as what, count(*) as n from outbox union all select 'stuck_jobs', count(*) from graphile_worker._private_jobs where attempts >= max_attempts`,
      );
      for (const row of rows.rows) metrics.setBacklog(row.what, row.n);
    } catch {
      metrics.setBacklog('unknown', 1);
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
