import { findQuietExchanges, orderSending } from '../casework/objections/objection-exchange-store.ts';
import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';

interface Quiet {
  readonly subject_key: string;
  readonly exchange_id: string;
  readonly state: 'requested' | 'sent';
}

/**
 * Finds hand-overs that nothing has touched for half an hour and orders their job again: the queue's own retries may have been lost
 * with a restored database. Harmless where a job is still waiting, since sending and confirming may run twice.
 */
export async function rouseExchanges(services: Services): Promise<void> {
  const now = services.clock.now();
  const since = new Date(now.getTime() - 30 * 60_000);
  await services.db.read({ sees: 'all' }, async (tx) => {
    const quiet = await tx.query<Quiet>(
      'exchanges-quiet',
      `select subject_key, exchange_id, state from exchange
       where state in ('requested', 'sent') and coalesce(last_try_at, requested_at) < $1 order by requested_at limit 500`,
      [since],
    );
    for (const row of quiet) {
      await tx.change(
        'exchange-roused',
        'update exchange set last_try_at = $3 where subject_key = $1 and exchange_id = $2',
        [row.subject_key, row.exchange_id, now],
      );
      await orderJobs(
        tx,
        row.subject_key,
        [
          {
            task: row.state === 'sent' ? 'confirm-exchange' : 'send-exchange',
            payload: { exchangeId: row.exchange_id },
          },
        ],
        now,
      );
    }
    for (const row of await findQuietExchanges(tx, since))
      await orderSending(tx, row.subject_key, [row.exchange_id], now);
  });
}
