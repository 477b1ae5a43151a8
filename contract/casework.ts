import { type Static, Type } from 'typebox';
import { AttachmentView, ScanState } from './attachments.ts';
import { ConditionView, ExtraFieldView, MaterialView } from './catalog.ts';
import { ChainView } from './chain-view.ts';
import { CheckView } from './checks.ts';
import { endpoint } from './endpoint.ts';
import { CustomsGradeView, OutsideRoad } from './handed-over.ts';
import { FormContent } from './intake.ts';
import { ActionView, ClockView, HoldingView, ItemSummary, TimelineEntry } from './item.ts';
import { MootView } from './moot.ts';
import { RecordView, SubjectView } from './record.ts';
import { instant, itemParams, nullable, oneOf, plainDate, Reason, text, uuid } from './wire.ts';

export const ExchangeView = Type.Object({
  exchangeId: uuid('交换'),
  system: Type.String(),
  systemName: Type.String(),
  kind: Type.String(),
  kindName: Type.String(),
  state: Type.String(),
  stateText: Type.String(),
  attempts: Type.Integer(),
  receiptNo: nullable(Type.String()),
  requestedAt: Type.String(),
  confirmedAt: nullable(Type.String()),
  lastError: nullable(Type.String()),
});
export type ExchangeView = Static<typeof ExchangeView>;

/** One line of a call for correction and what came of it: a field of the form with both values, or a material with its files. */
export const CorrectionView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  reason: Type.String(),
  isField: Type.Boolean({ description: '申请表或另附表里的一项' }),
  before: Type.String(),
  after: Type.String(),
  filesBefore: Type.Array(uuid('附件')),
  filesAfter: Type.Array(uuid('附件')),
  on: Type.String(),
});
export type CorrectionView = Static<typeof CorrectionView>;

export const ItemView = Type.Object({
  summary: ItemSummary,
  subject: SubjectView,
  record: RecordView,
  form: FormContent,
  extra: Type.Record(Type.String(), Type.String()),
  extraFields: Type.Array(ExtraFieldView),
  corrections: Type.Array(CorrectionView),
  applicationNumber: Type.String(),
  windowUnitName: nullable(Type.String()),
  /** How far it is where another system decides; null where a unit decides here. */
  outside: nullable(OutsideRoad),
  /** Of an open item whose record has nothing left to repair, or may have. */
  moot: nullable(MootView),
  /** Of a customs matter alone. */
  grade: nullable(CustomsGradeView),
  clocks: Type.Array(ClockView),
  actions: Type.Array(ActionView),
  holding: nullable(HoldingView),
  chain: nullable(ChainView),
  checks: Type.Array(CheckView),
  conditions: Type.Array(
    Type.Object({
      ...ConditionView.properties,
      materials: Type.Array(Type.String(), { description: '条文写明用来证明这一项的材料' }),
    }),
  ),
  materials: Type.Array(MaterialView),
  missing: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), reason: Type.String() })),
  attachments: Type.Array(
    Type.Object({
      attachmentId: Type.String(),
      materialKey: Type.String(),
      fileName: Type.String(),
      mediaType: Type.String(),
      bytes: Type.Integer(),
      pages: nullable(Type.Integer({ description: 'PDF 页数' })),
      scan: ScanState,
      uploadedAt: instant('上传时间'),
      uploadedBy: Type.String(),
      reused: nullable(
        Type.Object(
          { givenOn: plainDate('第一次交的日期'), applicationNumber: nullable(Type.String()) },
          { description: '以前交过，经同意再用' },
        ),
      ),
    }),
  ),
  papers: Type.Array(
    Type.Object({
      paperId: Type.String(),
      kind: Type.String(),
      title: Type.String(),
      docNumber: nullable(Type.String()),
      issuedOn: Type.String(),
      state: Type.String(),
    }),
  ),
  exchanges: Type.Array(ExchangeView),
  timeline: Type.Array(TimelineEntry),
  urgings: Type.Array(
    Type.Object({ urgingId: Type.String(), text: Type.String(), by: Type.String(), at: Type.String() }),
  ),
  rating: nullable(Type.Object({ score: Type.Integer(), comment: nullable(Type.String()) })),
  /** Of a closed item: why its application cannot be packed for the archive yet; null where it can. */
  notArchivable: nullable(Type.String()),
});
export type ItemView = Static<typeof ItemView>;
export const getItem = endpoint({
  name: 'getItem',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/items/:itemId',
  summary: '一个办件的全部情况',
  by: ['applicant', 'officer', 'window-clerk', 'supervisor'],
  params: itemParams,
  reply: ItemView,
});
/** Offices see numbers of persons masked; looking at them is an act of its own, and is noted. */
export const readFormNumbers = endpoint({
  name: 'readFormNumbers',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/form-numbers',
  summary: '申请表里的证件号码，不遮盖；每次查看都会记录',
  by: ['officer', 'window-clerk'],
  params: itemParams,
  reply: Type.Object({ identifier: Type.String(), agentIdentifier: nullable(Type.String()) }),
});

