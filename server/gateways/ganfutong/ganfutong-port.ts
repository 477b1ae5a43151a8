import type { DeliveryPort, MessageReceipt } from '../exchange/messages-port.ts';
import type { Keyed, Outcome } from '../exchange/outcome.ts';

/** A message in the citizen's 赣服通 app. */
export interface GanfutongMessage extends Keyed {
  /** Citizen id or USCC of the account's holder. */
  readonly to: string;
  readonly title: string;
  readonly text: string;
  /** Page of ours that the message opens. */
  readonly link?: string;
}

/** 赣服通 messages. */
export interface GanfutongPort extends DeliveryPort {
  send(message: GanfutongMessage): Promise<Outcome<MessageReceipt>>;
}
