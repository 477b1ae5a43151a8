import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listRecordOrders as contract, listOrders as listContract } from '#contract/record-orders.ts';
import { possibleOrders } from '#domain/record/orders/enter-order.ts';
import { effectsOf } from '#domain/record/orders/order-effects.ts';
import {
  askedKinds,
  enteredKinds,
  type OrderKind,
  type OrderLaw,
  orderNames,
} from '#domain/record/orders/record-order.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { findSubject } from '../../access/subject-store.ts';
import { type Actor, checkSubject, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { citations } from '../../platform/citations.ts';
import type { Tx } from '../../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/paging.ts';
import { findRecord } from '../record-store.ts';
import { type ListedOrderRow, listedOrderColumns, listedOrderFrom, toListedOrders } from './listed-orders.ts';
import { listOrdersOfRecord } from './order-store.ts';
import { unitOf, viewsOf } from './order-view.ts';
import { consequencesOf } from './order-words.ts';
import { changeableFacts, orderedRecord } from './ordered-record.ts';

type Law = Omit<ReplyOf<typeof contract>['possible'][number], 'consequences'>;

function lawView(kind: OrderKind, law: OrderLaw | undefined): Law {
  return {
    kind,
    name: orderNames[kind],
    text: law?.text ?? '',
    days: law?.days ?? null,
    duty: law?.duty ?? 'shall',
    sure: law?.sure ?? false,
    paper: law?.paper ?? '',
    statement: law?.statement ?? null,
    cites: citations(law?.cites ?? []),
    open: (law?.open ?? []).map(({ text, cites }) => ({ text, cites: citations(cites) })),
  };
}

/** The orders of a record, newest first, and what can be entered (its unit) or asked for (its subject) today. */
export async function listRecordOrders(
  services: Services,
  actor: Actor,
  { subjectKey, recordId }: { readonly subjectKey: string; readonly recordId: string },
): Promise<ReplyOf<typeof contract> | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.read(
    scopeOf(actor, ['unit', 'region']),
    async (tx): Promise<ReplyOf<typeof contract> | Refusal> => {
      const row = await findRecord(tx, subjectKey, recordId);
      const subject = row && (await findSubject(tx, subjectKey));
      if (!row || !subject) return refuse('not-found', 'record-not-found', '没有找到这条失信信息，或者您无权查看。');
      const record = orderedRecord(catalog, row, subject.kind);
      const isUnit = actor.kind === 'officer' && actor.roles.includes('officer') && actor.unit.unitId === row.unit_id;
      const kinds: readonly OrderKind[] = isUnit ? enteredKinds : actor.kind === 'applicant' ? askedKinds : [];
      const orders = await listOrdersOfRecord(tx, subjectKey, recordId);
      const held = isUnit ? await findHeldItem(tx, subjectKey, recordId) : undefined;
      const open = new Set(
        orders.filter((one) => one.state === 'asked' || one.state === 'ordered').map((one) => one.kind),
      );
      return {
        orders: await viewsOf(tx, today, orders, unitOf(actor)),
        possible: possibleOrders(record, kinds, today)
          .filter(({ kind, law }) => !open.has(kind) && (law !== undefined || isUnit))
          .map(({ kind, law }) => ({
            ...lawView(kind, law),
            consequences: isUnit ? consequencesOf(kind, effectsOf(kind, record.entry as LawEntryKey, today), held) : [],
          })),
        facts: isUnit ? changeableFacts(row) : [],
      };
    },
  );
}

type List = NonNullable<QueryOf<typeof listContract>['list']>;
/** Which orders a list holds; $1 is today. What counts is what the list counts: the same words. */
const wheres: Readonly<Record<List, string>> = {
  open: `o.state in ('asked', 'ordered')`,
  asked: `o.state = 'asked'`,
  overdue: `o.state in ('asked', 'ordered') and o.due_on < $1`,
  stuck: `o.state = 'ordered' and exists (select from record_order_effect e where e.subject_key = o.subject_key and e.order_id = o.order_id and e.state = 'stuck')`,
  done: `o.state in ('done', 'declined')`,
};

/** Orders of a unit, or of a region for those who supervise it: what is due first, or finished last. */
export async function listOrders(
  services: Services,
  actor: Actor,
  { list = 'open', after }: QueryOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const [from, id] = decodeCursor(after, 2) ?? [null, null];
  // What is finished is looked up from the latest on; what is open, from what is due first.
  const isDone = list === 'done';
  const day = isDone ? `coalesce(o.closed_on, '-infinity')` : `coalesce(o.due_on, 'infinity')`;
  const downward = isDone ? ' desc' : '';
  return services.db.read(scopeOf(actor, ['unit', 'region']), async (tx) => {
    const rows = await tx.query<ListedOrderRow>(
      `orders-${list}`,
      `select ${listedOrderColumns} from ${listedOrderFrom}
       where ${wheres[list]} and $1::date is not null
         and ($2::date is null or (${day}, o.order_id) ${isDone ? '<' : '>'} ($2::date, $3::uuid))
       order by ${day}${downward}, o.order_id${downward} limit ${pageSize + 1}`,
      [today, from, id],
    );
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      orders: await toListedOrders(tx, catalog, today, { rows: page, masked: false, readerUnit: unitOf(actor) }),
      next:
        rows.length > pageSize && last
          ? encodeCursor([isDone ? (last.closed_on ?? '-infinity') : (last.due_on ?? 'infinity'), last.order_id])
          : null,
      counts: await countLists(tx, today),
    };
  });
}

async function findHeldItem(tx: Tx, subjectKey: string, recordId: string): Promise<string | undefined> {
  const rows = await tx.query<{ number: string }>(
    'orders-held-item',
    'select number from item where subject_key = $1 and record_id = $2 and closed_at is null',
    [subjectKey, recordId],
  );
  return rows[0]?.number;
}

async function countLists(tx: Tx, today: string): Promise<Record<string, number>> {
  const columns = (Object.keys(wheres) as List[]).map((list) => `count(*) filter (where ${wheres[list]}) as "${list}"`);
  const rows = await tx.query<Record<string, number>>(
    'orders-counts',
    `select ${columns.join(', ')} from record_order o where $1::date is not null`,
    [today],
  );
  return rows[0]!;
}
