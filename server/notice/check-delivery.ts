import type { MessageDelivery } from '../gateways/exchange/messages-port.ts';
import type { Outcome } from '../gateways/exchange/outcome.ts';
import type { Gateways } from '../gateways/open-gateways.ts';
import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { tellCarried } from './gather-texts.ts';
import { findMessage, lockMessage, updateChannels } from './notice-store.ts';
import type { MessageChannel } from './tell.ts';

/** Seconds until each question after sending: a phone may be off for a day, after that nobody waits for it. */
const pauses = [5, 30, 300, 3600, 21_600, 86_400];

/** When a gateway is first asked whether a message arrived. */
export function firstCheckAt(now: Date): Date {
  return new Date(now.getTime() + pauses[0]! * 1000);
}

/**
 * Asks a gateway how far a message is, again and again with growing pauses, until it is delivered, failed, or nobody will know.
 * Each question has its number, so that a job that runs twice does not start a second row of questions.
 */
export function checkDelivery(services: Services, gateways: Pick<Gateways, 'sms' | 'ganfutong'>): Task {
  return {
    name: 'check-delivery',
    async run(payload) {
      const { subjectKey } = payload;
      const messageId = textOf(payload, 'messageId');
      const name = textOf(payload, 'channel');
      const check = numberOf(payload, 'check');
      const all = { sees: 'all' } as const;
      const due = (one: MessageChannel) => one.channel === name && one.state === 'sent' && one.checks === check;
      const message = await services.db.read(all, (tx) => findMessage(tx, subjectKey, messageId));
      const asked = message?.channels.find(due);
      if (!asked) return;
      const gateway = name === 'sms' ? gateways.sms : gateways.ganfutong;
      const outcome = await gateway.readDelivery(asked.receipt!);
      settled(
        await services.db.transaction(all, async (tx) => {
          const now = services.clock.now();
          const current = await lockMessage(tx, subjectKey, messageId);
          const before = current?.channels.find(due);
          if (!current || !before) return null;
          const after = afterAsking(before, outcome);
          const channels = current.channels.map((one) => (one === before ? after : one));
          await updateChannels(tx, subjectKey, messageId, channels);
          await tellCarried(tx, current, channels);
          const pause = pauses[after.checks];
          if (after.state === 'sent' && pause !== undefined) {
            const job = { task: 'check-delivery', payload: { messageId, channel: name, check: after.checks } };
            await orderJobs(tx, subjectKey, [{ ...job, runAt: new Date(now.getTime() + pause * 1000) }], now);
          }
          return null;
        }),
      );
    },
  };
}

function afterAsking(channel: MessageChannel, outcome: Outcome<MessageDelivery>): MessageChannel {
  const checks = channel.checks + 1;
  const isLast = checks >= pauses.length;
  if (!outcome.ok) return { ...channel, checks, error: outcome.text };
  if (outcome.state === 'delivered') return { ...channel, checks, state: 'delivered', at: outcome.at, error: null };
  if (outcome.state === 'failed') return { ...channel, checks, state: 'failed', at: outcome.at, error: outcome.reason };
  return { ...channel, checks, error: isLast ? '没有收到送达回执' : null };
}