/** What every act carries: the request id (a retried request acts once) and the version the person saw. */
const seen = { requestId: uuid('请求号'), version: Type.Integer({ title: '看到的版本', minimum: 1 }) };
export const ActReply = Type.Object({ item: ItemSummary });
const act = (name: string, verb: string, summary: string) => ({
  name,
  module: 'casework',
  method: 'POST' as const,
  path: `/api/v1/subjects/:subjectKey/items/:itemId/${verb}`,
  summary,
  params: itemParams,
  reply: ActReply,
});
const finding = Type.Object({
  key: text('条件', 60, 1),
  text: text('条件', 500, 0),
  met: Type.Boolean({ title: '是否符合' }),
  evidence: text('依据', 1000, 0),
  attachmentIds: Type.Optional(Type.Array(uuid('依据材料'), { title: '依据材料', maxItems: 20 })),
});

export const acceptItem = endpoint({
  ...act('acceptItem', 'accept', '受理'),
  by: ['officer'],
  body: Type.Object({ ...seen }),
});
export const declineItem = endpoint({
  ...act('declineItem', 'decline', '不予受理（写明理由）'),
  by: ['officer'],
  body: Type.Object({ ...seen, reasons: Type.Array(Reason, { title: '理由', maxItems: 20 }) }),
});
export const requestCorrection = endpoint({
  ...act('requestCorrection', 'request-correction', '一次性告知补正'),
  by: ['officer'],
  body: Type.Object({
    ...seen,
    missing: Type.Array(
      Type.Object({ key: text('材料', 80, 1), name: text('名称', 200, 1), reason: text('原因', 500, 1) }),
      {
        title: '补正内容',
        maxItems: 30,
        description: 'key 为材料的键；form:字段、extra:字段 指申请表、另附表里的一项；其他为自拟材料或说明',
      },
    ),
  }),
});
export const correctItem = endpoint({
  ...act('correctItem', 'correct', '提交补正材料'),
  by: ['applicant', 'window-clerk'],
  body: Type.Object({
    ...seen,
    materials: Type.Array(
      Type.Object({
        key: text('材料', 80, 1),
        attachmentIds: Type.Array(uuid('附件'), { maxItems: 20 }),
        text: Type.Optional(text('说明，或申请表一项的新内容', 4000)),
      }),
      { title: '补正材料', maxItems: 30 },
    ),
  }),
});
export const verifyItem = endpoint({
  ...act('verifyItem', 'verify', '记录核实情况'),
  by: ['officer'],
  body: Type.Object({
    ...seen,
    method: oneOf('核实方式', ['shared-data', 'online', 'written', 'on-site'] as const),
    finding: text('核实情况', 2000, 1),
    place: Type.Optional(text('核实地点', 200)),
    people: Type.Optional(Type.Array(text('在场人员', 60, 1), { title: '在场人员', maxItems: 20 })),
    attachmentIds: Type.Optional(Type.Array(uuid('照片和材料'), { title: '照片和材料', maxItems: 20 })),
    condition: Type.Optional(text('条件', 60, 1)),
    result: Type.Optional(oneOf('核实结果', ['met', 'not-met', 'open'] as const)),
  }),
});
export const addEvidence = endpoint({
  name: 'addEvidence',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/evidence',
  summary: '上传核实时拍的照片或取得的材料（PDF、JPG、PNG）',
  by: ['officer'],
  params: itemParams,
  upload: true,
  status: 201,
  body: Type.Object({}),
  reply: AttachmentView,
});
export const extendItem = endpoint({
  ...act('extendItem', 'extend', '延长办理期限（一次）'),
  by: ['officer'],
  body: Type.Object({ ...seen, reason: text('理由', 500, 1) }),
});
export const grantItem = endpoint({
  ...act('grantItem', 'grant', '准予修复'),
  by: ['officer'],
  body: Type.Object({
    ...seen,
    findings: Type.Array(finding, { title: '条件核实', maxItems: 30 }),
    note: text('决定说明', 2000),
  }),
});
export const refuseItem = endpoint({
  ...act('refuseItem', 'refuse', '不予修复（写明理由）'),
  by: ['officer'],
  body: Type.Object({
    ...seen,
    findings: Type.Array(finding, { title: '条件核实', maxItems: 30 }),
    note: Type.Optional(text('决定说明', 2000)),
    reasons: Type.Array(Reason, { title: '理由', maxItems: 20 }),
  }),
});
export const withdrawItem = endpoint({
  ...act('withdrawItem', 'withdraw', '撤回申请'),
  by: ['applicant', 'window-clerk'],
  body: Type.Object({ ...seen, reason: text('撤回原因', 500, 1) }),
});
