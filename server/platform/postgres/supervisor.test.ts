import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { identifyProcess, isZombie } from '../process-identity.ts';
import { clusterFolder, readConnection } from './connection.ts';
import type { Runner } from './runner.ts';
import { type EmbeddedPostgres, type StartOptions, startPostgres } from './supervisor.ts';
import { withClient } from './with-client.ts';

const scratch = mkdtempSync(join(tmpdir(), 'supervisor-test-'));
const log = createLog({ logLevel: 'silent' }, 'test');
const open: EmbeddedPostgres[] = [];

async function start(options: StartOptions): Promise<EmbeddedPostgres> {
  const database = await startPostgres(options, log);
  open.push(database);
  return database;
}

async function ask(url: string, sql: string): Promise<unknown> {
  return withClient(url, async (client) => Object.values((await client.query(sql)).rows[0] ?? {})[0]);
}

/** Asks again until the server answers: what a connection pool does after a restart. */
async function askPatiently(url: string, sql: string): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask(url, sql);
    } catch (error) {
      if (attempt === 60) throw error;
      await sleep(150);
    }
  }
}

async function spawnParent(dataDir: string): Promise<{ child: ChildProcess; url: string; pid: number; kind: string }> {
  const script = join(import.meta.dirname, 'run-until-killed.ts');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { url: string; pid: number; kind: string }) };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.stop()));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a cluster of one data folder', { timeout: 60_000 }, () => {
  const dataDir = join(scratch, 'one');

  test('is created in UTF-8, asks for a password, and trigrams see Chinese', async () => {
    const database = await start({ dataDir });
    expect(database.kind).toBe('started');
    expect(await ask(database.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(database.url, 'show timezone')).toBe('Asia/Shanghai');
    await ask(database.url, 'create extension pg_trgm');
    expect(await ask(database.url, `select similarity('南昌示例公司', '南昌示例')`)).toBeGreaterThan(0.3);
    const wrong = database.url.replace(/:[^:@]+@/, ':wrong-password@');
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(clusterFolder(dataDir), 'connection.json')).mode & 0o077).toBe(0);
  });

  test('keeps its port and its rows over a stop', async () => {
    const first = await start({ dataDir });
    await ask(first.url, 'create table kept as select 7 as n');
    await first.stop();
    expect(identifyProcess(first.pid())).toBeUndefined();
    const second = await start({ dataDir });
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select n from kept')).toBe(7);
  });

  test('moves to another port when somebody sits on its own', async () => {
    const first = await start({ dataDir });
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start({ dataDir });
    squatter.close();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await ask(second.url, 'select n from kept')).toBe(7);
  });

  test('comes back by itself after kill -9 of the server, with what was committed', async () => {
    const database = await start({ dataDir });
    await ask(database.url, 'create table survived as select 11 as n');
    const before = database.pid();
    process.kill(before, 'SIGKILL');
    await sleep(600);
    expect(await askPatiently(database.url, 'select n from survived')).toBe(11);
    expect(database.pid()).not.toBe(before);
  });

  test('is taken over, still running, after kill -9 of the process that started it', async () => {
    const parent = await spawnParent(dataDir);
    parent.child.kill('SIGKILL');
    await once(parent.child, 'exit');
    expect(await ask(parent.url, 'select n from survived')).toBe(11);
    const heir = await start({ dataDir });
    expect(heir).toMatchObject({ kind: 'attached', url: parent.url });
    expect(heir.pid()).toBe(parent.pid);
    await heir.stop();
    expect(identifyProcess(parent.pid)).toBeUndefined();
  });

  test('starts after kill -9 of both sides at once', async () => {
    const parent = await spawnParent(dataDir);
    parent.child.kill('SIGKILL');
    process.kill(parent.pid, 'SIGKILL');
    const heir = await start({ dataDir });
    expect(await ask(heir.url, 'select n from survived')).toBe(11);
  });

  test('stops cleanly when its parent gets SIGTERM', async () => {
    const parent = await spawnParent(dataDir);
    parent.child.kill('SIGTERM');
    expect(await once(parent.child, 'exit')).toEqual([0, null]);
    expect(identifyProcess(parent.pid)).toBeUndefined();
    expect(existsSync(join(clusterFolder(dataDir), 'postmaster.pid'))).toBe(false);
  });

  test('is not fooled by a postmaster.pid whose number now belongs to another program', async () => {
    const path = join(clusterFolder(dataDir), 'postmaster.pid');
    writeFileSync(path, `${process.pid}\n${clusterFolder(dataDir)}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    const database = await start({ dataDir });
    expect(database.kind).toBe('started');
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${database.pid()}\n`));
  });

  test('starts beside a killed server that nobody reaps', async () => {
    if (process.platform !== 'linux') {
      // Only Linux tells an unreaped process from a running one; elsewhere none is taken for one.
      expect(isZombie(process.pid)).toBe(false);
      return;
    }
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    while (!isZombie(zombie)) await sleep(20);
    const path = join(clusterFolder(dataDir), 'postmaster.pid');
    writeFileSync(path, `${zombie}\n${clusterFolder(dataDir)}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    const database = await start({ dataDir });
    expect(database.kind).toBe('started');
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${database.pid()}\n`));
    parent.kill('SIGKILL');
  });
});

test('a creation that was cut off is done again from the start', { timeout: 30_000 }, async () => {
  const dataDir = join(scratch, 'cut-off');
  mkdirSync(join(dataDir, 'postgres.new'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18');
  const database = await start({ dataDir, durable: false });
  expect(await ask(database.url, 'select 1')).toBe(1);
});

const isRoot = process.getuid?.() === 0;

// Run by root, the programs need another user; run by anybody else, they run directly, whatever is asked for.
describe('below a folder that nobody else may enter', { timeout: 30_000 }, () => {
  test.each<[Runner['how']]>([['namespace'], ['capability']])(
    'the cluster works: as root by %s, as an ordinary user directly',
    async (runAs) => {
      const closed = join(scratch, `closed-${runAs}`);
      mkdirSync(closed);
      chmodSync(closed, 0o700);
      const dataDir = join(closed, 'deep', 'data');
      const database = await start({ dataDir, durable: false, runAs });
      expect(database.how).toBe(isRoot ? runAs : 'direct');
      expect(await ask(database.url, 'select 1')).toBe(1);
      expect(readConnection(clusterFolder(dataDir))?.port).toBe(Number(new URL(database.url).port));
    },
  );

  test('root without namespace and capability is refused in a sentence; an ordinary user needs neither', async () => {
    const dataDir = join(scratch, 'closed-namespace', 'other');
    const started = start({ dataDir, durable: false, runAs: 'system-user' });
    if (isRoot) await expect(started).rejects.toThrow(/普通用户|DATABASE_URL/);
    else expect((await started).how).toBe('direct');
  });
});
