import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Client, escapeIdentifier } from 'pg';
import { appRole } from './app-role.ts';

const name = 'graphile-worker';

/**
 * Prepares the job queue's own schema and opens it to the application's role, so that workers need no more than that
 * role. The queue closes its tables by row-level security; jobs hold keys, no personal data, hence one open policy.
 * Skipped, together with loading the library, while its version is the one that ran last.
 */
export async function prepareJobTables(client: Client, ownerUrl: string): Promise<void> {
  const packageFile = join(dirname(createRequire(import.meta.url).resolve(name)), '../package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const kept = await client.query('select from schema_script where name = $1 and sha256 = $2', [name, version]);
  if (kept.rowCount === 1) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
  await openToApplication(client);
  const text = `insert into schema_script (name, sha256, applied_at) values ($1, $2, $3)
    on conflict (name) do update set sha256 = excluded.sha256, applied_at = excluded.applied_at`;
  await client.query(text, [name, version, new Date()]);
}

async function openToApplication(client: Client): Promise<void> {
  await client.query(`
    grant usage on schema graphile_worker to ${appRole};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${appRole};
    grant usage, select, update on all sequences in schema graphile_worker to ${appRole};
    grant execute on all functions in schema graphile_worker to ${appRole};
  `);
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity order by 1`,
  );
  for (const { relname } of rows) {
    const table = `graphile_worker.${escapeIdentifier(relname)}`;
    await client.query(`drop policy if exists worker_all on ${table}`);
    await client.query(`create policy worker_all on ${table} to ${appRole} using (true) with check (true)`);
  }
}
