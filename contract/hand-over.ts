import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { instant, nullable, oneOf, text, uuid } from './wire.ts';

const applicationParams = Type.Object({ subjectKey: uuid('主体'), applicationId: uuid('申请') });
const atDesk = { module: 'intake', by: ['window-clerk'] } as const;

export const HandOverView = Type.Object({
  handOverId: uuid('移交'),
  subjectKey: uuid('主体'),
  applicationId: uuid('申请'),
  applicationNumber: Type.String(),
  subjectName: Type.String(),
  fromName: Type.String(),
  toName: Type.String(),
  reason: Type.String(),
  withOriginals: Type.Boolean(),
  askedBy: Type.String(),
  askedAt: instant('时间'),
  answer: nullable(Type.String()),
  answerText: Type.String(),
  note: nullable(Type.String()),
  answeredBy: nullable(Type.String()),
  answeredAt: nullable(instant('时间')),
  /** What this window may answer now. */
  may: Type.Array(oneOf('答复', ['accepted', 'declined', 'taken-back'] as const)),
});
export type HandOverView = Static<typeof HandOverView>;
export const listHandOverWindows = endpoint({
  ...atDesk,
  name: 'listHandOverWindows',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/applications/:applicationId/hand-over-windows',
  summary: '这份申请可以移交给哪些窗口（综合窗口，和收得下它的单位自设窗口）',
  params: applicationParams,
  reply: Type.Object({
    windows: Type.Array(
      Type.Object({
        unitId: Type.String(),
        name: Type.String(),
        ownDesk: Type.Boolean({ description: '单位自设的窗口，在政务服务中心以外' }),
      }),
    ),
    closed: nullable(Type.String({ description: '有单位自设窗口收不下这份申请时，为什么' })),
  }),
});
export const askHandOver = endpoint({
  ...atDesk,
  name: 'askHandOver',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/applications/:applicationId/hand-over',
  summary: '把一份申请的后续移交给别的窗口',
  params: applicationParams,
  body: Type.Object({
    requestId: uuid('请求号'),
    toUnitId: text('窗口', 60, 1),
    reason: text('移交原因', 500),
    withOriginals: Type.Boolean({ title: '原件一并移交' }),
  }),
  reply: HandOverView,
});
export const answerHandOver = endpoint({
  ...atDesk,
  name: 'answerHandOver',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/hand-overs/:handOverId/answer',
  summary: '接收、退回或者收回一次移交',
  params: Type.Object({ subjectKey: uuid('主体'), handOverId: uuid('移交') }),
  body: Type.Object({
    answer: oneOf('答复', ['accepted', 'declined', 'taken-back'] as const),
    note: text('说明', 500),
  }),
  reply: HandOverView,
});
export const listHandOvers = endpoint({
  ...atDesk,
  name: 'listHandOvers',
  method: 'GET',
  path: '/api/v1/office/window/hand-overs',
  summary: '移交给本窗口的和本窗口移交出去的',
  reply: Type.Object({ handOvers: Type.Array(HandOverView) }),
});
