import type { ScenarioTable } from './scenario.ts';

/** 人力资源社会保障部令第45号 beside 36号: six months on the list since the correction, twelve from the finding. */
export const wageArrearsScenarios: ScenarioTable = {
  matter: 'wage-arrears',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-10',
    dutiesPerformed: true,
    correctionDate: '2026-05-10',
  },
  rows: [
    [
      '列入后一个月付清，自改正之日起被列入满六个月的最后一日。',
      { on: '2026-11-10' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10', route: 'apply' },
      ['mohrss45:12(2)', 'ndrc36:12'],
    ],
    [
      '自改正之日起满六个月的次日：45号已满，36号的一年未满。',
      { on: '2026-11-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mohrss45:12(2)', 'ndrc36:12', 'ndrc36:5.2'],
    ],
    ['认定满一年的最后一日。', { on: '2027-04-10' }, { verdict: 'needs-confirmation' }, ['ndrc36:12', 'ndrc36:5.2']],
    [
      '认定满一年的次日：两种等待期都满。',
      { on: '2027-04-11' },
      { verdict: 'repairable-now', from: '2027-04-11' },
      ['mohrss45:12', 'ndrc36:14'],
    ],
    [
      '2027年3月1日才改正：认定已满一年，自改正未满六个月。',
      { correctionDate: '2027-03-01', on: '2027-04-11' },
      { verdict: 'needs-confirmation' },
      ['mohrss45:12(2)', 'ndrc36:5.2'],
    ],
    [
      '2027年3月1日改正，满六个月的次日。',
      { correctionDate: '2027-03-01', on: '2027-09-02' },
      { verdict: 'repairable-now' },
      ['mohrss45:12(2)'],
    ],
    [
      '2026年8月31日改正：六个月后没有对应日，到2027年2月28日为止。',
      { correctionDate: '2026-08-31', on: '2027-02-28' },
      { verdict: 'not-yet' },
      ['mohrss45:12(2)'],
    ],
    [
      '列入之前（2026年4月1日）已经改正：自列入起算，满六个月的最后一日。',
      { correctionDate: '2026-04-01', on: '2026-10-10' },
      { verdict: 'not-yet' },
      ['mohrss45:12(2)'],
    ],
    [
      '列入之前（2026年4月1日）已经改正：自列入起满六个月的次日。',
      { correctionDate: '2026-04-01', on: '2026-10-11' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:5.2'],
    ],
    [
      '已经付清，没有提供改正日期，即使自列入起算也不满六个月。',
      { correctionDate: undefined, on: '2026-10-10' },
      { verdict: 'not-yet' },
      ['mohrss45:12(2)', 'ndrc36:12'],
    ],
    [
      '没有付清，认定不满一年。',
      { correctionDate: undefined, dutiesPerformed: false, on: '2026-08-01' },
      { verdict: 'not-yet' },
      ['mohrss45:12(1)', 'ndrc36:12'],
    ],
    [
      '没有付清，认定已满一年。',
      { correctionDate: undefined, dutiesPerformed: false, on: '2027-04-11' },
      { verdict: 'duties-outstanding', route: 'apply' },
      ['mohrss45:12(1)'],
    ],
    [
      '列入期限内再次拖欠农民工工资。',
      { samePenaltyAgain: true, on: '2027-04-11' },
      { verdict: 'barred', from: null, route: 'none' },
      ['mohrss45:13(1)'],
    ],
    [
      '法定代表人个人来申请：只有用人单位申请，准予的其他当事人一并移出。',
      { subjectType: 'person', on: '2027-04-11' },
      { verdict: 'no-route', route: 'none' },
      ['mohrss45'],
    ],
    [
      '个体工商户作为用人单位，两种等待期都满。',
      { subjectType: 'sole-trader', on: '2027-04-11' },
      { verdict: 'repairable-now' },
      ['mohrss45:12'],
    ],
    ['列入满三年的最后一日。', { on: '2029-04-10' }, { verdict: 'repairable-now', shown: true }, ['mohrss45:11']],
    [
      '列入满三年的次日，仍没有付清：45号期满移出不以改正为条件。',
      { correctionDate: undefined, dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'not-published', shown: false, route: 'none' },
      ['mohrss45:17'],
    ],
    [
      '2026年12月1日查实提供虚假材料：三年内不得申请。',
      { fraudFoundOn: '2026-12-01', on: '2027-04-11' },
      { verdict: 'barred', from: '2029-12-02' },
      ['ndrc36:25'],
    ],
    [
      '45号独自适用的时候（2025年5月10日）：自改正之日起满六个月的最后一日。',
      { findingDate: '2024-10-10', publishedDate: '2024-10-10', correctionDate: '2024-11-10', on: '2025-05-10' },
      { verdict: 'not-yet', from: '2025-05-11' },
      ['mohrss45:12(2)'],
    ],
    [
      '45号独自适用的时候（2025年5月11日）：满六个月的次日。',
      { findingDate: '2024-10-10', publishedDate: '2024-10-10', correctionDate: '2024-11-10', on: '2025-05-11' },
      { verdict: 'repairable-now', from: '2025-05-11' },
      ['mohrss45:12'],
    ],
    [
      '45号施行前一日问：当时的规定不在掌握范围内。',
      { findingDate: '2021-06-10', publishedDate: '2021-06-10', correctionDate: '2021-06-20', on: '2021-12-31' },
      { verdict: 'needs-confirmation' },
      ['mohrss45'],
    ],
  ],
};
