import { openMessagesClient } from '../exchange/messages-client.ts';
import type { ExchangeTarget } from '../exchange/signed-fetch.ts';
import type { GanfutongMessage, GanfutongPort } from './ganfutong-port.ts';

/** The 赣服通 message gateway over HTTP. */
export function openGanfutongClient(target: ExchangeTarget): GanfutongPort {
  return openMessagesClient<GanfutongMessage>(target);
}
