import type { Tx } from '../../platform/database.ts';
import { type ObjectionSummaryRow, objectionSummaryColumns, objectionSummaryFrom } from './objection-view.ts';

/** Objections of a unit that stand in a step of their chain, the nearest due day first. */
export async function listStandingObjections(
  tx: Tx,
  unitId: string,
  standing: 'review' | 'sign' | 'returned',
): Promise<ObjectionSummaryRow[]> {
  return tx.query<ObjectionSummaryRow>(
    'objections-sign-off',
    `select ${objectionSummaryColumns} from ${objectionSummaryFrom} where o.unit_id = $1 and o.sign_off = $2
     order by o.due_on nulls last, o.objection_id limit 200`,
    [unitId, standing],
  );
}

export async function countStandingObjections(tx: Tx, unitId: string): Promise<Record<string, number>> {
  const rows = await tx.query<{ sign_off: string; n: number }>(
    'objections-sign-off-counts',
    'select sign_off, count(*)::int as n from objection where unit_id = $1 and sign_off is not null group by sign_off',
    [unitId],
  );
  return Object.fromEntries(rows.map((row) => [row.sign_off, row.n]));
}

/** How many wait for one person: theirs to review or sign, and what came back to them. */
export async function countObjectionsForPerson(
  tx: Tx,
  unitId: string,
  { officerId, roles }: { readonly officerId: string; readonly roles: readonly string[] },
): Promise<number> {
  const rows = await tx.query<{ n: number }>(
    'objections-sign-off-mine',
    `select count(*)::int as n from objection where unit_id = $1 and (
       (sign_off = 'returned' and fold #>> '{returned,proposal,by,id}' = $2)
       or (sign_off = 'review' and $3 and fold #>> '{proposal,by,id}' <> $2)
       or (sign_off = 'sign' and $4 and fold #>> '{proposal,by,id}' <> $2
         and coalesce(fold #>> '{proposal,reviewed,by,id}', '') <> $2))`,
    [unitId, officerId, roles.includes('reviewer'), roles.includes('head')],
  );
  return rows[0]?.n ?? 0;
}
