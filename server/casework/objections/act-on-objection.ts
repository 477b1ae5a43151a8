import { evolveObjection } from '#domain/casework/objections/evolve-objection.ts';
import type { Objection } from '#domain/casework/objections/objection.ts';
import {
  type ObjectionEvent,
  type ObjectionEventType,
  objectionEventTitles,
} from '#domain/casework/objections/objection-events.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { chainStart } from '../../platform/chain-hash.ts';
import type { Scope, Tx } from '../../platform/database.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { type ObjectionExchangeKind, orderObjectionExchanges } from './objection-exchange-store.ts';
import * as store from './objection-store.ts';

export const objectionNotFound = () =>
  refuse('not-found', 'objection-not-found', '没有找到这件异议，或者您无权查看它。');

/** What a decision is given beside the objection. */
export interface ObjectionContext {
  readonly tx: Tx;
  readonly catalog: Catalog;
  readonly today: PlainDate;
  readonly now: Date;
}

export interface ObjectionOrder {
  readonly subjectKey: string;
  readonly objectionId: string;
  readonly actor: LedgerActor;
  readonly scope: Scope;
  /** null for the platform's own tasks, which check the state instead. */
  readonly requestId: string | null;
  readonly version?: number;
  /** null: nothing to do. */
  readonly decide: (
    objection: Objection,
    context: ObjectionContext,
  ) => ObjectionEvent | Refusal | null | Promise<ObjectionEvent | Refusal | null>;
}

/** One act on one objection in one transaction, as actOnItem does for items: lock, decide, ledger row, fold, what follows. */
export async function actOnObjection(services: Services, order: ObjectionOrder): Promise<Objection | Refusal> {
  const catalog = await services.catalog();
  const now = services.clock.now();
  const { subjectKey, objectionId } = order;
  return services.db.transaction(order.scope, async (tx): Promise<Objection | Refusal> => {
    const objection = await store.lockObjection(tx, subjectKey, objectionId);
    if (!objection) return objectionNotFound();
    if (order.requestId) {
      const done = await store.findObjectionRequest(tx, subjectKey, order.requestId);
      if (done)
        return done === objectionId
          ? objection
          : refuse('conflict', 'request-repeated', '这个请求号已经用在另一件上，请刷新后重试。');
    }
    const last = (await store.listObjectionEvents(tx, subjectKey, objectionId)).at(-1);
    if (order.version !== undefined && order.version !== objection.version) return stale(objection, last);
    const event = await order.decide(objection, { tx, catalog, today: services.clock.today(), now });
    if (event === null || isRefusal(event)) return event ?? objection;
    const next = evolveObjection(objection, event);
    const prevHash = last?.hash ?? chainStart;
    await store.recordObjectionEvents(tx, [
      { objection: next, event, actor: order.actor, at: now, requestId: order.requestId, prevHash },
    ]);
    if (!(await store.updateObjection(tx, next, now))) return stale(objection, last);
    await follow(tx, next, event, now);
    return next;
  });
}

function stale(objection: Objection, last: store.ObjectionEventRow | undefined): Refusal {
  const who = last ? `${last.actor.name}${last.actor.unitName ? `（${last.actor.unitName}）` : ''}` : '别人';
  const what = last ? objectionEventTitles[last.type] : '处理';
  return refuse(
    'conflict',
    'stale-version',
    `这件异议刚刚由${who}处理过：${what}。您看到的已经不是最新情况，请刷新后再操作。`,
    { more: { version: objection.version, state: objection.state, by: who, what } },
  );
}

/** Tasks that care about an event, as server/reactions.ts has them for items. */
const reactions: Readonly<Record<ObjectionEventType, (objection: Objection) => readonly string[]>> = {
  lodged: () => ['issue-objection-paper', 'tell-objection'],
  pushed: () => ['tell-objection'],
  accepted: () => ['tell-objection'],
  declined: () => ['issue-objection-paper', 'tell-objection'],
  extended: () => ['tell-objection'],
  answered: () => ['issue-objection-paper', 'tell-objection'],
  'correction-confirmed': ({ state }) => (state === 'corrected' ? ['tell-objection'] : []),
  withdrawn: () => ['tell-objection'],
  proposed: () => ['tell-objection-hands'],
  endorsed: () => ['tell-objection-hands'],
  returned: () => ['tell-objection-hands'],
  retracted: () => [],
};

/** What goes to outside systems because of an event. */
function exchangesOf(objection: Objection, event: ObjectionEvent): (readonly [ObjectionExchangeKind, string])[] {
  const back: (readonly [ObjectionExchangeKind, string])[] =
    objection.door === 'credit-china' ? [['report-answer', 'credit-china']] : [];
  switch (event.type) {
    case 'lodged':
      return objection.door === 'credit-china' ? [['push', 'credit-china']] : [];
    case 'declined':
      return back;
    case 'answered':
      return [...back, ...event.payload.correcting.map((system) => ['correct-record', system] as const)];
    default:
      return [];
  }
}

/** Orders the tasks and hand-overs of an event, in its transaction. */
export async function follow(tx: Tx, objection: Objection, event: ObjectionEvent, now: Date): Promise<void> {
  const { subjectKey, objectionId, version } = objection;
  // Whoever proposed hears that it was signed.
  const signed = 'chain' in event.payload && event.payload.chain ? ['tell-objection-hands'] : [];
  await orderObjectionExchanges(tx, objection, exchangesOf(objection, event), now);
  await orderJobs(
    tx,
    subjectKey,
    [...reactions[event.type](objection), ...signed].map((task) => ({ task, payload: { objectionId, version } })),
    now,
  );
}
