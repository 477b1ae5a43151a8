import type { ScenarioTable } from './scenario.ts';

/** 应急管理部令第11号 (12 months, second-hand) and 36号 agree. */
export const workSafetyScenarios: ScenarioTable = {
  matter: 'work-safety',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '生产经营单位列入名单，满一年的最后一日。',
      { on: '2027-04-10' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10', from: '2027-04-11' },
      ['ndrc36:10(3)', 'ndrc36:12'],
    ],
    [
      '满一年的次日：36号和应急部门的规定（转引）都满。',
      { on: '2027-04-11' },
      { verdict: 'repairable-now', from: '2027-04-11', route: 'apply' },
      ['ndrc36:12', 'ndrc36:14', 'mem11'],
    ],
    [
      '满一年，行政处罚规定的义务没有履行。',
      { dutiesPerformed: false, on: '2027-04-11' },
      { verdict: 'duties-outstanding', from: '2027-04-11' },
      ['ndrc36:14(2)'],
    ],
    [
      '不满一年，义务也没有履行。',
      { dutiesPerformed: false, on: '2026-11-23' },
      { verdict: 'not-yet', from: '2027-04-11' },
      ['ndrc36:12', 'ndrc36:14(2)'],
    ],
    [
      '整改于2027年9月15日完成，前一日问。',
      { correctionDate: '2027-09-15', on: '2027-09-14' },
      { verdict: 'duties-outstanding' },
      ['ndrc36:14(2)'],
    ],
    [
      '整改于2027年9月15日完成，当日问。',
      { correctionDate: '2027-09-15', on: '2027-09-15' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '主要负责人个人列入，没有公示。',
      { subjectType: 'person', publishedDate: null, on: '2026-11-23' },
      { verdict: 'not-published', shown: false, route: 'none' },
      ['ndrc36:12.3'],
    ],
    [
      '个体工商户列入，满一年的次日。',
      { subjectType: 'sole-trader', on: '2027-04-11' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '闰日2028年2月29日列入：一年到2029年2月28日，3月1日问。',
      { findingDate: '2028-02-29', publishedDate: '2028-03-10', on: '2029-03-01' },
      { verdict: 'repairable-now', earliestEnd: '2029-02-28', latestEnd: '2031-02-28' },
      ['ndrc36:12'],
    ],
    ['最长三年的最后一日。', { on: '2029-04-10' }, { verdict: 'repairable-now', shown: true }, ['ndrc36:12']],
    [
      '最长三年满的次日，义务已履行：自动停止公示。',
      { on: '2029-04-11' },
      { verdict: 'not-published', shown: false, route: 'none' },
      ['ndrc36:12.2'],
    ],
    [
      '最长三年满的次日，义务没有履行：按行业主管部门规定。',
      { dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:12.2'],
    ],
    [
      '2027年4月11日查实提供虚假材料，当日问。',
      { fraudFoundOn: '2027-04-11', on: '2027-04-11' },
      { verdict: 'barred', from: '2030-04-12' },
      ['ndrc36:25'],
    ],
    [
      '弄虚作假在2026年3月31日、36号施行前一日查实。',
      { findingDate: '2025-03-10', publishedDate: '2025-03-20', fraudFoundOn: '2026-03-31', on: '2026-11-23' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:25'],
    ],
    [
      '2025年5月10日列入，36号施行后满一年的最后一日。',
      { findingDate: '2025-05-10', publishedDate: '2025-05-20', on: '2026-05-10' },
      { verdict: 'not-yet', from: '2026-05-11' },
      ['ndrc36:12'],
    ],
    [
      '36号施行前一日问，已满一年：应急部门的规定只见转引，不下结论。',
      { findingDate: '2025-03-10', publishedDate: '2025-03-20', on: '2026-03-31' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mem11'],
    ],
    [
      '同一列入，36号施行当日。',
      { findingDate: '2025-03-10', publishedDate: '2025-03-20', on: '2026-04-01' },
      { verdict: 'repairable-now', from: '2026-03-11' },
      ['ndrc36:14'],
    ],
  ],
};
