import type { Client } from 'pg';
import type { Matter, Region, Unit } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { DemoAccount } from '../access/demo-accounts.ts';
import { contentOf } from './matter-content.ts';

/** Statements of the preparation, as the owner, before any server runs. Each writes a whole part in one round trip. */

/** Digests of the parts as last written. */
export async function readSeeds(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ part: string; digest: string }>('select part, digest from catalog_seed');
  return new Map(rows.map(({ part, digest }) => [part, digest]));
}

export async function writeSeeds(client: Client, seeds: ReadonlyMap<string, string>, now: Date): Promise<void> {
  await client.query(
    `insert into catalog_seed (part, digest, seeded_at) select part, digest, $3 from unnest($1::text[], $2::text[]) s (part, digest)
     on conflict (part) do update set digest = excluded.digest, seeded_at = excluded.seeded_at`,
    [[...seeds.keys()], [...seeds.values()], now],
  );
}

/** Two preparations on one database take turns. */
export async function lockSeeding(client: Client): Promise<void> {
  await client.query('select pg_advisory_xact_lock(7210502)');
}

/** Regions follow the release: nobody edits them. */
export async function writeRegions(client: Client, regions: readonly Region[]): Promise<void> {
  await client.query(
    `insert into region (code, name, level, parent, placeholder)
     select code, name, level, parent, placeholder
     from jsonb_to_recordset($1) r (code text, name text, level text, parent text, placeholder boolean)
     on conflict (code) do update set name = excluded.name, level = excluded.level, parent = excluded.parent, placeholder = excluded.placeholder`,
    [JSON.stringify(regions)],
  );
}

/** Units that are not there yet: those that are may have been edited and stay as they are. Gives how many were added. */
export async function addUnits(client: Client, units: readonly Unit[], from: PlainDate): Promise<number> {
  const done = await client.query(
    `insert into unit (unit_id, name, short_name, kind, sector, level, region_code, organ_code, phone, address, valid_from)
     select "unitId", name, "shortName", kind, sector, level, "regionCode", "organCode", phone, address, $2
     from jsonb_to_recordset($1) u ("unitId" text, name text, "shortName" text, kind text, sector text, level text,
       "regionCode" text, "organCode" text, phone text, address text)
     on conflict (unit_id) do nothing`,
    [JSON.stringify(units), from],
  );
  return done.rowCount ?? 0;
}

export interface LatestVersion {
  readonly matter_key: string;
  readonly version: number;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
}

/** The newest version of each matter. */
export async function readLatestVersions(client: Client): Promise<Map<string, LatestVersion>> {
  const { rows } = await client.query<LatestVersion>(
    `select distinct on (matter_key) matter_key, version, valid_from::text, valid_to::text
     from matter_version order by matter_key, version desc`,
  );
  return new Map(rows.map((row) => [row.matter_key, row]));
}

/** Adds versions, or writes those anew that are there under the same number. */
export async function writeVersions(client: Client, versions: readonly Matter[]): Promise<void> {
  await client.query(
    `insert into matter_key (matter_key, position)
     select key, position from unnest($1::text[], $2::integer[]) k (key, position) on conflict (matter_key) do nothing`,
    [versions.map((one) => one.matterKey), versions.map((one) => one.position)],
  );
  await client.query(
    `insert into matter_version (matter_key, version, valid_from, valid_to, name, law_entry, content)
     select key, version, valid_from, valid_to, name, law_entry, content
     from jsonb_to_recordset($1) v (key text, version integer, valid_from date, valid_to date, name text, law_entry text, content jsonb)
     on conflict (matter_key, version) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to,
       name = excluded.name, law_entry = excluded.law_entry, content = excluded.content`,
    [
      JSON.stringify(
        versions.map((one) => ({
          key: one.matterKey,
          version: one.version,
          valid_from: one.validFrom,
          valid_to: one.validTo,
          name: one.name,
          law_entry: one.lawEntry,
          content: contentOf(one),
        })),
      ),
    ],
  );
}

/** Ends a version with a day (that day included). */
export async function endVersion(client: Client, key: string, version: number, last: PlainDate): Promise<void> {
  await client.query('update matter_version set valid_to = $3 where matter_key = $1 and version = $2', [
    key,
    version,
    last,
  ]);
}

/** The logins of the demonstration, all with one password hash; one that exists gets the hash, unit and roles anew. */
export async function writeAccounts(
  client: Client,
  accounts: readonly DemoAccount[],
  hash: string,
  from: PlainDate,
): Promise<void> {
  await client.query(
    `insert into officer (officer_id, login, name, password_hash, unit_id, roles, valid_from)
     select 'demo:' || login, login, name, $2, "unitId", roles, $3
     from jsonb_to_recordset($1) a (login text, name text, "unitId" text, roles text[])
     on conflict (officer_id) do update set name = excluded.name, password_hash = excluded.password_hash,
       unit_id = excluded.unit_id, roles = excluded.roles`,
    [JSON.stringify(accounts), hash, from],
  );
}
