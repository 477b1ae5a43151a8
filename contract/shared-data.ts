import { type Static, Type } from 'typebox';
import { CheckView } from './checks.ts';
import { endpoint } from './endpoint.ts';
import { itemParams, nullable, oneOf, plainDate, subjectParams, uuid } from './wire.ts';

/** What shared data has for one chosen record, and which papers need not be brought for it. */
export const SharedProof = Type.Object({
  recordId: uuid('失信信息'),
  standing: oneOf('缴款情况', ['paid', 'partly', 'unpaid', 'differs', 'silent', 'unknown'] as const),
  text: Type.String(),
  source: nullable(Type.String({ description: '来源和查询号；没有查到的为空' })),
  asOf: nullable(plainDate('哪天查的')),
  materials: Type.Array(Type.String(), { description: '不用交的材料' }),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type SharedProof = Static<typeof SharedProof>;

/** A case of reorganisation or settlement, and the road it opens. */
export const SharedReorganisation = Type.Object({
  standing: oneOf('进展', ['running', 'completed', 'accepted'] as const),
  text: Type.String(),
  source: Type.String(),
  asOf: plainDate('哪天查的'),
});

export const listSharedProofs = endpoint({
  name: 'listSharedProofs',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/shared-proofs',
  summary: '共享数据里已有的：所选信息的缴款记录（有了就不用交凭证）、本企业的破产重整案件',
  by: ['applicant', 'window-clerk'],
  params: subjectParams,
  query: Type.Object({
    records: Type.Optional(
      Type.String({
        title: '失信信息',
        maxLength: 3000,
        pattern: '^[0-9a-f,-]*$',
        description: '编号，逗号隔开，至多 60 个',
      }),
    ),
  }),
  reply: Type.Object({
    proofs: Type.Array(SharedProof),
    reorganisation: nullable(SharedReorganisation),
    down: Type.Array(Type.String({ description: '暂时查不到的' })),
  }),
});

export const readSharedData = endpoint({
  name: 'readSharedData',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/shared-data',
  summary: '重新查询共享数据：缴款记录、破产重整案件；一分钟内查过的不再查',
  by: ['officer'],
  params: itemParams,
  body: Type.Object({}),
  reply: Type.Object({
    checks: Type.Array(CheckView),
    asked: Type.Boolean({ description: '这一次有没有去查' }),
    trouble: nullable(Type.String({ description: '没有查到的原因' })),
  }),
});
