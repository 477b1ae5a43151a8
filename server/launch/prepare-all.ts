import { mkdirSync } from 'node:fs';
import type { Config } from '../platform/config.ts';
import { loadConfigOrExit } from '../platform/load-config.ts';
import { type EmbeddedPostgres, startPostgres } from '../platform/postgres/supervisor.ts';
import { choosePort } from './choose-ports.ts';
import { takeFolder } from './launcher-folder.ts';
import { prepareDatabase, prepareWeb, warmUp } from './prepare.ts';
import { launcherLog, say } from './say.ts';

/**
 * The first stage: takes the data folder, starts and migrates the database, builds the web, fills the compile cache.
 * Leaves the database running for the next stage. Ends the process with exit code 1 and a sentence when it fails.
 */
export async function prepareAll(): Promise<void> {
  const config = loadConfigOrExit();
  let database: Promise<EmbeddedPostgres> | undefined;
  let release = () => {};
  let ending = false;

  const end = async (code: number): Promise<never> => {
    ending = true;
    // It may still be coming up; left alone it would stay behind.
    await (await database?.catch(() => undefined))?.stop();
    release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));

  const bringUpDatabase = async () => {
    if (config.databaseUrl !== '') return say('使用 DATABASE_URL 指定的数据库');
    say('启动内置数据库……');
    database = startPostgres({ dataDir: config.dataDir }, launcherLog);
    if ((await database).kind === 'attached') say('接管了上次异常退出后仍在运行的数据库');
  };
  try {
    mkdirSync(config.dataDir, { recursive: true });
    release = takeFolder(config.dataDir, { inherited: false });
    await fixPorts(config);
    const prepared = bringUpDatabase().then(() => prepareDatabase(process.env));
    await Promise.all([prepareWeb(say), warmUp(config.dataDir), prepared]);
    await (await database)?.letGo();
  } catch (error) {
    if (!ending) process.stderr.write(`${(error as Error).message}\n`);
    await end(1);
  }
}

/** Settles PORT=0 on a free port once, for every process that reads the environment after us. */
async function fixPorts(config: Config): Promise<void> {
  const port = await choosePort(config);
  process.env.PORT = String(port);
}
