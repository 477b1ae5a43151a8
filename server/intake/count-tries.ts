import { createHmac } from 'node:crypto';
import { type CountedBy, sayWait, waitAfterFailures } from '#domain/intake/wait-after-failures.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';

interface TryRow {
  readonly failures: number;
  readonly last_at: string;
  readonly open_at: string | null;
}

/** A try that may fail: by number and by address. */
export interface Try {
  readonly number: string;
  readonly address: string;
}

const forgottenAfterMs = 24 * 3_600_000;
const later = (now: Date, seconds: number) => (seconds > 0 ? new Date(now.getTime() + seconds * 1000) : null);

function keysOf(services: Services, it: Try): readonly (readonly [CountedBy, string])[] {
  const hash = (by: CountedBy, text: string) =>
    createHmac('sha256', services.config.appSecret).update(`try:${by}:${text}`).digest('hex');
  return [
    ['number', hash('number', it.number)],
    ['address', hash('address', it.address)],
  ];
}

async function lockTry(tx: Tx, key: string, now: Date): Promise<TryRow> {
  await tx.change(
    'try-begin',
    'insert into failed_try (key_hash, failures, last_at) values ($1, 0, $2) on conflict do nothing',
    [key, now],
  );
  const rows = await tx.query<TryRow>(
    'try-lock',
    'select failures, last_at, open_at from failed_try where key_hash = $1 for update',
    [key],
  );
  return rows[0]!;
}

async function writeTry(tx: Tx, key: string, failures: number, openAt: Date | null, now: Date): Promise<void> {
  await tx.change('try-write', 'update failed_try set failures = $2, open_at = $3, last_at = $4 where key_hash = $1', [
    key,
    failures,
    openAt,
    now,
  ]);
}

/**
 * Counts a try before it is judged, so that a thousand sent at once are a thousand; whoever is right takes it back with `succeed`. The
 * refusal says how long to wait, and is the same whether the number exists or not.
 */
export async function countTry(services: Services, it: Try): Promise<{ succeed(): Promise<void> } | Refusal> {
  const now = services.clock.now();
  const keys = keysOf(services, it);
  const counted = await services.db.transaction({ sees: 'none' }, async (tx): Promise<null | Refusal> => {
    // Always the number first: two who try at once wait for one another instead of locking each other out.
    const rows: TryRow[] = [];
    for (const [, key] of keys) rows.push(await lockTry(tx, key, now));
    const waits = rows.map((row) => (row.open_at ? Date.parse(row.open_at) - now.getTime() : 0));
    const seconds = Math.ceil(Math.max(...waits) / 1000);
    if (seconds > 0) return tooMany(seconds);
    for (const [index, [by, key]] of keys.entries()) {
      const stale = now.getTime() - Date.parse(rows[index]!.last_at) > forgottenAfterMs;
      const failures = (stale ? 0 : rows[index]!.failures) + 1;
      await writeTry(tx, key, failures, later(now, waitAfterFailures(failures, by)), now);
    }
    return null;
  });
  if (isRefusal(counted)) return counted;
  return {
    async succeed() {
      await services.db.transaction({ sees: 'none' }, async (tx) => {
        for (const [by, key] of keys) {
          const row = await lockTry(tx, key, now);
          const failures = by === 'number' ? 0 : Math.max(0, row.failures - 1);
          await writeTry(tx, key, failures, later(now, waitAfterFailures(failures, by)), now);
        }
        return null;
      });
    },
  };
}

function tooMany(seconds: number): Refusal {
  return refuse(
    'too-many',
    'too-many-tries',
    `试错的次数多了，请 ${sayWait(seconds)}后再试。编号和查询码都在收件回执上；找不到回执的，可以登录查看，或带身份证件到综合窗口查询。`,
    { more: { retryAfter: seconds } },
  );
}
