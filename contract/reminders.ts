import { type Static, Type } from 'typebox';
import { assessCase } from './assess-case.ts';
import { allCallers, endpoint } from './endpoint.ts';
import { instant, nullable, oneOf, plainDate, subjectParams, uuid } from './wire.ts';

export const ReminderView = Type.Object({
  reminderId: uuid('提醒'),
  /** null: about a case of the calculator. */
  recordId: nullable(Type.String()),
  title: Type.String(),
  day: plainDate('提醒日期'),
  createdAt: instant('时间'),
  state: oneOf('状态', ['waiting', 'told', 'cancelled'] as const),
  stateText: Type.String(),
});
export type ReminderView = Static<typeof ReminderView>;

export const listReminders = endpoint({
  name: 'listReminders',
  module: 'record',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/reminders',
  summary: '主体设的到时提醒',
  by: ['applicant'],
  params: subjectParams,
  reply: Type.Object({ reminders: Type.Array(ReminderView) }),
});

export const setReminder = endpoint({
  name: 'setReminder',
  module: 'record',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/reminders',
  summary: '到时提醒我：一条失信信息，或者自测的一种情况（站内消息和短信）',
  by: ['applicant'],
  params: subjectParams,
  body: Type.Object({
    recordId: Type.Optional(uuid('失信信息')),
    case: Type.Optional(assessCase.body),
  }),
  status: 201,
  reply: ReminderView,
});

export const cancelReminder = endpoint({
  name: 'cancelReminder',
  module: 'record',
  method: 'DELETE',
  path: '/api/v1/subjects/:subjectKey/reminders/:reminderId',
  summary: '不再提醒',
  by: ['applicant'],
  params: Type.Object({ subjectKey: uuid('主体'), reminderId: uuid('提醒') }),
  reply: ReminderView,
});

/** 不再提醒: what the platform tells by itself, of one record or of everything. */
export const ReminderStops = Type.Object({
  /** Nothing is told of any record. */
  everything: Type.Boolean(),
  recordIds: Type.Array(Type.String()),
});
export const setReminderStop = endpoint({
  name: 'setReminderStop',
  module: 'record',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/reminder-stops',
  summary: '平台的提醒：不再提醒一条或者全部，也可以恢复',
  by: ['applicant'],
  params: subjectParams,
  body: Type.Object({
    /** Left out: everything. */
    recordIds: Type.Optional(Type.Array(uuid('失信信息'), { minItems: 1, maxItems: 200 })),
    stopped: Type.Boolean({ title: '不再提醒' }),
  }),
  reply: ReminderStops,
});
const stopToken = Type.Object({ token: Type.String({ title: '链接', pattern: '^[A-Za-z0-9_.-]{40,120}$' }) });
export const openReminderStop = endpoint({
  name: 'openReminderStop',
  module: 'record',
  method: 'GET',
  path: '/api/v1/reminder-stops/:token',
  summary: '短信里的“不再提醒”链接：这是谁的提醒、停没停',
  by: allCallers,
  perMinute: 60,
  params: stopToken,
  reply: Type.Object({ maskedName: Type.String(), stopped: Type.Boolean() }),
});
export const stopByLink = endpoint({
  name: 'stopByLink',
  module: 'record',
  method: 'POST',
  path: '/api/v1/reminder-stops/:token',
  summary: '不登录，从短信链接停止或者恢复平台的提醒',
  by: allCallers,
  perMinute: 30,
  params: stopToken,
  body: Type.Object({ stopped: Type.Boolean({ title: '不再提醒' }) }),
  reply: Type.Object({ maskedName: Type.String(), stopped: Type.Boolean() }),
});
