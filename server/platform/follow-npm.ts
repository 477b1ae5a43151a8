import { readFileSync } from 'node:fs';

interface Ancestor {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function ancestor(pid: number): Ancestor | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold spaces; the parent is the second field after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return undefined;
  }
}

/** The npm that runs us, through at most two shells; undefined where there is none, or the system does not tell. */
export function npmAbove(pid = process.ppid): number | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  let above = ancestor(pid);
  for (let steps = 0; above && steps < 3; steps += 1) {
    if (/^npm\b|npm-cli\.js/.test(above.command)) return above.pid;
    above = ancestor(above.parent);
  }
  return undefined;
}

/**
 * Calls `gone` once npm is no more. npm passes a signal on to the shell between us only, which does not pass it further: without this,
 * `kill` of `npm start` would leave everything running behind its back.
 */
export function followNpm(gone: () => void): void {
  const npm = npmAbove();
  if (npm === undefined) return;
  const watch = setInterval(() => {
    try {
      process.kill(npm, 0);
    } catch {
      clearInterval(watch);
      gone();
    }
  }, 500);
  watch.unref();
}

/**
 * For a process that npm started alone (`npm run server`): ends in the orderly way of SIGTERM when npm is gone. Under the launcher it is
 * the launcher that follows npm, and stops us in its order.
 */
export function endWithNpm(): void {
  if (process.send === undefined) followNpm(() => process.kill(process.pid, 'SIGTERM'));
}
