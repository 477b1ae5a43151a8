import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How the embedded database of a data folder is reached; kept inside the cluster, so that both are lost together. */
export interface Connection {
  readonly port: number;
  readonly password: string;
  /** The application's database, once it has been created. */
  readonly database?: string;
}

/** Superuser of the embedded database and the name of its one database. */
export const embeddedOwner = 'postgres';
export const embeddedDatabase = 'credit_repair';

/** The folder of the cluster inside a data folder. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/** The connection kept with a cluster; undefined when the cluster does not exist. */
export function readConnection(cluster: string): Connection | undefined {
  try {
    return JSON.parse(readFileSync(join(cluster, 'connection.json'), 'utf8')) as Connection;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keeps the connection with the cluster, readable by its owner alone; replaced as a whole. */
export function keepConnection(cluster: string, connection: Connection): void {
  const path = join(cluster, 'connection.json');
  writeFileSync(`${path}.new`, JSON.stringify(connection), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The owner's address of a database of the embedded cluster. */
export function embeddedUrl(connection: Connection, database = embeddedDatabase): string {
  return `postgres://${embeddedOwner}:${connection.password}@127.0.0.1:${connection.port}/${database}`;
}
