import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePort } from '#server/platform/postgres/launch.ts';
import { withClient } from '#server/platform/postgres/with-client.ts';
import { freshNumber } from './fresh-number.ts';

const root = resolve(import.meta.dirname, '..');

/** The day on which all journeys play: the samples are told as of this day. */
export const today = '2026-11-23';

/** The whole product, running as `npm start` runs it, on free ports and below a folder of its own. */
export interface RunningSystem {
  readonly url: string;
  readonly sandboxUrl: string;
  /** Ends every process, removes folder and database. */
  stop(): Promise<void>;
}

/**
 * Starts database, web server, worker and sandbox, builds the web if it is stale, and waits for the line `ready`.
 * With TEST_DATABASE_URL the database is a new one on that server. @throws Error with all output when it does not come up.
 */
export async function startSystem(): Promise<RunningSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-repair-e2e-'));
  const database = await openDatabase();
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(root, 'server/start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      FIXED_TODAY: today,
      // A whole province comes from one address here.
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'warn',
      NODE_COMPILE_CACHE: '',
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const clear = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  await untilReady(child).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  reportWarnings(child);
  return { url, sandboxUrl: `http://127.0.0.1:${sandboxPort}`, stop: clear };
}

/** What the running system logs (LOG_LEVEL: warnings or worse) belongs into the report of the tests. */
function reportWarnings(child: ChildProcess): void {
  for (const stream of [child.stdout!, child.stderr!])
    createInterface({ input: stream }).on('line', (line) => {
      if (line.startsWith('{')) process.stdout.write(`${line}\n`);
    });
}

async function untilReady(child: ChildProcess): Promise<void> {
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString();
    });
  }
  const patience = AbortSignal.timeout(90_000);
  while (!/^ready /m.test(output)) {
    if (child.exitCode !== null || patience.aborted) throw new Error(`系统没有起来：\n${output}`);
    await Promise.race([once(child.stdout!, 'data', { signal: patience }), once(child, 'exit')]).catch(() => {});
  }
}

/** A database of this run on the server of TEST_DATABASE_URL; without it the product brings its own. */
async function openDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) return { url: '', drop: async () => {} };
  const name = `credit_repair_e2e_${process.pid}_${freshNumber()}`;
  await withClient(given, (client) => client.query(`create database ${name}`));
  const url = new URL(given);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => withClient(given, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}
