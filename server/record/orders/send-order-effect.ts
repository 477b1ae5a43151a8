import type { OrderSystem } from '#domain/record/orders/record-order.ts';
import { findSubject } from '../../access/subject-store.ts';
import type { EffectsPort, RequestedEffect } from '../../gateways/exchange/effects-port.ts';
import type { GatewayFailure } from '../../gateways/exchange/outcome.ts';
import type { Gateways } from '../../gateways/open-gateways.ts';
import type { Services } from '../../platform/app-context.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { settled } from '../../platform/task.ts';
import { findRecord } from '../record-store.ts';
import { advance } from './carry-out.ts';
import * as store from './effect-store.ts';
import { findOrder, lockOrder } from './order-store.ts';
import { orderSystemName } from './order-words.ts';

/** Tries before a person is asked to look, and days a taken request may stay unconfirmed: as with the effects of a grant. */
const maxTries = 10;
const patienceDays = 5;

interface Sending {
  readonly services: Services;
  readonly gateways: Gateways;
}

const wireEffects: Readonly<Record<store.EffectRow['effect'], RequestedEffect>> = {
  hide: 'withdrawInformation',
  'show-again': 'resumePublication',
  change: 'changeInformation',
  shield: 'shieldInformation',
  'end-statement': 'withdrawStatement',
  'end-sharing': 'endSharing',
  'lift-measures': 'liftMeasures',
};

function portOf(gateways: Gateways, system: OrderSystem): EffectsPort {
  return system === 'gsxt' ? gateways.gsxt : system === 'province' ? gateways.province : gateways.creditChina;
}

/** Asks one platform. Repeating it is safe: the row's own id is the idempotency key at the other side. */
export async function sendOrderEffect(sending: Sending, subjectKey: string, effectId: string): Promise<void> {
  const { services, gateways } = sending;
  const found = await services.db.read({ sees: 'all' }, async (tx) => {
    const row = await store.findEffect(tx, subjectKey, effectId);
    const order = row && (await findOrder(tx, subjectKey, row.order_id));
    const record = order && (await findRecord(tx, subjectKey, order.record_id));
    const subject = record && (await findSubject(tx, subjectKey));
    return row && order && record && subject ? { row, order, record, subject } : undefined;
  });
  if (!found || found.row.state === 'confirmed' || found.row.state === 'stuck') return;
  const { row, order, record, subject } = found;
  if (row.state === 'sent') return confirmLater(sending, row, 0);
  const { ground, statement, changes } = order.content;
  const outcome = await portOf(gateways, row.system).requestEffect({
    idempotencyKey: row.effect_id,
    // The end of the time itself is the effect these platforms know already.
    effect: order.kind === 'automatic-end' && row.effect === 'hide' ? 'endPublication' : wireEffects[row.effect],
    itemNo: order.order_id,
    subject: { name: subject.name, type: subject.kind, identifier: subject.identifier },
    record: {
      recordId: record.record_id,
      documentNo: record.doc_number,
      matter: record.matter_key,
      authority: record.organ_name,
    },
    decisionNo: ground?.number || record.doc_number,
    decidedOn: order.opened_on,
    ...(statement ? { statement } : {}),
    ...(ground
      ? { ground: { title: ground.title, number: ground.number, office: ground.office, day: ground.day } }
      : {}),
    ...(changes.length > 0 ? { changes: changes.map(({ field, after }) => ({ field, value: after })) } : {}),
  });
  if (!outcome.ok) return failed(sending, row, outcome);
  await note(sending, row, { state: 'sent', receipt: { receiptNo: outcome.requestId }, tried: true });
  await confirmLater(sending, row, 0);
}

/** Reads whether it is done; with the last receipt the order is closed. */
export async function confirmOrderEffect(
  sending: Sending,
  subjectKey: string,
  effectId: string,
  asked: number,
): Promise<void> {
  const { services, gateways } = sending;
  const row = await services.db.read({ sees: 'all' }, (tx) => store.findEffect(tx, subjectKey, effectId));
  if (row?.state !== 'sent' || !row.receipt?.receiptNo) return;
  const outcome = await portOf(gateways, row.system).readEffect(row.receipt.receiptNo);
  if (!outcome.ok) return failed(sending, row, outcome);
  if (outcome.state === 'failed')
    return note(sending, row, { state: 'stuck', error: outcome.reason ?? '对方未能完成' });
  if (outcome.state === 'accepted') {
    const waited = services.clock.now().getTime() - new Date(row.sent_at ?? row.requested_at).getTime();
    if (waited > patienceDays * 86_400_000)
      return note(sending, row, { state: 'stuck', error: `对方收到已 ${patienceDays} 天，仍未确认完成` });
    return confirmLater(sending, row, asked);
  }
  await enterReceipt(services, row, row.receipt.receiptNo);
}

async function enterReceipt(services: Services, row: store.EffectRow, receiptNo: string): Promise<void> {
  const now = services.clock.now();
  const today = services.clock.today();
  const catalog = await services.catalog();
  settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      const order = await lockOrder(tx, row.subject_key, row.order_id);
      const latest = await store.findEffect(tx, row.subject_key, row.effect_id);
      if (!order || !latest || latest.state === 'confirmed') return;
      await store.noteEffect(tx, row, { state: 'confirmed', receipt: { receiptNo } }, now);
      const actor = { kind: 'outside' as const, id: row.system, name: orderSystemName(row.system) };
      const frame = { tx, catalog, today, now, actor, requestId: null };
      const after = await advance(frame, order, {
        type: 'effect-confirmed',
        on: today,
        cites: [],
        payload: { system: row.system, effect: row.effect, receiptNo },
      });
      const all = await store.listEffects(tx, row.subject_key, [row.order_id]);
      if (after.state !== 'ordered' || all.some((one) => one.state !== 'confirmed')) return;
      const late = order.due_on !== null && today > order.due_on;
      const platform = { kind: 'platform' as const, id: 'platform', name: '平台' };
      await advance({ ...frame, actor: platform }, after, { type: 'done', on: today, cites: [], payload: { late } });
    }),
  );
}

async function note(
  { services }: Sending,
  row: store.EffectRow,
  to: Parameters<typeof store.noteEffect>[2],
): Promise<void> {
  const now = services.clock.now();
  settled(await services.db.transaction({ sees: 'all' }, (tx) => store.noteEffect(tx, row, to, now)));
}

async function failed(sending: Sending, row: store.EffectRow, failure: GatewayFailure): Promise<void> {
  const last = !failure.retry || row.attempts + 1 >= maxTries;
  await note(sending, row, { state: last ? 'stuck' : row.state, error: failure.text, tried: true });
  if (!last) throw new Error(`${row.system} ${row.effect}: ${failure.kind}`);
}

async function confirmLater({ services }: Sending, row: store.EffectRow, asked: number): Promise<void> {
  const now = services.clock.now();
  const runAt = new Date(now.getTime() + Math.min(600_000, 2_000 * 1.6 ** asked));
  const payload = { effectId: row.effect_id, asked: asked + 1 };
  await services.db.read({ sees: 'all' }, (tx) =>
    orderJobs(tx, row.subject_key, [{ task: 'confirm-order-effect', payload, runAt }], now),
  );
}
