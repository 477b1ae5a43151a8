import type { ScenarioRow } from './scenario.ts';

/** 107号 arts 6–9: the class of a market penalty. */
export const marketPenaltyClassRows: readonly ScenarioRow[] = [
  [
    '仅受到警告，不予公示。',
    { penalties: [{ kind: '警告' }], on: '2026-03-01' },
    { verdict: 'not-published', class: 'minor', shown: false, latestEnd: null, from: null, route: 'none' },
    ['samr107:7(1)', 'samr107:7.2'],
  ],
  [
    '仅受到通报批评，公示满三个月的最后一日。',
    { penalties: [{ kind: '通报批评' }], on: '2026-04-20' },
    { verdict: 'ends-automatically', class: 'minor', shown: true, latestEnd: '2026-04-20', route: 'automatic' },
    ['samr107:7(2)', 'samr107:7.2'],
  ],
  [
    '仅受到通报批评，满三个月的次日。',
    { penalties: [{ kind: '通报批评' }], on: '2026-04-21' },
    { verdict: 'not-published', shown: false, route: 'none' },
    ['samr107:7.2'],
  ],
  [
    '企业按从轻阶次罚款五万元，正好是上限。',
    { penalties: [{ kind: '罚款', amountYuan: 50_000, bracket: 'lighter' }], on: '2026-03-01' },
    { verdict: 'ends-automatically', class: 'minor', latestEnd: '2026-04-20' },
    ['samr107:7(3)'],
  ],
  [
    '企业按从轻阶次罚款五万零一元，超过上限。',
    { penalties: [{ kind: '罚款', amountYuan: 50_001, bracket: 'lighter' }], on: '2026-04-21' },
    { verdict: 'repairable-now', class: 'general', from: '2026-04-21' },
    ['samr107:9'],
  ],
  [
    '相关责任人员从轻罚款五千元，正好是上限。',
    {
      subjectType: 'person',
      penalties: [{ kind: '罚款', amountYuan: 5_000, bracket: 'lighter' }],
      on: '2026-03-01',
    },
    { verdict: 'ends-automatically', class: 'minor' },
    ['samr107:7(3)'],
  ],
  [
    '相关责任人员从轻罚款五千零一元。',
    {
      subjectType: 'person',
      penalties: [{ kind: '罚款', amountYuan: 5_001, bracket: 'lighter' }],
      on: '2026-03-01',
    },
    { verdict: 'not-yet', class: 'general', from: '2026-04-21' },
    ['samr107:9'],
  ],
  [
    '个体工商户从轻罚款四万元，按经营主体的上限。',
    {
      subjectType: 'sole-trader',
      penalties: [{ kind: '罚款', amountYuan: 40_000, bracket: 'lighter' }],
      on: '2026-03-01',
    },
    { verdict: 'ends-automatically', class: 'minor' },
    ['samr107:7(3)'],
  ],
  [
    '按一般阶次罚款一千元：不是从轻或者减轻，不属于较低数额罚款。',
    { penalties: [{ kind: '罚款', amountYuan: 1_000, bracket: 'ordinary' }], on: '2026-03-01' },
    { verdict: 'not-yet', class: 'general', latestEnd: '2027-01-20' },
    ['samr107:9'],
  ],
  [
    '罚款一千元，裁量阶次没有写明。',
    { penalties: [{ kind: '罚款', amountYuan: 1_000 }], on: '2026-03-01' },
    { verdict: 'needs-classification', class: 'needs-classification', route: 'needs-confirmation' },
    ['samr107:7'],
  ],
  [
    '警告并从轻罚款一千元：条文只写“仅受到”其中一种。',
    { penalties: [{ kind: '警告' }, { kind: '罚款', amountYuan: 1_000, bracket: 'lighter' }], on: '2026-03-01' },
    { verdict: 'needs-classification', class: 'needs-classification' },
    ['samr107:7'],
  ],
  [
    '警告并从轻罚款一千元，处罚机关定为轻微。',
    {
      penalties: [{ kind: '警告' }, { kind: '罚款', amountYuan: 1_000, bracket: 'lighter' }],
      class: 'minor',
      on: '2026-03-01',
    },
    { verdict: 'ends-automatically', class: 'minor', latestEnd: '2026-04-20' },
    ['samr107:6'],
  ],
  [
    '暂扣许可证件：市场监管领域没有列入严重，属于一般。',
    { penalties: [{ kind: '暂扣许可证件' }], on: '2026-03-01' },
    { verdict: 'not-yet', class: 'general', earliestEnd: '2026-04-20', latestEnd: '2027-01-20' },
    ['samr107:9'],
  ],
  [
    '食品领域罚款六万元：除轻微外属于严重。',
    { field: 'food', penalties: [{ kind: '罚款', amountYuan: 60_000, bracket: 'lighter' }], on: '2027-01-20' },
    { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-01-20', latestEnd: '2029-01-20', from: '2027-01-21' },
    ['samr107:8(1)', 'samr107:8.2'],
  ],
  [
    '食品领域从轻罚款五千元，仍是轻微。',
    { field: 'food', penalties: [{ kind: '罚款', amountYuan: 5_000, bracket: 'lighter' }], on: '2026-03-01' },
    { verdict: 'ends-automatically', class: 'minor', latestEnd: '2026-04-20' },
    ['samr107:7(3)'],
  ],
  [
    '吊销许可证件：没有提前申请的规定，只能满三年停止。',
    { penalties: [{ kind: '吊销许可证件' }], on: '2029-01-20' },
    { verdict: 'ends-automatically', class: 'serious', latestEnd: '2029-01-20', from: null, route: 'automatic' },
    ['samr107:8(3)'],
  ],
  [
    '吊销许可证件，满三年的次日。',
    { penalties: [{ kind: '吊销许可证件' }], on: '2029-01-21' },
    { verdict: 'not-published', shown: false },
    ['samr107:8(3)'],
  ],
  [
    '没收违法所得并限制从业到2026年6月30日：几种处罚以最长的公示期为准。',
    { penalties: [{ kind: '没收违法所得' }, { kind: '限制从业', termEnds: '2026-06-30' }], on: '2026-11-23' },
    { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-01-20', latestEnd: '2029-01-20' },
    ['samr107:8(2)', 'samr107:6.2'],
  ],
];
