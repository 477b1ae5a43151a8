import { type Static, Type } from 'typebox';
import { allCallers, endpoint } from './endpoint.ts';
import { instant, nullable, oneOf, text, uuid } from './wire.ts';

const Fault = Type.Object({ field: Type.String(), text: Type.String() });

/**
 * One record as an officer or a unit's system hands it in: headings of the import templates (Chinese, their spellings, or `CF_*`
 * codes) with their cells as text. What is read, and how, is exactly what an import reads.
 */
export const RecordCells = Type.Record(
  Type.String({ minLength: 1, maxLength: 60 }),
  Type.String({ title: '填写内容', maxLength: 5000 }),
);

export const RecordOutcome = Type.Object({
  /** recorded: new; updated: known, with other content; known: nothing changed; rejected: see faults. */
  outcome: oneOf('结果', ['recorded', 'updated', 'known', 'rejected'] as const),
  subjectKey: nullable(Type.String()),
  recordId: nullable(Type.String()),
  docNumber: nullable(Type.String()),
  faults: Type.Array(Fault),
  warnings: Type.Array(Fault),
  /** The notice to be served with the decision; null where none was made, `noticeText` says why. */
  notice: nullable(
    Type.Object({
      noticeId: uuid('告知书'),
      paperId: uuid('文书'),
      number: nullable(Type.String()),
      applyUrl: Type.String(),
      edition: Type.Integer(),
    }),
  ),
  noticeText: nullable(Type.String()),
});
export type RecordOutcome = Static<typeof RecordOutcome>;

export const recordOne = endpoint({
  name: 'recordOne',
  module: 'record',
  method: 'POST',
  path: '/api/v1/office/records',
  summary: '登记一条处罚或列入决定，同时制作告知书',
  by: ['officer'],
  status: 201,
  body: Type.Object({ cells: RecordCells }),
  reply: RecordOutcome,
});
export const lookUpSubject = endpoint({
  name: 'lookUpSubject',
  module: 'record',
  method: 'GET',
  path: '/api/v1/office/subject-by-code',
  summary: '登记决定时按代码查主体名称',
  by: ['officer'],
  query: Type.Object({ code: text('统一社会信用代码或证件号码', 40, 6) }),
  reply: Type.Object({
    /** null: a code that can be, of a subject the platform does not know yet. */
    subject: nullable(Type.Object({ kind: Type.String(), name: Type.String(), legalRep: nullable(Type.String()) })),
    kind: nullable(Type.String()),
  }),
});

export const handInRecords = endpoint({
  name: 'handInRecords',
  module: 'record',
  method: 'POST',
  path: '/api/v1/partner/records',
  summary: '单位业务系统推送决定（报文签名，逐条答复；同一决定重复推送不重复登记）',
  // No session: the request is signed with the key of a unit's system.
  by: allCallers,
  signed: true,
  perMinute: 120,
  body: Type.Object({
    records: Type.Array(RecordCells, { title: '决定', minItems: 1, maxItems: 100 }),
  }),
  reply: Type.Object({ records: Type.Array(RecordOutcome) }),
});

export const PartnerKeyView = Type.Object({
  keyId: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  label: Type.String(),
  madeAt: instant('建立时间'),
  lastUsedAt: nullable(instant('最近使用')),
  revokedAt: nullable(instant('停用时间')),
});
export type PartnerKeyView = Static<typeof PartnerKeyView>;
export const listPartnerKeys = endpoint({
  name: 'listPartnerKeys',
  module: 'record',
  method: 'GET',
  path: '/api/v1/office/partner-keys',
  summary: '各单位业务系统的推送密钥',
  by: ['operator'],
  reply: Type.Object({ keys: Type.Array(PartnerKeyView) }),
});
export const makePartnerKey = endpoint({
  name: 'makePartnerKey',
  module: 'record',
  method: 'POST',
  path: '/api/v1/office/partner-keys',
  summary: '为一个单位的业务系统建立推送密钥；密钥只显示一次',
  by: ['operator'],
  status: 201,
  body: Type.Object({ unitId: text('单位', 60, 3), label: text('系统名称', 60, 2) }),
  reply: Type.Object({ key: PartnerKeyView, secret: Type.String() }),
});
export const revokePartnerKey = endpoint({
  name: 'revokePartnerKey',
  module: 'record',
  method: 'POST',
  path: '/api/v1/office/partner-keys/:keyId/revocation',
  summary: '停用一个推送密钥，立即生效',
  by: ['operator'],
  params: Type.Object({ keyId: Type.String({ title: '密钥编号', pattern: '^[a-z0-9-]{4,40}$' }) }),
  reply: PartnerKeyView,
});
