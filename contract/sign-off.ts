import { type Static, Type } from 'typebox';
import { ruledActs } from '#domain/casework/sign-off-rule.ts';
import { chainActs } from '#domain/item/proposal.ts';
import { ActReply } from './casework.ts';
import { endpoint } from './endpoint.ts';
import { ItemSummary } from './item.ts';
import { ObjectionSummary } from './objection-views.ts';
import { itemParams, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

const Steps = oneOf('几个人办', ['none', 'sign', 'review-sign'] as const);
const ruleActs = ['*', ...ruledActs] as const;

/** One line of a unit's order of hands. */
export const SignOffRuleView = Type.Object({
  matterKey: Type.String({ description: '* 为全部事项' }),
  matterName: Type.String(),
  act: oneOf('办理', ruleActs),
  actName: Type.String(),
  steps: Steps,
  from: plainDate('从哪天起'),
  standing: oneOf('是否有效', ['in-force', 'coming', 'past'] as const),
  setBy: Type.String(),
  setAt: Type.String(),
});
export type SignOffRuleView = Static<typeof SignOffRuleView>;

/** What a rule of law says about the head's approval: held to here, or only told. */
export const ApprovalView = Type.Object({
  matterKey: Type.String(),
  matterName: Type.String(),
  act: oneOf('办理', chainActs),
  actName: Type.String(),
  by: Type.String(),
  cite: Type.Object({ id: Type.String(), text: Type.String() }),
  holdsHere: Type.Boolean({ description: '平台按此要求签发；否则只作提示' }),
});

export const listSignOffRules = endpoint({
  name: 'listSignOffRules',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/sign-off-rules',
  summary: '本单位的审核签发设置和历史',
  by: ['officer', 'reviewer', 'head'],
  reply: Type.Object({
    rules: Type.Array(SignOffRuleView),
    matters: Type.Array(Type.Object({ matterKey: Type.String(), name: Type.String() })),
    approvals: Type.Array(ApprovalView),
    people: Type.Object({ reviewers: Type.Integer(), heads: Type.Integer() }),
    tooFew: Type.Object(
      { sign: Type.Array(Type.String()), 'review-sign': Type.Array(Type.String()) },
      { description: '本单位现有的人照这样办会卡在哪里（写明姓名）；够的为空' },
    ),
  }),
});
export const setSignOffRule = endpoint({
  name: 'setSignOffRule',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/sign-off-rules',
  summary: '设置一类办理由几个人办',
  by: ['head'],
  body: Type.Object({
    requestId: uuid('请求号'),
    matterKey: text('事项', 60, 1),
    act: oneOf('办理', ruleActs),
    steps: Steps,
    from: oneOf('从什么时候起', ['today', 'tomorrow'] as const),
  }),
  reply: Type.Object({ rules: Type.Array(SignOffRuleView) }),
});

/** Who proposed what, and how far it is. */
const standing = {
  actName: Type.String(),
  by: Type.String(),
  on: plainDate('哪天提请'),
  reviewedBy: nullable(Type.String()),
  note: Type.String({ description: '审核意见，或退回的理由' }),
  own: Type.Boolean({ description: '自己提请的，不能自己审核或签发' }),
};

export const listSignOffs = endpoint({
  name: 'listSignOffs',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/sign-offs',
  summary: '等审核、等签发和退回的办件、异议，快到期的在前',
  by: ['officer', 'reviewer', 'head'],
  query: Type.Object({ list: Type.Optional(oneOf('列表', ['review', 'sign', 'returned'] as const)) }),
  reply: Type.Object({
    items: Type.Array(Type.Object({ item: ItemSummary, ...standing })),
    objections: Type.Array(Type.Object({ objection: ObjectionSummary, ...standing })),
    counts: Type.Record(Type.String(), Type.Integer()),
  }),
});

export const countWaiting = endpoint({
  name: 'countWaiting',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/waiting',
  summary: '等着本人审核、签发、修改的提请有几件，等着本单位答复的意见有几份',
  by: ['officer', 'reviewer', 'head'],
  reply: Type.Object({
    signOff: Type.Integer({ description: '轮到本人的：待审核、待签发（不含自己提请的），以及退回给本人的' }),
    opinions: Type.Integer({ description: '其他单位征求、本单位还没有答复的' }),
  }),
});

const seen = { requestId: uuid('请求号'), version: Type.Integer({ title: '看到的版本', minimum: 1 }) };
const step = (name: string, verb: string, summary: string) => ({
  name,
  module: 'casework',
  method: 'POST' as const,
  path: `/api/v1/subjects/:subjectKey/items/:itemId/${verb}`,
  summary,
  params: itemParams,
  reply: ActReply,
});

export const endorseItem = endpoint({
  ...step('endorseItem', 'endorse', '审核通过，送负责人签发'),
  by: ['reviewer'],
  body: Type.Object({ ...seen, note: text('审核意见', 500) }),
});
export const signItem = endpoint({
  ...step('signItem', 'sign', '签发：按提请的内容作出决定'),
  by: ['head'],
  body: Type.Object({ ...seen, note: text('签发意见', 500) }),
});
export const returnProposal = endpoint({
  ...step('returnProposal', 'return', '退回承办人（写明理由）'),
  by: ['reviewer', 'head'],
  body: Type.Object({ ...seen, reason: text('退回的理由', 500, 1) }),
});
export const retractProposal = endpoint({
  ...step('retractProposal', 'retract', '撤回自己的提请'),
  by: ['officer'],
  body: Type.Object({ ...seen }),
});

/** One item of a batch: each with its own request id, so that a retry acts once. */
const BatchItem = Type.Object({ ...itemParams.properties, ...seen });
export const batchAct = endpoint({
  name: 'batchAct',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/batch',
  summary: '对多件同样办理：一件一件分别记入台账，一件不成不影响其他',
  by: ['officer', 'reviewer', 'head'],
  body: Type.Object({
    act: oneOf('办理', ['accept', 'verify', 'grant', 'endorse', 'sign'] as const),
    items: Type.Array(BatchItem, { title: '办件', minItems: 1, maxItems: 100 }),
    method: Type.Optional(oneOf('核实方式', ['shared-data', 'online', 'written', 'on-site'] as const)),
    finding: Type.Optional(text('核实情况，或各项条件的依据', 1000)),
    note: Type.Optional(text('说明或意见', 500)),
  }),
  reply: Type.Object({
    results: Type.Array(
      Type.Object({
        itemId: uuid('办件'),
        done: Type.Boolean(),
        stateText: nullable(Type.String()),
        why: nullable(Type.String({ description: '没有办成的原因' })),
        code: nullable(Type.String()),
      }),
    ),
  }),
});
