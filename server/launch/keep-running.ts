import { followNpm } from '../platform/follow-npm.ts';
import { loadConfigOrExit } from '../platform/load-config.ts';
import { type EmbeddedPostgres, startPostgres } from '../platform/postgres/supervisor.ts';
import type { SupervisedProcess } from '../platform/supervise-process.ts';
import { announce } from './announce.ts';
import { takeFolder } from './launcher-folder.ts';
import { launcherLog, say } from './say.ts';
import { startProcesses } from './start-processes.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/**
 * The second stage: keeps database, web server, worker and sandbox running, says `ready …` once, and on SIGINT, SIGTERM
 * or SIGHUP stops them in order: first those who use the database, then the database. A second signal does not wait.
 */
export async function keepRunning(): Promise<void> {
  const config = loadConfigOrExit();
  const release = takeFolder(config.dataDir, { inherited: true });
  let processes: readonly SupervisedProcess[] = [];
  let database: EmbeddedPostgres | undefined;
  let stopping = false;

  const stop = async (code: number): Promise<never> => {
    stopping = true;
    await Promise.all(processes.map((each) => each.stop()));
    await database?.stop();
    release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) void Promise.all(processes.map((each) => each.stop(0)));
      else {
        say('正在停止……');
        void stop(0);
      }
    });
  }
  followNpm(() => {
    if (!stopping) void stop(0);
  });
  try {
    if (config.databaseUrl === '') database = await startPostgres({ dataDir: config.dataDir }, launcherLog);
    say(`启动网页服务、后台任务${config.demo ? '、仿真服务' : ''}……`);
    processes = startProcesses(config, process.env, say);
    await waitUntilReady(config, processes);
    await announce(config, Date.now() - Number(process.env.CREDIT_REPAIR_STARTED));
  } catch (error) {
    if (stopping) return;
    process.stderr.write(`${(error as Error).message}\n`);
    await stop(1);
  }
}
