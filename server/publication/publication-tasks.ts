import type { Item } from '#domain/item/item.ts';
import type { Gateways } from '../gateways/open-gateways.ts';
import { findItem, listEvents } from '../item/ledger.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { confirmExchange } from './confirm-exchange.ts';
import { type ExchangeKind, type ExchangeSystem, ensureExchange } from './exchange-store.ts';
import { mirrorOutside } from './mirror-outside.ts';
import { maxTries, type Publication, platformAct } from './publication-context.ts';
import { sendExchange } from './send-exchange.ts';
import { sendObjectionExchange } from './send-objection-exchange.ts';

/** Which systems carry out which effect: every platform that shows, shares or uses the record (36号第三条). */
const effectSystems: readonly (readonly [ExchangeKind, ExchangeSystem])[] = [
  ['end-publication', 'credit-china'],
  ['end-publication', 'gsxt'],
  ['end-sharing', 'province'],
  ['lift-measures', 'province'],
];

const asked = (payload: Record<string, unknown>) => (typeof payload.asked === 'number' ? payload.asked : 0);

/** Notes hand-overs of an item and orders their sending, in one transaction. */
async function orderExchanges(
  publication: Publication,
  subjectKey: string,
  itemId: string,
  which: (item: Item, tx: Tx) => Promise<readonly (readonly [ExchangeKind, ExchangeSystem, object])[]>,
): Promise<void> {
  const { services } = publication;
  const now = services.clock.now();
  settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      const item = await findItem(tx, subjectKey, itemId);
      if (!item) return;
      const rows = [];
      for (const [kind, system, request] of await which(item, tx))
        rows.push(await ensureExchange(tx, item, system, kind, request, now));
      const open = rows.filter((row) => row.state === 'requested');
      await orderJobs(
        tx,
        subjectKey,
        open.map((row) => ({ task: 'send-exchange', payload: { exchangeId: row.exchange_id } })),
        now,
      );
    }),
  );
}

async function resultRequest(item: Item, tx: Tx): Promise<object> {
  const events = await listEvents(tx, item.subjectKey, item.itemId);
  const registered = events.find((event) => event.type === 'registered');
  const decided = events.findLast((event) => ['granted', 'refused', 'declined', 'withdrawn'].includes(event.type));
  const reasons = (decided?.payload.reasons as { text: string }[] | undefined) ?? [];
  return { receiptNo: registered?.payload.receiptNo, decidedOn: decided?.day, reasons: reasons.map((one) => one.text) };
}

/** The tasks by which grants take effect and outside systems are kept in step. */
export function publicationTasks(services: Services, gateways: Gateways): Task[] {
  const publication: Publication = { services, gateways };
  const itemTask = (name: string, which: Parameters<typeof orderExchanges>[3]): Task => ({
    name,
    run: (payload) => orderExchanges(publication, payload.subjectKey, textOf(payload, 'itemId'), which),
  });
  return [
    itemTask('register-submission', async () => [['register', 'credit-china', {}]]),
    itemTask('hand-over-item', async (item) => [
      ['hand-over', item.receiver === 'court' ? 'court' : 'market-platform', {}],
    ]),
    itemTask('report-result', async (item, tx) => [['report-result', 'credit-china', await resultRequest(item, tx)]]),
    itemTask('start-effects', async () =>
      effectSystems.map(([kind, system]) => [kind, system, { decidedOn: services.clock.today() }] as const),
    ),
    {
      name: 'send-exchange',
      maxAttempts: maxTries + 2,
      run: (payload) => sendExchange(publication, payload.subjectKey, textOf(payload, 'exchangeId')),
    },
    {
      name: 'send-objection-exchange',
      maxAttempts: maxTries + 2,
      run: (payload) => sendObjectionExchange(publication, payload.subjectKey, textOf(payload, 'exchangeId')),
    },
    {
      name: 'confirm-exchange',
      maxAttempts: maxTries + 2,
      run: (payload) => confirmExchange(publication, payload.subjectKey, textOf(payload, 'exchangeId'), asked(payload)),
    },
    {
      name: 'mirror-outside',
      run: (payload) => mirrorOutside(publication, payload.subjectKey, textOf(payload, 'itemId'), asked(payload)),
    },
    {
      name: 'withdraw-outside',
      maxAttempts: maxTries,
      run: (payload) => withdrawOutside(publication, payload.subjectKey, textOf(payload, 'itemId')),
    },
    {
      name: 'complete-item',
      run: async (payload) => {
        await platformAct(
          publication,
          { subjectKey: payload.subjectKey, itemId: textOf(payload, 'itemId') },
          (item, { today }) => {
            const done = item.state === 'granted' && Object.values(item.effects).every((effect) => effect.confirmedOn);
            return done ? { type: 'completed', on: today, cites: ['ndrc36:3'], payload: { on: today } } : null;
          },
        );
      },
    },
  ];
}

/** Takes an item back from the market-supervision platform; what is already decided there stays decided there. */
async function withdrawOutside({ services, gateways }: Publication, subjectKey: string, itemId: string): Promise<void> {
  const rows = await services.db.read({ sees: 'all' }, (tx) =>
    tx.query<{ exchange_id: string; system: string; receipt: { receiptNo?: string } | null }>(
      'withdraw-receipt',
      `select exchange_id, system, receipt from exchange where subject_key = $1 and item_id = $2 and kind = 'hand-over'`,
      [subjectKey, itemId],
    ),
  );
  const caseNo = rows[0]?.receipt?.receiptNo;
  if (!caseNo || rows[0]?.system !== 'market-platform') return;
  const done = await gateways.marketPlatform.withdrawCase({ idempotencyKey: `${rows[0].exchange_id}-w`, caseNo });
  if (!done.ok && done.retry) throw new Error(`market-platform withdraw: ${done.kind}`);
}
