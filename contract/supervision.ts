import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { ItemSummary } from './item.ts';
import { ListedOrder } from './record-order-views.ts';
import { itemParams, noJson, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

const region = Type.Optional(Type.String({ title: '地区', pattern: '^\\d{2,6}$' }));
export const DailyCheckRow = Type.Object({
  unitId: Type.String(),
  unitName: Type.String(),
  regionCode: Type.String(),
  open: Type.Integer(),
  looked: Type.Boolean(),
  firstAt: nullable(Type.String()),
  by: nullable(Type.String()),
  daysMissed: Type.Integer({ description: '近 10 个工作日未查询的天数' }),
});
export const listDailyChecks = endpoint({
  name: 'listDailyChecks',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/daily-checks',
  summary: '每个工作日各单位是否查询了申请（赣信用办〔2024〕4号 三（八））',
  by: ['supervisor'],
  query: Type.Object({
    day: Type.Optional(plainDate('日期')),
    region,
    onlyMissed: Type.Optional(oneOf('只看未查询', ['1', '0'] as const)),
  }),
  reply: Type.Object({
    day: plainDate('日期'),
    workingDay: Type.Boolean(),
    asOf: Type.String(),
    units: Type.Array(DailyCheckRow),
    lookedCount: Type.Integer(),
    missedCount: Type.Integer(),
  }),
});

export const FigureRow = Type.Object({
  key: Type.String(),
  name: Type.String(),
  opened: Type.Integer(),
  closed: Type.Integer(),
  onTime: Type.Integer(),
  late: Type.Integer(),
  open: Type.Integer(),
  overdue: Type.Integer(),
  onTimeRate: nullable(Type.Number({ description: '0–1；没有到期件时为空' })),
  averageRating: nullable(Type.Number()),
  ratings: Type.Integer(),
});
export type FigureRow = Static<typeof FigureRow>;
const span = {
  from: Type.Optional(plainDate('起')),
  to: Type.Optional(plainDate('止')),
  region,
  sector: Type.Optional(text('领域', 40)),
};
export const getFigures = endpoint({
  name: 'getFigures',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/figures',
  summary: '按单位或地区的按时率和办件量',
  by: ['supervisor'],
  query: Type.Object({ ...span, by: oneOf('分组', ['unit', 'region', 'matter'] as const) }),
  reply: Type.Object({
    from: plainDate('起'),
    to: plainDate('止'),
    asOf: Type.String(),
    definition: Type.String(),
    total: FigureRow,
    rows: Type.Array(FigureRow),
  }),
});
export const listSupervisedItems = endpoint({
  name: 'listSupervisedItems',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/items',
  summary: '每个数字背后的办件',
  by: ['supervisor'],
  query: Type.Object({
    ...span,
    unit: Type.Optional(text('单位', 60)),
    matter: Type.Optional(text('事项', 60)),
    what: Type.Optional(oneOf('范围', ['all', 'open', 'overdue', 'late', 'due-soon', 'closed', 'on-time'] as const)),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({ items: Type.Array(ItemSummary), next: nullable(Type.String()) }),
});
export const exportSupervisedItems = endpoint({
  name: 'exportSupervisedItems',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/items.csv',
  summary: '导出办件清单（CSV）',
  by: ['supervisor'],
  query: Type.Object({
    ...span,
    unit: Type.Optional(text('单位', 60)),
    matter: Type.Optional(text('事项', 60)),
    what: Type.Optional(oneOf('范围', ['all', 'open', 'overdue', 'late', 'due-soon', 'closed', 'on-time'] as const)),
  }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'text/csv; charset=utf-8',
});
const proposalCounts = {
  waiting: Type.Integer({ description: '等着审核或者签发的' }),
  near: Type.Integer({ description: '其中 2 个工作日以内到期的' }),
  overdue: Type.Integer({ description: '其中已经超期的' }),
};
export const listSupervisedProposals = endpoint({
  name: 'listSupervisedProposals',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/sign-offs',
  summary: '各单位等着审核、签发的提请，快到期、已超期的有几件、是哪几件',
  by: ['supervisor'],
  query: Type.Object({
    region,
    unit: Type.Optional(text('单位', 60)),
    list: Type.Optional(oneOf('范围', ['waiting', 'near', 'overdue'] as const)),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({
    asOf: plainDate('截至'),
    total: Type.Object(proposalCounts),
    units: Type.Array(
      Type.Object({
        unitId: Type.String(),
        unitName: Type.String(),
        regionName: Type.String(),
        ...proposalCounts,
      }),
    ),
    items: Type.Array(
      Type.Object({
        item: ItemSummary,
        actName: Type.String({ description: '提请办什么' }),
        step: oneOf('等什么', ['review', 'sign'] as const),
        on: plainDate('哪天提请'),
        waited: Type.Integer({ description: '提请以来的工作日' }),
      }),
    ),
    next: nullable(Type.String()),
  }),
});
const orderCounts = {
  open: Type.Integer({ description: '在办的' }),
  near: Type.Integer({ description: '其中 2 个工作日以内到期的' }),
  overdue: Type.Integer({ description: '其中已经超期的' }),
};
export const supervisedOrderLists = ['open', 'near', 'overdue'] as const;
export const listSupervisedOrders = endpoint({
  name: 'listSupervisedOrders',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/supervision/record-orders',
  summary: '各单位在办的信息处置（撤回、变更、屏蔽、恢复、注销），快到期、已超期的有几项、是哪几项',
  by: ['supervisor'],
  query: Type.Object({
    region,
    unit: Type.Optional(text('单位', 60)),
    list: Type.Optional(oneOf('范围', supervisedOrderLists)),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({
    asOf: plainDate('截至'),
    total: Type.Object(orderCounts),
    units: Type.Array(
      Type.Object({ unitId: Type.String(), unitName: Type.String(), regionName: Type.String(), ...orderCounts }),
    ),
    orders: Type.Array(ListedOrder),
    next: nullable(Type.String()),
  }),
});
export const urgeOrder = endpoint({
  name: 'urgeOrder',
  module: 'supervision',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/orders/:orderId/urgings',
  summary: '催办一项信息处置：送达办理单位',
  by: ['supervisor'],
  params: Type.Object({ subjectKey: uuid('主体'), orderId: uuid('记录处置') }),
  status: 201,
  body: Type.Object({ requestId: uuid('请求号'), text: text('催办意见', 500, 1) }),
  reply: Type.Object({ urgingId: uuid('催办'), text: Type.String(), at: Type.String() }),
});
export const urgeItem = endpoint({
  name: 'urgeItem',
  module: 'supervision',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/urgings',
  summary: '催办：送达办理单位经办人',
  by: ['supervisor'],
  params: itemParams,
  status: 201,
  body: Type.Object({ requestId: uuid('请求号'), text: text('催办意见', 500, 1) }),
  reply: Type.Object({ urgingId: uuid('催办'), text: Type.String(), at: Type.String() }),
});
