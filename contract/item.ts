import { type Static, Type } from 'typebox';
import { allItemActions } from '#domain/item/available-actions.ts';
import { instant, nullable, oneOf, plainDate, uuid } from './wire.ts';

export const ClockView = Type.Object({
  kind: Type.String(),
  label: Type.String(),
  start: plainDate('起算日'),
  days: Type.Integer(),
  due: plainDate('到期日'),
  provisional: Type.Boolean(),
  doneOn: nullable(plainDate('完成日')),
  pausedSince: Type.Optional(nullable(plainDate('从哪天起停止计算'))),
  standing: Type.String({ description: 'done|overdue|today|soon|later' }),
  workingDaysLeft: Type.Integer(),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type ClockView = Static<typeof ClockView>;

/** One item in one line: whose turn it is, until when, what to do now. */
export const ItemSummary = Type.Object({
  itemId: uuid('办件'),
  subjectKey: uuid('主体'),
  applicationId: uuid('申请'),
  recordId: uuid('失信信息'),
  number: Type.String(),
  matterKey: Type.String(),
  matterName: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  unitPhone: nullable(Type.String()),
  regionCode: Type.String(),
  subjectName: Type.String(),
  docNumber: Type.String(),
  organName: Type.String(),
  findingDate: plainDate('认定日期'),
  plain: Type.String(),
  state: Type.String(),
  version: Type.Integer(),
  stateText: Type.String({ description: '办公用语' }),
  publicText: Type.String({ description: '给申请人看的话' }),
  since: nullable(plainDate('从哪天起在这一步')),
  waitsOn: Type.String(),
  yourTurn: nullable(Type.String({ description: '申请人现在要做什么' })),
  due: nullable(ClockView),
  outcome: nullable(Type.String()),
  openedOn: plainDate('提交日期'),
  closedOn: nullable(plainDate('办结日期')),
  holder: nullable(
    Type.Object({ officerId: Type.String(), name: Type.String() }, { description: '承办人，只给办公端' }),
  ),
  signOff: Type.Optional(
    nullable(Type.String({ description: '审核签发到哪一步：等待审核、等待签发、退回；只给办公端' })),
  ),
});
export type ItemSummary = Static<typeof ItemSummary>;

export const TimelineEntry = Type.Object({
  version: Type.Integer(),
  type: Type.String(),
  title: Type.String(),
  text: Type.String(),
  on: plainDate('日期'),
  at: instant('时间'),
  by: Type.String(),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
  payload: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  hash: Type.Optional(Type.String()),
});
export type TimelineEntry = Static<typeof TimelineEntry>;
/** An entry beside those of the other items of its application. */
export const ItemTimelineEntry = Type.Object({ ...TimelineEntry.properties, itemId: uuid('办件') });
export type ItemTimelineEntry = Static<typeof ItemTimelineEntry>;
/** Who of the unit may take the item in hand, give it back or give it to whom; only for people of the unit. */
export const HoldingView = Type.Object({
  /** The person stands in for the holder today. */
  standsIn: Type.Boolean(),
  acts: Type.Array(
    Type.Object({
      act: oneOf('操作', ['claim', 'release', 'assign'] as const),
      label: Type.String(),
      allowed: Type.Boolean(),
      why: nullable(Type.String()),
    }),
  ),
});
export type HoldingView = Static<typeof HoldingView>;
export const ActionView = Type.Object({
  action: oneOf('操作', allItemActions),
  label: Type.String(),
  allowed: Type.Boolean(),
  why: nullable(Type.String()),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
