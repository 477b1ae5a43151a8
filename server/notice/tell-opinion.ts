import type { Catalog } from '#domain/catalog/catalog.ts';
import { listOfficers } from '../access/officer-store.ts';
import { findOpinion, type OpinionRow } from '../casework/opinion-store.ts';
import { eventOf } from '../item/event-of.ts';
import { findEvent } from '../item/ledger.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { askedUnitWords, askingOfficerWords, type OpinionNews } from './opinion-words.ts';
import { orderMessage, type Recipient } from './tell.ts';

const newsOf: Readonly<Record<string, OpinionNews>> = {
  'opinion-asked': 'asked',
  'opinion-given': 'given',
  'opinion-withdrawn': 'withdrawn',
  'opinion-unanswered': 'closed',
};

/** Tells the asked unit that an opinion is wanted (or no longer), and who asked that it came. Running twice tells once. */
export function tellOpinion(services: Services): Task {
  return {
    name: 'tell-opinion',
    async run({ subjectKey, ...payload }) {
      const itemId = textOf(payload, 'itemId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const found = await findEvent(tx, subjectKey, itemId, version);
          const event = found && eventOf(found);
          const news = event && newsOf[event.type];
          if (!event || !news) throw new Error(`no opinion ${itemId}/${version}`);
          if (!('opinionId' in event.payload)) throw new Error(`${event.type} names no opinion`);
          const { opinionId } = event.payload;
          const row = await findOpinion(tx, subjectKey, opinionId);
          if (!row) throw new Error(`no opinion ${opinionId}`);
          await tellOfOpinion(tx, services, catalog, row, news);
          return null;
        }),
      );
    },
  };
}

/** One piece of news to each side whose news it is; an officer who has left is read by the unit. */
export async function tellOfOpinion(
  tx: Tx,
  services: Pick<Services, 'clock'>,
  catalog: Catalog,
  row: OpinionRow,
  news: OpinionNews,
): Promise<void> {
  const [asking, asked] = [unitOf(catalog, row.unit_id), unitOf(catalog, row.asked_unit_id)];
  const now = services.clock.now();
  const id = (side: string) => derivedId('message', row.subject_key, row.opinion_id, news, row.due_on, side);
  const { subject_key: subjectKey } = row;
  const forAsked = askedUnitWords(row, news, asking.name);
  // The asked unit does not see the item, so its message does not name it.
  if (forAsked)
    await orderMessage(
      tx,
      {
        subjectKey,
        messageId: id('asked'),
        applicationId: null,
        itemId: null,
        to: { kind: 'unit', unit: asked },
        ...forAsked,
      },
      now,
    );
  const forAsking = askingOfficerWords(row, news, asked.name);
  if (!forAsking) return;
  const there = await listOfficers(tx, row.unit_id, services.clock.today());
  const to: Recipient = there.some((one) => one.officerId === row.asked_by.id)
    ? { kind: 'officer', unit: asking, officerId: row.asked_by.id }
    : { kind: 'unit', unit: asking };
  await orderMessage(
    tx,
    { subjectKey, messageId: id('asking'), applicationId: null, itemId: row.item_id, to, ...forAsking },
    now,
  );
}
