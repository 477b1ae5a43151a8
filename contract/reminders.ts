import { type Static, Type } from 'typebox';
import { assessCase } from './assess-case.ts';
import { endpoint } from './endpoint.ts';
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
