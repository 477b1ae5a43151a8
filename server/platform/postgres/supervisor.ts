import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStillRunning } from '../process-identity.ts';
import { createCluster } from './cluster.ts';
import { clusterFolder, embeddedDatabase, embeddedUrl, keepConnection, readConnection } from './connection.ts';
import { findInstalledPostgres, type InstalledPostgres } from './installed.ts';
import { findFreePort, launch } from './launch.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { responds } from './responds.ts';
import { chooseRunner, type Runner } from './runner.ts';

/** The embedded database while it is looked after. */
export interface EmbeddedPostgres {
  /** Connection of the owner. */
  readonly url: string;
  /** `attached`: a server left running by a process that was killed was found and taken over. */
  readonly kind: 'started' | 'attached';
  /** How its programs run, see `Runner`. */
  readonly how: Runner['how'];
  /** Number of the server process now running. */
  pid(): number;
  /** Stops the server: open transactions are rolled back, committed data is written. */
  stop(): Promise<void>;
  /** Ends the care for the server and leaves it running, for the next to attach. */
  letGo(): Promise<void>;
}

export interface StartOptions {
  readonly dataDir: string;
  /** false only for clusters that are thrown away: nothing survives a crash. */
  readonly durable?: boolean;
  /** Restrict how the programs run (tests). */
  readonly runAs?: Runner['how'];
}

/** Where the supervisor says what it does: the part of a log it needs. */
export interface SupervisorLog {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  fatal(fields: object, text: string): void;
}

interface Ground {
  readonly installed: InstalledPostgres;
  readonly runner: Runner;
  readonly dataDir: string;
  readonly cluster: string;
  readonly durable: boolean;
}

/** How long a server that still holds the cluster may take to go, or to come. */
const patienceMs = 10_000;
const watchEveryMs = 300;
const retryEveryMs = 5_000;

/**
 * Brings up the database of a data folder and keeps it up until `stop()`: creates the cluster, starts the server or
 * attaches to the one that runs, and starts it again when it dies. The caller holds the folder's lock.
 * @throws Error with a Chinese sentence when there is no way.
 */
export async function startPostgres(options: StartOptions, log: SupervisorLog): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true } = options;
  mkdirSync(dataDir, { recursive: true });
  const installed = findInstalledPostgres(`${dataDir}/postgres-lib`);
  const runner = chooseRunner(installed, dataDir, options.runAs);
  const ground: Ground = { installed, runner, dataDir, cluster: clusterFolder(dataDir), durable };
  await createCluster(installed, runner, dataDir, { durable });
  let { postmaster, kind } = await bringUp(ground, log);
  const url = embeddedUrl(connectionOf(ground));
  await ensureDatabase(ground);

  const end = new AbortController();
  const watch = async () => {
    for (;;) {
      await sleep(watchEveryMs, undefined, { ref: false, signal: end.signal });
      if (isStillRunning(postmaster)) continue;
      log.warn({ pid: postmaster.pid }, '数据库进程意外退出，重新启动');
      try {
        ({ postmaster } = await bringUp(ground, log, postmaster.port));
        log.info({ pid: postmaster.pid }, '数据库已恢复');
      } catch (error) {
        // A full disk may be emptied, a port given back: nobody else brings the database back, so try on.
        log.fatal({ err: error }, '数据库没有恢复，继续尝试');
        await sleep(retryEveryMs, undefined, { ref: false, signal: end.signal });
      }
    }
  };
  const watching = watch().catch((error: Error) => {
    if (error.name !== 'AbortError') log.fatal({ err: error }, '数据库无法恢复');
  });
  const letGo = async () => {
    end.abort();
    await watching;
  };
  const stop = async () => {
    await letGo();
    await stopPostmaster(postmaster);
  };
  return { url, kind, how: runner.how, pid: () => postmaster.pid, stop, letGo };
}

/** Attaches or starts, with patience for a predecessor that is still going. */
async function bringUp(
  ground: Ground,
  log: SupervisorLog,
  fixedPort?: number,
): Promise<{ postmaster: Postmaster; kind: 'started' | 'attached' }> {
  const deadline = Date.now() + patienceMs;
  let port = fixedPort ?? (connectionOf(ground).port || (await findFreePort()));
  for (let wait = 50; ; wait = Math.min(wait * 2, 300)) {
    const running = findPostmaster(ground.cluster);
    // One that is just being killed still looks alive for a moment, but no longer answers.
    if (running?.ready && (await responds(running.port)) && isStillRunning(running)) {
      rememberPort(ground, running.port);
      return { postmaster: running, kind: 'attached' };
    }
    if (running === undefined) {
      rememberPort(ground, port);
      const outcome = await launch(ground.installed, ground.runner, ground.dataDir, port, ground);
      if (outcome.kind === 'running') return { postmaster: outcome.postmaster, kind: 'started' };
      if (outcome.kind === 'failed') throw new Error(`内置数据库启动失败：${outcome.reason}`);
      // While others are connected to the old port, moving would leave them behind: wait for it instead.
      if (outcome.kind === 'port-taken' && fixedPort === undefined) port = await findFreePort();
      log.debug({ outcome: outcome.kind, port }, '数据库暂不能启动，稍后再试');
    }
    if (Date.now() > deadline) {
      throw new Error(`内置数据库 ${ground.cluster} 在 ${patienceMs / 1000} 秒内起不来：另一个进程仍占用它。`);
    }
    await sleep(wait);
  }
}

function connectionOf(ground: Ground) {
  const connection = readConnection(ground.cluster);
  if (connection !== undefined) return connection;
  throw new Error(`${ground.cluster} 里没有 connection.json，不知道数据库口令：请从备份恢复，或换一个 DATA_DIR。`);
}

function rememberPort(ground: Ground, port: number): void {
  const kept = connectionOf(ground);
  if (kept.port !== port) keepConnection(ground.cluster, { ...kept, port });
}

/** Loaded where it is needed: the launcher stays small when the database exists already. */
async function connectTo(url: string) {
  const { withClient } = await import('./with-client.ts');
  return <T>(sql: string, values: string[] = []) =>
    withClient(url, async (client) => (await client.query(sql, values)).rows as T[]);
}

async function ensureDatabase(ground: Ground): Promise<void> {
  const connection = connectionOf(ground);
  if (connection.database === embeddedDatabase) return;
  const ask = await connectTo(embeddedUrl(connection, 'postgres'));
  const found = await ask('select datname from pg_database where datname = $1', [embeddedDatabase]);
  if (found.length === 0) await ask(`create database ${embeddedDatabase}`);
  keepConnection(ground.cluster, { ...connection, database: embeddedDatabase });
}

/** Fast shutdown; after 20 seconds immediate shutdown, from which the next start recovers. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  const signals = [
    { signal: 'SIGINT', waitMs: 20_000 },
    { signal: 'SIGQUIT', waitMs: 5_000 },
  ] as const;
  for (const { signal, waitMs } of signals) {
    if (!isStillRunning(postmaster)) return;
    process.kill(postmaster.pid, signal);
    const until = Date.now() + waitMs;
    while (Date.now() < until && isStillRunning(postmaster)) await sleep(10);
  }
}
