import { type Catalog, findMatterVersion, type Matter, type Unit } from '#domain/catalog/catalog.ts';
import type { EventOf, ItemEvent } from '#domain/item/events.ts';
import { begin, evolve } from '#domain/item/evolve.ts';
import type { Item } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type ApplicationRow, findApplication, findTickedRecords } from '../intake/intake-store.ts';
import { eventOf } from '../item/event-of.ts';
import { listEvents } from '../item/ledger.ts';
import type { Tx } from '../platform/database.ts';
import type { RecordRow } from '../record/record-view.ts';

/** An item with everything that papers and messages about one of its events name, as it stood then: later events do not show. */
export interface ItemFile {
  readonly event: ItemEvent;
  readonly item: Item;
  /** Before the event; the item itself for the first one. */
  readonly before: Item;
  readonly application: ApplicationRow;
  readonly record: RecordRow;
  readonly matter: Matter;
  readonly unit: Unit;
  readonly window: Unit | null;
  /** The day of acceptance, where the item had been accepted. */
  readonly acceptedOn: PlainDate | null;
  /** Materials handed in when correcting: their keys. */
  readonly corrected: readonly string[];
}

/** Reads the file of an item up to one version. Anything missing is a bug: jobs are written with what they name. */
export async function readItemFile(
  tx: Tx,
  catalog: Catalog,
  key: { readonly subjectKey: string; readonly itemId: string; readonly version: number },
): Promise<ItemFile> {
  const { subjectKey, itemId, version } = key;
  const events = (await listEvents(tx, subjectKey, itemId)).filter((row) => row.version <= version).map(eventOf);
  const event = events[version - 1];
  if (!event) throw new Error(`item ${itemId} has no version ${version}`);
  const folded = foldAll(key, events);
  const item = folded.at(-1)!;
  const application = await findApplication(tx, subjectKey, item.applicationId);
  const [record] = await findTickedRecords(tx, subjectKey, [item.recordId]);
  if (!application || !record) throw new Error(`item ${itemId} without application or record`);
  const accepted = events.find((one) => one.type === 'accepted');
  return {
    event,
    item,
    before: folded.at(-2) ?? item,
    application,
    record,
    matter: matterOf(catalog, item),
    unit: unitOf(catalog, item.unitId),
    window: item.windowUnitId === null ? null : unitOf(catalog, item.windowUnitId),
    acceptedOn: accepted?.on ?? null,
    corrected: events.flatMap((one) =>
      one.type === 'corrected' ? one.payload.materials.map((material) => material.key) : [],
    ),
  };
}

/** A unit by its id. Papers are not signed by nobody: an unknown unit stops the job until the catalogue is right. */
export function unitOf(catalog: Catalog, unitId: string): Unit {
  const unit = catalog.units.get(unitId);
  if (!unit) throw new Error(`unit ${unitId} is not in the catalogue`);
  return unit;
}

/** The version of the matter the item began with. */
export function matterOf(catalog: Catalog, item: Pick<Item, 'matterKey' | 'matterVersion'>): Matter {
  const matter =
    findMatterVersion(catalog, item.matterKey, item.matterVersion) ??
    catalog.matters.find((one) => one.matterKey === item.matterKey);
  if (!matter) throw new Error(`matter ${item.matterKey} is not in the catalogue`);
  return matter;
}

/** The item after each event. */
function foldAll(key: { subjectKey: string; itemId: string }, events: readonly ItemEvent[]): Item[] {
  const folded = [begin({ subjectKey: key.subjectKey, itemId: key.itemId }, events[0] as EventOf<'submitted'>)];
  for (const event of events.slice(1)) folded.push(evolve(folded.at(-1)!, event));
  return folded;
}
