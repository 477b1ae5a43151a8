import type { Matter, Region, Unit } from '#domain/catalog/catalog.ts';
import type { Tx } from '../platform/database.ts';
import { contentOf, type MatterVersionRow } from './matter-content.ts';

/** The catalogue's only statements at run time. Its tables are small and hold nothing personal: no row policy binds them. */

export function readRegions(tx: Tx): Promise<Region[]> {
  return tx.query<Region>('catalog-regions', 'select code, name, level, parent, placeholder from region order by code');
}

/** Units that are not dissolved. */
export function readUnits(tx: Tx): Promise<Unit[]> {
  return tx.query<Unit>(
    'catalog-units',
    `select unit_id as "unitId", name, short_name as "shortName", kind, sector, level, region_code as "regionCode",
       organ_code as "organCode", phone, address
     from unit where valid_to is null order by region_code, sector, unit_id`,
  );
}

const versionColumns = 'matter_key, version, valid_from, valid_to, name, law_entry, content, change_id';

export function readVersions(tx: Tx): Promise<MatterVersionRow[]> {
  return tx.query<MatterVersionRow>(
    'catalog-versions',
    `select ${versionColumns} from matter_version order by matter_key, version desc`,
  );
}

/** Ends a version with a day, that day included. */
export async function endVersion(tx: Tx, matterKey: string, version: number, last: string): Promise<void> {
  await tx.change(
    'catalog-end-version',
    'update matter_version set valid_to = $3 where matter_key = $1 and version = $2 and valid_to is null',
    [matterKey, version, last],
  );
}

/** Adds a version opened by a filing, and the matter's key where it is new. */
export async function addVersion(tx: Tx, matter: Matter, changeId: string): Promise<void> {
  await tx.change(
    'catalog-add-key',
    'insert into matter_key (matter_key, position) values ($1, $2) on conflict (matter_key) do nothing',
    [matter.matterKey, matter.position],
  );
  await tx.change(
    'catalog-add-version',
    `insert into matter_version (${versionColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      matter.matterKey,
      matter.version,
      matter.validFrom,
      matter.validTo,
      matter.name,
      matter.lawEntry,
      JSON.stringify(contentOf(matter)),
      changeId,
    ],
  );
}

/** Writes a unit: a new one from its day, or how one is called and reached. */
export async function writeUnit(tx: Tx, unit: Unit, from: string): Promise<void> {
  await tx.change(
    'catalog-write-unit',
    `insert into unit (unit_id, name, short_name, kind, sector, level, region_code, organ_code, phone, address, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (unit_id) do update set name = excluded.name, phone = excluded.phone, address = excluded.address`,
    [
      unit.unitId,
      unit.name,
      unit.shortName,
      unit.kind,
      unit.sector,
      unit.level,
      unit.regionCode,
      unit.organCode,
      unit.phone,
      unit.address,
      from,
    ],
  );
}
