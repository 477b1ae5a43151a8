import type { ScenarioTable } from './scenario.ts';

/** 税务总局令第54号 beside 36号: six months from publication, twelve from the finding. */
export const taxSeriousScenarios: ScenarioTable = {
  matter: 'tax-serious',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-05-01',
    dutiesPerformed: true,
  },
  rows: [
    [
      '税款、滞纳金、罚款已缴清，公布满六个月的最后一日：两种等待期都没满。',
      { on: '2026-11-01' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10', route: 'apply' },
      ['sta54:18(1)', 'ndrc36:12', 'ndrc36:10(3)'],
    ],
    [
      '公布满六个月的次日：54号已满，36号的一年未满，没有条文写明以哪个为准。',
      { on: '2026-11-02' },
      { verdict: 'needs-confirmation', shown: true, route: 'needs-confirmation' },
      ['sta54:18(1)', 'ndrc36:12', 'ndrc36:5.2'],
    ],
    [
      '认定满一年的最后一日。',
      { on: '2027-04-10' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:12', 'ndrc36:5.2'],
    ],
    [
      '认定满一年的次日：两种等待期都满。',
      { on: '2027-04-11' },
      { verdict: 'repairable-now', from: '2027-04-11', route: 'apply' },
      ['ndrc36:14', 'sta54:18(1)'],
    ],
    [
      '税款没有缴清，两种等待期都没满。',
      { dutiesPerformed: false, on: '2026-08-01' },
      { verdict: 'not-yet' },
      ['sta54:18(1)', 'ndrc36:12'],
    ],
    [
      '公布满六个月而税款没有缴清：先履行，再谈两种等待期。',
      { dutiesPerformed: false, on: '2026-11-02' },
      { verdict: 'duties-outstanding', route: 'apply' },
      ['sta54:18(1)'],
    ],
    [
      '2027年5月3日才缴清，前一日问。',
      { correctionDate: '2027-05-03', on: '2027-05-02' },
      { verdict: 'duties-outstanding' },
      ['sta54:18(1)'],
    ],
    [
      '确定为失信主体后又因虚开发票受到处罚。',
      { samePenaltyAgain: true, on: '2027-04-11' },
      { verdict: 'barred', from: null, route: 'none' },
      ['sta54:22(1)'],
    ],
    [
      '认定满三年的最后一日，仍可申请提前停止。',
      { on: '2029-04-10' },
      { verdict: 'repairable-now', shown: true },
      ['ndrc36:12'],
    ],
    [
      '36号的三年（自认定）已满，54号的三年（自公布）未满。',
      { on: '2029-05-01' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:12', 'sta54:17'],
    ],
    [
      '自公布之日起满三年的次日，税款仍没有缴清：54号停止公布不以缴清为条件。',
      { dutiesPerformed: false, on: '2029-05-02' },
      { verdict: 'not-published', shown: false, route: 'none' },
      ['sta54:17'],
    ],
    [
      '2026年8月31日公布：六个月后没有对应日，到2027年2月28日为止。',
      { findingDate: '2026-07-15', publishedDate: '2026-08-31', on: '2027-02-28' },
      { verdict: 'not-yet' },
      ['sta54:18(1)'],
    ],
    [
      '2026年8月31日公布，2027年3月1日：六个月已满，一年未满。',
      { findingDate: '2026-07-15', publishedDate: '2026-08-31', on: '2027-03-01' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:5.2'],
    ],
    [
      '2027年8月31日公布：闰年到2028年2月29日为止。',
      { findingDate: '2027-07-15', publishedDate: '2027-08-31', on: '2028-02-29' },
      { verdict: 'not-yet' },
      ['sta54:18(1)'],
    ],
    [
      '2026年6月1日查实在修复中提供虚假材料：这条信息三年内不得申请。',
      { fraudFoundOn: '2026-06-01', on: '2027-04-11' },
      { verdict: 'barred', from: '2029-06-02' },
      ['ndrc36:25'],
    ],
    [
      '个体工商户同样适用。',
      { subjectType: 'sole-trader', on: '2027-04-11' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '自然人被确定为失信主体，“信用中国”没有公示。',
      { subjectType: 'person', publishedDate: null, on: '2027-04-11' },
      { verdict: 'not-published', shown: false },
      ['ndrc36:12.3'],
    ],
    [
      '54号独自适用的时候（2025年5月1日）：公布满六个月的最后一日。',
      { findingDate: '2024-10-10', publishedDate: '2024-11-01', on: '2025-05-01' },
      { verdict: 'not-yet', from: '2025-05-02' },
      ['sta54:18(1)'],
    ],
    [
      '54号独自适用的时候（2025年5月2日）：公布满六个月的次日。',
      { findingDate: '2024-10-10', publishedDate: '2024-11-01', on: '2025-05-02' },
      { verdict: 'repairable-now', from: '2025-05-02' },
      ['sta54:18(1)'],
    ],
    [
      '国办发〔2025〕22号印发后、36号施行前：六个月已满，一年是否已经执行没有查明。',
      { findingDate: '2025-06-25', publishedDate: '2025-07-10', on: '2026-01-11' },
      { verdict: 'needs-confirmation' },
      ['gbf22-2025:2', 'sta54:18(1)'],
    ],
    [
      '54号施行前一日问：当时的规定不在掌握范围内。',
      { findingDate: '2021-06-10', publishedDate: '2021-07-01', on: '2022-01-31' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['sta54'],
    ],
  ],
};
