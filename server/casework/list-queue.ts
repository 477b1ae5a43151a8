import type { listQueue as contract } from '#contract/casework.ts';
import type { ReplyOf } from '#contract/endpoint.ts';
import { addWorkingDays } from '#domain/working-days.ts';
import { type ItemSummaryRow, itemSummaryColumns, itemSummaryFrom, toItemSummary } from '../item/item-view.ts';
import type { Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';

type Query = { list?: string; matter?: string; q?: string; after?: string };
export type QueueList = 'todo' | 'waiting' | 'outside' | 'due-soon' | 'overdue' | 'closed';

/** Conditions of the lists beside the unit's own; `$2` is today, `$3` the last day that counts as soon. */
const lists: Readonly<Record<QueueList, string>> = {
  todo: `i.closed_at is null and i.state in ('lodged', 'accepted')`,
  waiting: `i.closed_at is null and i.state = 'correcting'`,
  outside: `i.closed_at is null and i.state in ('registering', 'handing-over', 'handed-over', 'granted')`,
  'due-soon': `i.closed_at is null and i.state in ('lodged', 'accepted') and i.due_on between $2::date and $3::date`,
  overdue: `i.closed_at is null and i.state in ('lodged', 'accepted', 'granted') and i.due_on < $2::date`,
  closed: 'i.closed_at is not null',
};

/** Open lists run by due day, what has no due day last; the closed list runs backwards in time. */
const noDue = '9999-12-31';

/** What a server remembers between requests for the queue: who was noted today, and the numbers beside the lists. */
interface Memory {
  readonly noted: Set<string>;
  readonly counted: Map<string, { readonly at: number; readonly counts: Record<string, number> }>;
}

const rememberMs = 2_000;

/** The queue of a unit. Opening it is the daily check that 赣信用办〔2024〕4号 三(八) asks for, and is noted once a day and officer. */
export function openQueue(services: Services): (officer: Officer, query: Query) => Promise<ReplyOf<typeof contract>> {
  const memory: Memory = { noted: new Set(), counted: new Map() };
  return async (officer, query) => {
    const list = (query.list ?? 'todo') as QueueList;
    const today = services.clock.today();
    const catalog = await services.catalog();
    const soon = addWorkingDays(catalog.calendar, today, 2).date;
    const unit = officer.unit.unitId;
    return services.db.read({ sees: 'unit', unit }, async (tx) => {
      await noteLook(tx, services, officer, memory);
      const rows = await readPage(tx, list, { unit, today, soon, query });
      const page = rows.slice(0, pageSize);
      const last = page.at(-1);
      const key = (row: QueueRow) => (list === 'closed' ? row.opened_at : row.due_key);
      return {
        items: page.map((row) => toItemSummary(row, catalog, today)),
        next: rows.length > pageSize && last ? encodeCursor([key(last), last.item_id]) : null,
        counts: await rememberedCounts(tx, { unit, today, soon }, memory),
      };
    });
  };
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
}

/**
 * The numbers beside the lists, at most two seconds old: counting ten thousand open items takes some 15 ms, the page itself two. The
 * page is never remembered, so that an officer sees a change of his own at once.
 */
async function rememberedCounts(tx: Tx, on: Today, { counted }: Memory): Promise<Record<string, number>> {
  const hit = counted.get(on.unit);
  if (hit && Date.now() - hit.at < rememberMs) return hit.counts;
  const counts = await countLists(tx, on.unit, on.today, on.soon);
  if (counted.size > 2_000) counted.clear();
  counted.set(on.unit, { at: Date.now(), counts });
  return counts;
}

interface PageQuestion extends Today {
  readonly query: Query;
}

type QueueRow = ItemSummaryRow & { readonly due_key: string };

async function readPage(tx: Tx, list: QueueList, { unit, today, soon, query }: PageQuestion): Promise<QueueRow[]> {
  const values: unknown[] = [unit, today, soon];
  const place = (value: unknown) => `$${values.push(value)}`;
  // $2 and $3 are named in every variant, so that each has its type.
  const where = ['i.unit_id = $1', '$2::date <= $3::date', lists[list]];
  if (query.matter) where.push(`i.matter_key = ${place(query.matter)}`);
  const text = query.q?.trim();
  if (text) {
    const exact = place(text);
    const like = place(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    where.push(`(i.number = upper(${exact}) or i.subject_name like ${like} or r.doc_number like ${like})`);
  }
  const after = decodeCursor(query.after, 2);
  const closed = list === 'closed';
  const key = closed ? 'i.opened_at' : `coalesce(i.due_on, '${noDue}'::date)`;
  if (after)
    where.push(
      `(${key}, i.item_id) ${closed ? '<' : '>'} (${place(after[0])}::${closed ? 'timestamptz' : 'date'}, ${place(after[1])}::uuid)`,
    );
  const order = closed ? 'i.opened_at desc, i.item_id desc' : `coalesce(i.due_on, '${noDue}'::date), i.item_id`;
  const statement = `select ${itemSummaryColumns}, coalesce(i.due_on, '${noDue}'::date) as due_key from ${itemSummaryFrom} where ${where.join(' and ')} order by ${order} limit ${pageSize + 1}`;
  return text || query.matter
    ? tx.run<QueueRow>(statement, values)
    : tx.query<QueueRow>(`queue-${list}${after ? '-after' : ''}`, statement, values);
}

async function countLists(tx: Tx, unit: string, today: string, soon: string): Promise<Record<string, number>> {
  const open = (Object.keys(lists) as QueueList[]).filter((name) => name !== 'closed');
  const sums = open.map((name) => `count(*) filter (where ${lists[name]}) as "${name}"`).join(', ');
  const rows = await tx.query<Record<string, number>>(
    'queue-counts',
    `select ${sums} from item i where i.unit_id = $1 and i.closed_at is null and $2::date <= $3::date`,
    [unit, today, soon],
  );
  return rows[0] ?? {};
}
