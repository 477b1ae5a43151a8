import type { OrderEvent } from '#domain/record/orders/order-event.ts';
import type { OrderEffect } from '#domain/record/orders/record-order.ts';
import type { EffectRow } from './effect-store.ts';

const systems: Readonly<Record<string, string>> = {
  'credit-china': '信用中国（江西）',
  gsxt: '国家企业信用信息公示系统（江西）',
  province: '江西省公共信用信息平台',
};

/** The name of a platform that is asked. */
export const orderSystemName = (system: string): string => systems[system] ?? system;

export const effectWords: Readonly<Record<OrderEffect, string>> = {
  hide: '停止公示、撤回信息',
  'show-again': '恢复公示',
  change: '修改信息',
  shield: '临时屏蔽',
  'end-statement': '取消“执行中”的声明，继续屏蔽',
  'end-sharing': '停止共享和使用',
  'lift-measures': '解除惩戒、管理措施',
};

export function effectStateText({
  state,
  attempts,
  last_error,
}: Pick<EffectRow, 'state' | 'attempts' | 'last_error'>): string {
  if (state === 'requested') return last_error ? '发送没有成功，正在重试' : '等待发送';
  if (state === 'sent') return '对方已收到，等待确认';
  if (state === 'confirmed') return '已确认';
  return attempts <= 1 ? '对方没有接收，需要人工处理' : '多次发送没有成功，需要人工处理';
}

const titles: Readonly<Record<OrderEvent['type'], string>> = {
  asked: '提出申请',
  ordered: '决定办理',
  declined: '不予办理',
  'effect-confirmed': '收到平台回执',
  done: '办结',
};
export const chainTitle = (type: OrderEvent['type']): string => titles[type];

const origins = {
  unit: '办理单位登记',
  enterprise: '企业申请',
  administrator: '管理人申请',
  platform: '本平台按期办理',
} as const;
export const originWords = (origin: keyof typeof origins): string => origins[origin];
