import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { instant, nullable, oneOf, plainDate, subjectParams, text, uuid } from './wire.ts';

export const AuthorisationView = Type.Object({
  authorisationId: uuid('授权'),
  agentName: Type.String(),
  maskedIdentifier: Type.String(),
  maskedPhone: nullable(Type.String()),
  /** Keys and names; null: all matters. */
  matters: nullable(Type.Array(Type.Object({ matterKey: Type.String(), name: Type.String() }))),
  from: plainDate('起'),
  until: plainDate('止'),
  state: oneOf('状态', ['in-force', 'ended', 'withdrawn'] as const),
  grantedBy: Type.String(),
  grantedAt: instant('授权时间'),
  withdrawnBy: nullable(Type.String()),
  withdrawnAt: nullable(Type.String()),
});
export type AuthorisationView = Static<typeof AuthorisationView>;

export const listAuthorisations = endpoint({
  name: 'listAuthorisations',
  module: 'access',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/authorisations',
  summary: '本单位授权过的经办人，在用的在前',
  by: ['applicant'],
  params: subjectParams,
  reply: Type.Object({
    authorisations: Type.Array(AuthorisationView),
    mayGrant: Type.Boolean(),
    whyNot: nullable(Type.String()),
    /** Being known better (高级实名认证) would do. */
    stepUp: Type.Boolean(),
    lastDay: plainDate('授权最晚到哪一天'),
    matters: Type.Array(Type.Object({ matterKey: Type.String(), name: Type.String() })),
  }),
});
export const authoriseAgent = endpoint({
  name: 'authoriseAgent',
  module: 'access',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/authorisations',
  summary: '授权一名经办人，在指定事项（或全部事项）上办到某一天；同一个人的新授权代替旧授权',
  by: ['applicant'],
  params: subjectParams,
  status: 201,
  body: Type.Object({
    requestId: uuid('请求号'),
    name: text('经办人姓名', 60, 1),
    identifier: text('经办人公民身份号码', 30, 1),
    phone: Type.Optional(Type.String({ title: '经办人手机号', pattern: '^1[3-9]\\d{9}$' })),
    matters: nullable(Type.Array(text('事项', 60, 1), { maxItems: 60 })),
    until: plainDate('授权到哪一天'),
  }),
  reply: AuthorisationView,
});
export const withdrawAuthorisation = endpoint({
  name: 'withdrawAuthorisation',
  module: 'access',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/authorisations/:authorisationId/withdrawal',
  summary: '收回授权：对方打开着的页面下一步就不能再办',
  by: ['applicant'],
  params: Type.Object({ subjectKey: uuid('主体'), authorisationId: uuid('授权') }),
  reply: AuthorisationView,
});

export const AgentActView = Type.Object({
  authorisationId: uuid('授权'),
  agentName: Type.String(),
  at: instant('时间'),
  what: Type.String(),
  number: nullable(Type.String()),
  applicationId: nullable(Type.String()),
  itemId: nullable(Type.String()),
});
export type AgentActView = Static<typeof AgentActView>;
export const listAgentActs = endpoint({
  name: 'listAgentActs',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/agent-acts',
  summary: '受托经办人以本单位名义做过什么：谁、什么时候、做了什么，最近的在前',
  by: ['applicant'],
  params: subjectParams,
  reply: Type.Object({ acts: Type.Array(AgentActView) }),
});
