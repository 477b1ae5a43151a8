import Type from 'typebox';
import { openEffectsClient } from '../exchange/effects-client.ts';
import { type ExchangeTarget, signedFetch } from '../exchange/signed-fetch.ts';
import type { ProvincePort } from './province-port.ts';

const Text = Type.Union([Type.String({ maxLength: 300 }), Type.Null()]);
const Reply = Type.Object({
  registration: Type.Union([
    Type.Object({ name: Type.String({ maxLength: 200 }), address: Text, legalRep: Text, registryOrgan: Text }),
    Type.Null(),
  ]),
});

/** 省公共信用信息平台 over HTTP. */
export function openProvinceClient(target: ExchangeTarget): ProvincePort {
  return {
    ...openEffectsClient(target),
    readRegistration: (identifier) =>
      signedFetch(target, { method: 'GET', path: `/registrations/${encodeURIComponent(identifier)}`, reply: Reply }),
  };
}
