import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { instant, noJson, nullable, oneOf, plainDate, subjectParams, text, uuid } from './wire.ts';

/** What the virus scanner said of a file: received = no scanner is set, waiting = it could not be asked yet. */
export const scanStates = ['received', 'waiting', 'clean', 'infected'] as const;
export const ScanState = oneOf('查毒', scanStates);
export type ScanState = (typeof scanStates)[number];

export const AttachmentView = Type.Object({
  attachmentId: uuid('附件'),
  materialKey: Type.String(),
  fileName: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  digest: Type.String({ description: '保存下来的内容的 SHA-256；照片去掉拍摄信息后与原文件不同' }),
  pages: nullable(Type.Integer({ description: 'PDF 页数' })),
  scan: ScanState,
});
export type AttachmentView = Static<typeof AttachmentView>;

const uploadParams = Type.Object({ subjectKey: uuid('主体'), uploadId: uuid('上传') });
const attachmentParams = Type.Object({ subjectKey: uuid('主体'), attachmentId: uuid('附件') });
const givers = ['applicant', 'window-clerk'] as const;

export const UploadView = Type.Object({
  uploadId: uuid('上传'),
  received: Type.Integer({ description: '已收到的字节数，从这里接着传' }),
  chunkBytes: Type.Integer({ description: '一段最多多少字节' }),
});

/** What is said of a file before its first piece. */
export const BegunFile = Type.Object({
  fileName: text('文件名', 1000),
  bytes: Type.Integer({ title: '文件大小', minimum: 1, maximum: 2_000_000_000 }),
  digest: Type.String({ title: '文件的 SHA-256', pattern: '^[0-9a-f]{64}$' }),
});
export const ChunkStart = Type.Integer({ title: '从第几个字节起', minimum: 0, maximum: 2_000_000_000 });

export const beginUpload = endpoint({
  name: 'beginUpload',
  module: 'intake',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/uploads',
  summary: '开始（或接着）上传一份材料：同一个文件接着上次断开的地方传',
  by: givers,
  params: subjectParams,
  status: 201,
  body: Type.Object({ materialKey: text('材料', 60, 1), ...BegunFile.properties }),
  reply: UploadView,
});
export const putUploadChunk = endpoint({
  name: 'putUploadChunk',
  module: 'intake',
  method: 'PUT',
  path: '/api/v1/subjects/:subjectKey/uploads/:uploadId/chunk',
  summary: '上传一段内容；重复的一段不会存两次',
  by: givers,
  params: uploadParams,
  query: Type.Object({ at: ChunkStart }),
  octets: true,
  reply: Type.Object({ received: Type.Integer() }),
});
export const finishUpload = endpoint({
  name: 'finishUpload',
  module: 'intake',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/uploads/:uploadId/finish',
  summary: '传完了：核对、检查、查毒，存为材料',
  by: givers,
  params: uploadParams,
  status: 201,
  body: Type.Object({}),
  reply: AttachmentView,
});
export const dropUpload = endpoint({
  name: 'dropUpload',
  module: 'intake',
  method: 'DELETE',
  path: '/api/v1/subjects/:subjectKey/uploads/:uploadId',
  summary: '不传了：删除已收到的部分',
  by: givers,
  params: uploadParams,
  reply: Type.Object({ dropped: Type.Boolean() }),
});
export const uploadAttachment = endpoint({
  name: 'uploadAttachment',
  module: 'intake',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/attachments',
  summary: '一次传完一份小材料（PDF、JPG、PNG）：等于开始、传、传完三步',
  by: givers,
  params: subjectParams,
  upload: true,
  status: 201,
  body: Type.Object({ materialKey: text('材料', 60, 1) }),
  reply: AttachmentView,
});

export const ReusableMaterial = Type.Object({
  attachmentId: uuid('附件'),
  materialKey: Type.String(),
  fileName: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  givenAt: instant('第一次交的时间'),
  applicationNumber: Type.String({ description: '交给哪一份申请' }),
  until: plainDate('最晚能再用到哪一天'),
});
export type ReusableMaterial = Static<typeof ReusableMaterial>;
export const listReusableMaterials = endpoint({
  name: 'listReusableMaterials',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/reusable-materials',
  summary: '以前交过、还可以再用的材料，和要同意的话；单份材料的大小上限',
  by: givers,
  params: subjectParams,
  reply: Type.Object({
    materials: Type.Array(ReusableMaterial),
    months: Type.Integer({ description: '交过的材料多少个月内可以再用；0 表示不能' }),
    consent: Type.String(),
    limitMb: Type.Integer(),
  }),
});
export const reuseAttachment = endpoint({
  name: 'reuseAttachment',
  module: 'intake',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/attachments/:attachmentId/reuse',
  summary: '同意把以前交过的一份材料再用一次',
  by: givers,
  params: attachmentParams,
  status: 201,
  body: Type.Object({ requestId: uuid('请求号'), consent: Type.Literal(true, { title: '同意再用' }) }),
  reply: AttachmentView,
});

export const readAttachment = endpoint({
  name: 'readAttachment',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/attachments/:attachmentId',
  summary: '查看一份材料；还没有查毒的，办理单位要写明为什么现在就打开',
  by: ['applicant', 'window-clerk', 'officer'],
  params: attachmentParams,
  query: Type.Object({ reason: Type.Optional(text('没有查毒就打开的理由', 200, 4)) }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/octet-stream',
});
