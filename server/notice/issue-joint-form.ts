import type { JointApplicationForm } from '#contract/paper-models.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { Item } from '#domain/item/item.ts';
import { orderPaper } from '../catalog/order-paper.ts';
import { findTickedRecords } from '../intake/intake-store.ts';
import { eventOf } from '../item/event-of.ts';
import { findItem, listApplicationEvents } from '../item/ledger.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { jointFormOpinions, jointFormStanding } from './joint-form-opinions.ts';
import { findSignedForm } from './joint-form-store.ts';
import { listItemsOf } from './notice-store.ts';

/**
 * Orders a new edition of the joint form when an item has its result (附件3: 修复决定意见、决定单位盖章、日期). What the applicant signed
 * is taken over as it was printed; only opinions are added, of every item decided by now. Earlier editions stay. Running twice makes one.
 */
export function issueJointForm(services: Services): Task {
  return {
    name: 'issue-joint-form',
    async run(payload) {
      const { subjectKey } = payload;
      const [itemId, version] = [textOf(payload, 'itemId'), numberOf(payload, 'version')];
      const catalog = await services.catalog();
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const item = await findItem(tx, subjectKey, itemId);
          if (!item) throw new Error(`no item ${itemId}`);
          await orderEdition(tx, services, { catalog, item, version }, now);
          return null;
        }),
      );
    },
  };
}

async function orderEdition(
  tx: Tx,
  services: Services,
  it: { readonly catalog: Catalog; readonly item: Item; readonly version: number },
  now: Date,
): Promise<void> {
  const { item, catalog } = it;
  const { subjectKey, applicationId } = item;
  const signed = await findSignedForm(tx, subjectKey, applicationId);
  if (!signed) throw new Error(`application ${applicationId} has no joint form yet`);
  const items = await listItemsOf(tx, subjectKey, applicationId);
  const { head, ...content } = signed.model as JointApplicationForm;
  const opinions = jointFormOpinions(catalog, await decidedItems(tx, subjectKey, applicationId, items));
  const today = services.clock.today();
  // Later than every edition before it, whatever two workers' clocks say: the newest is told by this instant.
  const at = new Date(Math.max(now.getTime(), new Date(signed.newest).getTime() + 1));
  await orderPaper(
    tx,
    services.config,
    {
      subjectKey,
      paperId: derivedId('paper', subjectKey, item.itemId, it.version, content.kind),
      applicationId,
      itemId: null,
      recordId: null,
      organName: head.organName,
      number: head.docNumber,
      issuedOn: today,
      content: { ...content, opinions, standing: jointFormStanding(items.length, opinions.length, today) },
      units: items,
      windowUnitId: item.windowUnitId,
    },
    at,
  );
}

async function decidedItems(tx: Tx, subjectKey: string, applicationId: string, items: readonly Item[]) {
  const happened = await listApplicationEvents(tx, subjectKey, applicationId);
  const records = await findTickedRecords(
    tx,
    subjectKey,
    items.map((one) => one.recordId),
  );
  return items.map((item) => ({
    item,
    recordDocNumber: records.find((one) => one.record_id === item.recordId)?.doc_number ?? '',
    events: happened.filter((row) => row.item_id === item.itemId).map(eventOf),
  }));
}
