import type { PlainDate } from '#domain/plain-date.ts';
import type { Database } from '../platform/database.ts';

const block = 50;

/**
 * Public numbers of applications: JXXF, the day, six digits. Taken in blocks, so that a hundred people who submit at once do not queue
 * for one row; a block left over when a process ends leaves a gap, which a public number may have (a document number may not).
 */
export function openApplicationNumbers(db: Database) {
  let day = '';
  let next = 0;
  let end = 0;
  let leasing: Promise<void> | null = null;

  async function lease(today: PlainDate): Promise<void> {
    const rows = await db.pool.query<{ last: number }>(
      `insert into number_series (unit_id, kind, period, last) values ('province', 'application', $1, $2)
       on conflict (unit_id, kind, period) do update set last = number_series.last + excluded.last returning last`,
      [today, block],
    );
    end = rows.rows[0]!.last;
    next = end - block + 1;
    day = today;
  }

  return async function takeNumber(today: PlainDate): Promise<string> {
    while (day !== today || next > end) {
      leasing ??= lease(today).finally(() => {
        leasing = null;
      });
      await leasing;
    }
    const serial = next;
    next += 1;
    return `JXXF${today.replaceAll('-', '')}${String(serial).padStart(6, '0')}`;
  };
}
