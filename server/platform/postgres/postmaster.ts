import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, identifyProcess, isZombie, type ProcessIdentity, programOf } from '../process-identity.ts';

/** A running server of a cluster, as its postmaster.pid tells. */
export interface Postmaster extends ProcessIdentity {
  readonly port: number;
  readonly ready: boolean;
}

/**
 * The server that runs on a cluster. A postmaster.pid whose number now belongs to another program, or to a server that
 * was killed and that nobody reaps (the launcher replaced itself after starting it), is stale: it is removed, because
 * PostgreSQL itself would believe the number and refuse to start. Backends that are still there hold the shared memory
 * of the folder, which the next server asks for by itself.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const path = join(cluster, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  const identity = identifyProcess(pid);
  if (identity === undefined) {
    if (isZombie(pid)) rmSync(path, { force: true });
    return undefined;
  }
  if (!isServerOf(cluster, pid)) {
    rmSync(path, { force: true });
    return undefined;
  }
  return { ...identity, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function isServerOf(cluster: string, pid: number): boolean {
  const program = programOf(pid);
  if (program !== '' && program !== 'postgres') return false;
  const folder = folderOf(pid);
  return folder === undefined || folder === realpathSync(cluster);
}
