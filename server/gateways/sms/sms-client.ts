import { openMessagesClient } from '../exchange/messages-client.ts';
import type { ExchangeTarget } from '../exchange/signed-fetch.ts';
import type { SmsMessage, SmsPort } from './sms-port.ts';

/** The text message gateway over HTTP. */
export function openSmsClient(target: ExchangeTarget): SmsPort {
  return openMessagesClient<SmsMessage>(target);
}
