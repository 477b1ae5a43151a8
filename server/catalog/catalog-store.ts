import { type Catalog, catalogOf } from '#domain/catalog/catalog.ts';
import type { Database, Tx } from '../platform/database.ts';
import { readBookRows } from './changes/book-rows.ts';
import { matterOf } from './matter-content.ts';
import { readRegions, readUnits, readVersions } from './store.ts';

/** Reads the catalogue as a whole: some 2 300 units and a few dozen versions. */
export async function readCatalog(tx: Tx): Promise<Catalog> {
  const regions = await readRegions(tx);
  const units = await readUnits(tx);
  const versions = await readVersions(tx);
  const { law, calendar } = await readBookRows(tx);
  return catalogOf({ regions, units, matters: versions.map(matterOf), calendar, law });
}

/**
 * Gives the catalogue, read again when it is older than `ttlMs`. Callers at the same moment share one reading; a reading that
 * fails is not kept.
 */
export function openCatalog(db: Database, { ttlMs }: { readonly ttlMs: number }): () => Promise<Catalog> {
  let readAt = Number.NEGATIVE_INFINITY;
  let held: Promise<Catalog> | undefined;
  return () => {
    const now = performance.now();
    if (held && now - readAt < ttlMs) return held;
    readAt = now;
    const reading = db.read({ sees: 'none' }, readCatalog);
    held = reading;
    reading.catch(() => {
      if (held === reading) held = undefined;
    });
    return reading;
  };
}
