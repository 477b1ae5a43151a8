import { type Static, Type } from 'typebox';
import { allCallers, endpoint } from './endpoint.ts';
import { noJson, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

export const ActingSubject = Type.Object({
  subjectKey: uuid('主体'),
  name: Type.String(),
  kind: Type.Union([Type.Literal('organisation'), Type.Literal('sole-trader'), Type.Literal('person')]),
  maskedIdentifier: Type.String(),
  as: Type.String({ description: '本人、法定代表人、经办人、受托…' }),
  /** 受托: which matters (null: all) and until which day. */
  mandate: nullable(
    Type.Object({
      authorisationId: Type.String(),
      matters: nullable(Type.Array(Type.String())),
      until: plainDate('授权截止日'),
      only: Type.Boolean({ description: '只凭这份授权代表它' }),
    }),
  ),
});

export const SessionView = Type.Object({
  kind: Type.Union([Type.Literal('guest'), Type.Literal('applicant'), Type.Literal('officer')]),
  name: nullable(Type.String()),
  /** Applicants: the subjects they may act for and the one they act for now. */
  subjects: Type.Array(ActingSubject),
  actingFor: nullable(Type.String()),
  phone: nullable(Type.String({ description: '脱敏' })),
  assurance: nullable(Type.Union([Type.Literal('basic'), Type.Literal('high')])),
  /** Officers. */
  officerId: nullable(Type.String()),
  unit: nullable(
    Type.Object({
      unitId: Type.String(),
      name: Type.String(),
      regionCode: Type.String(),
      kind: Type.String(),
      sector: Type.String(),
    }),
  ),
  roles: Type.Array(Type.String()),
  regionPrefix: nullable(Type.String()),
  today: Type.String(),
  demo: Type.Boolean(),
});
export type SessionView = Static<typeof SessionView>;

export const getSession = endpoint({
  name: 'getSession',
  module: 'access',
  method: 'GET',
  path: '/api/v1/session',
  summary: '我是谁、代表谁、有什么角色',
  by: [...allCallers],
  reply: SessionView,
});
export const beginLogin = endpoint({
  name: 'beginLogin',
  module: 'access',
  method: 'GET',
  path: '/api/v1/session/login',
  summary: '转到统一身份认证登录；已登录的可以要求高级实名认证，认证后回到原来的页面',
  by: ['guest', 'applicant'],
  query: Type.Object({
    next: Type.Optional(text('登录后回到的页面', 500)),
    assurance: Type.Optional(oneOf('实名等级', ['high'] as const)),
  }),
  reply: noJson,
  replyKind: 'redirect',
});
export const finishLogin = endpoint({
  name: 'finishLogin',
  module: 'access',
  method: 'GET',
  path: '/api/v1/session/callback',
  summary: '统一身份认证登录后回到本平台',
  by: ['guest', 'applicant'],
  query: Type.Object(
    {
      code: Type.Optional(text('code', 2000)),
      state: Type.Optional(text('state', 500)),
      error: Type.Optional(text('error', 500)),
    },
    { additionalProperties: true },
  ),
  reply: noJson,
  replyKind: 'redirect',
});
export const actFor = endpoint({
  name: 'actFor',
  module: 'access',
  method: 'POST',
  path: '/api/v1/session/acting-for',
  summary: '切换所代表的主体',
  by: ['applicant'],
  body: Type.Object({ subjectKey: uuid('主体') }),
  reply: SessionView,
});
export const logout = endpoint({
  name: 'logout',
  module: 'access',
  method: 'POST',
  path: '/api/v1/session/logout',
  summary: '退出登录',
  by: [...allCallers],
  reply: Type.Object({ redirect: nullable(Type.String()) }),
});
export const backChannelLogout = endpoint({
  name: 'backChannelLogout',
  module: 'access',
  method: 'POST',
  path: '/api/v1/session/back-channel-logout',
  summary: '统一身份认证通知：某人已在那边退出（OpenID Connect Back-Channel Logout 1.0）',
  by: ['guest'],
  form: true,
  body: Type.Object({ logout_token: text('退出通知', 10_000, 1) }, { additionalProperties: true }),
  reply: Type.Object({ ended: Type.Integer() }),
  perMinute: 600,
});
export const frontChannelLogout = endpoint({
  name: 'frontChannelLogout',
  module: 'access',
  method: 'GET',
  path: '/api/v1/session/front-channel-logout',
  summary: '统一身份认证的退出页里的一格：结束这一次登录（OpenID Connect Front-Channel Logout 1.0）',
  by: ['guest'],
  query: Type.Object(
    { iss: Type.Optional(text('iss', 300)), sid: Type.Optional(text('sid', 300)) },
    { additionalProperties: true },
  ),
  reply: noJson,
  replyKind: 'file',
  fileType: 'text/html; charset=utf-8',
});
export const officeLogin = endpoint({
  name: 'officeLogin',
  module: 'access',
  method: 'POST',
  path: '/api/v1/office/session',
  summary: '工作人员登录',
  by: ['guest'],
  body: Type.Object({ login: text('用户名', 60, 1), password: text('密码', 200, 1) }),
  reply: SessionView,
  perMinute: 20,
});
