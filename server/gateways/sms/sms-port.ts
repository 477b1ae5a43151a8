import type { DeliveryPort, MessageReceipt } from '../exchange/messages-port.ts';
import type { Keyed, Outcome } from '../exchange/outcome.ts';

/** A text message. */
export interface SmsMessage extends Keyed {
  /** Mobile number, 11 digits. */
  readonly to: string;
  /** At most 500 characters, signature included. */
  readonly text: string;
}

/** Text messages. */
export interface SmsPort extends DeliveryPort {
  send(message: SmsMessage): Promise<Outcome<MessageReceipt>>;
}
