import { type Static, Type } from 'typebox';
import { endpoint, officeCallers } from './endpoint.ts';
import { WayOut } from './explanations.ts';
import { RulingView } from './record-order-views.ts';
import { CitedText, nullable, oneOf, plainDate, subjectParams, text, uuid } from './wire.ts';

/** The verdict of the assessment as shown beside a record; the exact calculator shape stands in assessments.ts. */
export const Verdict = Type.Object({
  class: Type.String(),
  verdict: Type.String(),
  publication: Type.Object({
    shown: Type.Boolean(),
    from: nullable(Type.String()),
    earliestEnd: nullable(Type.String()),
    latestEnd: nullable(Type.String()),
  }),
  application: Type.Object({ route: Type.String(), from: nullable(Type.String()) }),
  limits: Type.Object({
    accept: nullable(Type.Integer()),
    decide: nullable(Type.Integer()),
    extend: nullable(Type.Integer()),
  }),
  reasons: Type.Array(
    Type.Object({
      code: Type.String(),
      text: Type.String(),
      cite: nullable(Type.String()),
      citeText: nullable(Type.String()),
    }),
  ),
});
export type Verdict = Static<typeof Verdict>;

export const RecordView = Type.Object({
  subjectKey: uuid('主体'),
  recordId: uuid('失信信息'),
  matterKey: Type.String(),
  matterName: Type.String(),
  recordType: Type.String(),
  docNumber: Type.String(),
  findingDate: plainDate('认定日期'),
  publishedDate: nullable(plainDate('公示日期')),
  organName: Type.String(),
  unitId: nullable(Type.String()),
  unitName: nullable(Type.String()),
  regionCode: Type.String(),
  /** One plain sentence: 罚款 2 万元；未按期公示年度报告… */
  plain: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
  dutiesPerformed: Type.Boolean(),
  repairedOn: nullable(plainDate('修复日期')),
  /** An order holds it back from display: why, since when, on which ruling, what is shown meanwhile where a clause gives the words, what goes on. */
  heldBack: nullable(
    Type.Object({
      why: oneOf('为什么不公示', ['shielded', 'annulled', 'ended', 'deregistered'] as const),
      text: Type.String(),
      since: plainDate('从哪天起'),
      statement: nullable(Type.String()),
      ground: nullable(RulingView),
      stays: Type.Array(CitedText),
    }),
  ),
  verdict: Verdict,
  /** The one thing its subject can do now; null where an open item or a repair has settled it. */
  next: nullable(WayOut),
  /** The day a wait is over, for a reminder. */
  opensOn: nullable(plainDate('可以提醒的日子')),
  /** An open item holds the record: its public number and application. */
  openItem: nullable(
    Type.Object({
      itemId: Type.String(),
      number: Type.String(),
      applicationId: Type.String(),
      applicationNumber: Type.String(),
      publicState: Type.String(),
    }),
  ),
  repairNotice: nullable(
    Type.Object({
      noticeId: Type.String(),
      paperId: Type.String(),
      servedOn: nullable(Type.String()),
      servedWithDecision: nullable(Type.Boolean()),
      edition: Type.Integer(),
    }),
  ),
});
export type RecordView = Static<typeof RecordView>;

export const SubjectView = Type.Object({
  subjectKey: uuid('主体'),
  kind: Type.String(),
  name: Type.String(),
  /** Names it had before, where it had any. */
  formerNames: Type.Optional(Type.Array(Type.String())),
  identifier: Type.String(),
  address: nullable(Type.String()),
  phone: nullable(Type.String()),
  legalRep: nullable(Type.String()),
  registryOrgan: nullable(Type.String()),
  regionCode: nullable(Type.String()),
});
export type SubjectView = Static<typeof SubjectView>;

export const listRecords = endpoint({
  name: 'listRecords',
  module: 'record',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/records',
  summary: '主体在全省的失信信息和每条能不能修复',
  by: ['applicant', 'window-clerk', 'officer'],
  params: subjectParams,
  query: Type.Object({ on: Type.Optional(plainDate('日期')) }),
  reply: Type.Object({ subject: SubjectView, records: Type.Array(RecordView) }),
});
export const findSubjects = endpoint({
  name: 'findSubjects',
  module: 'record',
  method: 'GET',
  path: '/api/v1/office/subjects',
  summary: '窗口查找主体（统一社会信用代码、证件号码或名称）',
  by: ['window-clerk', 'officer', 'operator'],
  query: Type.Object({ q: text('查找内容', 100, 2) }),
  reply: Type.Object({ subjects: Type.Array(SubjectView) }),
});
/** Shown in place of records while a plan of reorganisation or a settlement is carried out (107号 art 22). */
export const PublicStatement = Type.Object({
  text: Type.String(),
  since: plainDate('从哪天起'),
  ground: nullable(RulingView),
});
export const PublicRecord = Type.Object({
  matterName: Type.String(),
  docNumber: Type.String(),
  organName: Type.String(),
  findingDate: plainDate('认定日期'),
  plain: Type.String(),
  shownUntil: nullable(Type.String()),
});
export const listPublicRecords = endpoint({
  name: 'listPublicRecords',
  module: 'record',
  method: 'GET',
  path: '/api/v1/public/records',
  summary: '公示查询：按统一社会信用代码或全称查当前仍在公示的信息',
  by: ['guest', 'applicant', ...officeCallers],
  perMinute: 60,
  query: Type.Object({ q: text('统一社会信用代码或名称', 100, 4) }),
  reply: Type.Object({
    name: nullable(Type.String()),
    formerNames: Type.Array(Type.String({ description: '曾用名' })),
    asOf: plainDate('日期'),
    records: Type.Array(PublicRecord),
    statements: Type.Array(PublicStatement),
  }),
});

/** A record at its unit's desk, with the objections to it that are being looked into. */
export const UnitRecordView = Type.Object({
  ...RecordView.properties,
  subjectName: Type.String(),
  /** Masked for persons. */
  subjectCode: Type.String(),
  openObjections: Type.Array(Type.Object({ objectionId: uuid('异议'), number: Type.String() })),
});
export type UnitRecordView = Static<typeof UnitRecordView>;

export const listUnitRecords = endpoint({
  name: 'listUnitRecords',
  module: 'record',
  method: 'GET',
  path: '/api/v1/office/records',
  summary: '本单位认定的失信信息',
  by: ['officer'],
  query: Type.Object({ q: Type.Optional(text('查找', 100)), after: Type.Optional(text('续页', 200)) }),
  reply: Type.Object({ records: Type.Array(UnitRecordView), next: nullable(Type.String()) }),
});
