import { Type } from 'typebox';
import { ExchangeView } from './casework.ts';
import { endpoint } from './endpoint.ts';
import { ItemSummary } from './item.ts';
import { nullable, text, uuid } from './wire.ts';

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
