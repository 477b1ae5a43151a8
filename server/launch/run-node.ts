import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Runs a step in a node of its own whose output is ours. @throws Error with `failure` when it does not end well. */
export function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  failure: string,
): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: env as NodeJS.ProcessEnv,
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`${failure}（${signal ?? `退出码 ${code}`}）。`));
    });
  });
}
