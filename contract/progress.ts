import { type Static, Type } from 'typebox';
import { AttachmentView, BegunFile, ChunkStart, UploadView } from './attachments.ts';
import { ExtraFieldView } from './catalog.ts';
import { endpoint } from './endpoint.ts';
import { ItemSummary, ItemTimelineEntry } from './item.ts';
import { QuestionView, questionLength } from './questions.ts';
import { noJson, nullable, plainDate, text, uuid } from './wire.ts';

/** What opens an application without an account: both stand on the receipt. */
const code = { number: text('申请编号', 40, 10), queryCode: text('查询码', 20, 6) };
const anybody = ['guest', 'applicant'] as const;
const at = (name: string, tail: string, summary: string) => ({
  name,
  module: 'intake',
  method: 'POST' as const,
  path: `/api/v1/public/progress${tail}`,
  summary,
  by: anybody,
  perMinute: 30,
});

export const ProgressPaper = Type.Object({
  paperId: uuid('文书'),
  title: Type.String(),
  docNumber: nullable(Type.String()),
  issuedOn: plainDate('日期'),
  state: Type.String(),
});
export const ProgressItem = Type.Object({
  /** Names of persons are masked; nothing else of a person is in it. */
  summary: ItemSummary,
  next: Type.String({ description: '接下来会怎样、什么时候' }),
  missing: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), reason: Type.String() })),
  /** Of `missing` the lines that name a field of the form: only these values are opened, nothing else of the form. */
  fields: Type.Array(
    Type.Object({
      key: Type.String(),
      value: Type.String({ description: '现在填的' }),
      asks: nullable(ExtraFieldView),
    }),
  ),
  mayCorrect: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
  whyNotAsk: nullable(Type.String()),
  questions: Type.Array(QuestionView),
  papers: Type.Array(ProgressPaper),
});
export type ProgressItem = Static<typeof ProgressItem>;
export const Progress = Type.Object({
  number: Type.String(),
  submittedOn: plainDate('提交日期'),
  maskedName: Type.String(),
  answerDays: Type.Integer(),
  items: Type.Array(ProgressItem),
  papers: Type.Array(ProgressPaper),
  /** Everything that happened to all items, in order. Persons stand in it as 申请人, not by name. */
  timeline: Type.Array(ItemTimelineEntry),
});
export type Progress = Static<typeof Progress>;

export const getProgress = endpoint({
  ...at('getProgress', '', '不登录查进度：申请编号加查询码'),
  body: Type.Object(code),
  reply: Progress,
});
export const downloadPaperByCode = endpoint({
  ...at('downloadPaperByCode', '/paper', '不登录下载一份文书'),
  body: Type.Object({ ...code, paperId: uuid('文书') }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/pdf',
});
export const downloadAllByCode = endpoint({
  ...at('downloadAllByCode', '/everything', '不登录下载这份申请的全部文件（ZIP）'),
  body: Type.Object(code),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/zip',
});
const ofItem = { ...code, itemNumber: text('办件编号', 40, 10) };
const forMaterial = { ...ofItem, materialKey: text('材料', 60, 1) };
const ofUpload = { ...ofItem, uploadId: uuid('上传') };
const KeptByCode = Type.Pick(AttachmentView, ['attachmentId', 'fileName', 'bytes', 'scan']);
export const uploadByCode = endpoint({
  ...at('uploadByCode', '/attachments', '不登录补正：一次传完一份被要求补的小材料'),
  upload: true,
  status: 201,
  body: Type.Object(forMaterial),
  reply: KeptByCode,
});
export const beginUploadByCode = endpoint({
  ...at('beginUploadByCode', '/uploads', '不登录补正：开始（或接着）上传一份被要求补的材料'),
  status: 201,
  body: Type.Object({ ...forMaterial, ...BegunFile.properties }),
  reply: UploadView,
});
export const putChunkByCode = endpoint({
  ...at('putChunkByCode', '/uploads/chunk', '不登录补正：上传一段内容；重复的一段不会存两次'),
  upload: true,
  // A file of 20 MB is eighty pieces; wrong codes are counted apart.
  perMinute: 600,
  body: Type.Object({ ...ofUpload, at: ChunkStart }),
  reply: Type.Object({ received: Type.Integer() }),
});
export const finishUploadByCode = endpoint({
  ...at('finishUploadByCode', '/uploads/finish', '不登录补正：传完了，核对、检查、查毒，存为材料'),
  status: 201,
  body: Type.Object(ofUpload),
  reply: KeptByCode,
});
const acts = { ...code, itemNumber: text('办件编号', 40, 10), requestId: uuid('请求号') };
const seen = { ...acts, version: Type.Integer({ title: '看到的版本', minimum: 1 }) };
export const correctByCode = endpoint({
  ...at('correctByCode', '/correction', '不登录提交补正，只能补被要求的几项'),
  body: Type.Object({
    ...seen,
    materials: Type.Array(
      Type.Object({
        key: text('材料', 60, 1),
        attachmentIds: Type.Array(uuid('附件'), { maxItems: 20 }),
        text: Type.Optional(text('说明', 2000)),
      }),
      { title: '补正材料', maxItems: 30 },
    ),
  }),
  reply: Progress,
});
export const withdrawByCode = endpoint({
  ...at('withdrawByCode', '/withdrawal', '不登录撤回一项'),
  body: Type.Object({ ...seen, reason: text('撤回原因', 500, 1) }),
  reply: Progress,
});
export const askByCode = endpoint({
  ...at('askByCode', '/questions', '不登录向办理单位提问'),
  body: Type.Object({ ...acts, text: text('问题', questionLength.most, questionLength.least) }),
  reply: Progress,
});

export const downloadEverything = endpoint({
  name: 'downloadEverything',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/applications/:applicationId/everything',
  summary: '下载一份申请的全部文件：申请表、承诺书、回执、通知、决定、自己交的材料和清单（ZIP）',
  by: ['applicant', 'window-clerk'],
  params: Type.Object({ subjectKey: uuid('主体'), applicationId: uuid('申请') }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/zip',
});
