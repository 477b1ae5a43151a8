import { type Static, Type } from 'typebox';
import { ScanState } from './attachments.ts';
import { endpoint } from './endpoint.ts';
import { ItemSummary, ItemTimelineEntry } from './item.ts';
import { ItemQuestion } from './questions.ts';
import { WindowVisit } from './window-visit.ts';
import { instant, nullable, oneOf, plainDate, subjectParams, text, uuid } from './wire.ts';

/** 附件3 联办申请表 as filled in. Each prefilled field says where it came from. */
export const FormContent = Type.Object({
  subjectKind: oneOf('主体类型', ['organisation', 'sole-trader', 'person'] as const),
  name: text('主体名称', 200, 1),
  identifier: text('证件号码（统一社会信用代码）', 40, 1),
  address: text('住所（经营场所）', 300, 1),
  phone: Type.String({ title: '联系电话', pattern: '^(1\\d{10}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?)$' }),
  registryOrgan: text('登记/发证机关', 200, 0),
  legalRep: text('法定代表人（负责人、经营者）', 60, 0),
  facts: text('申请事实和理由', 4000, 1),
  agent: Type.Optional(
    Type.Object({
      name: text('经办人姓名', 60, 1),
      identifier: text('经办人证件号码', 40, 1),
      phone: text('经办人电话', 20, 1),
    }),
  ),
  marks: Type.Optional(
    Type.Record(Type.String({ maxLength: 40 }), oneOf('来历', ['typed', 'changed'] as const), {
      description: '没有来源的（自填 typed）和改过的（已修改 changed）字段；由平台在提交时比对得出，来件里的不作数',
    }),
  ),
});
export type FormContent = Static<typeof FormContent>;

export const Signature = Type.Object({
  /** paper: signed on the printed form, of which scans are handed in (windows only). */
  way: oneOf('签名方式', ['typed', 'drawn', 'paper'] as const),
  name: text('签名人', 60, 1),
  attachmentIds: Type.Optional(Type.Array(uuid('签名页扫描件'), { maxItems: 20 })),
  /** Drawn: strokes as an SVG path in a 600×200 box. */
  path: Type.Optional(Type.String({ title: '手写签名', maxLength: 60000, pattern: '^[MLQC0-9 ,.\\-]*$' })),
});
export type Signature = Static<typeof Signature>;

export const SubmittedItem = Type.Object({
  recordId: uuid('失信信息'),
  extra: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 1000 }), { title: '附加信息' }),
  materials: Type.Array(
    Type.Object({ key: text('材料', 60, 1), attachmentIds: Type.Array(uuid('附件'), { maxItems: 20 }) }),
    { maxItems: 30 },
  ),
});

export const submitApplication = endpoint({
  name: 'submitApplication',
  module: 'intake',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/applications',
  summary: '提交联办申请：一张表、一次签名、每条信息一个办件',
  by: ['applicant', 'window-clerk'],
  params: subjectParams,
  query: Type.Object({
    via: Type.Optional(
      Type.String({
        title: '渠道',
        pattern: '^[a-z][a-z0-9-]{1,40}$',
        description: '从哪个入口进来；只计数，不记在申请里',
      }),
    ),
  }),
  status: 201,
  body: Type.Object({
    requestId: uuid('请求号'),
    form: FormContent,
    items: Type.Array(SubmittedItem, { minItems: 1, maxItems: 60, title: '修复事项' }),
    commitment: Type.Object({ agreed: Type.Literal(true, { title: '承诺' }), signature: Signature }),
    draftId: Type.Optional(uuid('草稿')),
    visit: Type.Optional(WindowVisit),
    seen: Type.Optional(
      Type.Record(Type.String({ maxLength: 60 }), Type.Integer({ minimum: 1 }), {
        title: '看过的版本',
        description: '事项 → 填表人看到的版本；与现行版本不同时先告知变化（matter-changed），看过后带上现行版本再提交',
      }),
    ),
  }),
  reply: Type.Object({
    applicationId: uuid('申请'),
    number: Type.String(),
    queryCode: Type.String({ description: '只在提交时给出一次；重复提交同一请求号时为空' }),
    items: Type.Array(ItemSummary),
  }),
});

