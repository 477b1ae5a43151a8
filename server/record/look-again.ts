import type { Tx } from '../platform/database.ts';
import { lookAtOnce } from './look-store.ts';

/** Whose records are meant: those of a matter, of the authorities of a field, or both narrowing one another; neither: all. */
export interface LookAgain {
  readonly matterKey?: string;
  readonly sector?: string;
}

/**
 * Marks records to be looked at by the next run of `look-at-records`: after a change of the rules they are judged by. To be called in
 * the transaction that makes the change effective. Gives the number of records. Whoever was told once is not told again.
 */
export async function lookAgain(tx: Tx, { matterKey, sector }: LookAgain): Promise<number> {
  return tx.change(
    'records-look-again',
    `update record set look_on = $1 where repaired_on is null and look_on is distinct from $1
       and ($2::text is null or matter_key = $2)
       and ($3::text is null or unit_id in (select unit_id from unit where sector = $3))`,
    [lookAtOnce, matterKey ?? null, sector ?? null],
  );
}
