import { type Static, Type } from 'typebox';
import { chainActs } from '#domain/item/proposal.ts';
import { nullable, oneOf, plainDate } from './wire.ts';

// The hands an act of an item goes through: a shape alone, the endpoint is getItem.

const ChainPerson = Type.Object({ id: Type.String(), name: Type.String() });
const ChainStep = Type.Object({ by: ChainPerson, on: plainDate('日期'), note: Type.String() });
const ProposalView = Type.Object({
  act: oneOf('办理', chainActs),
  actName: Type.String(),
  content: Type.Record(Type.String(), Type.Unknown()),
  steps: oneOf('几个人办', ['sign', 'review-sign'] as const),
  by: ChainPerson,
  on: plainDate('哪天提请'),
  reviewed: nullable(ChainStep),
  waitsFor: oneOf('等谁', ['review', 'sign'] as const),
  waitsOn: Type.Array(Type.String(), { description: '能走下一步的人的姓名' }),
  since: plainDate('从哪天起等着'),
});
/** 承办 → 审核 → 签发, for the unit and those who supervise it: what is proposed, what came back, and which acts go through more hands. */
export const ChainView = Type.Object({
  proposal: nullable(ProposalView),
  returned: nullable(
    Type.Object({ proposal: ProposalView, by: ChainPerson, on: plainDate('日期'), reason: Type.String() }),
  ),
  hands: Type.Array(
    Type.Object({
      act: oneOf('办理', chainActs),
      steps: oneOf('几个人办', ['sign', 'review-sign'] as const),
      cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
    }),
  ),
});
export type ChainView = Static<typeof ChainView>;