export const ApplicationView = Type.Object({
  applicationId: uuid('申请'),
  subjectKey: uuid('主体'),
  number: Type.String(),
  channel: Type.String(),
  windowUnitName: nullable(Type.String()),
  submittedAt: instant('提交时间'),
  submittedOn: plainDate('提交日期'),
  form: FormContent,
  items: Type.Array(ItemSummary),
  papers: Type.Array(
    Type.Object({
      paperId: Type.String(),
      itemId: nullable(Type.String()),
      kind: Type.String(),
      title: Type.String(),
      docNumber: nullable(Type.String()),
      issuedOn: Type.String(),
      state: Type.String(),
      verificationCode: Type.String(),
    }),
  ),
  attachments: Type.Array(
    Type.Object({
      attachmentId: Type.String(),
      materialKey: Type.String(),
      fileName: Type.String(),
      bytes: Type.Integer(),
      scan: ScanState,
    }),
  ),
});
export type ApplicationView = Static<typeof ApplicationView>;
/** One application whole: also everything that happened to its items, and what was filled in beside the form. */
export const ApplicationDetail = Type.Object({
  ...ApplicationView.properties,
  timeline: Type.Array(ItemTimelineEntry, { description: '全部办件的经过，按先后' }),
  questions: Type.Array(ItemQuestion, { description: '全部办件的提问和答复，按先后；与经过合成一条时间线' }),
  annex: Type.Array(
    Type.Object({
      itemId: uuid('办件'),
      answers: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
    }),
    { description: '另附表：各办件附加填写的内容' },
  ),
});
export type ApplicationDetail = Static<typeof ApplicationDetail>;
const applicationParams = Type.Object({ subjectKey: uuid('主体'), applicationId: uuid('申请') });
export const getApplication = endpoint({
  name: 'getApplication',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/applications/:applicationId',
  summary: '一份联办申请和它的每一项',
  by: ['applicant', 'window-clerk', 'officer'],
  params: applicationParams,
  reply: ApplicationDetail,
});
export const listApplications = endpoint({
  name: 'listApplications',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/applications',
  summary: '主体提交过的申请',
  by: ['applicant', 'window-clerk'],
  params: subjectParams,
  reply: Type.Object({ applications: Type.Array(ApplicationView) }),
});
export const listWindowApplications = endpoint({
  name: 'listWindowApplications',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/office/window/applications',
  summary: '本窗口代收的申请',
  by: ['window-clerk'],
  query: Type.Object({ after: Type.Optional(text('续页', 200)) }),
  reply: Type.Object({
    applications: Type.Array(
      Type.Object({
        applicationId: uuid('申请'),
        subjectKey: uuid('主体'),
        subjectName: Type.String(),
        number: Type.String(),
        submittedAt: instant('时间'),
        items: Type.Array(ItemSummary),
      }),
    ),
    next: nullable(Type.String()),
  }),
});
export const Prefill = Type.Object({
  form: Type.Partial(FormContent),
  sources: Type.Record(Type.String(), Type.String(), { description: '字段 → 来源（市场主体登记信息、统一身份认证…）' }),
  commitment: Type.Object({ title: Type.String(), clauses: Type.Array(Type.String()), signatureLabel: Type.String() }),
  down: Type.Array(Type.String({ description: '暂时取不到的来源' })),
  last: nullable(
    Type.Object(
      {
        number: Type.String(),
        submittedOn: plainDate('提交日期'),
        form: Type.Partial(Type.Pick(FormContent, ['address', 'phone', 'registryOrgan', 'legalRep', 'agent'])),
      },
      { description: '上次申请填过的；只提供，不自动填入' },
    ),
  ),
});
export const getPrefill = endpoint({
  name: 'getPrefill',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/prefill',
  summary: '申请表能预先填好的内容和来源、承诺书原文',
  by: ['applicant', 'window-clerk'],
  params: subjectParams,
  reply: Prefill,
});
