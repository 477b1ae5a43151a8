import Type from 'typebox';
import { openEffectsClient } from '../exchange/effects-client.ts';
import { type ExchangeTarget, signedFetch } from '../exchange/signed-fetch.ts';
import type { CreditChinaPort } from './credit-china-port.ts';

const Filled = Type.String({ minLength: 1 });
const ApplicationReceipt = Type.Object({ receiptNo: Filled, receivedAt: Filled });
const ResultReceipt = Type.Object({ receiptNo: Filled, reportedAt: Filled });
const ObjectionReceipt = Type.Object({ receiptNo: Filled, pushedAt: Filled });
const PublishedReceipt = Type.Object({ recordId: Filled, shown: Type.Boolean() });
const PublishedList = Type.Object({
  entries: Type.Array(
    Type.Object({
      recordId: Filled,
      documentNo: Type.String(),
      matter: Filled,
      authority: Type.String(),
      publishedOn: Filled,
      lastDay: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});

/** 信用中国（江西） over HTTP. */
export function openCreditChinaClient(target: ExchangeTarget): CreditChinaPort {
  return {
    ...openEffectsClient(target),
    registerApplication: ({ idempotencyKey, ...body }) =>
      signedFetch(target, {
        method: 'POST',
        path: '/repair-applications',
        body,
        idempotencyKey,
        reply: ApplicationReceipt,
      }),
    reportResult: ({ idempotencyKey, receiptNo, ...body }) =>
      signedFetch(target, {
        method: 'POST',
        path: `/repair-applications/${encodeURIComponent(receiptNo)}/result`,
        body,
        idempotencyKey,
        reply: ResultReceipt,
      }),
    lodgeObjection: ({ idempotencyKey, ...body }) =>
      signedFetch(target, { method: 'POST', path: '/objections', body, idempotencyKey, reply: ObjectionReceipt }),
    reportObjectionResult: ({ idempotencyKey, receiptNo, ...body }) =>
      signedFetch(target, {
        method: 'POST',
        path: `/objections/${encodeURIComponent(receiptNo)}/result`,
        body,
        idempotencyKey,
        reply: ResultReceipt,
      }),
    reportPublished: ({ idempotencyKey, ...body }) =>
      signedFetch(target, { method: 'PUT', path: '/published', body, idempotencyKey, reply: PublishedReceipt }),
    listPublished: (identifier) =>
      signedFetch(target, {
        method: 'GET',
        path: `/published?identifier=${encodeURIComponent(identifier)}`,
        reply: PublishedList,
      }),
  };
}
