import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLog } from '../platform/log.ts';
import { clusterFolder, keepConnection, readConnection } from '../platform/postgres/connection.ts';
import { findPostmaster } from '../platform/postgres/postmaster.ts';
import { startPostgres, stopPostmaster } from '../platform/postgres/supervisor.ts';
import { identifyProcess, isStillRunning, type ProcessIdentity } from '../platform/process-identity.ts';
import { prepareTemplates, type TestTemplates } from './test-templates.ts';

const root = resolve(import.meta.dirname, '../..');
const user = process.getuid?.() ?? 'user';
const shelf = join(tmpdir(), `credit-repair-test-${user}`);
/** Each takes some 60 MB. */
const preparedKept = 3;
const log = createLog({ logLevel: 'warn' }, 'test');

/** A throw-away server with its templates ready. */
export interface TestCluster extends TestTemplates {
  /** Stops the server and removes its files. */
  remove(): Promise<void>;
}

/**
 * Starts a throw-away server in the temporary folder. A prepared cluster is kept there under a key made of everything
 * that shaped it, so only the first run after a change pays for initdb, migrations and catalogue; the others copy it.
 */
export async function startTestCluster(): Promise<TestCluster> {
  mkdirSync(shelf, { recursive: true, mode: 0o700 });
  await sweep();
  const kept = join(shelf, `prepared-${shapeKey()}`);
  const dataDir = mkdtempSync(join(shelf, 'run-'));
  writeFileSync(join(dataDir, 'owner.json'), JSON.stringify(identifyProcess(process.pid)));
  const prepared = existsSync(join(kept, 'templates.json'));
  if (prepared) {
    utimesSync(kept, new Date(), new Date());
    copyCluster(kept, dataDir);
  }
  let server = await startPostgres({ dataDir, durable: false }, log);
  const templates = prepared ? readTemplates(kept, server.url) : await prepareTemplates(server.url);
  if (!prepared && templates.seedError === undefined) {
    await server.stop();
    keep(dataDir, kept, templates);
    server = await startPostgres({ dataDir, durable: false }, log);
  }
  return {
    ...templates,
    adminUrl: server.url,
    remove: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function readTemplates(kept: string, adminUrl: string): TestTemplates {
  return { ...(JSON.parse(readFileSync(join(kept, 'templates.json'), 'utf8')) as TestTemplates), adminUrl };
}

function copyCluster(from: string, to: string): void {
  const [source, target] = [clusterFolder(from), clusterFolder(to)];
  cpSync(source, target, { recursive: true });
  // PostgreSQL refuses a folder that others may read; the port belongs to the run, not to the copy.
  chmodSync(target, 0o700);
  const connection = readConnection(source);
  if (connection !== undefined) keepConnection(target, { ...connection, port: 0 });
}

/** Copied beside and moved into place: of two runs that prepare at once, the first one's stays. */
function keep(dataDir: string, kept: string, templates: TestTemplates): void {
  const draft = mkdtempSync(join(shelf, 'draft-'));
  copyCluster(dataDir, draft);
  writeFileSync(join(draft, 'templates.json'), JSON.stringify(templates));
  try {
    renameSync(draft, kept);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Everything that shapes the prepared cluster: schema, catalogue and what it rests on, and the code that prepares it. */
function shapeKey(): string {
  const patterns = [
    'db/**/*.sql',
    '{law,domain,server/catalog,server/access}/**/*.ts',
    'server/{platform,testing}/**/*.ts',
  ];
  const hash = createHash('sha256');
  for (const file of [...globSync(patterns, { cwd: root }), 'package-lock.json'].sort()) {
    if (!file.endsWith('.test.ts')) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Removes what killed runs left behind, and prepared clusters beyond the few that were used last. */
async function sweep(): Promise<void> {
  const names = readdirSync(shelf);
  for (const path of names.filter((name) => name.startsWith('run-')).map((name) => join(shelf, name))) {
    if (isOwned(path)) continue;
    const left = findPostmaster(clusterFolder(path));
    if (left !== undefined) await stopPostmaster(left);
    rmSync(path, { recursive: true, force: true });
  }
  const others = names.filter((name) => !name.startsWith('run-')).map((name) => join(shelf, name));
  const usedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const oldest = others.sort((a, b) => usedAt(b) - usedAt(a)).slice(preparedKept);
  for (const path of oldest) if (Date.now() - usedAt(path) > 60_000) rmSync(path, { recursive: true, force: true });
}

function isOwned(path: string): boolean {
  try {
    return isStillRunning(JSON.parse(readFileSync(join(path, 'owner.json'), 'utf8')) as ProcessIdentity);
  } catch {
    // Just made, its owner not yet written.
    return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 60_000;
  }
}
