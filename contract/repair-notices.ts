import { type Static, Type } from 'typebox';
import { serviceWays } from '#law/service-ways.ts';
import { endpoint, officeCallers } from './endpoint.ts';
import { ExplainedDate, WayOut } from './explanations.ts';
import { Verdict } from './record.ts';
import { instant, noJson, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

/** One entry of how a notice was served; the first is version 1, later ones correct it and say why. */
export const ServiceEntry = Type.Object({
  version: Type.Integer(),
  servedHow: oneOf('送达方式', serviceWays),
  servedOn: plainDate('告知书送达日期'),
  decisionServedOn: plainDate('决定书送达日期'),
  /** 公告送达: the day of the announcement; null for every other way. */
  announcedOn: nullable(plainDate('公告日期')),
  receivedBy: nullable(Type.String()),
  receiptNumber: nullable(Type.String()),
  proofId: nullable(Type.String()),
  reason: nullable(Type.String()),
  notedBy: Type.String(),
  notedAt: instant('登记时间'),
});
export type ServiceEntry = Static<typeof ServiceEntry>;

export const RepairNoticeView = Type.Object({
  noticeId: uuid('告知书'),
  recordId: uuid('失信信息'),
  paperId: uuid('文书'),
  token: Type.String(),
  madeAt: instant('时间'),
  edition: Type.Integer({ description: '第几版' }),
  editionFrom: nullable(plainDate('本版施行日')),
  servedHow: nullable(Type.String()),
  servedOn: nullable(plainDate('告知书送达日期')),
  decisionServedOn: nullable(plainDate('决定书送达日期')),
  servedWithDecision: nullable(Type.Boolean()),
  daysAfterDecision: nullable(Type.Integer({ description: '比决定书晚几天送达；0 为同日或者更早' })),
  receivedBy: nullable(Type.String()),
  receiptNumber: nullable(Type.String()),
  supersededAt: nullable(instant('换新版时间')),
});
export type RepairNoticeView = Static<typeof RepairNoticeView>;

const recordParams = Type.Object({ subjectKey: uuid('主体'), recordId: uuid('失信信息') });
const recordPath = '/api/v1/subjects/:subjectKey/records/:recordId/repair-notice';

export const makeRepairNotice = endpoint({
  name: 'makeRepairNotice',
  module: 'record',
  method: 'POST',
  path: recordPath,
  summary: '为一条处罚或列入决定制作《信用修复告知书》（两书同达）',
  by: ['officer'],
  params: recordParams,
  status: 201,
  reply: RepairNoticeView,
});
export const renewRepairNotice = endpoint({
  name: 'renewRepairNotice',
  module: 'record',
  method: 'POST',
  path: `${recordPath}/renewals`,
  summary: '规定或者内容变了，未送达的告知书换成新版；已送达的保持原样',
  by: ['officer'],
  params: recordParams,
  status: 201,
  reply: RepairNoticeView,
});
export const getNoticeHistory = endpoint({
  name: 'getNoticeHistory',
  module: 'record',
  method: 'GET',
  path: recordPath,
  summary: '一条决定的告知书：各版、每次送达登记和更正',
  by: ['officer'],
  params: recordParams,
  reply: Type.Object({
    notices: Type.Array(RepairNoticeView),
    services: Type.Array(ServiceEntry),
    /** A notice made today would read differently. */
    outdated: Type.Boolean(),
  }),
});

const service = {
  servedHow: oneOf('送达方式', serviceWays),
  servedOn: plainDate('告知书送达日期'),
  /** The day the decision itself was served; the same day where it is left out. */
  decisionServedOn: Type.Optional(plainDate('决定书送达日期')),
  /** 公告送达 only, and needed there. */
  announcedOn: Type.Optional(plainDate('公告日期')),
  receivedBy: Type.Optional(text('签收人', 60)),
  receiptNumber: Type.Optional(text('送达回证或邮件编号', 60)),
};
export const noteService = endpoint({
  name: 'noteService',
  module: 'record',
  method: 'POST',
  path: `${recordPath}/service`,
  summary: '登记告知书与决定书如何、何时送达；改错须写明理由',
  by: ['officer'],
  params: recordParams,
  body: Type.Object({
    ...service,
    /** Needed where a service was noted before. */
    reason: Type.Optional(text('更正理由', 300)),
    proofId: Type.Optional(uuid('送达凭证')),
  }),
  reply: Type.Object({
    ...RepairNoticeView.properties,
    /** What was noted all the same and should be looked at again: no receipt, an announcement too short. */
    notes: Type.Array(Type.String()),
  }),
});
export const keepServiceProof = endpoint({
  name: 'keepServiceProof',
  module: 'record',
  method: 'POST',
  path: `${recordPath}/proofs`,
  summary: '上传送达回证、邮件回执等凭证',
  by: ['officer'],
  params: recordParams,
  upload: true,
  body: Type.Object({}),
  status: 201,
  reply: Type.Object({ proofId: uuid('送达凭证'), fileName: Type.String() }),
});
export const openServiceProof = endpoint({
  name: 'openServiceProof',
  module: 'record',
  method: 'GET',
  path: `${recordPath}/proofs/:proofId`,
  summary: '打开送达凭证',
  by: ['officer'],
  params: Type.Object({ subjectKey: uuid('主体'), recordId: uuid('失信信息'), proofId: uuid('送达凭证') }),
  reply: noJson,
  replyKind: 'file',
});

export const openNoticeToken = endpoint({
  name: 'openNoticeToken',
  module: 'record',
  method: 'GET',
  path: '/api/v1/notice-links/:token',
  summary: '扫告知书上的二维码：这是哪条信息、现在能不能修复',
  by: ['guest', 'applicant', ...officeCallers],
  perMinute: 60,
  params: Type.Object({ token: Type.String({ title: '二维码', pattern: '^[A-Za-z0-9_-]{16,64}$' }) }),
  reply: Type.Object({
    subjectKey: uuid('主体'),
    recordId: uuid('失信信息'),
    maskedName: Type.String(),
    matterName: Type.String(),
    organName: Type.String(),
    docNumber: Type.String(),
    verdict: Verdict,
    dates: Type.Array(ExplainedDate),
    next: WayOut,
    /** The notice whose code it is, and the edition that would be made today: a paper in hand stays as it was served. */
    notice: nullable(
      Type.Object({
        edition: Type.Integer({ description: '第几版' }),
        editionFrom: nullable(plainDate('本版施行日')),
        servedOn: nullable(plainDate('送达日期')),
        inForce: Type.Object({
          edition: Type.Integer({ description: '现在适用第几版' }),
          from: nullable(plainDate('现行版施行日')),
        }),
      }),
    ),
  }),
});
