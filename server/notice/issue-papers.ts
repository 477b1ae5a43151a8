import { orderPaper } from '../catalog/order-paper.ts';
import type { Services } from '../platform/app-context.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { readItemFile } from './item-file.ts';
import { itemPaper } from './item-papers.ts';

/**
 * Orders the paper that follows from one event. Its id follows from the event and its kind, so that running twice neither makes a second
 * paper nor takes a second number.
 */
export function issuePapers(services: Services): Task {
  return {
    name: 'issue-papers',
    async run(payload) {
      const { subjectKey } = payload;
      const key = { subjectKey, itemId: textOf(payload, 'itemId'), version: numberOf(payload, 'version') };
      const catalog = await services.catalog();
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const file = await readItemFile(tx, catalog, key);
          const draft = itemPaper(file, catalog);
          if (!draft) return null;
          const { item } = file;
          await orderPaper(
            tx,
            services.config,
            {
              subjectKey,
              paperId: derivedId('paper', subjectKey, item.itemId, item.version, draft.content.kind),
              applicationId: item.applicationId,
              itemId: item.itemId,
              recordId: item.recordId,
              organName: draft.signedBy.name,
              number: draft.number,
              issuedOn: draft.issuedOn,
              content: draft.content,
              units: [file.unit],
              windowUnitId: item.windowUnitId,
            },
            now,
          );
          return null;
        }),
      );
    },
  };
}
