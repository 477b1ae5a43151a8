import type { ReplyOf } from '#contract/endpoint.ts';
import * as contract from '#contract/publication.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { toExchangeView } from '../casework/exchange-words.ts';
import { type ItemSummaryRow, itemSummaryColumns, toItemSummary } from '../item/item-view.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { type Route, route } from '../platform/route.ts';
import { type ExchangeRow, findExchange, noteRetried } from './exchange-store.ts';
import { listToldOutside, retryTold } from './told-outside.ts';

type StuckRow = ItemSummaryRow &
  Pick<
    ExchangeRow,
    'exchange_id' | 'system' | 'attempts' | 'receipt' | 'last_error' | 'requested_at' | 'confirmed_at'
  > & { exchange_kind: string; exchange_state: string; stuck_first: number };

/** What outside systems have not confirmed, the stuck ones first. */
async function listStuck(
  services: Services,
  actor: Actor,
  after: string | undefined,
): Promise<ReplyOf<typeof contract.listStuck>> {
  const catalog = await services.catalog();
  const now = services.clock.now();
  const [first, at, id] = decodeCursor(after, 3) ?? [null, null, null];
  return services.db.read(scopeOf(actor, ['unit', 'region']), async (tx) => {
    const rows = await tx.query<StuckRow>(
      'exchanges-open',
      `select * from (
         select ${itemSummaryColumns}, e.exchange_id, e.system, e.kind as exchange_kind, e.state as exchange_state, e.attempts, e.receipt, e.last_error, e.requested_at, e.confirmed_at,
           case when e.state = 'stuck' then 0 when e.last_error is not null then 1 else 2 end as stuck_first
         from exchange e
         join item i on i.subject_key = e.subject_key and i.item_id = e.item_id
         join record r on r.subject_key = i.subject_key and r.record_id = i.record_id
         where e.state <> 'confirmed'
       ) open
       where $1::int is null or (stuck_first, requested_at, exchange_id) > ($1, $2::timestamptz, $3::uuid)
       order by stuck_first, requested_at, exchange_id limit ${pageSize + 1}`,
      [first, at, id],
    );
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      exchanges: page.map((row) => ({
        exchange: toExchangeView({ ...row, kind: row.exchange_kind, state: row.exchange_state }),
        item: toItemSummary(row, catalog, services.clock.today()),
        waitingHours: Math.round((now.getTime() - new Date(row.requested_at).getTime()) / 360_000) / 10,
      })),
      next:
        rows.length > pageSize && last ? encodeCursor([last.stuck_first, last.requested_at, last.exchange_id]) : null,
    };
  });
}

async function retry(
  services: Services,
  actor: Actor,
  subjectKey: string,
  exchangeId: string,
): Promise<ReplyOf<typeof contract.retryExchange> | Refusal> {
  const now = services.clock.now();
  return services.db.transaction(
    scopeOf(actor, ['unit']),
    async (tx): Promise<ReplyOf<typeof contract.retryExchange> | Refusal> => {
      const row = await findExchange(tx, subjectKey, exchangeId);
      if (!row) return refuse('not-found', 'exchange-not-found', '没有找到这次交换，或者您无权处理。');
      if (row.state === 'confirmed') return refuse('conflict', 'exchange-confirmed', '对方已经确认，不用再发送。');
      await noteRetried(tx, row);
      const task = row.sent_at ? 'confirm-exchange' : 'send-exchange';
      await orderJobs(tx, subjectKey, [{ task, payload: { exchangeId } }], now);
      return toExchangeView((await findExchange(tx, subjectKey, exchangeId))!);
    },
  );
}

/** The desk of what is stuck. */
export function publicationRoutes(services: Services): Route[] {
  return [
    route(contract.listStuck, ({ actor, query }) => listStuck(services, actor, query.after)),
    route(contract.retryExchange, ({ actor, params }) => retry(services, actor, params.subjectKey, params.exchangeId)),
    route(contract.listToldOutside, ({ actor, query }) => listToldOutside(services, actor, query.after)),
    route(contract.retryTold, ({ actor, params }) => retryTold(services, actor, params)),
  ];
}
