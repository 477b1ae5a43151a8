import Type from 'typebox';
import type { EffectsPort } from './effects-port.ts';
import { type ExchangeTarget, signedFetch } from './signed-fetch.ts';

const EffectReceipt = Type.Object({
  requestId: Type.String({ minLength: 1 }),
  acceptedAt: Type.String({ minLength: 1 }),
});

const EffectProgress = Type.Object({
  requestId: Type.String({ minLength: 1 }),
  acceptedAt: Type.String({ minLength: 1 }),
  effect: Type.Union([
    Type.Literal('endPublication'),
    Type.Literal('endSharing'),
    Type.Literal('liftMeasures'),
    Type.Literal('delist'),
    Type.Literal('restoreStanding'),
    Type.Literal('withdrawInformation'),
    Type.Literal('resumePublication'),
    Type.Literal('changeInformation'),
    Type.Literal('shieldInformation'),
    Type.Literal('withdrawStatement'),
  ]),
  state: Type.Union([Type.Literal('accepted'), Type.Literal('confirmed'), Type.Literal('failed')]),
  confirmedAt: Type.Union([Type.String(), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
});

const CorrectionReceipt = Type.Object({
  receiptNo: Type.String({ minLength: 1 }),
  correctedAt: Type.String({ minLength: 1 }),
});

/** The effects interface, which three systems offer in the same form. */
export function openEffectsClient(target: ExchangeTarget): EffectsPort {
  return {
    requestEffect: ({ idempotencyKey, ...body }) =>
      signedFetch(target, { method: 'POST', path: '/effects', body, idempotencyKey, reply: EffectReceipt }),
    correctRecord: ({ idempotencyKey, ...body }) =>
      signedFetch(target, { method: 'POST', path: '/corrections', body, idempotencyKey, reply: CorrectionReceipt }),
    readEffect: (requestId) =>
      signedFetch(target, { method: 'GET', path: `/effects/${encodeURIComponent(requestId)}`, reply: EffectProgress }),
  };
}
