import type { AskedEffect } from '#domain/record/orders/order-effects.ts';
import type { OrderEvent } from '#domain/record/orders/order-event.ts';
import type { OrderEffect, OrderKind } from '#domain/record/orders/record-order.ts';
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

/** What carrying out an order does, in sentences for the one who is about to: platforms, the way back, figures, an open item. */
export function consequencesOf(kind: OrderKind, asked: readonly AskedEffect[], heldItem: string | undefined): string[] {
  const byEffect = Map.groupBy(asked, (one) => one.effect);
  const platforms = [...byEffect].map(
    ([effect, ones]) => `${ones.map((one) => orderSystemName(one.system)).join('、')}：${effectWords[effect]}。`,
  );
  const item = heldItem
    ? [`正在办理的修复申请（办件${heldItem}）不能再受理、准予，要另行办结；申请人会收到通知。`]
    : [];
  const ownWords: Partial<Record<OrderKind, readonly string[]>> = {
    annulment: [
      '登记以后马上生效，不能按一下收回：这条信息不再公示，不再接受修复申请，也不能再登记别的处置。',
      '这条信息不再计入“两书同达”和督办的数字。',
      ...item,
    ],
    change: [
      '登记以后马上生效：这条信息按变更以后的内容重新计算类别、公示期和可以申请的日子；改错了的要再登记一次变更。',
    ],
    shielding: ['登记以后马上生效：这条信息不再公示，计划没有执行成功的，再登记恢复公示。'],
    restoring: ['登记以后马上生效：还在公示期内的重新公示。'],
    completion: ['登记以后不能收回：主体可以持裁定书申请修复。'],
  };
  return [...platforms, ...(ownWords[kind] ?? []), '主体会收到书面告知和短信。'];
}
