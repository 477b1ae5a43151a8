import Type from 'typebox';
import type { MessageDelivery, MessageReceipt } from './messages-port.ts';
import type { Keyed, Outcome } from './outcome.ts';
import { type ExchangeTarget, signedFetch } from './signed-fetch.ts';

const Filled = Type.String({ minLength: 1 });
const Receipt = Type.Object({ messageId: Filled, acceptedAt: Filled });
const Delivery = Type.Object({
  messageId: Filled,
  state: Type.Union([Type.Literal('queued'), Type.Literal('delivered'), Type.Literal('failed')]),
  at: Filled,
  reason: Type.Union([Type.String(), Type.Null()]),
});

/** Sending and asking, which both message gateways offer in the same form. */
export function openMessagesClient<Message extends Keyed>(target: ExchangeTarget) {
  return {
    send: ({ idempotencyKey, ...body }: Message): Promise<Outcome<MessageReceipt>> =>
      signedFetch(target, { method: 'POST', path: '/messages', body, idempotencyKey, reply: Receipt }),
    readDelivery: (messageId: string): Promise<Outcome<MessageDelivery>> =>
      signedFetch(target, { method: 'GET', path: `/messages/${encodeURIComponent(messageId)}`, reply: Delivery }),
  };
}
