import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';
import type { Matter } from '#domain/catalog/catalog.ts';
import { catalogueBegan, firstVersions } from '#domain/catalog/matter-from-law.ts';
import { addDays } from '#domain/plain-date.ts';
import { demoAccounts, demoPassword } from '../access/demo-accounts.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import { jiangxiRegions } from './regions.ts';
import {
  addUnits,
  endVersion,
  type LatestVersion,
  lockSeeding,
  readLatestVersions,
  readSeeds,
  writeAccounts,
  writeRegions,
  writeSeeds,
  writeVersions,
} from './seed-store.ts';
import { catalogUnits } from './unit-names.ts';

/** What one run wrote; all zero when the database already held this release's catalogue. */
export interface Seeded {
  readonly regions: number;
  readonly units: number;
  readonly matters: number;
  readonly accounts: number;
}

/**
 * Brings a migrated database to the catalogue of this release: regions, units, matters resting on law/, and with `demo` the
 * logins of the demonstration. Running it again writes nothing; rows people have edited since are left to them.
 */
export async function seedCatalog(ownerUrl: string, { demo = false }: { demo?: boolean } = {}): Promise<Seeded> {
  const units = catalogUnits();
  const matters = firstVersions();
  const seeds = new Map([
    ['regions', digest(jiangxiRegions)],
    ['units', digest(units)],
    ...matters.map((matter) => [`matter:${matter.matterKey}`, digest(matter)] as const),
    ...(demo ? [['accounts', digest([demoAccounts, demoPassword])] as const] : []),
  ]);
  return withClient(ownerUrl, async (client) => {
    const isCurrent = (held: ReadonlyMap<string, string>, part: string) => held.get(part) === seeds.get(part);
    const before = await readSeeds(client);
    if ([...seeds.keys()].every((part) => isCurrent(before, part)))
      return { regions: 0, units: 0, matters: 0, accounts: 0 };
    await client.query('begin');
    try {
      await lockSeeding(client);
      const held = await readSeeds(client);
      const changed = (part: string) => seeds.has(part) && !isCurrent(held, part);
      if (changed('regions')) await writeRegions(client, jiangxiRegions);
      const added = changed('units') ? await addUnits(client, units, catalogueBegan) : 0;
      const stale = matters.filter((matter) => changed(`matter:${matter.matterKey}`));
      await renewMatters(client, stale);
      if (changed('accounts')) await writeAccounts(client, demoAccounts, await demoHash(), catalogueBegan);
      await writeSeeds(client, seeds, new Date());
      await client.query('commit');
      return {
        regions: changed('regions') ? jiangxiRegions.length : 0,
        units: added,
        matters: stale.length,
        accounts: changed('accounts') ? demoAccounts.length : 0,
      };
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}

/**
 * A matter whose law entry reads differently in this release: our reading of the same law corrects the version in place, a law
 * that began later opens a new version on its day. A version that people changed after that day is theirs.
 */
async function renewMatters(client: Client, matters: readonly Matter[]): Promise<void> {
  const latest = matters.length > 0 ? await readLatestVersions(client) : new Map<string, LatestVersion>();
  const versions: Matter[] = [];
  for (const matter of matters) {
    const held = latest.get(matter.matterKey);
    if (!held) versions.push(matter);
    else if (held.valid_from === matter.validFrom)
      versions.push({ ...matter, version: held.version, validTo: held.valid_to });
    else if (held.valid_from < matter.validFrom && held.valid_to === null) {
      await endVersion(client, matter.matterKey, held.version, addDays(matter.validFrom, -1));
      versions.push({ ...matter, version: held.version + 1 });
    }
  }
  if (versions.length > 0) await writeVersions(client, versions);
}

/** One hash for every login of the demonstration, with the smallest parameters that still verify: it guards nothing. */
function demoHash(): Promise<string> {
  return hash(demoPassword, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
