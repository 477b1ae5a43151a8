import type { Caller } from '#contract/endpoint.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../platform/database.ts';

/** Somebody who works at a unit. */
export interface OfficerName {
  readonly officerId: string;
  readonly name: string;
  readonly roles: readonly Caller[];
}

/** Who works at a unit on a day and decides items there, by name. */
export async function listOfficers(tx: Tx, unitId: string, day: PlainDate): Promise<OfficerName[]> {
  const rows = await tx.query<{ officer_id: string; name: string; roles: Caller[] }>(
    'officers-of-unit',
    `select officer_id, name, roles from officer
     where unit_id = $1 and 'officer' = any (roles) and valid_from <= $2 and (valid_to is null or valid_to >= $2)
     order by name, officer_id`,
    [unitId, day],
  );
  return rows.map((row) => ({ officerId: row.officer_id, name: row.name, roles: row.roles }));
}

/** Names of officers, also of those who left. */
export async function findOfficerNames(tx: Tx, officerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ officer_id: string; name: string }>(
    'officers-by-id',
    'select officer_id, name from officer where officer_id = any ($1)',
    [officerIds],
  );
  return new Map(rows.map((row) => [row.officer_id, row.name]));
}
