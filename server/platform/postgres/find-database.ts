import type { Config } from '../config.ts';
import { ConfigError } from '../setting.ts';
import { appPassword, appUrlOf, type DatabaseUrls } from './app-role.ts';
import { clusterFolder, embeddedUrl, readConnection } from './connection.ts';
import { findPostmaster } from './postmaster.ts';

type DatabaseSettings = Pick<Config, 'databaseUrl' | 'appDatabaseUrl' | 'appSecret' | 'dataDir'>;

/**
 * Where the database of a process is: what the settings say, else the embedded one that runs on the data folder.
 * @throws ConfigError when neither is there.
 */
export function findDatabase(config: DatabaseSettings): DatabaseUrls {
  if (config.databaseUrl !== '') return databaseUrls(config, config.databaseUrl);
  if (config.appDatabaseUrl !== '') return { ownerUrl: '', appUrl: config.appDatabaseUrl };
  const cluster = clusterFolder(config.dataDir);
  const connection = readConnection(cluster);
  if (connection === undefined || findPostmaster(cluster)?.ready !== true) {
    throw new ConfigError(
      'DATABASE_URL',
      `没有数据库：没有设置 DATABASE_URL，${config.dataDir} 的内置数据库也没有在运行。先执行 npm start，或设置 DATABASE_URL。`,
    );
  }
  return databaseUrls(config, embeddedUrl(connection));
}

/** `findDatabase`, but a missing database is said on stderr and ends the process with exit code 1. */
export function findDatabaseOrExit(config: DatabaseSettings): DatabaseUrls {
  try {
    return findDatabase(config);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Both addresses of the database whose owner's address is known. */
export function databaseUrls(config: DatabaseSettings, ownerUrl: string): DatabaseUrls {
  if (config.appDatabaseUrl !== '') return { ownerUrl, appUrl: config.appDatabaseUrl };
  return { ownerUrl, appUrl: appUrlOf(ownerUrl, appPassword(ownerUrl, config.appSecret)) };
}
