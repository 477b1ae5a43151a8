import type { EventOf } from '#domain/item/events.ts';
import type { OrderContent } from '#domain/record/orders/order-event.ts';
import { findSubject } from '../access/subject-store.ts';
import { eventOf } from '../item/event-of.ts';
import { findEvent, findItem } from '../item/ledger.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { enter } from '../record/orders/carry-out.ts';
import { findOrder, lockRecord } from '../record/orders/order-store.ts';

/**
 * 撤销修复 takes effect on the record: shown again, barred and counted anew as the event says. The order bears the item's own id, so
 * that the task may run twice.
 */
export function orderRevocation(services: Services): Task {
  return {
    name: 'order-revocation',
    async run(payload) {
      const { subjectKey } = payload;
      const itemId = textOf(payload, 'itemId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      const today = services.clock.today();
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const item = await findItem(tx, subjectKey, itemId);
          const row = await findEvent(tx, subjectKey, itemId, version);
          const event = row && eventOf(row);
          if (!item || !row || event?.type !== 'revoked' || (await findOrder(tx, subjectKey, itemId))) return;
          const record = await lockRecord(tx, subjectKey, item.recordId);
          const subject = await findSubject(tx, subjectKey);
          if (!record || !subject) throw new Error(`item ${itemId} without record or subject`);
          const { bar, restartsOn } = event.payload.consequences;
          if (bar?.scope === 'subject') await barSubject(tx, subjectKey, row.day, now);
          await enter(
            { tx, catalog, today, now, actor: row.actor, requestId: null },
            {
              record: { ...record, unit_id: item.unitId },
              subject,
              orderId: itemId,
              itemId,
              cites: row.cites,
              content: contentOf(event.payload, row.day, catalog.units.get(item.unitId)?.name ?? ''),
              change: {
                repairTakenBack: true,
                ...(bar ? { barredOn: row.day } : {}),
                ...(restartsOn ? { restartsOn } : {}),
              },
            },
          );
        }),
      );
    },
  };
}

function contentOf(event: EventOf<'revoked'>['payload'], day: string, office: string): OrderContent {
  return {
    kind: 'revocation',
    origin: 'unit',
    ground: { title: '撤销信用修复决定书', number: event.docNumber, office, day, attachmentId: null },
    text: event.consequences.said.map((one) => one.text).join('；'),
    note: event.finding,
    statement: null,
    changes: [],
    open: event.consequences.open,
    knownOn: day,
    dueOn: null,
  };
}

/** 107号 art 23 ¶2: every market record of the subject, those that come later included, is judged with it. */
async function barSubject(tx: Tx, subjectKey: string, day: string, now: Date): Promise<void> {
  await tx.change(
    'subject-barred',
    'update subject set market_barred_on = greatest(market_barred_on, $2::date), updated_at = $3 where subject_key = $1',
    [subjectKey, day, now],
  );
  await tx.change(
    'records-barred',
    'update record set look_on = default where subject_key = $1 and repaired_on is null',
    [subjectKey],
  );
}
