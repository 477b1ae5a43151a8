import { chainActNames } from '#domain/item/proposal.ts';
import type { Services } from '../platform/app-context.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { readItemFile } from './item-file.ts';
import { orderMessage } from './tell.ts';

/**
 * Tells who proposed an act that it could not be signed, since the decision itself is refused on that day: why, and what now. The
 * proposal goes on waiting. Pressing 签发 again on the same day tells nothing new.
 */
export function tellUnsigned(services: Services): Task {
  return {
    name: 'tell-unsigned',
    async run(payload) {
      const { subjectKey } = payload;
      const [code, why] = [textOf(payload, 'code'), textOf(payload, 'text')];
      const key = { subjectKey, itemId: textOf(payload, 'itemId'), version: numberOf(payload, 'version') };
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const { item, unit, record } = await readItemFile(tx, catalog, key);
          if (!item.proposal) return null;
          const { act, by } = item.proposal;
          const day = services.clock.today();
          await orderMessage(
            tx,
            {
              subjectKey,
              messageId: derivedId('message', subjectKey, key.itemId, key.version, 'unsigned', code, day),
              applicationId: item.applicationId,
              itemId: key.itemId,
              to: { kind: 'officer', unit, officerId: by.id },
              title: `您提请的“${chainActNames[act]}”没有签发成`,
              body: `办件${item.number}（${record.doc_number}）。原因：${why}\n提请还在等待签发，办理期限照常计算。原因消除以后可以再签；要改办别的，请撤回提请后重新办理。`,
            },
            services.clock.now(),
          );
          return null;
        }),
      );
    },
  };
}
