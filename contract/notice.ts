import { type Static, Type } from 'typebox';
import { endpoint, officeCallers } from './endpoint.ts';
import { instant, itemParams, noJson, nullable, plainDate, text, uuid } from './wire.ts';

export const MessageView = Type.Object({
  messageId: uuid('消息'),
  subjectKey: uuid('主体'),
  applicationId: nullable(Type.String()),
  itemId: nullable(Type.String()),
  /** Records it is about: ticked in the form that it opens. */
  recordIds: Type.Array(Type.String()),
  title: Type.String(),
  body: Type.String(),
  createdAt: instant('时间'),
  readAt: nullable(instant('时间')),
  channels: Type.Array(
    Type.Object({
      channel: Type.String(),
      name: Type.String(),
      state: Type.String(),
      stateText: Type.String(),
      at: nullable(Type.String()),
    }),
  ),
});
export type MessageView = Static<typeof MessageView>;
export const listMessages = endpoint({
  name: 'listMessages',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/messages',
  summary: '给我的消息',
  by: ['applicant', 'officer', 'window-clerk'],
  reply: Type.Object({ messages: Type.Array(MessageView), unread: Type.Integer() }),
});
export const readMessage = endpoint({
  name: 'readMessage',
  module: 'notice',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/messages/:messageId/read',
  summary: '标为已读',
  by: ['applicant', 'officer', 'window-clerk'],
  params: Type.Object({ subjectKey: uuid('主体'), messageId: uuid('消息') }),
  reply: MessageView,
});

export const downloadPaper = endpoint({
  name: 'downloadPaper',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/papers/:paperId',
  summary: '下载文书（PDF）',
  by: ['applicant', 'officer', 'window-clerk'],
  params: Type.Object({ subjectKey: uuid('主体'), paperId: uuid('文书') }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/pdf',
});
export const reprintPaper = endpoint({
  name: 'reprintPaper',
  module: 'notice',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/papers/:paperId/reprint',
  summary: '重新生成打印失败的文书',
  by: ['officer', 'window-clerk', 'operator'],
  params: Type.Object({ subjectKey: uuid('主体'), paperId: uuid('文书') }),
  reply: Type.Object({ state: Type.String() }),
});
export const verifyPaper = endpoint({
  name: 'verifyPaper',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/public/papers/:code',
  summary: '文书验真：编号、日期和摘要',
  by: ['guest', 'applicant', ...officeCallers],
  perMinute: 60,
  params: Type.Object({ code: Type.String({ title: '验证码', pattern: '^[0-9A-Za-z-]{8,40}$' }) }),
  reply: Type.Object({
    code: Type.String(),
    title: Type.String(),
    docNumber: nullable(Type.String()),
    issuedOn: plainDate('日期'),
    issuer: Type.String(),
    maskedSubject: Type.String(),
    state: Type.String(),
    digestAlgorithm: Type.String(),
    digest: nullable(Type.String()),
  }),
});
export const rateItem = endpoint({
  name: 'rateItem',
  module: 'notice',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/rating',
  summary: '评价（好差评）：1–5 分，每件一次',
  by: ['applicant'],
  params: itemParams,
  status: 201,
  body: Type.Object({
    score: Type.Integer({ title: '评分', minimum: 1, maximum: 5 }),
    comment: Type.Optional(text('意见', 500)),
  }),
  reply: Type.Object({ score: Type.Integer(), comment: nullable(Type.String()) }),
});
