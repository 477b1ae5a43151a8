import { openEffectsClient } from '../exchange/effects-client.ts';
import type { ExchangeTarget } from '../exchange/signed-fetch.ts';
import type { GsxtPort } from './gsxt-port.ts';

/** 国家企业信用信息公示系统（江西） over HTTP. */
export function openGsxtClient(target: ExchangeTarget): GsxtPort {
  return openEffectsClient(target);
}
