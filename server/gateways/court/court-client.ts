import Type from 'typebox';
import { type ExchangeTarget, signedFetch } from '../exchange/signed-fetch.ts';
import type { CourtPort } from './court-port.ts';

const Filled = Type.String({ minLength: 1 });
const Nullable = Type.Union([Type.String(), Type.Null()]);
const ForwardReceipt = Type.Object({ forwardNo: Filled, receivedAt: Filled });
const ForwardProgress = Type.Object({
  forwardNo: Filled,
  receivedAt: Filled,
  state: Type.Union([Type.Literal('forwarded'), Type.Literal('deleted'), Type.Literal('kept')]),
  decidedOn: Nullable,
  documentNo: Nullable,
  reasons: Type.Array(Type.String()),
});

/** The court over HTTP. */
export function openCourtClient(target: ExchangeTarget): CourtPort {
  return {
    forward: ({ idempotencyKey, ...body }) =>
      signedFetch(target, { method: 'POST', path: '/forwards', body, idempotencyKey, reply: ForwardReceipt }),
    readForward: (forwardNo) =>
      signedFetch(target, {
        method: 'GET',
        path: `/forwards/${encodeURIComponent(forwardNo)}`,
        reply: ForwardProgress,
      }),
  };
}
