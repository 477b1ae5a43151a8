import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { identifyProcess, isStillRunning, type ProcessIdentity } from './process-identity.ts';

interface Holder extends ProcessIdentity {
  readonly host: string;
}

/** Either the lock, or who holds it. */
export type LockOutcome = { readonly release: () => void } | { readonly heldBy: Holder };

const heartbeatMs = 2000;

/**
 * Takes a folder for this process alone. The lock outlives nobody: one left by a process that was killed is taken over
 * (its number alone is not believed, its start time must fit), one of another host counts while its heartbeat is fresh.
 * `inherited`: this process may have taken it already, before it replaced its program by another.
 */
export function lockFolder(folder: string, { inherited = false } = {}): LockOutcome {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock');
  const self = identifyProcess(process.pid) ?? { pid: process.pid, started: '' };
  const mine = JSON.stringify({ ...self, host: hostname() });
  const draft = `${path}.${process.pid}`;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    writeFileSync(draft, mine, { mode: 0o600 });
    const taken = tryLink(draft, path);
    rmSync(draft, { force: true });
    if (taken) return heldLock(path, mine);
    const found = readLock(path);
    if (found === undefined) continue;
    if (inherited && found.text === mine) return heldLock(path, mine);
    if (isAlive(found.holder, path)) return { heldBy: found.holder };
    removeStale(path, found.text);
  }
  throw new Error(`the lock ${path} changes hands too quickly`);
}

function heldLock(path: string, mine: string): LockOutcome {
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder was removed under us; the next start will find no lock, which is right.
    }
  }, heartbeatMs);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      if (readLock(path)?.text === mine) rmSync(path, { force: true });
    },
  };
}

function isAlive(holder: Holder, path: string): boolean {
  if (holder.host === hostname()) return isStillRunning(holder);
  try {
    return Date.now() - statSync(path).mtimeMs < 4 * heartbeatMs;
  } catch {
    return false;
  }
}

function readLock(path: string): { readonly holder: Holder; readonly text: string } | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return { holder: parseHolder(text), text };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseHolder(text: string): Holder {
  try {
    const { pid, started, host } = JSON.parse(text) as Partial<Holder>;
    return { pid: Number(pid), started: String(started), host: String(host) };
  } catch {
    return { pid: 0, started: '', host: hostname() };
  }
}

function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moved aside before it is removed: if somebody took the lock over in between, theirs is put back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== stale) tryLink(aside, path);
  rmSync(aside, { force: true });
}
