import type { ScenarioTable } from './scenario.ts';

/** 107号 art 12: the abnormal list has neither a waiting time nor an end of its own. */
export const abnormalOperationScenarios: ScenarioTable = {
  matter: 'abnormal-operation',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-07-08',
    publishedDate: '2026-07-08',
    dutiesPerformed: true,
  },
  rows: [
    [
      '企业因没报年报列入，列入当日就补报，当日问。',
      { correctionDate: '2026-07-08', on: '2026-07-08' },
      { verdict: 'repairable-now', from: '2026-07-08', earliestEnd: null, latestEnd: null, route: 'apply' },
      ['samr107:12'],
    ],
    [
      '企业还没有补报。',
      { dutiesPerformed: false, on: '2026-11-23' },
      { verdict: 'duties-outstanding', shown: true, from: null, route: 'apply' },
      ['samr107:12'],
    ],
    [
      '企业定于2026年9月1日补报，前一日问。',
      { correctionDate: '2026-09-01', on: '2026-08-31' },
      { verdict: 'duties-outstanding', from: null },
      ['samr107:12'],
    ],
    [
      '企业2026年9月1日补报，当日问：没有等待期。',
      { correctionDate: '2026-09-01', on: '2026-09-01' },
      { verdict: 'repairable-now', from: '2026-09-01' },
      ['samr107:12'],
    ],
    [
      '企业2016年7月8日列入，十年没有改正：不会到期自动移出。',
      { findingDate: '2016-07-08', publishedDate: '2016-07-08', dutiesPerformed: false, on: '2026-11-23' },
      { verdict: 'duties-outstanding', shown: true, latestEnd: null },
      ['samr107:12'],
    ],
    [
      '企业2016年7月8日列入，十年后补报：随时可以申请。',
      {
        findingDate: '2016-07-08',
        publishedDate: '2016-07-08',
        correctionDate: '2026-11-20',
        on: '2026-11-23',
      },
      { verdict: 'repairable-now', shown: true, from: '2026-11-20', latestEnd: null },
      ['samr107:12'],
    ],
    [
      '个体工商户登记住所无法联系，已经恢复联系。',
      { subjectType: 'sole-trader', correctionDate: '2026-08-03', on: '2026-08-03' },
      { verdict: 'repairable-now', from: '2026-08-03' },
      ['samr107:12'],
    ],
    [
      '自然人：名录只列企业、个体工商户和农民专业合作社。',
      { subjectType: 'person', on: '2026-11-23' },
      { verdict: 'no-route', shown: false, from: null, route: 'none' },
      ['samr68r:4'],
    ],
    [
      '列入后又因同类行为受过处罚：移出不以此为条件。',
      { samePenaltyAgain: true, on: '2026-11-23' },
      { verdict: 'repairable-now' },
      ['samr107:12'],
    ],
    [
      '没有作出守信承诺：申请时作出即可。',
      { commitmentMade: false, on: '2026-11-23' },
      { verdict: 'repairable-now' },
      ['samr107:12'],
    ],
    [
      '2026年5月1日在另一件市场监管修复中查实弄虚作假：名录也不得申请移出，满三年的最后一日。',
      { fraudFoundOn: '2026-05-01', on: '2029-05-01' },
      { verdict: 'barred', from: '2029-05-02' },
      ['samr107:23.2'],
    ],
    [
      '2026年5月1日查实弄虚作假，满三年的次日。',
      { fraudFoundOn: '2026-05-01', on: '2029-05-02' },
      { verdict: 'repairable-now' },
      ['samr107:12'],
    ],
    [
      '弄虚作假在2025年12月24日、107号施行前一日查实。',
      { findingDate: '2025-07-08', publishedDate: '2025-07-08', fraudFoundOn: '2025-12-24', on: '2026-11-23' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['samr107:23.2'],
    ],
    [
      '107号施行前一日，企业已补报：按企业经营异常名录管理办法。',
      { findingDate: '2025-07-08', publishedDate: '2025-07-08', on: '2025-12-24' },
      { verdict: 'repairable-now' },
      ['samr68r:11'],
    ],
    [
      '107号施行前一日，个体工商户已补报：按个体工商户年度报告办法。',
      { subjectType: 'sole-trader', findingDate: '2025-07-08', publishedDate: '2025-07-08', on: '2025-12-24' },
      { verdict: 'repairable-now' },
      ['samr69r:16'],
    ],
    [
      '107号施行当日，企业已补报。',
      { findingDate: '2025-07-08', publishedDate: '2025-07-08', on: '2025-12-25' },
      { verdict: 'repairable-now' },
      ['samr107:12'],
    ],
  ],
};
