import { eventOf } from '../item/event-of.ts';
import { findEvent, findItem } from '../item/ledger.ts';
import type { Services } from '../platform/app-context.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { orderMessage } from './tell.ts';

/**
 * Tells colleagues who has an item in hand now: whom it was taken from, and to whom the head gave it. Nobody is told of what they did
 * themselves, nor of what a rule or a departure brought: those stand in the list 我的, with its count. Running twice tells once.
 */
export function tellHolders(services: Services): Task {
  return {
    name: 'tell-holders',
    async run({ subjectKey, ...payload }) {
      const itemId = textOf(payload, 'itemId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const item = await findItem(tx, subjectKey, itemId);
          const row = await findEvent(tx, subjectKey, itemId, version);
          const event = row && eventOf(row);
          if (!item || !row || event?.type !== 'assigned') throw new Error(`no assignment ${itemId}/${version}`);
          const { from, to, why, reason } = event.payload;
          const unit = unitOf(catalog, item.unitId);
          const because = reason ? `原因：${reason}` : '';
          const tell = (officerId: string, title: string, body: string) =>
            orderMessage(
              tx,
              {
                subjectKey,
                messageId: derivedId('message', subjectKey, itemId, version, officerId),
                applicationId: item.applicationId,
                itemId,
                to: { kind: 'officer', unit, officerId },
                title,
                body: `办件${item.number}。${body}${because}`,
              },
              services.clock.now(),
            );
          if (from && from.officerId !== row.actor.id && why !== 'departure')
            await tell(
              from.officerId,
              to ? `您的一件办件改由${to.name}承办` : '您的一件办件已交还待分派',
              `由${row.actor.name}办理，您以后不用再管这一件。`,
            );
          if (to && to.officerId !== row.actor.id && why === 'hand')
            await tell(to.officerId, '负责人分派给您一件办件', `由${row.actor.name}分派。`);
          return null;
        }),
      );
    },
  };
}
