import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { seedCatalog } from '#server/catalog/seed-catalog.ts';
import { createLog } from '#server/platform/log.ts';
import { migrate } from '#server/platform/migrate.ts';
import { appPassword, appUrlOf } from '#server/platform/postgres/app-role.ts';
import { startPostgres } from '#server/platform/postgres/supervisor.ts';

export const appSecret = 'secret-of-the-bench-32-characters!';

/** A durable PostgreSQL of its own with the catalogue, for one run; nothing of it stays. */
export interface BenchPlatform {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly owner: pg.Client;
  readonly dataDir: string;
  /** Starts the real web server (a process of its own) on a free port. */
  startServer(): Promise<{ url: string; stop(): Promise<void> }>;
  end(): Promise<void>;
}

export async function openBenchPlatform(): Promise<BenchPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-repair-bench-'));
  const server = await startPostgres({ dataDir }, createLog({ logLevel: 'error' }, 'bench'));
  const ownerUrl = server.url;
  await migrate(ownerUrl, { appPassword: appPassword(ownerUrl, appSecret) });
  await seedCatalog(ownerUrl, { demo: true });
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  return {
    ownerUrl,
    appUrl: appUrlOf(ownerUrl, appPassword(ownerUrl, appSecret)),
    owner,
    dataDir,
    startServer: () => startServer(ownerUrl, dataDir),
    async end() {
      await owner.end();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function startServer(ownerUrl: string, dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    DATA_DIR: dataDir,
    APP_SECRET: appSecret,
    PORT: String(port),
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  };
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(`${url}/health/live`)
      .then((reply) => reply.ok)
      .catch(() => false);
    if (up)
      return {
        url,
        stop: () =>
          new Promise((resolve) => {
            child.once('exit', () => resolve());
            child.kill('SIGTERM');
          }),
      };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('server did not start');
}

/** Makes a session as a login would and gives its cookie. */
export async function openSession(owner: pg.Client, kind: 'applicant' | 'officer', content: object): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const now = new Date();
  await owner.query(
    'insert into session (token_hash, kind, content, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
    [createHash('sha256').update(token).digest('hex'), kind, content, now, new Date(now.getTime() + 3_600_000)],
  );
  return `credit_repair=${token}`;
}

/** The share-th part of sorted values: 0.95 for p95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Runs `work` over the indexes 0…count−1 with so many at a time; gives the seconds it took. */
export async function atOnce(count: number, clients: number, work: (index: number) => Promise<void>): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) await work(next++);
    }),
  );
  return (performance.now() - began) / 1000;
}

/** A POST over a kept-alive connection: the plain client of Node, which costs the machine a third of what fetch does. */
export function post(agent: Agent, url: string, cookie: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
    const sent = request(url, { method: 'POST', agent, headers }, (reply) => {
      reply.resume();
      reply.once('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
