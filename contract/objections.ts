import { Type } from 'typebox';
import { objectionOutcomes } from '#domain/casework/objections/objection.ts';
import { objectionGrounds } from '#law/objections.ts';
import { endpoint } from './endpoint.ts';
import { ObjectionSummary, ObjectionView, ObjectionWay } from './objection-views.ts';
import { WindowVisit } from './window-visit.ts';
import { nullable, oneOf, plainDate, subjectParams, text, uuid } from './wire.ts';

/** How many characters: reasons of the applicant, a finding, a reason of the unit. */
export const objectionLength = { reasons: 5000, finding: 2000, request: 1000, reason: 1000 } as const;

const ground = oneOf('对什么有异议', objectionGrounds);
const door = oneOf('向谁提出', ['credit-china', 'unit'] as const);
const objectionParams = Type.Object({ ...subjectParams.properties, objectionId: uuid('异议') });

export const getObjectionWays = endpoint({
  name: 'getObjectionWays',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/records/:recordId/objection-ways',
  summary: '对一条失信信息和它的办理结果可以提哪些异议、向谁、几日',
  by: ['applicant', 'window-clerk'],
  params: Type.Object({ ...subjectParams.properties, recordId: uuid('失信信息') }),
  reply: Type.Object({
    record: Type.Object({
      plain: Type.String(),
      docNumber: Type.String(),
      organName: Type.String(),
      findingDate: Type.String(),
      matterName: Type.String(),
      unitName: nullable(Type.String()),
    }),
    ways: Type.Array(ObjectionWay),
    contact: Type.Object({ name: Type.String(), phone: Type.String() }),
  }),
});
export const listObjections = endpoint({
  name: 'listObjections',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/objections',
  summary: '一个主体的异议，新的在前',
  by: ['applicant', 'window-clerk', 'officer'],
  params: subjectParams,
  reply: Type.Object({ objections: Type.Array(ObjectionSummary) }),
});
const LodgedObjection = Type.Object({
  requestId: uuid('请求号'),
  recordId: uuid('失信信息'),
  itemId: nullable(uuid('办件')),
  ground,
  door,
  claims: Type.Array(Type.Object({ field: text('哪一项', 60, 1), shouldSay: text('应当是什么', 1000) }), {
    maxItems: 20,
    title: '有误的内容',
  }),
  reasons: text('事实和理由', objectionLength.reasons),
  request: text('请求', objectionLength.request),
  contact: Type.Object({ name: text('联系人', 60), phone: text('联系电话', 20) }),
  attachmentIds: Type.Array(uuid('材料'), { maxItems: 20, title: '材料' }),
  /** Of a window: who came and how that was checked. */
  visit: Type.Optional(WindowVisit),
});
export const lodgeObjection = endpoint({
  name: 'lodgeObjection',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/objections',
  summary: '提出异议',
  by: ['applicant', 'window-clerk'],
  params: subjectParams,
  status: 201,
  body: LodgedObjection,
  reply: ObjectionView,
  perMinute: 30,
});
export const getObjection = endpoint({
  name: 'getObjection',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/objections/:objectionId',
  summary: '一件异议：内容、进度、期限、答复',
  by: ['applicant', 'window-clerk', 'officer', 'supervisor'],
  params: objectionParams,
  reply: ObjectionView,
});

const act = { requestId: uuid('请求号'), version: Type.Integer({ title: '版本', minimum: 1 }) };
const actOn = <const N extends string>(name: N, verb: string) =>
  ({
    name,
    module: 'casework',
    method: 'POST',
    path: `/api/v1/subjects/:subjectKey/objections/:objectionId/${verb}`,
    params: objectionParams,
    reply: ObjectionView,
  }) as const;

