import { startClock } from '#domain/item/clocks.ts';
import type { Item } from '#domain/item/item.ts';
import { systemName } from '../casework/exchange-words.ts';
import type { EffectsPort, RequestedEffect } from '../gateways/exchange/effects-port.ts';
import type { GatewayFailure, Outcome } from '../gateways/exchange/outcome.ts';
import type { Gateways } from '../gateways/open-gateways.ts';
import { dayInShanghai } from '../platform/clock.ts';
import { orderJobs } from '../platform/outbox.ts';
import { settled } from '../platform/task.ts';
import {
  type ExchangeRow,
  type ExchangeSystem,
  findExchange,
  noteConfirmed,
  noteFailed,
  noteSent,
} from './exchange-store.ts';
import { type ExchangedItem, gatherItem } from './exchanged.ts';
import { maxTries, outsideActor, type Publication, platformAct } from './publication-context.ts';

/** Sends one hand-over. Repeating it is safe: the exchange's own id is the idempotency key at the other side. */
export async function sendExchange(publication: Publication, subjectKey: string, exchangeId: string): Promise<void> {
  const { services } = publication;
  const found = await services.db.read({ sees: 'all' }, async (tx) => {
    const row = await findExchange(tx, subjectKey, exchangeId);
    const it = row && (await gatherItem(tx, subjectKey, row.item_id));
    return row && it ? { row, it } : undefined;
  });
  if (!found || found.row.state === 'confirmed' || found.row.state === 'stuck') return;
  const { row, it } = found;
  if (row.state === 'sent') return orderConfirmation(publication, row, 0);
  switch (row.kind) {
    case 'register':
      return register(publication, row, it);
    case 'hand-over':
      return row.system === 'court' ? forwardToCourt(publication, row, it) : handOver(publication, row, it);
    case 'report-result':
      return reportResult(publication, row, it);
    default:
      return requestEffect(publication, row, it);
  }
}

/** Notes a failed try and has the queue try again, or gives the hand-over to a person. */
export async function failed({ services }: Publication, row: ExchangeRow, failure: GatewayFailure): Promise<void> {
  const last = !failure.retry || row.attempts + 1 >= maxTries;
  settled(
    await services.db.transaction({ sees: 'all' }, (tx) =>
      noteFailed(tx, row, failure.text, last, services.clock.now()),
    ),
  );
  services.log.warn(
    { exchange: row.exchange_id, system: row.system, kind: row.kind, failure: failure.kind, last },
    'exchange failed',
  );
  if (!last) throw new Error(`${row.system} ${row.kind}: ${failure.kind}`);
}

async function confirmed({ services }: Publication, row: ExchangeRow, receipt: object): Promise<void> {
  settled(
    await services.db.transaction({ sees: 'all' }, (tx) => noteConfirmed(tx, row, receipt, services.clock.now())),
  );
}

async function register(publication: Publication, row: ExchangeRow, it: ExchangedItem): Promise<void> {
  const { services, gateways } = publication;
  if (it.item.state === 'withdrawn') return confirmed(publication, row, { skipped: 'withdrawn before registration' });
  const outcome = await gateways.creditChina.registerApplication({
    idempotencyKey: row.exchange_id,
    itemNo: it.item.number,
    subject: it.subject,
    record: it.record,
    submittedAt: it.submittedAt,
  });
  if (!outcome.ok) return failed(publication, row, outcome);
  const receivedOn = dayInShanghai(new Date(outcome.receivedAt));
  await platformAct(
    publication,
    {
      subjectKey: row.subject_key,
      itemId: row.item_id,
      actor: outsideActor('credit-china', systemName('credit-china')),
    },
    async (item, { catalog }) => {
      if (item.state !== 'registering') return null;
      // 36号第十六条: 信用中国收到申请之日 starts the ten days over all; the unit's three days run from the push, which is the same day here.
      const { total, accept, cites } = item.limits;
      const clocks = [
        ...(total === null ? [] : [startClock(catalog.calendar, 'total', receivedOn, total, cites.total)]),
        ...(accept === null ? [] : [startClock(catalog.calendar, 'acceptance', receivedOn, accept, cites.accept)]),
      ];
      return {
        type: 'registered',
        on: services.clock.today(),
        cites: ['ndrc36:13', 'ndrc36:16'],
        payload: { system: 'credit-china', receiptNo: outcome.receiptNo, receivedOn, clocks },
      };
    },
  );
  await confirmed(publication, row, { receiptNo: outcome.receiptNo, receivedAt: outcome.receivedAt });
}

async function handedOver(
  publication: Publication,
  row: ExchangeRow,
  receiptNo: string,
  receivedAt: string,
): Promise<void> {
  const { services } = publication;
  const receivedOn = dayInShanghai(new Date(receivedAt));
  await platformAct(
    publication,
    { subjectKey: row.subject_key, itemId: row.item_id, actor: outsideActor(row.system, systemName(row.system)) },
    (item) =>
      item.state === 'handing-over'
        ? {
            type: 'handed-over',
            on: services.clock.today(),
            cites: row.system === 'court' ? ['spc17:10'] : ['samr107:14'],
            payload: { system: row.system, receiptNo, receivedOn },
          }
        : null,
  );
  await confirmed(publication, row, { receiptNo, receivedAt });
}

