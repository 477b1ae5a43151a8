import type { Outcome } from './outcome.ts';

/** A message taken for delivery. */
export interface MessageReceipt {
  readonly messageId: string;
  /** ISO instant. */
  readonly acceptedAt: string;
}

/** How far a message is: proof of delivery once `delivered`. */
export interface MessageDelivery {
  readonly messageId: string;
  readonly state: 'queued' | 'delivered' | 'failed';
  /** ISO instant of the latest change. */
  readonly at: string;
  /** Why it failed, in Chinese; null otherwise. */
  readonly reason: string | null;
}

/** What every message gateway offers beside sending. */
export interface DeliveryPort {
  readDelivery(messageId: string): Promise<Outcome<MessageDelivery>>;
}
