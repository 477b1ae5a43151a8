import { type Static, Type } from 'typebox';
import { orderKinds } from '#domain/record/orders/record-order.ts';
import { CitedText, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

// How orders about records are shown: shapes alone, the endpoints stand in record-orders.ts.

export const GroundPaper = Type.Object({
  title: text('文书名称', 100),
  number: text('文号、案号', 100),
  office: text('作出机关', 100),
  day: text('文书日期', 10),
  attachmentId: nullable(uuid('附件')),
});

/** The paper an order rests on as anybody may read it: day, court and number, never the file. */
export const RulingView = Type.Object({
  title: Type.String(),
  number: Type.String(),
  office: Type.String(),
  day: plainDate('文书日期'),
});

/** The law of one order, as it is offered. */
export const OrderLawView = Type.Object({
  kind: oneOf('处置', orderKinds),
  name: Type.String(),
  text: Type.String(),
  days: nullable(Type.Integer({ description: '工作日；条文没有写明为空' })),
  duty: oneOf('应当还是可以', ['shall', 'may'] as const),
  sure: Type.Boolean({ description: '看过条文原文，可以据以限制' }),
  paper: Type.String(),
  statement: nullable(Type.String()),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
  open: Type.Array(CitedText),
  /** What follows when it is carried out: told before, to the unit. */
  consequences: Type.Array(Type.String()),
});

const OrderEffectView = Type.Object({
  effectId: uuid('通知'),
  systemName: Type.String(),
  effectName: Type.String(),
  state: Type.String(),
  stateText: Type.String(),
  receiptNo: nullable(Type.String()),
  lastError: nullable(Type.String()),
  confirmedAt: nullable(Type.String()),
});

export const RecordOrderView = Type.Object({
  subjectKey: uuid('主体'),
  orderId: uuid('记录处置'),
  recordId: uuid('失信信息'),
  kind: oneOf('处置', orderKinds),
  name: Type.String(),
  state: Type.String(),
  stateText: Type.String(),
  version: Type.Integer(),
  from: Type.String({ description: '谁提出' }),
  ground: nullable(GroundPaper),
  text: Type.String(),
  note: Type.String(),
  statement: nullable(Type.String()),
  changes: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
  reasons: Type.Array(Type.String()),
  openedOn: plainDate('开始日期'),
  dueOn: nullable(plainDate('期限')),
  overdue: Type.Boolean(),
  closedOn: nullable(plainDate('办结日期')),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
  open: Type.Array(CitedText),
  effects: Type.Array(OrderEffectView),
  /** What the subject was told on paper. */
  papers: Type.Array(
    Type.Object({
      paperId: uuid('文书'),
      title: Type.String(),
      docNumber: nullable(Type.String()),
      issuedOn: plainDate('日期'),
      state: Type.String(),
      verificationCode: Type.String(),
    }),
  ),
  history: Type.Array(
    Type.Object({ on: plainDate('日期'), title: Type.String(), by: Type.String(), hash: Type.String() }),
  ),
});
export type RecordOrderView = Static<typeof RecordOrderView>;

/** An order in a list of an office. */
export const ListedOrder = Type.Object({
  ...RecordOrderView.properties,
  subjectName: Type.String(),
  docNumber: Type.String(),
  matterName: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  /** Urged by supervision, the latest first. */
  urgings: Type.Array(Type.Object({ text: Type.String(), by: Type.String(), at: Type.String() })),
});
export type ListedOrder = Static<typeof ListedOrder>;
