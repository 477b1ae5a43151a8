import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Client } from 'pg';
import { appRole, ensureAppRole } from './postgres/app-role.ts';
import { prepareJobTables } from './postgres/job-tables.ts';
import { withClient } from './postgres/with-client.ts';

/** One numbered step of db/migrations. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

interface MigrateOptions {
  /** Password of the application's role; it is created or changed to it. */
  readonly appPassword: string;
  /** The folder with migrations/, roles.sql and policies.sql. */
  readonly folder?: string;
}

/** Two migrators on one database take turns. */
const lockKey = 7210501;
const dbFolder = resolve(import.meta.dirname, '../../db');
/** Re-run in this order whenever they changed or a migration ran: grants and policies must reach new tables. */
const repeated = ['roles.sql', 'policies.sql'] as const;

/**
 * Brings a database to the present schema: the application's role, the numbered migrations in order (each in its own
 * transaction), grants and policies, the job tables. Running it again does nothing. Returns the files that ran.
 * @throws Error with a Chinese sentence when an applied migration was changed, is missing here, or fails.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const folder = options.folder ?? dbFolder;
  const migrations = readMigrations(join(folder, 'migrations'));
  await ensureAppRole(ownerUrl, options.appPassword);
  return withClient(ownerUrl, async (client) => {
    await client.query('set client_min_messages = warning');
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await createBookkeeping(client);
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    const scripts = await runRepeated(client, folder, pending.length > 0);
    await prepareJobTables(client, ownerUrl);
    return [...pending.map(({ name }) => name), ...scripts];
  });
}

/** The numbers of migrations this database lacks: what `/health/ready` asks. Needs no more than to read one table. */
export async function findMissingMigrations(read: (sql: string) => Promise<readonly { number: number }[]>) {
  const applied = new Set((await read('select number from schema_migration')).map(({ number }) => number));
  return readMigrations(join(dbFolder, 'migrations')).filter(({ number }) => !applied.has(number));
}

/** Reads `NNNN-name.sql` files. @throws when a number is used twice, left out, or a file is named otherwise. */
export function readMigrations(folder: string): Migration[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : [];
  return files.sort().map((name, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1] ?? Number.NaN);
    if (number !== index + 1)
      throw new Error(`迁移 ${name} 的编号不接续：应为 ${String(index + 1).padStart(4, '0')}-….sql。`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { number, name, sql, sha256: digest(sql) };
  });
}

async function createBookkeeping(client: Client): Promise<void> {
  await client.query(`
    create table if not exists schema_migration (
      number integer constraint schema_migration_pk primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null
    );
    comment on table schema_migration is 'Migrations of db/migrations that ran here; written by the migrator alone';
    create table if not exists schema_script (
      name text constraint schema_script_pk primary key,
      sha256 text not null,
      applied_at timestamptz not null
    );
    comment on table schema_script is 'Repeatable scripts (grants, policies, job tables) in the state they last ran here';
  `);
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

async function readApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select number, name, sha256 from schema_migration order by number');
  return rows;
}

function findPending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const { number, name, sha256 } of applied) {
    const here = migrations.find((migration) => migration.number === number);
    if (here === undefined)
      throw new Error(`数据库里已执行过迁移 ${name}，而这个版本没有它：程序比数据库旧，请升级程序。`);
    if (here.sha256 !== sha256) throw new Error(`迁移 ${name} 执行之后被改过：已执行的迁移不能改，请新增一个迁移。`);
  }
  const done = new Set(applied.map(({ number }) => number));
  return migrations.filter(({ number }) => !done.has(number));
}

async function apply(client: Client, { number, name, sha256, sql }: Migration): Promise<void> {
  await inTransaction(client, name, async () => {
    await client.query(sql);
    const text = 'insert into schema_migration (number, name, sha256, applied_at) values ($1, $2, $3, $4)';
    await client.query(text, [number, name, sha256, new Date()]);
  });
}

async function runRepeated(client: Client, folder: string, anyway: boolean): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_script');
  const ran: string[] = [];
  for (const name of repeated.filter((file) => existsSync(join(folder, file)))) {
    const sql = readFileSync(join(folder, name), 'utf8');
    const sha256 = digest(sql);
    if (!anyway && rows.some((row) => row.name === name && row.sha256 === sha256)) continue;
    await inTransaction(client, name, async () => {
      await client.query(sql);
      await client.query(`revoke insert, update, delete, truncate on schema_migration, schema_script from ${appRole}`);
      await client.query(`grant select on schema_migration to ${appRole}`);
      await recordScript(client, name, sha256);
    });
    ran.push(name);
  }
  return ran;
}

async function recordScript(client: Client, name: string, sha256: string): Promise<void> {
  const text = `insert into schema_script (name, sha256, applied_at) values ($1, $2, $3)
    on conflict (name) do update set sha256 = excluded.sha256, applied_at = excluded.applied_at`;
  await client.query(text, [name, sha256, new Date()]);
}

async function inTransaction(client: Client, name: string, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${name} 执行失败，已回退：${(error as Error).message}`, { cause: error });
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
