import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../platform/database.ts';

/** Items that wait for their applicant's correction, whose day lies between two days, both included; in all units. */
export async function listDueCorrections(tx: Tx, from: PlainDate, until: PlainDate): Promise<Item[]> {
  const rows = await tx.query<{ fold: Item }>(
    'corrections-due',
    `select fold from item where closed_at is null and state = 'correcting' and due_on between $1 and $2 order by due_on, item_id`,
    [from, until],
  );
  return rows.map((row) => row.fold);
}
