import type { ReplyOf } from '#contract/endpoint.ts';
import type { listToldOutside as contract, retryTold as retryContract } from '#contract/publication.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { OrderEffect } from '#domain/record/orders/record-order.ts';
import { type OrderKind, orderNames } from '#domain/record/orders/record-order.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { systemName } from '../casework/exchange-words.ts';
import {
  findObjectionExchange,
  type ObjectionExchangeKind,
  objectionExchangeWords,
} from '../casework/objections/objection-exchange-store.ts';
import { sendExchangeAgain } from '../casework/objections/retry-exchange.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { type EffectRow, findEffect } from '../record/orders/effect-store.ts';
import { effectStateText, effectWords } from '../record/orders/order-words.ts';
import { askAgain } from '../record/orders/retry-order-effect.ts';

type Told = ReplyOf<typeof contract>['told'][number];

interface ToldRow extends Pick<EffectRow, 'state' | 'attempts' | 'last_error' | 'requested_at'> {
  readonly about: Told['about'];
  readonly subject_key: string;
  readonly exchange_id: string;
  readonly about_id: string;
  readonly system: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly subject_name: string;
  /** Number of the objection, kind of the order. */
  readonly named: string;
  readonly doc_number: string;
  /** 0 for what has stopped, 1 for what is on its way. */
  readonly place: number;
}

const uuidForm = /^[0-9a-f-]{36}$/;

/** What platforms have not confirmed of objections and of orders about records, what has stopped first, page by page. */
export async function listToldOutside(
  services: Services,
  actor: Actor,
  after: string | undefined,
): Promise<ReplyOf<typeof contract>> {
  const { units } = await services.catalog();
  const now = services.clock.now();
  return services.db.read(scopeOf(actor, ['unit', 'region']), async (tx) => {
    const rows = await findOpen(tx, after);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      told: shown.map((row) => toldView(row, units, now)),
      ...(await countOpen(tx)),
      next: rows.length > pageSize && last ? encodeCursor([last.place, last.requested_at, last.exchange_id]) : null,
    };
  });
}

function toldView(row: ToldRow, units: Catalog['units'], now: Date): Told {
  const objection = row.about === 'objection';
  return {
    exchange: {
      exchangeId: row.exchange_id,
      system: row.system,
      systemName: systemName(row.system),
      kind: row.kind,
      kindName: objection
        ? objectionExchangeWords[row.kind as ObjectionExchangeKind]
        : effectWords[row.kind as OrderEffect],
      state: row.state,
      stateText: effectStateText(row),
      attempts: row.attempts,
      receiptNo: null,
      requestedAt: row.requested_at,
      confirmedAt: null,
      lastError: row.last_error,
    },
    about: row.about,
    subjectKey: row.subject_key,
    aboutId: row.about_id,
    aboutText: objection ? `异议 ${row.named}` : `${orderNames[row.named as OrderKind]} · ${row.doc_number}`,
    subjectName: row.subject_name,
    unitName: units.get(row.unit_id)?.name ?? '',
    waitingHours: Math.round((now.getTime() - Date.parse(row.requested_at)) / 360_000) / 10,
    mayRetry: row.state === 'stuck',
  };
}

/** One row more than a page; a cursor that is not one of ours begins anew. */
async function findOpen(tx: Tx, after: string | undefined): Promise<ToldRow[]> {
  const cursor = decodeCursor(after, 3);
  const good = cursor && uuidForm.test(String(cursor[2])) && !Number.isNaN(Date.parse(String(cursor[1])));
  const [place, at, id] = good ? cursor : [null, null, null];
  return tx.query<ToldRow>(
    'told-outside',
    `select * from (
      select case when state = 'stuck' then 0 else 1 end as place, open.* from (
       select 'objection' as about, e.subject_key, e.exchange_id, e.objection_id as about_id, e.system, e.kind, e.state, e.attempts,
         e.last_error, e.requested_at, e.unit_id, o.subject_name, o.number as named, '' as doc_number
       from objection_exchange e join objection o on o.subject_key = e.subject_key and o.objection_id = e.objection_id
       where e.state <> 'confirmed'
       union all
       select 'record-order', e.subject_key, e.effect_id, e.order_id, e.system, e.effect, e.state, e.attempts,
         e.last_error, e.requested_at, e.unit_id, s.name, o.kind, r.doc_number
       from record_order_effect e
       join record_order o on o.subject_key = e.subject_key and o.order_id = e.order_id
       join record r on r.subject_key = o.subject_key and r.record_id = o.record_id
       join subject s on s.subject_key = o.subject_key
       where e.state <> 'confirmed'
     ) open) placed
     where $1::int is null or (place, requested_at, exchange_id) > ($1::int, $2::timestamptz, $3::uuid)
     order by place, requested_at, exchange_id limit ${pageSize + 1}`,
    [place, at, id],
  );
}

async function countOpen(tx: Tx): Promise<{ stuck: number; open: number }> {
  const rows = await tx.query<{ stuck: number; open: number }>(
    'told-outside-count',
    `select count(*) filter (where state = 'stuck') as stuck, count(*) as open from (
       select state from objection_exchange where state <> 'confirmed'
       union all select state from record_order_effect where state <> 'confirmed'
     ) open`,
  );
  return rows[0]!;
}

/** Sends once more what has stopped, whichever of the two it is about. */
export async function retryTold(
  services: Services,
  actor: Actor,
  { subjectKey, exchangeId }: { readonly subjectKey: string; readonly exchangeId: string },
): Promise<ReplyOf<typeof retryContract> | Refusal> {
  const now = services.clock.now();
  return services.db.transaction(
    scopeOf(actor, ['unit']),
    async (tx): Promise<ReplyOf<typeof retryContract> | Refusal> => {
      const exchange = await findObjectionExchange(tx, subjectKey, exchangeId);
      const effect = exchange ? undefined : await findEffect(tx, subjectKey, exchangeId);
      if (!exchange && !effect) return refuse('not-found', 'told-not-found', '没有找到这项通知，或者您无权处理。');
      const bar = exchange ? await sendExchangeAgain(tx, exchange, now) : await askAgain(tx, effect!, now);
      return bar ?? { exchangeId };
    },
  );
}
