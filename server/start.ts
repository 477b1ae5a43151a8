import { flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';

/**
 * `npm start`, in three stages of one process (the number stays, the program is replaced by itself):
 * `bare` turns the compile cache on, so that the type stripper does not stay in memory; `prepare` brings up the database
 * and builds what has to be built; `run` keeps the processes running for days, without the memory that preparing took.
 * Windows cannot replace a program and does all of it in one go.
 */
const stage = process.env.CREDIT_REPAIR_STAGE ?? 'bare';
const canReplace = process.platform !== 'win32' && process.execve !== undefined;

function goOnAs(next: 'prepare' | 'run'): void {
  process.env.CREDIT_REPAIR_STAGE = next;
  if (!canReplace) return;
  flushCompileCache();
  const flags = ['--max-semi-space-size=1', '--v8-pool-size=1', '--disable-warning=ExperimentalWarning'];
  process.execve?.(process.execPath, [process.execPath, ...flags, import.meta.filename], process.env);
}

if (stage === 'bare') {
  process.env.CREDIT_REPAIR_STARTED = String(Date.now());
  // One malloc arena: memory that one thread gave back is used by the others, 10 MB less in each process.
  process.env.MALLOC_ARENA_MAX ??= '1';
  process.env.NODE_COMPILE_CACHE ??= resolve(join(process.env.DATA_DIR || '.data', 'compile-cache'));
  goOnAs('prepare');
}
if (stage === 'prepare' || !canReplace) {
  const { prepareAll } = await import('./launch/prepare-all.ts');
  await prepareAll();
  goOnAs('run');
}
const { keepRunning } = await import('./launch/keep-running.ts');
await keepRunning();
