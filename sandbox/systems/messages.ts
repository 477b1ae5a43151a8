import Type from 'typebox';
import type { Collection } from '../collection.ts';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { receiptNumber, type Surroundings } from '../surroundings.ts';

const Sms = Type.Object({
  to: Type.String({ minLength: 1, maxLength: 20 }),
  text: Type.String({ minLength: 1, maxLength: 500 }),
});
const Ganfutong = Type.Object({
  to: Type.String({ minLength: 15, maxLength: 18 }),
  title: Type.String({ minLength: 1, maxLength: 100 }),
  text: Type.String({ minLength: 1, maxLength: 2000 }),
  link: Type.Optional(Type.String({ maxLength: 2000 })),
});

/** A message as its gateway keeps it; the inbox page shows it. */
export interface KeptMessage {
  readonly messageId: string;
  readonly to: string;
  readonly title?: string;
  readonly text: string;
  readonly link?: string;
  /** Milliseconds. */
  readonly acceptedAt: number;
}

/** The systems that take messages. */
export type MessageSystem = 'sms' | 'ganfutong';

/** Offers POST /messages and GET /messages/:messageId; what was sent is kept in `messages`, where the inbox page finds it. */
export function offerMessages(
  door: Door,
  system: MessageSystem,
  messages: Collection<KeptMessage>,
  around: Surroundings,
): void {
  const shape = system === 'sms' ? Sms : Ganfutong;
  door.act<Omit<KeptMessage, 'messageId' | 'acceptedAt'>>('POST', '/messages', shape, ({ body, now }) => {
    if (system === 'sms' && !/^1[3-9]\d{9}$/.test(body.to))
      return problem(422, 'no-mobile-number', '不是有效的手机号码');
    const messageId = receiptNumber(system === 'sms' ? 'DX' : 'GFT', now);
    messages.put(messageId, { ...body, messageId, acceptedAt: now });
    return answer({ messageId, acceptedAt: new Date(now).toISOString() }, 202);
  });
  door.ask('/messages/:messageId', ({ params }) => {
    const message = messages.get(params.messageId ?? '');
    return message
      ? answer({ ...deliveryOf(message, system, around) })
      : problem(404, 'no-such-message', '没有这个消息编号');
  });
}

/** How far a message is. Mobile numbers ending in 0000 do not exist, so that a failed delivery can be shown. */
export function deliveryOf(message: KeptMessage, system: MessageSystem, around: Surroundings) {
  const { messageId, to, acceptedAt } = message;
  const script = around.scripts.find(system, messageId, to);
  const doneAt = Math.max(acceptedAt + around.delays.delivery, script?.at ?? 0);
  if (script?.outcome === 'hold' || around.now() < doneAt) {
    return { messageId, state: 'queued', at: new Date(acceptedAt).toISOString(), reason: null };
  }
  const at = new Date(doneAt).toISOString();
  const dead = system === 'sms' && to.endsWith('0000');
  if (!dead && script?.outcome !== 'fail') return { messageId, state: 'delivered', at, reason: null };
  return { messageId, state: 'failed', at, reason: script?.reasons.join('；') || (dead ? '空号' : '对方拒收') };
}
