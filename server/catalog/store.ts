import type { Matter, Region, Unit } from '#domain/catalog/catalog.ts';
import type { CalendarEdit } from '#domain/working-days.ts';
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

const versionColumns = 'matter_key, version, valid_from, valid_to, name, law_entry, content';

export function readVersions(tx: Tx): Promise<MatterVersionRow[]> {
  return tx.query<MatterVersionRow>(
    'catalog-versions',
    `select ${versionColumns} from matter_version order by matter_key, version desc`,
  );
}

export function readCalendarEdits(tx: Tx): Promise<CalendarEdit[]> {
  return tx.query<CalendarEdit>(
    'catalog-calendar',
    `select day as date, case when is_working then 'work' else 'rest' end as kind, basis as why from calendar_day order by day`,
  );
}

/** A filing as the table holds it. */
export interface ChangeRow {
  readonly change_id: string;
  readonly matter_key: string;
  readonly kind: 'new' | 'change' | 'withdraw';
  readonly effective_on: string;
  readonly filed_on: string;
  readonly basis: string;
  readonly urgent_reason: string | null;
  readonly content: {
    readonly name?: string;
    readonly limits?: { readonly accept?: number; readonly decide?: number };
    readonly lawEntry?: string;
  };
  readonly state: 'filed' | 'applied' | 'rejected';
  readonly filed_by: string;
  readonly created_at: string;
}

const changeColumns = `change_id, matter_key, kind, effective_on, filed_on, basis, urgent_reason, content, state, filed_by, created_at`;

/** Filings, latest day first; at most 500. */
export function readChanges(tx: Tx): Promise<ChangeRow[]> {
  return tx.query<ChangeRow>(
    'catalog-changes',
    `select ${changeColumns} from matter_change order by effective_on desc, change_id desc limit 500`,
  );
}

/** Filings whose day has come, in the order of their days. */
export function readDueChanges(tx: Tx, today: string): Promise<ChangeRow[]> {
  return tx.query<ChangeRow>(
    'catalog-due-changes',
    `select ${changeColumns} from matter_change where state = 'filed' and effective_on <= $1 order by effective_on, change_id`,
    [today],
  );
}

/** Two filings for one matter take turns until the transaction ends; true where one is waiting for its day already. */
export async function lockFilings(tx: Tx, matterKey: string): Promise<boolean> {
  await tx.query('catalog-lock-filing', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `filing:${matterKey}`,
  ]);
  const waiting = await tx.query(
    'catalog-waiting-change',
    `select 1 from matter_change where matter_key = $1 and state = 'filed' limit 1`,
    [matterKey],
  );
  return waiting.length > 0;
}

export async function recordChange(tx: Tx, row: ChangeRow): Promise<void> {
  await tx.change(
    'catalog-record-change',
    `insert into matter_change (${changeColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.change_id,
      row.matter_key,
      row.kind,
      row.effective_on,
      row.filed_on,
      row.basis,
      row.urgent_reason,
      JSON.stringify(row.content),
      row.state,
      row.filed_by,
      row.created_at,
    ],
  );
}

/** Moves a filing out of `filed`; false where another process did so first. */
export async function settleChange(
  tx: Tx,
  changeId: string,
  state: 'applied' | 'rejected',
  by: string,
  at: Date,
): Promise<boolean> {
  const changed = await tx.change(
    'catalog-settle-change',
    `update matter_change set state = $2, decided_by = $3, decided_at = $4 where change_id = $1 and state = 'filed'`,
    [changeId, state, by, at],
  );
  return changed === 1;
}

/** Ends a version with a day, that day included. */
export async function endVersion(tx: Tx, matterKey: string, version: number, last: string): Promise<void> {
  await tx.change(
    'catalog-end-version',
    'update matter_version set valid_to = $3 where matter_key = $1 and version = $2 and valid_to is null',
    [matterKey, version, last],
  );
}

export async function addVersion(tx: Tx, matter: Matter): Promise<void> {
  await tx.change(
    'catalog-add-key',
    'insert into matter_key (matter_key, position) values ($1, $2) on conflict (matter_key) do nothing',
    [matter.matterKey, matter.position],
  );
  await tx.change(
    'catalog-add-version',
    `insert into matter_version (${versionColumns}) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      matter.matterKey,
      matter.version,
      matter.validFrom,
      matter.validTo,
      matter.name,
      matter.lawEntry,
      JSON.stringify(contentOf(matter)),
    ],
  );
}
