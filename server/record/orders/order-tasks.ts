import type { Gateways } from '../../gateways/open-gateways.ts';
import type { Services } from '../../platform/app-context.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { type Task, textOf } from '../../platform/task.ts';
import { deregisterImported } from './deregister-subject.ts';
import { confirmOrderEffect, sendOrderEffect } from './send-order-effect.ts';

/** The jobs of orders about records: asking platforms, reading what became of it, finding what nothing touches any more. */
export function orderTasks(services: Services, gateways: Gateways): Task[] {
  const sending = { services, gateways };
  return [
    {
      name: 'send-order-effect',
      maxAttempts: 12,
      run: (payload) => sendOrderEffect(sending, payload.subjectKey, textOf(payload, 'effectId')),
    },
    {
      name: 'confirm-order-effect',
      maxAttempts: 12,
      run: (payload) =>
        confirmOrderEffect(
          sending,
          payload.subjectKey,
          textOf(payload, 'effectId'),
          typeof payload.asked === 'number' ? payload.asked : 0,
        ),
    },
    {
      name: 'deregister-subject',
      run: (payload) =>
        deregisterImported(services, payload.subjectKey, {
          deregisteredOn: textOf(payload, 'deregisteredOn'),
          unitId: textOf(payload, 'unitId'),
          importId: typeof payload.importId === 'string' ? payload.importId : null,
        }),
    },
    { name: 'rouse-order-effects', run: () => rouse(services) },
  ];
}

/** Requests that nothing has touched for half an hour, as with the effects of a grant: harmless where a job still waits. */
async function rouse(services: Services): Promise<void> {
  const now = services.clock.now();
  const since = new Date(now.getTime() - 30 * 60_000);
  await services.db.read({ sees: 'all' }, async (tx) => {
    const quiet = await tx.query<{ subject_key: string; effect_id: string; state: string }>(
      'order-effects-quiet',
      `update record_order_effect e set last_try_at = $2 where state in ('requested', 'sent') and coalesce(last_try_at, requested_at) < $1
       returning subject_key, effect_id, state`,
      [since, now],
    );
    for (const row of quiet)
      await orderJobs(
        tx,
        row.subject_key,
        [
          {
            task: row.state === 'sent' ? 'confirm-order-effect' : 'send-order-effect',
            payload: { effectId: row.effect_id },
          },
        ],
        now,
      );
  });
}
