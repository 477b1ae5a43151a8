import { type Static, Type } from 'typebox';
import { serviceWays } from '#law/service-ways.ts';
import { endpoint } from './endpoint.ts';
import { instant, noJson, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

/** Which decisions of a unit. `unserved`: waiting to be served with their notice, the oldest first. */
export const noticeStages = ['unserved', 'unmade', 'outdated', 'served', 'later'] as const;

/** A decision with its notice, for lists. */
export const NoticeRow = Type.Object({
  subjectKey: uuid('主体'),
  recordId: uuid('失信信息'),
  /** null: not made. */
  noticeId: nullable(Type.String()),
  paperId: nullable(Type.String()),
  subjectName: Type.String(),
  matterName: Type.String(),
  plain: Type.String(),
  docNumber: Type.String(),
  findingDate: plainDate('决定日期'),
  recordedOn: plainDate('录入日期'),
  unitId: Type.String(),
  unitName: Type.String(),
  noticeNumber: nullable(Type.String()),
  edition: nullable(Type.Integer()),
  editionFrom: nullable(plainDate('本版施行日')),
  /** A notice made today would read differently. Told for the unserved ones of the own unit. */
  outdated: Type.Boolean(),
  /** Law leaves the class to the unit, which has not named it: the notice says so and no dates. Told for unserved ones of the own unit. */
  classNeeded: Type.Boolean(),
  printed: Type.Boolean(),
  servedHow: nullable(Type.String()),
  servedOn: nullable(plainDate('送达日期')),
  servedWithDecision: nullable(Type.Boolean()),
  daysAfterDecision: nullable(Type.Integer()),
  /** Days since the decision; how long its notice has waited. */
  waitingDays: Type.Integer(),
});
export type NoticeRow = Static<typeof NoticeRow>;

export const listNotices = endpoint({
  name: 'listNotices',
  module: 'record',
  method: 'GET',
  path: '/api/v1/office/notices',
  summary: '本单位的决定和告知书：待送达的，最早的在前',
  by: ['officer'],
  query: Type.Object({
    stage: Type.Optional(oneOf('范围', noticeStages)),
    q: Type.Optional(text('主体代码、名称或文书号', 100)),
    matter: Type.Optional(text('事项', 60)),
    from: Type.Optional(plainDate('决定日期起')),
    to: Type.Optional(plainDate('决定日期止')),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({
    rows: Type.Array(NoticeRow),
    next: nullable(Type.String()),
    /** Decisions waiting in all, whatever the filter; at most 999. */
    waiting: Type.Integer(),
    /** Notices are made by themselves for decisions of the last so many days. */
    madeForDays: Type.Integer(),
  }),
});

const key = Type.Object({ subjectKey: uuid('主体'), recordId: uuid('失信信息') });
const done = Type.Object({
  /** In the order asked; `text` says why one was left. */
  results: Type.Array(
    Type.Object({
      subjectKey: Type.String(),
      recordId: Type.String(),
      docNumber: nullable(Type.String()),
      done: Type.Boolean(),
      text: nullable(Type.String()),
    }),
  ),
  done: Type.Integer(),
  left: Type.Integer(),
});
export const noteServices = endpoint({
  name: 'noteServices',
  module: 'record',
  method: 'POST',
  path: '/api/v1/office/notices/services',
  summary: '批量登记送达：同一方式、同一日期；做不了的逐条说明',
  by: ['officer'],
  body: Type.Object({
    records: Type.Array(key, { title: '决定', minItems: 1, maxItems: 200 }),
    servedHow: oneOf('送达方式', serviceWays),
    servedOn: plainDate('告知书送达日期'),
    decisionServedOn: Type.Optional(plainDate('决定书送达日期')),
    announcedOn: Type.Optional(plainDate('公告日期')),
    receiptNumber: Type.Optional(text('送达回证或邮件编号', 60)),
  }),
  reply: done,
});
export const renewNotices = endpoint({
  name: 'renewNotices',
  module: 'record',
  method: 'POST',
  path: '/api/v1/office/notices/renewals',
  summary: '批量制作或者换成新版；已送达的不动',
  by: ['officer'],
  body: Type.Object({ records: Type.Array(key, { title: '决定', minItems: 1, maxItems: 200 }) }),
  reply: done,
});

export const NoticeBatchView = Type.Object({
  batchId: uuid('批次'),
  title: Type.String(),
  total: Type.Integer(),
  done: Type.Integer(),
  pages: Type.Integer(),
  bytes: Type.Integer(),
  twoSided: Type.Boolean(),
  state: oneOf('状态', ['ordered', 'running', 'done', 'failed'] as const),
  failure: nullable(Type.String()),
  orderedAt: instant('时间'),
  endedAt: nullable(instant('完成时间')),
});
export type NoticeBatchView = Static<typeof NoticeBatchView>;
const batchParams = Type.Object({ batchId: uuid('批次') });

export const printNotices = endpoint({
  name: 'printNotices',
  module: 'notice',
  method: 'POST',
  path: '/api/v1/office/notice-batches',
  summary: '把一天的或者选中的告知书合成一个 PDF，按列表的先后',
  by: ['officer'],
  status: 202,
  body: Type.Object({
    /** Chosen ones, in this order; or all of a day of decision. */
    records: Type.Optional(Type.Array(key, { title: '决定', minItems: 1, maxItems: 500 })),
    findingDate: Type.Optional(plainDate('决定日期')),
    /** Every notice begins on a front side. */
    twoSided: Type.Optional(Type.Boolean({ title: '双面打印' })),
  }),
  reply: NoticeBatchView,
});
export const listNoticeBatches = endpoint({
  name: 'listNoticeBatches',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/office/notice-batches',
  summary: '本单位最近的批量打印和进度',
  by: ['officer'],
  reply: Type.Object({ batches: Type.Array(NoticeBatchView) }),
});
export const downloadNoticeBatch = endpoint({
  name: 'downloadNoticeBatch',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/office/notice-batches/:batchId',
  summary: '打开合成的告知书（PDF）',
  by: ['officer'],
  params: batchParams,
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/pdf',
});

export const downloadNoticeOriginals = endpoint({
  name: 'downloadNoticeOriginals',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/office/notice-batches/:batchId/originals',
  summary: '一批告知书的原件：每份一个签好章的 PDF（ZIP）；合成的文件只供打印，不带签章',
  by: ['officer'],
  params: batchParams,
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/zip',
});

/** Served together, by unit or place. */
export const ServiceFigureRow = Type.Object({
  key: Type.String(),
  name: Type.String(),
  decisions: Type.Integer(),
  made: Type.Integer(),
  served: Type.Integer(),
  together: Type.Integer(),
  /** together ÷ decisions; null without decisions. */
  rate: nullable(Type.Number()),
});
export type ServiceFigureRow = Static<typeof ServiceFigureRow>;
const region = Type.Optional(Type.String({ title: '地区', pattern: '^\\d{2,6}$' }));
const span = { from: Type.Optional(plainDate('起')), to: Type.Optional(plainDate('止')), region };
export const getServiceFigures = endpoint({
  name: 'getServiceFigures',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/served-together',
  summary: '两书同达率：各单位的决定中已制作、已送达、同时送达告知书的',
  by: ['supervisor'],
  query: Type.Object({ ...span }),
  reply: Type.Object({
    from: plainDate('起'),
    to: plainDate('止'),
    asOf: Type.String(),
    definition: Type.String(),
    total: ServiceFigureRow,
    rows: Type.Array(ServiceFigureRow),
  }),
});
export const listServedDecisions = endpoint({
  name: 'listServedDecisions',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/served-together/decisions',
  summary: '两书同达每个数字背后的决定',
  by: ['supervisor'],
  query: Type.Object({
    ...span,
    unit: Type.Optional(text('单位', 60)),
    what: Type.Optional(
      oneOf('范围', ['all', 'made', 'served', 'together', 'not-together', 'unserved', 'unmade'] as const),
    ),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({ rows: Type.Array(NoticeRow), next: nullable(Type.String()) }),
});
