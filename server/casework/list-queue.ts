import type { ReplyOf } from '#contract/endpoint.ts';
import type { listQueue as contract } from '#contract/queue.ts';
import { standsInFor } from '#domain/casework/assign-leave.ts';
import { addWorkingDays } from '#domain/working-days.ts';
import { findOfficerNames } from '../access/officer-store.ts';
import { type ItemSummaryRow, itemSummaryColumns, itemSummaryFrom, toDeskSummary } from '../item/item-view.ts';
import type { Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { listLeaves } from './assignment/assignment-store.ts';
import { filterConditions, type QueueQuery, searchCondition } from './queue-filter.ts';
import { dueKey, lists, ownLists, type QueueList, unitLists } from './queue-lists.ts';

/** What a server remembers between requests for the queue: who was noted today, and the numbers beside the lists. */
interface Memory {
  readonly noted: Set<string>;
  readonly counted: Map<string, { readonly at: number; readonly day: string; readonly counts: Record<string, number> }>;
}

const rememberMs = 2_000;

type Reply = ReplyOf<typeof contract>;

/** The queue of a unit, and what forgets its numbers after an act of the unit's people. */
export interface Queue {
  list(officer: Officer, query: QueueQuery): Promise<Reply>;
  forget(unitId: string): void;
}

/** The queue of a unit. Opening it is the daily check that 赣信用办〔2024〕4号 三(八) asks for, and is noted once a day and officer. */
export function openQueue(services: Services): Queue {
  const memory: Memory = { noted: new Set(), counted: new Map() };
  async function list(officer: Officer, query: QueueQuery): Promise<Reply> {
    const name: QueueList = query.list ?? 'todo';
    const today = services.clock.today();
    const catalog = await services.catalog();
    const soon = addWorkingDays(catalog.calendar, today, 2).date;
    const unit = officer.unit.unitId;
    return services.db.read({ sees: 'unit', unit }, async (tx) => {
      await noteLook(tx, services, officer, memory);
      const instead = standsInFor(await listLeaves(tx, unit, today), officer.officerId, today);
      const on: Today = { unit, today, soon, hands: [officer.officerId, ...instead] };
      const rows = await readPage(tx, name, { ...on, query, officer, now: services.clock.now() });
      const page = rows.slice(0, pageSize);
      const last = page.at(-1);
      const key = (row: QueueRow) => (name === 'closed' ? row.opened_at : row.due_key);
      const names = instead.length > 0 ? await findOfficerNames(tx, instead) : new Map<string, string>();
      return {
        items: page.map((row) => toDeskSummary(row, catalog, today)),
        next: rows.length > pageSize && last ? encodeCursor([key(last), last.item_id]) : null,
        counts: { ...(await rememberedCounts(tx, on, memory)), ...(await countLists(tx, ownLists, on)) },
        standsInFor: instead.map((officerId) => ({ officerId, name: names.get(officerId) ?? '同事' })),
      };
    });
  }
  return { list, forget: (unitId) => void memory.counted.delete(unitId) };
}

async function noteLook(tx: Tx, services: Services, officer: Officer, { noted }: Memory): Promise<void> {
  const day = services.clock.today();
  const key = `${officer.unit.unitId}|${day}|${officer.officerId}`;
  if (noted.has(key)) return;
  await tx.change(
    'queue-look',
    'insert into queue_look (unit_id, day, officer_id, first_at) values ($1, $2, $3, $4) on conflict do nothing',
    [officer.unit.unitId, day, officer.officerId, services.clock.now()],
  );
  if (noted.size > 20_000) noted.clear();
  noted.add(key);
}

interface Today {
  readonly unit: string;
  readonly today: string;
  readonly soon: string;
  /** The person and whom they stand in for. */
  readonly hands: readonly string[];
}

/**
 * The numbers beside the unit's lists, at most two seconds old: counting ten thousand open items takes some 15 ms, the page itself two.
 * The page and the numbers of one's own lists are never remembered, and an act of the unit's people forgets the rest.
 */
async function rememberedCounts(tx: Tx, on: Today, { counted }: Memory): Promise<Record<string, number>> {
  const hit = counted.get(on.unit);
  if (hit && hit.day === on.today && Date.now() - hit.at < rememberMs) return hit.counts;
  const counts = await countUnit(tx, on);
  if (counted.size > 2_000) counted.clear();
  counted.set(on.unit, { at: Date.now(), day: on.today, counts });
  return counts;
}

interface PageQuestion extends Today {
  readonly query: QueueQuery;
  readonly officer: Officer;
  readonly now: Date;
}

type QueueRow = ItemSummaryRow & { readonly due_key: string };

/** Every variant names all four parameters, so that each has its type. */
const always = ['i.unit_id = $1', '$2::date <= $3::date', '$4::text[] is not null'];

async function readPage(
  tx: Tx,
  list: QueueList,
  { unit, today, soon, hands, query, officer, now }: PageQuestion,
): Promise<QueueRow[]> {
  const values: unknown[] = [unit, today, soon, hands];
  const place = (value: unknown) => `$${values.push(value)}`;
  const narrowed = filterConditions(query, place);
  const text = query.q?.trim();
  if (text) narrowed.push(await searchCondition(tx, officer, text, { place, now }));
  const where = [...always, lists[list], ...narrowed];
  const after = decodeCursor(query.after, 2);
  const closed = list === 'closed';
  const key = closed ? 'i.opened_at' : dueKey;
  if (after)
    where.push(
      `(${key}, i.item_id) ${closed ? '<' : '>'} (${place(after[0])}::${closed ? 'timestamptz' : 'date'}, ${place(after[1])}::uuid)`,
    );
  const order = closed ? 'i.opened_at desc, i.item_id desc' : `${dueKey}, i.item_id`;
  // The page is taken before records are joined: with both at once the planner now and then read and sorted every record (600 ms).
  const from = `(select i.* from item i where ${where.join(' and ')} order by ${order} limit ${pageSize + 1}) ${itemSummaryFrom.replace('item i', 'i')}`;
  const statement = `select ${itemSummaryColumns}, ${dueKey} as due_key from ${from} order by ${order} limit ${pageSize + 1}`;
  return narrowed.length > 0
    ? tx.run<QueueRow>(statement, values)
    : tx.query<QueueRow>(`queue-${list}${after ? '-after' : ''}`, statement, values);
}

/** One pass over the open items of the unit. */
async function countUnit(tx: Tx, { unit, today, soon }: Today): Promise<Record<string, number>> {
  const sums = unitLists.map((name) => `count(*) filter (where ${lists[name]}) as "${name}"`).join(', ');
  const rows = await tx.query<Record<string, number>>(
    'queue-counts',
    `select ${sums} from item i where i.unit_id = $1 and i.closed_at is null and $2::date <= $3::date`,
    [unit, today, soon],
  );
  return rows[0] ?? {};
}

/** Each list counted by its own index. */
async function countLists(tx: Tx, names: readonly QueueList[], on: Today): Promise<Record<string, number>> {
  const counts = names
    .map((name) => `(select count(*) from item i where ${[...always, lists[name]].join(' and ')}) as "${name}"`)
    .join(', ');
  const rows = await tx.query<Record<string, number>>('queue-own-counts', `select ${counts}`, [
    on.unit,
    on.today,
    on.soon,
    on.hands,
  ]);
  return rows[0] ?? {};
}
