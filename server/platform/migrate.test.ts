import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeWorkerUtils, run } from 'graphile-worker';
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { testAppPassword } from '../testing/test-templates.ts';
import { findMissingMigrations, migrate, readMigrations } from './migrate.ts';
import { withClient } from './postgres/with-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'migrate-test-'));
const appPassword = testAppPassword(inject('testTemplates').adminUrl);
let database: TestDatabase;

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cpSync(resolve(import.meta.dirname, '../../db'), folder, { recursive: true });
  database = await createTestDatabase({ seeded: false });
});
afterEach(() => database.drop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const again = () => migrate(database.ownerUrl, { appPassword, folder });
const ask = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);

function add(name: string, sql: string): string {
  const number = readMigrations(join(folder, 'migrations')).length + 1;
  const file = `${String(number).padStart(4, '0')}-${name}.sql`;
  writeFileSync(join(folder, 'migrations', file), sql);
  return file;
}

test('a second run does nothing', async () => {
  expect(await again()).toEqual([]);
});

test('a new migration runs once, and grants and policies reach its table', async () => {
  const file = add('later', 'create table later (n integer);');
  expect(await again()).toEqual([file, 'roles.sql', 'policies.sql']);
  expect(await ask(database.appUrl, 'select * from later')).toEqual([]);
  expect(await again()).toEqual([]);
});

test('several migrators at once: each step runs exactly once', async () => {
  add('counted', 'create table counted (n integer); insert into counted values (1);');
  const runs = await Promise.all([again(), again(), again()]);
  expect(runs.filter((files) => files.length > 0)).toHaveLength(1);
  expect(await ask(database.ownerUrl, 'select n from counted')).toEqual([{ n: 1 }]);
});

test('a failing migration leaves nothing behind and is named', async () => {
  const file = add('broken', 'create table half (n integer); select 1/0;');
  await expect(again()).rejects.toThrow(new RegExp(`${file}.*division by zero`));
  expect(await ask(database.ownerUrl, `select to_regclass('half')::text as half`)).toEqual([{ half: null }]);
});

test('a changed, a missing and a misnumbered migration are refused', async () => {
  const file = add('first', 'select 1;');
  await again();
  writeFileSync(join(folder, 'migrations', file), 'select 2;');
  await expect(again()).rejects.toThrow(/之后被改过/);
  rmSync(join(folder, 'migrations', file));
  await expect(again()).rejects.toThrow(/程序比数据库旧/);
  writeFileSync(join(folder, 'migrations', '0999-gap.sql'), 'select 1;');
  await expect(again()).rejects.toThrow(/编号不接续/);
});

test('the application may see which migrations ran and change none of it', async () => {
  const missing = await findMissingMigrations((sql) => ask(database.appUrl, sql) as Promise<{ number: number }[]>);
  expect(missing).toEqual([]);
  await expect(ask(database.appUrl, 'delete from schema_migration')).rejects.toThrow(/permission denied/);
  await expect(ask(database.appUrl, 'create table mine (n integer)')).rejects.toThrow(/permission denied/);
  const role = `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user`;
  expect(await ask(database.appUrl, role)).toEqual([
    { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false },
  ]);
});

test('jobs are added and done under the application role alone', async () => {
  const connectionString = database.appUrl;
  const done: unknown[] = [];
  const jobs = await makeWorkerUtils({ connectionString });
  const worker = await run({
    connectionString,
    noHandleSignals: true,
    concurrency: 1,
    taskList: { remember: (payload) => void done.push(payload) },
  });
  await jobs.addJob('remember', { key: 'a' }, { jobKey: 'a' });
  await expect.poll(() => done, { timeout: 5000 }).toEqual([{ key: 'a' }]);
  await worker.stop();
  await jobs.release();
});
