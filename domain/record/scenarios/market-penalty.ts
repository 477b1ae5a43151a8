import { marketPenaltyClassRows } from './market-penalty-class-rows.ts';
import type { ScenarioRow, ScenarioTable } from './scenario.ts';

/** 107号 arts 8, 9, 11, 23: when, and under which conditions. */
const windows: readonly ScenarioRow[] = [
  [
    '没收违法所得，公示满三个月的最后一日。',
    { penalties: [{ kind: '没收违法所得' }], on: '2026-04-20' },
    { verdict: 'not-yet', class: 'general', from: '2026-04-21' },
    ['samr107:9.2'],
  ],
  [
    '没收违法所得，满三个月的次日，义务已履行。',
    { penalties: [{ kind: '没收违法所得' }], on: '2026-04-21' },
    { verdict: 'repairable-now', from: '2026-04-21', route: 'apply' },
    ['samr107:9.2', 'samr107:11'],
  ],
  [
    '2026年11月30日公示：三个月后没有对应日，到2027年2月28日为止。',
    { penalties: [{ kind: '没收违法所得' }], publishedDate: '2026-11-30', on: '2027-02-28' },
    { verdict: 'not-yet', earliestEnd: '2027-02-28', latestEnd: '2027-11-30' },
    ['samr107:9.2'],
  ],
  [
    '没收违法所得，义务没有履行。',
    { penalties: [{ kind: '没收违法所得' }], dutiesPerformed: false, on: '2026-04-21' },
    { verdict: 'duties-outstanding', from: '2026-04-21' },
    ['samr107:11(1)'],
  ],
  [
    '没收违法所得，公示满一年的次日：停止公示不问是否履行。',
    { penalties: [{ kind: '没收违法所得' }], dutiesPerformed: false, on: '2027-01-21' },
    { verdict: 'not-published', shown: false, route: 'none' },
    ['samr107:9.2'],
  ],
  [
    '因同一类违法行为再次受到市场监管部门处罚。',
    { penalties: [{ kind: '没收违法所得' }], samePenaltyAgain: true, on: '2026-04-21' },
    { verdict: 'barred', from: null, route: 'none' },
    ['samr107:11(3)'],
  ],
  [
    '责令停产停业到2027年6月30日：公示满一年，限制期限的最后一日。',
    { penalties: [{ kind: '责令停产停业', termEnds: '2027-06-30' }], on: '2027-06-30' },
    { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-06-30', latestEnd: '2029-01-20', from: '2027-07-01' },
    ['samr107:8(2)', 'samr107:8.4'],
  ],
  [
    '责令停产停业到2026年6月30日，公示满一年的次日。',
    { penalties: [{ kind: '责令停产停业', termEnds: '2026-06-30' }], on: '2027-01-21' },
    { verdict: 'repairable-now', from: '2027-01-21' },
    ['samr107:8(2)'],
  ],
  [
    '责令停产停业，公示已满一年，限制期限没有提供。',
    { penalties: [{ kind: '责令停产停业' }], on: '2027-01-21' },
    { verdict: 'needs-confirmation', route: 'needs-confirmation' },
    ['samr107:8.4'],
  ],
  [
    '限制从业到2031年1月5日，超过三年：公示期以实际限制期限为准。',
    { penalties: [{ kind: '限制从业', termEnds: '2031-01-05' }], on: '2029-06-01' },
    { verdict: 'not-yet', shown: true, latestEnd: '2031-01-05' },
    ['samr107:8.2'],
  ],
  [
    '2026年5月1日查实弄虚作假：三年内不得申请市场监管领域的任何修复。',
    { penalties: [{ kind: '没收违法所得' }], fraudFoundOn: '2026-05-01', on: '2026-11-23' },
    { verdict: 'barred', from: '2029-05-02' },
    ['samr107:23.2'],
  ],
  [
    '弄虚作假在2025年12月1日、107号施行前查实，当时的条文没有三年的规定。',
    { penalties: [{ kind: '没收违法所得' }], fraudFoundOn: '2025-12-01', on: '2026-11-23' },
    { verdict: 'needs-confirmation', route: 'needs-confirmation' },
    ['samr107:23.2'],
  ],
  [
    '还没有公示：公示期从公示之日起算。',
    { penalties: [{ kind: '没收违法所得' }], publishedDate: null, on: '2026-11-23' },
    { verdict: 'not-published', shown: false, earliestEnd: null, latestEnd: null },
    ['samr45:13'],
  ],
  [
    '简易程序的罚款没有公示：公示的是普通程序的处罚决定。',
    {
      procedure: 'simple',
      penalties: [{ kind: '罚款', amountYuan: 200, bracket: 'lighter' }],
      publishedDate: null,
      on: '2026-03-01',
    },
    { verdict: 'not-published', shown: false },
    ['samr45:2'],
  ],
];

/** 45号 and what changed on 2025-12-25. */
const earlier: readonly ScenarioRow[] = [
  [
    '2024年11月20日公示的责令停产停业（到2025年6月30日），107号施行前一日：当时不得提前停止。',
    {
      findingDate: '2024-11-05',
      publishedDate: '2024-11-20',
      penalties: [{ kind: '责令停产停业', termEnds: '2025-06-30' }],
      on: '2025-12-24',
    },
    { verdict: 'ends-automatically', latestEnd: '2027-11-20', route: 'automatic' },
    ['samr45:14.3'],
  ],
  [
    '同一处罚，107号施行当日：公示满一年、限制期限届满，可以申请。',
    {
      findingDate: '2024-11-05',
      publishedDate: '2024-11-20',
      penalties: [{ kind: '责令停产停业', termEnds: '2025-06-30' }],
      on: '2025-12-25',
    },
    { verdict: 'repairable-now', class: 'serious', from: '2025-11-21' },
    ['samr107:8(2)', 'samr107:31'],
  ],
  [
    '2025年12月1日公示的化妆品领域罚款九万元：旧规定的六个月（记忆）已满，新规定要一年。',
    {
      field: 'cosmetics',
      findingDate: '2025-10-10',
      publishedDate: '2025-12-01',
      penalties: [{ kind: '罚款', amountYuan: 90_000 }],
      on: '2026-06-02',
    },
    { verdict: 'needs-confirmation', earliestEnd: '2026-12-01' },
    ['samr107:31', 'samr3-2021'],
  ],
  [
    '45号时期问没收违法所得：最短期限写在没有见到原文的规定里。',
    {
      findingDate: '2025-05-10',
      publishedDate: '2025-05-20',
      penalties: [{ kind: '没收违法所得' }],
      on: '2025-12-24',
    },
    { verdict: 'needs-confirmation', route: 'needs-confirmation' },
    ['samr3-2021'],
  ],
];

/** 107号 with 45号: penalties of market supervision, on 公示系统. */
export const marketPenaltyScenarios: ScenarioTable = {
  matter: 'market-penalty',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-01-05',
    publishedDate: '2026-01-20',
    dutiesPerformed: true,
    field: 'other',
  },
  rows: [...marketPenaltyClassRows, ...windows, ...earlier],
};
