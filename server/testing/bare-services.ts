import { openCatalog } from '../catalog/catalog-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Clock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { createLog } from '../platform/log.ts';
import { reactionsTo, reactionsToChange } from '../reactions.ts';

/** What routes are given, over a database of the test's own; `ttlMs` is how long the catalogue is remembered. */
export function bareServices(db: Database, clock: Clock, { ttlMs }: { readonly ttlMs: number }): Services {
  const config = readConfig({ APP_SECRET: 'secret-of-bare-services-32-letters', LOG_LEVEL: 'fatal' });
  return {
    config,
    db,
    clock,
    log: createLog(config, 'test'),
    catalog: openCatalog(db, { ttlMs }),
    reactions: reactionsTo,
    catalogReactions: reactionsToChange,
  };
}
