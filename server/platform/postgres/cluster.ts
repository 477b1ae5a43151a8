import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { clusterFolder, keepConnection } from './connection.ts';
import type { InstalledPostgres } from './installed.ts';
import { giveTo, type Runner, spawnAs } from './runner.ts';

/**
 * Creates the cluster of a data folder if there is none: built beside and moved into place when complete, so that a
 * start that is killed half-way leaves nothing that looks like a database. UTF-8 with the built-in C.UTF-8 locale:
 * without it initdb takes SQL_ASCII from an empty environment, and pg_trgm ignores Chinese under plain C.
 */
export async function createCluster(
  installed: InstalledPostgres,
  runner: Runner,
  dataDir: string,
  options: { readonly durable: boolean },
): Promise<void> {
  const cluster = clusterFolder(dataDir);
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const draft = `${cluster}.new`;
  const passwordFile = join(dataDir, 'postgres.password');
  const password = randomBytes(24).toString('base64url');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(runner, draft);
  // Read by the system user; it lives for the second that initdb takes, in a folder made for it alone.
  if (runner.uid !== undefined) chmodSync(passwordFile, 0o644);
  try {
    await runInitdb(installed, runner, draft, passwordFile, options.durable);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  keepConnection(draft, { port: 0, password });
  renameSync(draft, cluster);
}

async function runInitdb(
  installed: InstalledPostgres,
  runner: Runner,
  folder: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  const args = ['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--auth=scram-sha-256', '--no-instructions');
  if (!durable) args.push('--no-sync');
  const logPath = `${folder}.log`;
  const log = openSync(logPath, 'w', 0o600);
  try {
    const child = spawnAs(runner, installed.initdb, args, { env: installed.env, log });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0)
      throw new Error(`内置数据库建不起来：${readFileSync(logPath, 'utf8').trim().split('\n').slice(-4).join(' ')}`);
  } finally {
    closeSync(log);
    rmSync(logPath, { force: true });
  }
}
