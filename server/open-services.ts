import { openCatalog } from './catalog/catalog-store.ts';
import type { Services } from './platform/app-context.ts';
import { clockOf } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { createLog } from './platform/log.ts';
import { findDatabaseOrExit } from './platform/postgres/find-database.ts';
import { reactionsTo, reactionsToChange } from './reactions.ts';

/** Opens what server and worker both stand on. `process` names them in the log. */
export function openServices(config: Config, process: 'server' | 'worker'): Services {
  const log = createLog(config, process);
  const db = openDatabase(findDatabaseOrExit(config).appUrl, {
    max: config.dbPool,
    onError: (error) => log.error({ err: error }, 'database connection lost'),
  });
  return {
    config,
    db,
    log,
    clock: clockOf(config),
    catalog: openCatalog(db, { ttlMs: 5_000 }),
    reactions: reactionsTo,
    catalogReactions: reactionsToChange,
  };
}
