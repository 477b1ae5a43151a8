import { type Static, Type } from 'typebox';
import { chainActs } from '#domain/item/proposal.ts';
import { endpoint } from './endpoint.ts';
import { RevocationFinding } from './record-orders.ts';
import { itemParams, nullable, oneOf, Reason, text, uuid } from './wire.ts';

/** One part of a paper: its heading, its paragraphs, and whether the officer may word it. */
export const PaperPart = Type.Object({
  heading: Type.String(),
  lines: Type.Array(Type.String()),
  fixed: Type.Boolean({ description: '依法或由事实固定，不能改写' }),
});
export type PaperPart = Static<typeof PaperPart>;

export const previewDecision = endpoint({
  name: 'previewDecision',
  module: 'notice',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/preview',
  summary: '如果今天这样决定，文书怎么写；不写 act 时看正在提请的',
  by: ['officer', 'reviewer', 'head'],
  params: itemParams,
  body: Type.Object({
    act: Type.Optional(oneOf('办理', chainActs)),
    reasons: Type.Optional(Type.Array(Reason, { title: '理由', maxItems: 20 })),
    missing: Type.Optional(
      Type.Array(Type.Object({ key: text('材料', 80, 1), name: text('名称', 200), reason: text('原因', 500) }), {
        title: '补正内容',
        maxItems: 30,
      }),
    ),
    reason: Type.Optional(text('理由', 500)),
    findings: Type.Optional(
      Type.Array(
        Type.Object({
          key: text('条件', 60, 1),
          text: text('条件', 500),
          met: Type.Boolean({ title: '是否符合' }),
          evidence: text('依据', 1000),
          attachmentIds: Type.Optional(Type.Array(uuid('依据材料'), { title: '依据材料', maxItems: 20 })),
        }),
        { title: '条件核实', maxItems: 30 },
      ),
    ),
    note: Type.Optional(text('决定说明', 2000)),
    revocation: Type.Optional(Type.Partial(RevocationFinding)),
  }),
  reply: Type.Object({
    title: Type.String(),
    organName: Type.String(),
    issuedOn: Type.String(),
    parts: Type.Array(PaperPart),
    refused: nullable(Type.String({ description: '今天还不能这样决定的原因' })),
  }),
});
