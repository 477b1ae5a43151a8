import Type from 'typebox';
import { type ExchangeTarget, signedFetch } from '../exchange/signed-fetch.ts';
import type { SharedDataPort } from './shared-data-port.ts';

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const word = Type.String({ maxLength: 200 });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const yuan = Type.Number({ minimum: 0, maximum: 1e12 });
const queryNo = Type.String({ minLength: 1, maxLength: 100 });

const Payments = Type.Object({
  queryNo,
  payments: Type.Array(
    Type.Object({
      documentNo: word,
      noticeNo: orNull(word),
      dueYuan: yuan,
      paidYuan: yuan,
      paidOn: orNull(day),
      receiptNo: orNull(word),
      office: word,
    }),
    { maxItems: 100 },
  ),
});
const Reorganisations = Type.Object({
  queryNo,
  reorganisations: Type.Array(
    Type.Object({
      court: word,
      caseNo: word,
      acceptedOn: day,
      planApprovedOn: orNull(day),
      completedOn: orNull(day),
      administrator: orNull(word),
    }),
    { maxItems: 100 },
  ),
});

/** 省公共数据共享平台 over HTTP. */
export function openSharedDataClient(target: ExchangeTarget): SharedDataPort {
  const ask = <T extends Type.TSchema>(what: string, query: Record<string, string>, reply: T) =>
    signedFetch(target, { method: 'GET', path: `/${what}?${new URLSearchParams(query)}`, reply });
  return {
    readPayments: (identifier, documentNo) => ask('payments', { identifier, documentNo }, Payments),
    readReorganisations: (identifier) => ask('reorganisations', { identifier }, Reorganisations),
  };
}
