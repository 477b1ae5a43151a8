import { noteUnanswered } from '#domain/casework/ask-opinion.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { findOpinion, listItemOpinions, recordWithdrawn } from '../casework/opinion-store.ts';
import { askedOf } from '../casework/opinions.ts';
import { actOnItem } from '../item/act-on-item.ts';
import { listEvents } from '../item/ledger.ts';
import type { Services } from '../platform/app-context.ts';
import { settled, type Task, textOf } from '../platform/task.ts';

const platform = { kind: 'platform', id: 'platform', name: '平台' } as const;

/** What is still asked about an item that has been decided or withdrawn is asked no longer: the item's ledger says so, the units are told. */
export function endOpinions(services: Services): Task {
  return {
    name: 'end-opinions',
    async run({ subjectKey, ...payload }) {
      const itemId = textOf(payload, 'itemId');
      const catalog = await services.catalog();
      const asked = await services.db.read({ sees: 'all' }, (tx) => listItemOpinions(tx, subjectKey, itemId));
      for (const { opinion_id } of asked) await noteOpinion(services, catalog, subjectKey, itemId, opinion_id);
    },
  };
}

/** Notes in the item's ledger that no answer came; what was answered, ended or noted before is left as it is. */
export async function noteOpinion(
  services: Services,
  catalog: Catalog,
  subjectKey: string,
  itemId: string,
  opinionId: string,
): Promise<void> {
  const done = await actOnItem(services, {
    subjectKey,
    itemId,
    actor: platform,
    scope: { sees: 'all' },
    requestId: null,
    // An answer that is being written holds the item: it counts, or finds the question ended.
    decide: async (item, { tx, today, now }) => {
      const row = await findOpinion(tx, subjectKey, opinionId);
      const event = row && noteUnanswered(item, { ...askedOf(row, catalog), dueOn: row.due_on }, today);
      if (!event) return null;
      if (event.payload.why === 'closed') {
        await recordWithdrawn(tx, { subjectKey, opinionId, at: now }, event.payload.reason);
        return event;
      }
      const noted = (await listEvents(tx, subjectKey, itemId)).some(
        (one) => one.type === 'opinion-unanswered' && (one.payload as { opinionId?: string }).opinionId === opinionId,
      );
      return noted ? null : event;
    },
  });
  settled(done);
}