export const withdrawObjection = endpoint({
  ...actOn('withdrawObjection', 'withdraw'),
  summary: '撤回异议',
  by: ['applicant', 'window-clerk'],
  body: Type.Object({ ...act, reason: text('原因', objectionLength.reason) }),
});
export const acceptObjection = endpoint({
  ...actOn('acceptObjection', 'accept'),
  summary: '受理异议',
  by: ['officer'],
  body: Type.Object({ ...act, note: text('说明', objectionLength.reason) }),
});
export const declineObjection = endpoint({
  ...actOn('declineObjection', 'decline'),
  summary: '不予受理异议（理由要有条文）',
  by: ['officer'],
  body: Type.Object({
    ...act,
    reasons: Type.Array(Type.Object({ code: text('理由', 60, 1), text: text('具体情况', objectionLength.reason) }), {
      maxItems: 10,
      title: '理由',
    }),
  }),
});
export const extendObjection = endpoint({
  ...actOn('extendObjection', 'extend'),
  summary: '延长核查，并提前告知申请人',
  by: ['officer'],
  body: Type.Object({
    ...act,
    days: Type.Integer({ title: '延长几个工作日', minimum: 1, maximum: 60 }),
    reason: text('原因', objectionLength.reason),
  }),
});
export const answerObjection = endpoint({
  ...actOn('answerObjection', 'answer'),
  summary: '答复异议：核查情况、结论、更正',
  by: ['officer'],
  body: Type.Object({
    ...act,
    outcome: oneOf('结论', objectionOutcomes),
    findings: Type.Array(
      Type.Object({ text: text('核查情况', objectionLength.finding), evidence: text('依据', objectionLength.finding) }),
      { minItems: 1, maxItems: 20, title: '核查情况' },
    ),
    corrections: Type.Array(Type.Object({ field: text('哪一项', 60, 1), value: text('更正为', 1000) }), {
      maxItems: 20,
      title: '更正',
    }),
  }),
});
export const retryObjectionExchange = endpoint({
  name: 'retryObjectionExchange',
  module: 'publication',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/objections/:objectionId/exchanges/:exchangeId/retry',
  summary: '把一次停下的往来再发一次',
  by: ['officer'],
  params: Type.Object({ ...objectionParams.properties, exchangeId: uuid('往来') }),
  body: Type.Object({}),
  reply: ObjectionView,
});
export const objectionLists = ['todo', 'overdue', 'correcting', 'closed'] as const;
const Counts = Type.Object({
  todo: Type.Integer(),
  overdue: Type.Integer(),
  correcting: Type.Integer(),
  stuck: Type.Integer(),
});
export const listUnitObjections = endpoint({
  name: 'listUnitObjections',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/objections',
  summary: '本单位的异议，先到期的在前',
  by: ['officer'],
  query: Type.Object({
    list: Type.Optional(oneOf('列表', objectionLists)),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({ objections: Type.Array(ObjectionSummary), next: nullable(Type.String()), counts: Counts }),
});
export const listWindowObjections = endpoint({
  name: 'listWindowObjections',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/window/objections',
  summary: '本窗口代收的异议：有了答复的、还在办的',
  by: ['window-clerk'],
  query: Type.Object({ after: Type.Optional(text('续页', 300)) }),
  reply: Type.Object({
    objections: Type.Array(ObjectionSummary),
    next: nullable(Type.String()),
    counts: Type.Object({ open: Type.Integer(), closed: Type.Integer() }),
  }),
});
export const listSupervisedObjections = endpoint({
  name: 'listSupervisedObjections',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/objections',
  summary: '本地区的异议：各单位几件在办、几件超期，和名单',
  by: ['supervisor'],
  query: Type.Object({
    list: Type.Optional(oneOf('列表', ['open', 'overdue'] as const)),
    unit: Type.Optional(text('单位', 60)),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({
    units: Type.Array(
      Type.Object({
        unitId: Type.String(),
        unitName: Type.String(),
        regionName: Type.String(),
        open: Type.Integer(),
        overdue: Type.Integer(),
      }),
    ),
    open: Type.Integer(),
    overdue: Type.Integer(),
    objections: Type.Array(ObjectionSummary),
    next: nullable(Type.String()),
    asOf: plainDate('日期'),
  }),
});
