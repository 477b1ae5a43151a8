import { Type } from 'typebox';
import { ExchangeView } from './casework.ts';
import { endpoint } from './endpoint.ts';
import { ItemSummary } from './item.ts';
import { nullable, oneOf, text, uuid } from './wire.ts';

export const StuckExchange = Type.Object({ exchange: ExchangeView, item: ItemSummary, waitingHours: Type.Number() });
export const listStuck = endpoint({
  name: 'listStuck',
  module: 'publication',
  method: 'GET',
  path: '/api/v1/office/exchanges',
  summary: '还没有得到外部系统确认的交换（卡住的排在前面）',
  by: ['officer', 'supervisor', 'operator'],
  query: Type.Object({ after: Type.Optional(text('续页', 200)) }),
  reply: Type.Object({ exchanges: Type.Array(StuckExchange), next: nullable(Type.String()) }),
});
export const retryExchange = endpoint({
  name: 'retryExchange',
  module: 'publication',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/exchanges/:exchangeId/retry',
  summary: '重新发送一次',
  by: ['officer', 'operator'],
  params: Type.Object({ subjectKey: uuid('主体'), exchangeId: uuid('交换') }),
  reply: ExchangeView,
});

/** What a platform is told beside an item: of an objection, or because of an order about a record. */
export const ToldOutside = Type.Object({
  exchange: ExchangeView,
  about: oneOf('关于', ['objection', 'record-order'] as const),
  subjectKey: uuid('主体'),
  aboutId: Type.String({ description: '异议或者处置的编号' }),
  aboutText: Type.String(),
  subjectName: Type.String(),
  unitName: Type.String(),
  waitingHours: Type.Number(),
  mayRetry: Type.Boolean({ description: '已经停下，可以再发' }),
});
export const listToldOutside = endpoint({
  name: 'listToldOutside',
  module: 'publication',
  method: 'GET',
  path: '/api/v1/office/told-outside',
  summary: '异议、失信信息处置给平台的通知里还没有得到确认的，停下的排在前面',
  by: ['officer', 'supervisor', 'operator'],
  query: Type.Object({ after: Type.Optional(text('续页', 200)) }),
  reply: Type.Object({
    told: Type.Array(ToldOutside),
    stuck: Type.Integer({ description: '停下的一共几项' }),
    open: Type.Integer({ description: '没有确认的一共几项' }),
    next: nullable(Type.String()),
  }),
});
export const retryTold = endpoint({
  name: 'retryTold',
  module: 'publication',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/told-outside/:exchangeId/retry',
  summary: '把停下的通知再发一次',
  by: ['officer', 'operator'],
  params: Type.Object({ subjectKey: uuid('主体'), exchangeId: uuid('通知') }),
  reply: Type.Object({ exchangeId: uuid('通知') }),
});
