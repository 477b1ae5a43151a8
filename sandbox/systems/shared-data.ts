import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import type { Collection } from '../collection.ts';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { receiptNumber } from '../surroundings.ts';

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** What the controls put in about one subject. */
export const SharedFacts = Type.Object({
  identifier: Type.String({ minLength: 1, maxLength: 40 }),
  payments: Type.Optional(
    Type.Array(
      Type.Object({
        documentNo: Type.String({ minLength: 1, maxLength: 100 }),
        noticeNo: Type.Optional(orNull(Type.String())),
        dueYuan: Type.Number({ minimum: 0 }),
        paidYuan: Type.Number({ minimum: 0 }),
        paidOn: Type.Optional(orNull(day)),
        receiptNo: Type.Optional(orNull(Type.String())),
        office: Type.Optional(Type.String()),
      }),
    ),
  ),
  reorganisations: Type.Optional(
    Type.Array(
      Type.Object({
        court: Type.String(),
        caseNo: Type.String(),
        acceptedOn: day,
        planApprovedOn: Type.Optional(orNull(day)),
        completedOn: Type.Optional(orNull(day)),
        administrator: Type.Optional(orNull(Type.String())),
      }),
    ),
  ),
});
export type SharedFacts = Static<typeof SharedFacts>;

const { restaurant, materials } = demoSubjects;

/** Of the demonstration: one fine paid, one partly paid, one enterprise in reorganisation; of all others nothing is known. */
const demoFacts: readonly SharedFacts[] = [
  {
    identifier: restaurant.identifier,
    payments: [
      {
        documentNo: '洪东市监罚〔2026〕163号',
        dueYuan: 6200,
        paidYuan: 6200,
        paidOn: '2026-07-13',
        office: '南昌市东湖区市场监督管理局',
      },
      {
        documentNo: '洪交罚〔2026〕86号',
        dueYuan: 3000,
        paidYuan: 1200,
        paidOn: '2026-05-14',
        office: '南昌市交通运输局',
      },
    ],
  },
  {
    identifier: materials.identifier,
    payments: [
      {
        documentNo: '赣章市监罚〔2026〕32号',
        dueYuan: 38000,
        paidYuan: 20000,
        paidOn: '2026-04-02',
        office: '赣州市章贡区市场监督管理局',
      },
    ],
    reorganisations: [
      {
        court: '江西省赣州市中级人民法院',
        caseNo: '（2026）赣07破示例1号',
        acceptedOn: '2026-05-11',
        planApprovedOn: '2026-09-28',
        administrator: '示例清算事务所',
      },
    ],
  },
];

type Payment = NonNullable<SharedFacts['payments']>[number];
type Case = NonNullable<SharedFacts['reorganisations']>[number];

/** Numbers that a register would have given follow from what was put in, so that two reads say the same. */
const paymentOf = (one: Payment) => ({
  documentNo: one.documentNo,
  noticeNo: one.noticeNo ?? `缴${one.documentNo}`,
  dueYuan: one.dueYuan,
  paidYuan: one.paidYuan,
  paidOn: one.paidOn ?? null,
  receiptNo: one.receiptNo ?? (one.paidYuan > 0 ? `赣财示例票${one.documentNo.replace(/\D/g, '')}` : null),
  office: one.office ?? '示例执收单位',
});

const caseOf = (one: Case) => ({
  court: one.court,
  caseNo: one.caseNo,
  acceptedOn: one.acceptedOn,
  planApprovedOn: one.planApprovedOn ?? null,
  completedOn: one.completedOn ?? null,
  administrator: one.administrator ?? null,
});

/** Offers GET /payments and /reorganisations: what the demonstration has and what the controls put in, which comes first. */
export function offerSharedData(door: Door, kept: Collection<SharedFacts>): void {
  const factsOf = (identifier: string) => ({
    put: kept.get(identifier),
    demo: demoFacts.find((one) => one.identifier === identifier),
  });
  door.ask('/payments', ({ query, now }) => {
    const { identifier, documentNo } = query;
    if (!identifier || !documentNo) return problem(400, 'incomplete', '要写明代码和决定书文号');
    const { put, demo } = factsOf(identifier);
    const of = (facts: SharedFacts | undefined) =>
      facts?.payments?.filter((one) => one.documentNo === documentNo) ?? [];
    const found = of(put).length > 0 ? of(put) : of(demo);
    return answer({ queryNo: receiptNumber('GX', now), payments: found.map(paymentOf) });
  });
  door.ask('/reorganisations', ({ query, now }) => {
    if (!query.identifier) return problem(400, 'incomplete', '要写明统一社会信用代码');
    const { put, demo } = factsOf(query.identifier);
    const found = put?.reorganisations ?? demo?.reorganisations ?? [];
    const latest = [...found].sort((a, b) => b.acceptedOn.localeCompare(a.acceptedOn));
    return answer({ queryNo: receiptNumber('GX', now), reorganisations: latest.map(caseOf) });
  });
}

/** Adds to what is known of a subject: payments by decision, cases as a whole. */
export function putSharedFacts(kept: Collection<SharedFacts>, facts: SharedFacts): void {
  const was = kept.get(facts.identifier);
  const named = new Set(facts.payments?.map((one) => one.documentNo));
  const reorganisations = facts.reorganisations ?? was?.reorganisations;
  kept.put(facts.identifier, {
    identifier: facts.identifier,
    payments: [...(was?.payments ?? []).filter((one) => !named.has(one.documentNo)), ...(facts.payments ?? [])],
    ...(reorganisations ? { reorganisations } : {}),
  });
}

const PutPayment = Type.Object({
  identifier: Type.String({ minLength: 1, maxLength: 40 }),
  documentNo: Type.String({ minLength: 1, maxLength: 100 }),
  dueYuan: Type.Number({ minimum: 0 }),
  paidYuan: Type.Number({ minimum: 0 }),
  paidOn: Type.Optional(Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' })),
});

/** POST /control/shared-data puts facts in; /control/payment is the form on the page of the controls. */
export function offerSharedDataControl(scope: FastifyInstance, kept: Collection<SharedFacts>): void {
  scope.post<{ Body: SharedFacts }>('/control/shared-data', { schema: { body: SharedFacts } }, (request, reply) => {
    if (request.headers['sec-fetch-site'] === 'cross-site') return reply.code(403).send({});
    putSharedFacts(kept, request.body);
    return reply.send({ done: true });
  });
  scope.post<{ Body: Static<typeof PutPayment> }>(
    '/control/payment',
    { schema: { body: PutPayment } },
    (request, reply) => {
      if (request.headers['sec-fetch-site'] === 'cross-site') return reply.code(403).send({});
      const { identifier, paidOn, ...payment } = request.body;
      putSharedFacts(kept, { identifier: identifier.trim(), payments: [{ ...payment, paidOn: paidOn || null }] });
      return reply.redirect('/', 303);
    },
  );
}
