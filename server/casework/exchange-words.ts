import type { ExchangeView } from '#contract/casework.ts';
import type { ExchangeRow } from './casework-store.ts';

const systems: Readonly<Record<string, string>> = {
  'credit-china': '信用中国（江西）',
  gsxt: '国家企业信用信息公示系统（江西）',
  province: '江西省公共信用信息平台',
  'market-platform': '市场监管信用修复全国统一平台',
  court: '执行法院',
};
const kinds: Readonly<Record<string, string>> = {
  register: '登记申请',
  'hand-over': '移送办理',
  'report-result': '反馈结果',
  'end-publication': '终止公示',
  'end-sharing': '停止共享和使用',
  'lift-measures': '解除失信惩戒措施',
};
const states: Readonly<Record<string, string>> = {
  requested: '等待发送',
  sent: '对方已收到，等待确认',
  confirmed: '已确认',
  stuck: '多次发送没有成功，需要人工处理',
};

export const systemName = (system: string): string => systems[system] ?? system;

function stateText({ state, attempts, last_error }: ExchangeRow): string {
  if (state === 'requested' && last_error) return '发送没有成功，正在重试';
  // Refused outright is not tried again.
  if (state === 'stuck' && attempts <= 1) return '对方没有接收，需要人工处理';
  return states[state] ?? state;
}

/** A hand-over to an outside system as people read it. */
export function toExchangeView(row: ExchangeRow): ExchangeView {
  return {
    exchangeId: row.exchange_id,
    system: row.system,
    systemName: systemName(row.system),
    kind: row.kind,
    kindName: kinds[row.kind] ?? row.kind,
    state: row.state,
    stateText: stateText(row),
    attempts: row.attempts,
    receiptNo: row.receipt?.receiptNo ?? null,
    requestedAt: row.requested_at,
    confirmedAt: row.confirmed_at,
    lastError: row.last_error,
  };
}
