import Type from 'typebox';
import { type ExchangeTarget, signedFetch } from '../exchange/signed-fetch.ts';
import type { MarketPlatformPort } from './market-platform-port.ts';

const Filled = Type.String({ minLength: 1 });
const Nullable = Type.Union([Type.String(), Type.Null()]);
const CaseReceipt = Type.Object({ caseNo: Filled, receivedAt: Filled });
const CaseWithdrawn = Type.Object({ caseNo: Filled, withdrawnAt: Filled });
const CaseProgress = Type.Object({
  caseNo: Filled,
  receivedAt: Filled,
  state: Type.Union([
    Type.Literal('received'),
    Type.Literal('accepted'),
    Type.Literal('declined'),
    Type.Literal('correction-needed'),
    Type.Literal('granted'),
    Type.Literal('refused'),
    Type.Literal('withdrawn'),
  ]),
  acceptedOn: Nullable,
  decidedOn: Nullable,
  decisionNo: Nullable,
  reasons: Type.Array(Type.String()),
  correction: Type.Union([Type.Object({ missing: Type.Array(Type.String()), dueOn: Filled }), Type.Null()]),
});

/** 市场监管信用修复全国统一平台 over HTTP. */
export function openMarketPlatformClient(target: ExchangeTarget): MarketPlatformPort {
  const pathOf = (caseNo: string) => `/cases/${encodeURIComponent(caseNo)}`;
  return {
    handOver: ({ idempotencyKey, ...body }) =>
      signedFetch(target, { method: 'POST', path: '/cases', body, idempotencyKey, reply: CaseReceipt }),
    readCase: (caseNo) => signedFetch(target, { method: 'GET', path: pathOf(caseNo), reply: CaseProgress }),
    sendCorrection: ({ idempotencyKey, caseNo, ...body }) =>
      signedFetch(target, {
        method: 'POST',
        path: `${pathOf(caseNo)}/corrections`,
        body,
        idempotencyKey,
        reply: CaseReceipt,
      }),
    withdrawCase: ({ idempotencyKey, caseNo }) =>
      signedFetch(target, { method: 'DELETE', path: pathOf(caseNo), idempotencyKey, reply: CaseWithdrawn }),
  };
}