async function handOver(publication: Publication, row: ExchangeRow, it: ExchangedItem): Promise<void> {
  const outcome = await publication.gateways.marketPlatform.handOver({
    idempotencyKey: row.exchange_id,
    itemNo: it.item.number,
    subject: it.subject,
    record: it.record,
    submittedAt: it.submittedAt,
    reasons: it.form.facts,
    contact: {
      name: it.form.agent?.name ?? (it.form.legalRep || it.form.name),
      phone: it.form.agent?.phone ?? it.form.phone,
    },
    commitmentMade: true,
    materials: it.materials,
    sharedProofs: it.sharedProofs,
  });
  return outcome.ok
    ? handedOver(publication, row, outcome.caseNo, outcome.receivedAt)
    : failed(publication, row, outcome);
}

async function forwardToCourt(publication: Publication, row: ExchangeRow, it: ExchangedItem): Promise<void> {
  const outcome = await publication.gateways.court.forward({
    idempotencyKey: row.exchange_id,
    itemNo: it.item.number,
    subject: it.subject,
    recordId: it.record.recordId,
    court: it.record.authority,
    enforcementNo: it.record.documentNo,
    ground: it.form.facts,
    materials: it.materials,
  });
  return outcome.ok
    ? handedOver(publication, row, outcome.forwardNo, outcome.receivedAt)
    : failed(publication, row, outcome);
}

type ReportedOutcome = 'granted' | 'refused' | 'declined' | 'withdrawn';
const outcomes: Partial<Record<Item['state'], ReportedOutcome>> = {
  granted: 'granted',
  completed: 'granted',
  refused: 'refused',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

async function reportResult(publication: Publication, row: ExchangeRow, it: ExchangedItem): Promise<void> {
  const outcome = outcomes[it.item.state];
  const request = row.request as { receiptNo?: string; reasons?: string[]; decidedOn?: string };
  if (!outcome || !request.receiptNo) return confirmed(publication, row, { skipped: 'never registered' });
  const done: Outcome<{ receiptNo: string; reportedAt: string }> = await publication.gateways.creditChina.reportResult({
    idempotencyKey: row.exchange_id,
    receiptNo: request.receiptNo,
    outcome,
    decidedOn: request.decidedOn ?? publication.services.clock.today(),
    decisionNo: it.item.decisionNumber,
    reasons: request.reasons ?? [],
  });
  return done.ok
    ? confirmed(publication, row, { receiptNo: done.receiptNo, reportedAt: done.reportedAt })
    : failed(publication, row, done);
}

const wireEffects: Partial<Record<ExchangeRow['kind'], RequestedEffect>> = {
  'end-publication': 'endPublication',
  'end-sharing': 'endSharing',
  'lift-measures': 'liftMeasures',
};

/** The port of a system that carries out effects. */
export function effectsPort(gateways: Gateways, system: ExchangeSystem): EffectsPort {
  return system === 'gsxt' ? gateways.gsxt : system === 'province' ? gateways.province : gateways.creditChina;
}

async function requestEffect(publication: Publication, row: ExchangeRow, it: ExchangedItem): Promise<void> {
  const { services, gateways } = publication;
  // Taken back meanwhile (撤销修复): nothing is to end any more, and an order of its own tells the platforms so.
  if (it.item.state === 'revoked') return confirmed(publication, row, { skipped: 'revoked' });
  const outcome = await effectsPort(gateways, row.system).requestEffect({
    idempotencyKey: row.exchange_id,
    effect: wireEffects[row.kind]!,
    itemNo: it.item.number,
    subject: it.subject,
    record: it.record,
    decisionNo: it.item.decisionNumber ?? it.item.number,
    decidedOn: String(row.request.decidedOn),
  });
  if (!outcome.ok) return failed(publication, row, outcome);
  settled(
    await services.db.transaction({ sees: 'all' }, (tx) =>
      noteSent(tx, row, { receiptNo: outcome.requestId, acceptedAt: outcome.acceptedAt }, services.clock.now()),
    ),
  );
  await orderConfirmation(publication, row, 0);
}

/** Asks again later whether a sent request is done: after 2 s, then ever longer, up to ten minutes. */
export async function orderConfirmation({ services }: Publication, row: ExchangeRow, asked: number): Promise<void> {
  const now = services.clock.now();
  const wait = Math.min(600_000, 2_000 * 1.6 ** asked);
  await services.db.read({ sees: 'all' }, (tx) =>
    orderJobs(
      tx,
      row.subject_key,
      [
        {
          task: 'confirm-exchange',
          payload: { exchangeId: row.exchange_id, asked: asked + 1 },
          runAt: new Date(now.getTime() + wait),
        },
      ],
      now,
    ),
  );
}
