import { Type } from 'typebox';
import { allChangeableFields, askedKinds, enteredKinds } from '#domain/record/orders/record-order.ts';
import { revocationGrounds } from '#domain/record/orders/revocation-consequences.ts';
import { ActReply } from './casework.ts';
import { endpoint } from './endpoint.ts';
import { GroundPaper, ListedOrder, OrderLawView, RecordOrderView } from './record-order-views.ts';
import { CitedText, itemParams, nullable, oneOf, plainDate, Reason, text, uuid } from './wire.ts';

// Orders about records beside their repair: annulled and changed decisions, plans of reorganisation, ends of display, deregistration, revocation.

const recordParams = Type.Object({ subjectKey: uuid('主体'), recordId: uuid('失信信息') });
const orderParams = Type.Object({ subjectKey: uuid('主体'), orderId: uuid('记录处置') });

/** What a unit found when it takes a repair back. */
export const RevocationFinding = Type.Object({
  ground: oneOf('撤销的情形', revocationGrounds),
  serious: Type.Boolean({ title: '是否情节严重' }),
  finding: text('查明的情况', 2000),
  heard: text('陈述、申辩的情况', 2000),
  outsideNumber: Type.Optional(text('撤销决定的文号', 100)),
});

export const revokeItem = endpoint({
  name: 'revokeItem',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/revoke',
  summary: '撤销已经准予的修复（写明查明的情况和理由）',
  by: ['officer'],
  params: itemParams,
  body: Type.Object({
    requestId: uuid('请求号'),
    version: Type.Integer({ title: '看到的版本', minimum: 1 }),
    ...RevocationFinding.properties,
    reasons: Type.Array(Reason, { title: '理由', maxItems: 20 }),
  }),
  reply: ActReply,
});

/** What follows from a revocation of today, by ground: shown before anybody decides. */
export const previewRevocation = endpoint({
  name: 'previewRevocation',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/revocation',
  summary: '如果今天撤销这一件准予的修复，依法有什么后果',
  by: ['officer', 'reviewer', 'head'],
  params: itemParams,
  query: Type.Object({
    ground: oneOf('撤销的情形', revocationGrounds),
    serious: Type.Optional(Type.Boolean({ title: '是否情节严重' })),
  }),
  reply: Type.Object({
    said: Type.Array(CitedText),
    open: Type.Array(CitedText),
    /** 情节严重, where a list's rule hangs on it; null where none does. */
    asksSeriousness: nullable(Type.String()),
    /** Other records of the subject that would be barred with it. */
    othersBarred: Type.Integer(),
    /** The decision was made in another system, and its number is asked for. */
    outside: Type.Boolean(),
  }),
});

export const listRecordOrders = endpoint({
  name: 'listRecordOrders',
  module: 'record',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/records/:recordId/orders',
  summary: '一条失信信息除修复以外的处置，和今天还可以办的',
  by: ['applicant', 'officer', 'supervisor'],
  params: recordParams,
  reply: Type.Object({
    orders: Type.Array(RecordOrderView),
    /** What can be entered (unit) or asked for (applicant) today. */
    possible: Type.Array(OrderLawView),
    /** Facts as they stand, for a changed decision. */
    facts: Type.Array(Type.Object({ field: Type.String(), label: Type.String(), value: Type.String() })),
  }),
});

const entering = {
  requestId: uuid('请求号'),
  ground: GroundPaper,
  note: text('说明', 1000),
};

export const enterRecordOrder = endpoint({
  name: 'enterRecordOrder',
  module: 'record',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/records/:recordId/orders',
  summary: '登记决定被撤销、变更，或者重整、和解的屏蔽、恢复、执行完毕',
  by: ['officer'],
  params: recordParams,
  body: Type.Object({
    ...entering,
    kind: oneOf('处置', enteredKinds),
    knownOn: plainDate('本单位收到文书的日期'),
    changes: Type.Optional(
      Type.Array(Type.Object({ field: oneOf('变更的内容', allChangeableFields), after: text('变更以后', 2000) }), {
        title: '变更',
        maxItems: 10,
      }),
    ),
  }),
  reply: RecordOrderView,
});

export const askRecordOrder = endpoint({
  name: 'askRecordOrder',
  module: 'record',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/records/:recordId/order-requests',
  summary: '企业或者管理人申请重整、和解期间的临时屏蔽，或者告知执行完毕',
  by: ['applicant'],
  params: recordParams,
  body: Type.Object({
    ...entering,
    kind: oneOf('申请', askedKinds),
    as: oneOf('谁申请', ['enterprise', 'administrator'] as const),
  }),
  reply: RecordOrderView,
});

export const answerRecordOrder = endpoint({
  name: 'answerRecordOrder',
  module: 'record',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/orders/:orderId/answer',
  summary: '对企业、管理人申请的处置作出决定',
  by: ['officer'],
  params: orderParams,
  body: Type.Object({
    requestId: uuid('请求号'),
    version: Type.Integer({ title: '看到的版本', minimum: 1 }),
    carryOut: Type.Boolean({ title: '是否办理' }),
    reasons: Type.Array(text('理由', 1000, 1), { title: '理由', maxItems: 10 }),
  }),
  reply: RecordOrderView,
});

export const orderLists = ['open', 'asked', 'overdue', 'stuck', 'done'] as const;
export const listOrders = endpoint({
  name: 'listOrders',
  module: 'record',
  method: 'GET',
  path: '/api/v1/office/record-orders',
  summary: '本单位（本地区）信息处置的清单：待决定、办理中、超期、平台没有收到的',
  by: ['officer', 'supervisor'],
  query: Type.Object({
    list: Type.Optional(oneOf('清单', orderLists)),
    after: Type.Optional(text('续页', 200)),
  }),
  reply: Type.Object({
    orders: Type.Array(ListedOrder),
    next: nullable(Type.String()),
    counts: Type.Record(Type.String(), Type.Integer()),
  }),
});

export const retryOrderEffect = endpoint({
  name: 'retryOrderEffect',
  module: 'record',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/orders/:orderId/effects/:effectId/retry',
  summary: '再通知平台一次',
  by: ['officer'],
  params: Type.Object({ ...orderParams.properties, effectId: uuid('通知') }),
  reply: RecordOrderView,
});

export const deregisterSubject = endpoint({
  name: 'deregisterSubject',
  module: 'record',
  method: 'POST',
  path: '/api/v1/office/deregistrations',
  summary: '登记主体已经注销：市场监管的信息由登记地部门停止公示，其他的依规定不随注销停止',
  by: ['officer'],
  body: Type.Object({
    requestId: uuid('请求号'),
    code: text('统一社会信用代码', 18, 18),
    deregisteredOn: plainDate('注销日期'),
    ground: GroundPaper,
  }),
  reply: Type.Object({
    name: Type.String(),
    ended: Type.Integer({ description: '停止公示的条数' }),
    stays: Type.Array(CitedText),
  }),
});

export const renameSubject = endpoint({
  name: 'renameSubject',
  module: 'record',
  method: 'POST',
  path: '/api/v1/office/renamings',
  summary: '登记主体更名：以前的名称继续查得到，显示为曾用名',
  by: ['officer', 'window-clerk'],
  body: Type.Object({
    code: text('统一社会信用代码', 18, 18),
    name: text('新名称', 200, 2),
    changedOn: plainDate('更名日期'),
  }),
  reply: Type.Object({ name: Type.String(), formerNames: Type.Array(Type.String()) }),
});
