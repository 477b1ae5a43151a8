import type { ScenarioTable } from './scenario.ts';

/** 民政部令第60号 (24 months, second-hand) beside 36号 (12 months). */
export const charitySeriousScenarios: ScenarioTable = {
  matter: 'charity-serious',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '基金会列入名单，认定满一年的最后一日。',
      { on: '2027-04-10' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10', from: '2027-04-11' },
      ['ndrc36:10(3)', 'ndrc36:12'],
    ],
    [
      '基金会列入满一年的次日：民政的二年只是转引，不据以拒绝，也不能说已经可以。',
      { on: '2027-04-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mca60', 'ndrc36:12'],
    ],
    ['列入满二年的最后一日。', { on: '2028-04-10' }, { verdict: 'needs-confirmation' }, ['mca60']],
    [
      '列入满二年的次日，义务已履行。',
      { on: '2028-04-11' },
      { verdict: 'repairable-now', route: 'apply' },
      ['ndrc36:14', 'ndrc36:12'],
    ],
    [
      '列入满一年，失信行为没有纠正。',
      { dutiesPerformed: false, on: '2027-04-11' },
      { verdict: 'duties-outstanding', route: 'apply' },
      ['ndrc36:14(2)'],
    ],
    [
      '列入不满一年，失信行为也没有纠正。',
      { dutiesPerformed: false, on: '2026-11-23' },
      { verdict: 'not-yet', from: '2027-04-11' },
      ['ndrc36:12', 'ndrc36:14(2)'],
    ],
    [
      '闰日2028年2月29日列入：一年到2029年2月28日。',
      { findingDate: '2028-02-29', publishedDate: '2028-03-10', on: '2029-02-28' },
      { verdict: 'not-yet', earliestEnd: '2029-02-28', latestEnd: '2031-02-28', from: '2029-03-01' },
      ['ndrc36:12'],
    ],
    [
      '个体工商户是否在列，没有见到条文原文。',
      { subjectType: 'sole-trader', on: '2026-11-23' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mca60'],
    ],
    [
      '自然人的信息在网站上公示：是否在列要民政部门确认。',
      { subjectType: 'person', on: '2028-04-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mca60'],
    ],
    [
      '自然人的信息没有公示。',
      { subjectType: 'person', publishedDate: null, on: '2026-11-23' },
      { verdict: 'not-published', shown: false },
      ['ndrc36:12.3'],
    ],
    ['最长公示期三年的最后一日。', { on: '2029-04-10' }, { verdict: 'repairable-now', shown: true }, ['ndrc36:12']],
    [
      '最长公示期满的次日，义务已履行。',
      { on: '2029-04-11' },
      { verdict: 'not-published', shown: false, route: 'none' },
      ['ndrc36:12.2'],
    ],
    [
      '最长公示期满的次日，义务没有履行：按行业主管部门规定。',
      { dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:12.2'],
    ],
    [
      '2026年6月1日查实承诺严重不实：三年内不得申请。',
      { fraudFoundOn: '2026-06-01', on: '2028-04-11' },
      { verdict: 'barred', from: '2029-06-02' },
      ['ndrc36:25'],
    ],
    [
      '36号施行前一日问：只有转引的二年，不下结论。',
      { findingDate: '2023-05-10', publishedDate: '2023-05-20', on: '2026-03-31' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mca60'],
    ],
    [
      '2023年5月10日列入，36号施行当日：两个期限都满。',
      { findingDate: '2023-05-10', publishedDate: '2023-05-20', on: '2026-04-01' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
  ],
};
