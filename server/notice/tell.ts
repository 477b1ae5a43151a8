import type { Unit } from '#domain/catalog/catalog.ts';
import type { Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';

/** Who a message is for. A window or unit message is read by everybody there; an officer's by that officer only. */
export type Recipient =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'window' | 'unit'; readonly unit: Pick<Unit, 'unitId' | 'regionCode'> }
  | { readonly kind: 'officer'; readonly unit: Pick<Unit, 'unitId' | 'regionCode'>; readonly officerId: string };

/** What goes out beside the message in the platform: to which number or account, in which words. */
export interface OutsideWords {
  readonly to: string;
  readonly text: string;
  /** Page of ours that it opens (赣服通). */
  readonly link?: string;
  /** Heading where it is not that of the message (赣服通). */
  readonly title?: string;
  /** The short form, where this may go out together with other news of the same application; absent: always alone, at once. */
  readonly brief?: Brief;
}

/** News of an item in short: what happened, to which document, and what is asked of the reader (with its day). */
export interface Brief {
  readonly title: string;
  readonly about: string;
  readonly ask?: string;
}

export interface MessageOrder {
  readonly subjectKey: string;
  /** Given by who orders: the same id twice is the same message. */
  readonly messageId: string;
  readonly applicationId: string | null;
  readonly itemId: string | null;
  readonly to: Recipient;
  /** Records it is about, ticked in the form it opens. */
  readonly recordIds?: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly sms?: OutsideWords;
  readonly ganfutong?: OutsideWords;
  /** What has a short form waits this long for other news of the application, seconds. */
  readonly waitSeconds?: number;
}

/** How one channel of a message stands: the proof of delivery, kept beside the words that were sent. */
export interface MessageChannel {
  readonly channel: 'in-app' | 'sms' | 'ganfutong';
  /** queued: to be sent, or tried in vain so far (`error` says why); sent: taken by the gateway; then delivered or failed. */
  readonly state: 'queued' | 'sent' | 'delivered' | 'failed';
  readonly at: string | null;
  readonly receipt: string | null;
  readonly error: string | null;
  /** Times the gateway was asked to send, and to say how far it is. */
  readonly attempts: number;
  readonly checks: number;
  readonly words: OutsideWords | null;
  /** How many messages its words speak of; absent where it speaks of its own alone. */
  readonly carries?: number;
  /** The message whose words speak of this one: what became of that is what became of this. */
  readonly sentWith?: string;
}

/** 11 digits that a text message can reach; landlines cannot. */
export function isMobile(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone);
}

/**
 * Writes a message beside the act or task that tells it, and orders its sending where it also goes outside. It stands in the platform
 * at once, whatever the gateways do. Returns false, and changes nothing, where it was told before.
 */
export async function orderMessage(tx: Tx, message: MessageOrder, now: Date): Promise<boolean> {
  const channels = channelsOf(message, now);
  const { to } = message;
  const unit = to.kind === 'applicant' ? null : to.unit;
  const changed = await tx.change(
    'message-order',
    `insert into message (subject_key, message_id, application_id, item_id, recipient, unit_id, window_unit_id, region_code, officer_id,
       title, body, channels, created_at, record_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (subject_key, message_id) do nothing`,
    [
      message.subjectKey,
      message.messageId,
      message.applicationId,
      message.itemId,
      to.kind,
      to.kind === 'unit' || to.kind === 'officer' ? to.unit.unitId : null,
      to.kind === 'window' ? to.unit.unitId : null,
      unit?.regionCode ?? null,
      to.kind === 'officer' ? to.officerId : null,
      message.title,
      message.body,
      JSON.stringify(channels),
      now,
      message.recordIds ?? null,
    ],
  );
  if (changed !== 1) return false;
  const waiting = channels.filter((one) => one.state === 'queued');
  if (waiting.length > 0) {
    const wait = waiting.every((one) => one.words?.brief) ? (message.waitSeconds ?? 0) * 1000 : 0;
    const job = { task: 'send-message', payload: { messageId: message.messageId } };
    await orderJobs(tx, message.subjectKey, [{ ...job, runAt: new Date(now.getTime() + wait) }], now);
  }
  return true;
}

function channelsOf(message: MessageOrder, now: Date): MessageChannel[] {
  const at = now.toISOString();
  const fresh = { receipt: null, error: null, attempts: 0, checks: 0 };
  const outside = (channel: 'sms' | 'ganfutong', words: OutsideWords | undefined): MessageChannel[] => {
    if (!words) return [];
    if (channel === 'sms' && !isMobile(words.to))
      return [{ ...fresh, channel, state: 'failed', at, words, error: '联系电话不是手机号，不能发短信' }];
    return [{ ...fresh, channel, state: 'queued', at: null, words }];
  };
  return [
    { ...fresh, channel: 'in-app', state: 'delivered', at, words: null },
    ...outside('ganfutong', message.ganfutong),
    ...outside('sms', message.sms),
  ];
}
