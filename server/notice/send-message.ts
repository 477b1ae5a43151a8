import type { MessageReceipt } from '../gateways/exchange/messages-port.ts';
import type { Outcome } from '../gateways/exchange/outcome.ts';
import type { Gateways } from '../gateways/open-gateways.ts';
import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { firstCheckAt } from './check-delivery.ts';
import { gatherTexts, tellCarried } from './gather-texts.ts';
import { findMessage, lockMessage, type MessageRow, updateChannels } from './notice-store.ts';
import type { MessageChannel } from './tell.ts';

/** The message gateways. */
export type MessageGateways = Pick<Gateways, 'sms' | 'ganfutong'>;

/** After this many tries a channel is given up; the message stands in the platform all the while. */
export const mostSendings = 10;

/**
 * Sends what of a message is still queued, together with other news of the same application (gather-texts.ts). Each channel has a key of its own at its gateway, so that a second run sends nothing twice.
 * What a gateway cannot do now is written on the message and tried again; what it refuses is final.
 */
export function sendMessage(services: Services, gateways: MessageGateways): Task {
  return {
    name: 'send-message',
    maxAttempts: mostSendings + 2,
    async run(payload) {
      const { subjectKey } = payload;
      const messageId = textOf(payload, 'messageId');
      const message = await services.db.read(all, async (tx) => {
        const found = await findMessage(tx, subjectKey, messageId);
        if (found?.channels.some((one) => one.state === 'queued' && one.words?.brief))
          await gatherTexts(tx, services.config, found);
        return findMessage(tx, subjectKey, messageId);
      });
      if (!message) throw new Error(`no message ${messageId}`);
      const queued = message.channels.filter((one) => one.state === 'queued');
      // What goes with another message is sent with that one, whichever job comes first.
      for (const carrier of new Set(queued.map((one) => one.sentWith ?? messageId)))
        await sendOne(services, gateways, subjectKey, carrier);
    },
  };
}

const all = { sees: 'all' } as const;

async function sendOne(
  services: Services,
  gateways: MessageGateways,
  subjectKey: string,
  messageId: string,
): Promise<void> {
  const message = (await services.db.read(all, (tx) => findMessage(tx, subjectKey, messageId)))!;
  const outcomes = new Map<string, Outcome<MessageReceipt>>();
  for (const channel of message.channels.filter((one) => one.state === 'queued' && !one.sentWith))
    outcomes.set(channel.channel, await send(gateways, message, channel));
  if (outcomes.size === 0) return;
  const waiting = settled(
    await services.db.transaction(all, async (tx) => {
      const now = services.clock.now();
      const current = await lockMessage(tx, subjectKey, messageId);
      const channels = current!.channels.map((one) => afterSending(one, outcomes.get(one.channel), now));
      await updateChannels(tx, subjectKey, messageId, channels);
      await tellCarried(tx, current!, channels);
      const sent = channels.filter(
        (one, index) => one.state === 'sent' && current!.channels[index]!.state === 'queued',
      );
      const checks = sent.map(({ channel }) => ({
        task: 'check-delivery',
        payload: { messageId, channel, check: 0 },
        runAt: firstCheckAt(now),
      }));
      await orderJobs(tx, subjectKey, checks, now);
      return channels.filter((one) => one.state === 'queued' && !one.sentWith);
    }),
  );
  if (waiting.length > 0) throw new Error(waiting.map((one) => `${one.channel}: ${one.error}`).join('; '));
}

function send(
  gateways: MessageGateways,
  message: MessageRow,
  channel: MessageChannel,
): Promise<Outcome<MessageReceipt>> {
  const { to, text, link, title } = channel.words!;
  const idempotencyKey = `${message.message_id}:${channel.channel}`;
  if (channel.channel === 'sms') return gateways.sms.send({ idempotencyKey, to, text });
  return gateways.ganfutong.send({
    idempotencyKey,
    to,
    title: title ?? message.title,
    text,
    ...(link ? { link } : {}),
  });
}

function afterSending(
  channel: MessageChannel,
  outcome: Outcome<MessageReceipt> | undefined,
  now: Date,
): MessageChannel {
  // Another run may have been faster; what it wrote stands.
  if (!outcome || channel.state !== 'queued') return channel;
  const attempts = channel.attempts + 1;
  const at = now.toISOString();
  if (outcome.ok) return { ...channel, attempts, state: 'sent', at, receipt: outcome.messageId, error: null };
  const givenUp = !outcome.retry || attempts >= mostSendings;
  return { ...channel, attempts, at, state: givenUp ? 'failed' : 'queued', error: outcome.text };
}
