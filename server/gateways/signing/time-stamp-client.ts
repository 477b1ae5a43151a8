import { createHash } from 'node:crypto';
import Type from 'typebox';
import { type ExchangeTarget, signedFetch } from '../exchange/signed-fetch.ts';
import type { TimeStampPort } from './time-stamp-port.ts';

const Stamped = Type.Object({ response: Type.String({ minLength: 1, maxLength: 40_000 }) });

/** The time-stamp authority over HTTP: the messages of RFC 3161 in the envelope that all outside systems share. */
export function openTimeStampClient(target: ExchangeTarget): TimeStampPort {
  return {
    stamp: (body) =>
      signedFetch(target, {
        method: 'POST',
        path: '/time-stamps',
        body,
        idempotencyKey: createHash('sha256').update(body.request).digest('hex'),
        reply: Stamped,
      }),
  };
}
