import { type Static, Type } from 'typebox';
import { ActReply } from './casework.ts';
import { endpoint } from './endpoint.ts';
import { ItemSummary } from './item.ts';
import { itemParams, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

/** The lists of a desk. `mine`: held by the person or by somebody they stand in for; the rest are the unit's. */
export const queueListNames = [
  'todo',
  'mine',
  'unassigned',
  'due-soon',
  'overdue',
  'returned',
  'review',
  'sign',
  'waiting',
  'outside',
  'closed',
] as const;

/** What a list is narrowed down by; dates are days in Asia/Shanghai, both ends included. */
const filters = {
  q: Type.Optional(text('主体名称、代码、文书号或编号', 100)),
  matter: Type.Optional(text('事项', 60)),
  region: Type.Optional(Type.String({ title: '地区', pattern: '^\\d{2,6}$' })),
  state: Type.Optional(text('状态', 30)),
  holder: Type.Optional(text('承办人', 80)),
  receivedFrom: Type.Optional(plainDate('提交日期从')),
  receivedTo: Type.Optional(plainDate('提交日期到')),
  dueFrom: Type.Optional(plainDate('期限从')),
  dueTo: Type.Optional(plainDate('期限到')),
};

const Person = Type.Object({ officerId: Type.String(), name: Type.String() });

export const listQueue = endpoint({
  name: 'listQueue',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/queue',
  summary: '本单位的办件队列（打开即记为当日已查询）',
  by: ['officer'],
  query: Type.Object({
    list: Type.Optional(oneOf('列表', queueListNames)),
    ...filters,
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({
    items: Type.Array(ItemSummary),
    next: nullable(Type.String()),
    counts: Type.Record(Type.String(), Type.Integer()),
    standsInFor: Type.Array(Person, { description: '今天由我代办的人' }),
  }),
});

export const QueueView = Type.Object({
  viewId: uuid('视图'),
  name: text('名称', 20, 1),
  list: oneOf('列表', queueListNames),
  filters: Type.Object(filters, { additionalProperties: false }),
  isDefault: Type.Boolean({ title: '打开办件时先看' }),
});
export type QueueView = Static<typeof QueueView>;
const QueueViews = Type.Object({ views: Type.Array(QueueView, { title: '视图', maxItems: 30 }) });

export const listQueueViews = endpoint({
  name: 'listQueueViews',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/queue/views',
  summary: '我保存的视图',
  by: ['officer'],
  reply: QueueViews,
});
export const saveQueueViews = endpoint({
  name: 'saveQueueViews',
  module: 'casework',
  method: 'PUT',
  path: '/api/v1/office/queue/views',
  summary: '保存我的全部视图，按给出的次序',
  by: ['officer'],
  body: QueueViews,
  reply: QueueViews,
});

const seen = { requestId: uuid('请求号'), version: Type.Integer({ title: '看到的版本', minimum: 1 }) };
const saw = Type.Optional(nullable(text('看到的承办人', 80)));
const holding = (name: string, verb: string, summary: string) => ({
  name,
  module: 'casework',
  method: 'POST' as const,
  path: `/api/v1/subjects/:subjectKey/items/:itemId/${verb}`,
  summary,
  params: itemParams,
  reply: ActReply,
});

export const claimItem = endpoint({
  ...holding('claimItem', 'claim', '认领，或写明原因接手'),
  by: ['officer'],
  body: Type.Object({ ...seen, saw, reason: text('接手的原因', 500) }),
});
export const releaseItem = endpoint({
  ...holding('releaseItem', 'release', '交还，等待分派'),
  by: ['officer'],
  body: Type.Object({ ...seen, reason: text('交还的原因', 500, 1) }),
});
export const assignItem = endpoint({
  ...holding('assignItem', 'assign', '负责人分派或改派'),
  by: ['head'],
  body: Type.Object({ ...seen, saw, to: text('承办人', 80, 1), reason: text('原因', 500) }),
});

/** How each of several items came out. */
const Results = Type.Array(
  Type.Object({
    itemId: uuid('办件'),
    number: Type.String(),
    subjectName: Type.String(),
    done: Type.Boolean(),
    holder: nullable(Person),
    why: nullable(Type.String({ description: '没有办成的原因' })),
  }),
);
const BatchItem = Type.Object({ ...itemParams.properties, ...seen, saw });

export const assignItems = endpoint({
  name: 'assignItems',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/assignments',
  summary: '认领或分派多件：一件一件分别记入台账，一件不成不影响其他',
  by: ['officer'],
  body: Type.Object({
    act: oneOf('操作', ['claim', 'assign'] as const),
    items: Type.Array(BatchItem, { title: '办件', minItems: 1, maxItems: 100 }),
    to: Type.Optional(Type.Array(text('承办人', 80, 1), { title: '承办人', maxItems: 20 })),
    reason: text('原因', 500),
  }),
  reply: Type.Object({ results: Results }),
});

export const TeamLeave = Type.Object({
  leaveId: uuid('请假'),
  officer: Person,
  deputy: Person,
  from: plainDate('第一天'),
  until: plainDate('最后一天'),
  now: Type.Boolean({ description: '今天在请假' }),
  mayEnd: Type.Boolean(),
});
export type TeamLeave = Static<typeof TeamLeave>;

export const TeamMember = Type.Object({
  officerId: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.String()),
  here: Type.Boolean({ description: '现在在岗；离岗的人名下还有件时也列出' }),
  open: Type.Integer({ description: '名下未办结' }),
  dueSoon: Type.Integer(),
  overdue: Type.Integer(),
});
export type TeamMember = Static<typeof TeamMember>;

export const TeamRule = Type.Object({
  matterKey: nullable(Type.String({ description: 'null 为其他全部事项' })),
  matterName: Type.String(),
  officers: Type.Array(Person),
  setBy: Type.String(),
  setAt: Type.String(),
});
export type TeamRule = Static<typeof TeamRule>;
const Team = Type.Object({
  people: Type.Array(TeamMember),
  unassigned: Type.Integer(),
  leaves: Type.Array(TeamLeave),
  rules: Type.Array(TeamRule),
  matters: Type.Array(Type.Object({ matterKey: Type.String(), name: Type.String() })),
});
export type Team = Static<typeof Team>;

export const getTeam = endpoint({
  name: 'getTeam',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/team',
  summary: '本单位谁手上有多少件、谁请假、怎样分派',
  by: ['officer'],
  reply: Team,
});
export const setAssignRule = endpoint({
  name: 'setAssignRule',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/team/rules',
  summary: '设置新件分派给谁，没有人则取消',
  by: ['head'],
  body: Type.Object({
    matterKey: nullable(text('事项', 60, 1)),
    officerIds: Type.Array(text('承办人', 80, 1), { title: '承办人', maxItems: 50 }),
  }),
  reply: Team,
});
export const enterLeave = endpoint({
  name: 'enterLeave',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/team/leaves',
  summary: '登记请假和代办人',
  by: ['officer'],
  body: Type.Object({
    requestId: uuid('请求号'),
    officerId: text('请假人', 80, 1),
    deputyId: text('代办人', 80, 1),
    from: plainDate('第一天'),
    until: plainDate('最后一天'),
  }),
  reply: Team,
});
export const endLeave = endpoint({
  name: 'endLeave',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/team/leaves/:leaveId/end',
  summary: '取消或提前结束请假',
  by: ['officer'],
  params: Type.Object({ leaveId: uuid('请假') }),
  reply: Team,
});
export const handOverAll = endpoint({
  name: 'handOverAll',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/team/departures',
  summary: '人员离岗：移交名下全部未办结的件',
  by: ['head'],
  body: Type.Object({
    officerId: text('离岗的人', 80, 1),
    to: Type.Array(text('接手的人', 80, 1), { title: '接手的人', maxItems: 20, description: '没有则回到待分派' }),
    reason: text('原因', 500, 1),
  }),
  reply: Type.Object({ results: Results, left: Type.Integer({ description: '还没有移交的件数，再提交一次继续' }) }),
});
