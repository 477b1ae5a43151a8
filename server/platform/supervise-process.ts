import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process to be kept running. */
export interface ProcessPlan {
  /** What people call it, in Chinese. */
  readonly name: string;
  /** Arguments of node: flags, then the file. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where its output goes. */
  readonly logFile: string;
}

/** A process while it is kept running. */
export interface SupervisedProcess {
  readonly name: string;
  /** How often it ended by itself so far. */
  crashes(): number;
  pid(): number | undefined;
  /** The last lines of its output. */
  lastLines(count: number): string;
  /** Asks it to end, insists after `graceMs`, and does not start it again. */
  stop(graceMs?: number): Promise<void>;
}

const logLimit = 20_000_000;
const longestPauseMs = 10_000;
/** A process that lived this long did start: the next pause is short again. */
const healthyAfterMs = 30_000;

/**
 * Keeps a node process running: starts it, starts it again when it ends, with growing pauses. It stands in a session of
 * its own, so that Ctrl+C in a terminal reaches it through us and in order; it ends when we are gone (`follow-parent.ts`).
 */
export function superviseProcess(plan: ProcessPlan, say: (line: string) => void): SupervisedProcess {
  let child: ChildProcess | undefined;
  let crashes = 0;
  const end = new AbortController();
  mkdirSync(dirname(plan.logFile), { recursive: true });

  const keepRunning = async () => {
    for (let pause = 250; !end.signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
      const startedAt = Date.now();
      child = start(plan);
      const how = await ended(child);
      if (end.signal.aborted) return;
      crashes += 1;
      if (Date.now() - startedAt > healthyAfterMs) pause = 250;
      say(`${plan.name}意外退出（${how}），${pause / 1000} 秒后重新启动；日志：${plan.logFile}`);
      await sleep(pause, undefined, { signal: end.signal }).catch(() => {});
    }
  };
  const running = keepRunning();
  const rotation = setInterval(() => rotate(plan.logFile), 60_000);
  rotation.unref();

  return {
    name: plan.name,
    crashes: () => crashes,
    pid: () => child?.pid,
    lastLines: (count) => readFileSync(plan.logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n'),
    stop: async (graceMs = 10_000) => {
      end.abort();
      clearInterval(rotation);
      const insist = setTimeout(() => child?.kill('SIGKILL'), graceMs);
      child?.kill('SIGTERM');
      await running;
      clearTimeout(insist);
    },
  };
}

function start(plan: ProcessPlan): ChildProcess {
  rotate(plan.logFile);
  const log = openSync(plan.logFile, 'a', 0o600);
  const follow = ['--import', new URL('./follow-parent.ts', import.meta.url).href];
  const child = spawn(process.execPath, [...follow, ...plan.args], {
    env: plan.env as NodeJS.ProcessEnv,
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  return child;
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `退出码 ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
}

/** Copied and cut, not renamed: the process goes on writing to the file it opened. */
function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < logLimit) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
}
