import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ProcessPlan, type SupervisedProcess, superviseProcess } from '../platform/supervise-process.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Flags of each process. Small young generations and one helper thread of V8 cost some collections and save 10 to 20 MB
 * that are idle most of the day. The server keeps a larger one: its requests make short-lived garbage.
 */
const kinds = [
  { key: 'server', name: '网页服务', file: 'server/main.ts', flags: ['--max-semi-space-size=4', '--v8-pool-size=1'] },
  { key: 'worker', name: '后台任务', file: 'server/worker.ts', flags: ['--max-semi-space-size=1', '--v8-pool-size=1'] },
  { key: 'sandbox', name: '仿真服务', file: 'sandbox/main.ts', flags: ['--max-semi-space-size=1', '--v8-pool-size=1'] },
] as const;

/** Starts web server, worker and, in a demo, the sandbox. */
export function startProcesses(
  config: { readonly dataDir: string; readonly demo: boolean },
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): SupervisedProcess[] {
  const wanted = kinds.filter(({ key, file }) => existsSync(join(root, file)) && (key !== 'sandbox' || config.demo));
  return wanted.map(({ key, name, file, flags }) => {
    const plan: ProcessPlan = {
      name,
      args: [...flags, '--disable-warning=ExperimentalWarning', join(root, file)],
      env,
      logFile: join(config.dataDir, 'log', `${key}.log`),
    };
    return superviseProcess(plan, say);
  });
}
