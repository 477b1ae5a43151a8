import type { Catalog } from '#domain/catalog/catalog.ts';
import type { ChangeKind } from '#domain/catalog/changes/catalog-change.ts';
import type { ItemEvent } from '#domain/item/events.ts';
import type { Item } from '#domain/item/item.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { Logger } from './log.ts';
import type { OrderedJob } from './outbox.ts';

/** What every module's routes and tasks are given. */
export interface Services {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** The catalogue in force, cached for a few seconds. */
  catalog(): Promise<Catalog>;
  /** What follows from an event: server/reactions.ts, the one list of who cares. */
  reactions(event: ItemEvent, item: Item): readonly OrderedJob[];
  /** Tasks that follow when a change of the catalogue is approved: server/reactions.ts. */
  catalogReactions(kind: ChangeKind): readonly string[];
}
