import { openEffectsClient } from '../exchange/effects-client.ts';
import type { ExchangeTarget } from '../exchange/signed-fetch.ts';
import type { ProvincePort } from './province-port.ts';

/** 省公共信用信息平台 over HTTP. */
export function openProvinceClient(target: ExchangeTarget): ProvincePort {
  return openEffectsClient(target);
}
