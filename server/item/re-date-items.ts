import { calendarChanges } from '#domain/calendar-change.ts';
import type { Item } from '#domain/item/item.ts';
import { type Redating, reDate } from '#domain/item/re-date.ts';
import type { Calendar } from '#domain/working-days.ts';
import { readCatalog } from '../catalog/catalog-store.ts';
import type { LedgerActor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { settled, type Task } from '../platform/task.ts';
import { actOnItem } from './act-on-item.ts';
import {
  calendarDigest,
  findCountedCalendar,
  type OpenItemKey,
  readOpenItems,
  recordCountedCalendar,
} from './calendar-store.ts';

const batch = 200;
const longestWhy = 400;
const platform: LedgerActor = { kind: 'platform', id: 'calendar', name: '平台（期限重算）' };

/** What a run did; `items` are those whose ledger has a new entry. */
export interface Redated {
  readonly looked: number;
  readonly items: number;
}

/**
 * Counts the running clocks of all open items again where the calendar differs from the one they were counted with. Ordered by
 * whatever changes the calendar, and by the clock once a day (a release may bring a year too). Runs twice without harm: an item that
 * has been dated again has nothing left to move, and the calendar is remembered when all have been walked.
 */
export function reDateItems(services: Services): Task {
  return {
    name: 're-date-items',
    run: async () => {
      // Not the catalogue held in memory: it may be some seconds older than the change that ordered this.
      const { calendar } = await services.db.read({ sees: 'none' }, readCatalog);
      await reDateOpenItems(services, calendar);
    },
  };
}

/** The run itself, with a given calendar. */
export async function reDateOpenItems(services: Services, calendar: Calendar): Promise<Redated> {
  const { db, clock, log } = services;
  const digest = calendarDigest(calendar);
  const counted = await db.read({ sees: 'none' }, findCountedCalendar);
  if (counted?.digest === digest) return { looked: 0, items: 0 };
  const why = counted ? calendarChanges(counted.calendar, calendar).join('；') : '';
  const redating = {
    calendar,
    today: clock.today(),
    why: why.slice(0, longestWhy) || '按现行放假安排核对',
    calendarDigest: digest,
  };
  const done = await walk(services, redating);
  settled(
    await db.transaction({ sees: 'none' }, async (tx) => {
      await recordCountedCalendar(tx, calendar, clock.now());
      return null;
    }),
  );
  log.info({ ...done, digest }, 'deadlines counted again');
  return done;
}

async function walk(services: Services, redating: Redating): Promise<Redated> {
  let looked = 0;
  let items = 0;
  let after: OpenItemKey | null = null;
  for (let full = true; full; ) {
    const open = await nextOpenItems(services, after);
    for (const item of open) if (await dateAgain(services, redating, item)) items += 1;
    looked += open.length;
    full = open.length === batch;
    const last = open.at(-1);
    if (last) after = { subjectKey: last.subjectKey, recordId: last.recordId };
  }
  return { looked, items };
}

function nextOpenItems({ db }: Services, after: OpenItemKey | null): Promise<Item[]> {
  return db.read({ sees: 'all' }, (tx) => readOpenItems(tx, after, batch));
}

/** Most items do not move: only those that would are locked and asked again. */
async function dateAgain(services: Services, redating: Redating, item: Item): Promise<boolean> {
  if (reDate(item, redating) === null) return false;
  const { subjectKey, itemId } = item;
  const next = settled(
    await actOnItem(services, {
      subjectKey,
      itemId,
      actor: platform,
      scope: { sees: 'all' },
      requestId: null,
      decide: (held) => reDate(held, redating),
    }),
  );
  return next.version > item.version;
}
