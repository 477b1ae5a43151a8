import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Item } from '#domain/item/item.ts';
import type { Calendar } from '#domain/working-days.ts';
import type { Tx } from '../platform/database.ts';

/** Names a calendar by what it says. */
export function calendarDigest({ years, edits = [] }: Calendar): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify({ years, edits }))))
    .digest('hex');
}

/** The calendar all open deadlines were counted with last; undefined before the first time. */
export async function findCountedCalendar(tx: Tx): Promise<{ digest: string; calendar: Calendar } | undefined> {
  const rows = await tx.query<{ digest: string; calendar: Calendar }>(
    'counted-calendar',
    'select digest, calendar from counted_calendar where only_row',
  );
  return rows[0];
}

export async function recordCountedCalendar(tx: Tx, calendar: Calendar, at: Date): Promise<void> {
  await tx.change(
    'counted-calendar-record',
    `insert into counted_calendar (only_row, digest, calendar, counted_at) values (true, $1, $2, $3)
     on conflict (only_row) do update set digest = excluded.digest, calendar = excluded.calendar, counted_at = excluded.counted_at`,
    [calendarDigest(calendar), JSON.stringify(calendar), at],
  );
}

/** Where a batch of open items ended; the record names an open item as well as its own id does, and an index stands on it. */
export interface OpenItemKey {
  readonly subjectKey: string;
  readonly recordId: string;
}

/** The next open items behind a key, as folded. */
export async function readOpenItems(tx: Tx, after: OpenItemKey | null, limit: number): Promise<Item[]> {
  const rows = await tx.query<{ fold: Item }>(
    after ? 'open-items-after' : 'open-items-first',
    `select fold from item where closed_at is null ${after ? 'and (subject_key, record_id) > ($2::uuid, $3::uuid)' : ''}
     order by subject_key, record_id limit $1`,
    after ? [limit, after.subjectKey, after.recordId] : [limit],
  );
  return rows.map((row) => row.fold);
}
