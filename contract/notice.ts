import { type Static, Type } from 'typebox';
import { endpoint, officeCallers } from './endpoint.ts';
import { instant, itemParams, noJson, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

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
  /** Items that one message gathers; empty where it is about one thing. */
  gathered: Type.Array(Type.Object({ subjectKey: uuid('主体'), itemId: uuid('办件'), text: Type.String() })),
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
/** What the public learns of a paper: what it is, whose, of when, whether it stands. Nothing about its subject. */
export const PublicPaper = Type.Object({
  code: Type.String(),
  title: Type.String(),
  docNumber: nullable(Type.String()),
  issuedOn: plainDate('日期'),
  issuer: Type.String(),
  state: oneOf('状态', ['in-force', 'replaced', 'revoked', 'ended', 'making']),
  /** What became of it, in a sentence; null while it simply stands. */
  stateText: nullable(Type.String()),
  /** Day from which it no longer stands. */
  endedOn: nullable(plainDate('失效日期')),
  /** Who signed the file and when; null for papers made before files were signed, and while one is being made. */
  seal: nullable(
    Type.Object({
      by: Type.String(),
      at: instant('签章时间'),
      certificate: Type.String(),
      timeStampedAt: nullable(instant('时间戳')),
    }),
  ),
  /** SHA-256 of the file, hex; null while it is being made. */
  digest: nullable(Type.String()),
  digestAlgorithm: Type.String(),
  /** SM3 of the file, hex. */
  digestSm3: nullable(Type.String()),
});
export type PublicPaper = Static<typeof PublicPaper>;
export const verifyPaper = endpoint({
  name: 'verifyPaper',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/public/papers/:code',
  summary: '文书验真：文号、日期、签章、摘要，是否仍然有效',
  by: ['guest', 'applicant', ...officeCallers],
  perMinute: 60,
  params: Type.Object({ code: Type.String({ title: '验证码', pattern: '^[0-9A-Za-z-]{8,40}$' }) }),
  query: Type.Object({ number: Type.Optional(text('文号', 80)) }),
  reply: PublicPaper,
});
export const verifyFile = endpoint({
  name: 'verifyFile',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/public/paper-files/:digest',
  summary: '按文件摘要（SHA-256，在浏览器里算出，文件不上传）查是不是本平台的文书',
  by: ['guest', 'applicant', ...officeCallers],
  perMinute: 20,
  params: Type.Object({ digest: Type.String({ title: '文件摘要', pattern: '^[0-9a-f]{64}$' }) }),
  reply: PublicPaper,
});
export const StuckPaper = Type.Object({
  subjectKey: uuid('主体'),
  paperId: uuid('文书'),
  title: Type.String(),
  organName: Type.String(),
  docNumber: nullable(Type.String()),
  /** seal: printed and waiting for its signature, tried again by itself; print: it did not print. */
  waitsFor: oneOf('等什么', ['seal', 'print']),
  reason: Type.String(),
  orderedAt: instant('制作时间'),
  lastTryAt: nullable(instant('最近一次')),
});
export const listStuckPapers = endpoint({
  name: 'listStuckPapers',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/office/papers/stuck',
  summary: '没有出具成的文书：等签章的、没有生成的',
  by: ['officer', 'supervisor', 'operator'],
  reply: Type.Object({ papers: Type.Array(StuckPaper) }),
});
export const downloadArchive = endpoint({
  name: 'downloadArchive',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/applications/:applicationId/archive',
  summary: '办结申请的归档信息包（ZIP）：文书、材料、元数据、台账、摘要清单及其签名；单位得到本单位承办的部分',
  by: ['officer', 'operator'],
  params: Type.Object({ subjectKey: uuid('主体'), applicationId: uuid('申请') }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/zip',
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
