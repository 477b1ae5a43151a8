import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder } from './connection.ts';
import type { InstalledPostgres } from './installed.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { giveTo, type Runner, spawnAs } from './runner.ts';

/** What became of one attempt to start: a server that answers, or the reason why there is none. */
export type LaunchOutcome =
  | { readonly kind: 'running'; readonly postmaster: Postmaster }
  | { readonly kind: 'port-taken' }
  | { readonly kind: 'still-held' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Settings of the embedded server; `durable: false` is for throw-away test clusters alone. */
function serverSettings(durable: boolean): Readonly<Record<string, string>> {
  const safety = durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    // A socket path may be too long below a deep folder, and nobody needs one.
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '1GB',
    fsync: safety,
    synchronous_commit: safety,
    full_page_writes: safety,
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    // Failed statements may carry personal data; the application logs the error without them.
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  };
}

/** Starts the server once, in a session of its own: Ctrl+C in a terminal must reach it last, from us. */
export async function launch(
  installed: InstalledPostgres,
  runner: Runner,
  dataDir: string,
  port: number,
  options: { readonly durable: boolean },
): Promise<LaunchOutcome> {
  const cluster = clusterFolder(dataDir);
  giveTo(runner, cluster);
  const { path: logPath, from } = rotateLog(join(dataDir, 'postgres.log'));
  const log = openSync(logPath, 'a', 0o600);
  const settings = Object.entries(serverSettings(options.durable)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawnAs(runner, installed.postgres, ['-D', cluster, '-p', String(port), ...settings], {
    env: installed.env,
    log,
    detached: true,
  });
  closeSync(log);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  child.unref();
  while (!ended) {
    const postmaster = findPostmaster(cluster);
    if (postmaster?.ready && postmaster.pid === child.pid) return { kind: 'running', postmaster };
    await sleep(20);
  }
  return outcomeOf(readFileSync(logPath).subarray(from).toString());
}

/** The server's log is kept in one file and, from 20 MB on, one older one. */
function rotateLog(path: string): { path: string; from: number } {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 20_000_000) return { path, from: size };
  renameSync(path, `${path}.1`);
  return { path, from: 0 };
}

function outcomeOf(log: string): LaunchOutcome {
  if (/lock file .* already exists|shared memory block/.test(log)) return { kind: 'still-held' };
  if (/Address already in use|could not create any TCP/.test(log)) return { kind: 'port-taken' };
  const lines = log.trim().split('\n').slice(-5);
  return { kind: 'failed', reason: lines.join(' ') };
}

/** A port that nobody on this machine listens on right now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
