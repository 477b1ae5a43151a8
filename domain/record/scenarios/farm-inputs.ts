import type { ScenarioTable } from './scenario.ts';

/** 36号 art 4 ¶2: the basis of the list is doubtful, so the list and the class of the penalty are two readings. */
export const farmInputsScenarios: ScenarioTable = {
  matter: 'farm-inputs',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '农药经营者列入名单，没有提供处罚种类，认定不满一年：名单没有依据时可能是轻微。',
      { on: '2026-11-23' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:4.2'],
    ],
    [
      '吊销许可证件，认定满一年的最后一日：按名单、按处罚都是一年。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2027-04-10' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10', from: '2027-04-11' },
      ['ndrc36:4.2', 'ndrc36:12'],
    ],
    [
      '吊销许可证件，认定满一年的次日：两种理解都满足。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2027-04-11' },
      { verdict: 'repairable-now', from: '2027-04-11', route: 'apply' },
      ['ndrc36:12', 'ndrc36:14'],
    ],
    [
      '没收非法财物，满三个月的最后一日：按名单一年、按处罚三个月，都没满。',
      { penalties: [{ kind: '没收非法财物' }], on: '2026-07-10' },
      { verdict: 'not-yet' },
      ['ndrc36:4.2', 'ndrc36:12'],
    ],
    [
      '没收非法财物，满三个月的次日：按处罚可以，按名单不可以。',
      { penalties: [{ kind: '没收非法财物' }], on: '2026-07-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:4.2', 'ndrc36:12'],
    ],
    [
      '罚款没有分类，认定不满一年。',
      { penalties: [{ kind: '罚款', amountYuan: 30_000 }], on: '2026-11-23' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:4.2'],
    ],
    [
      '罚款由认定单位定为严重，认定不满一年。',
      { penalties: [{ kind: '罚款', amountYuan: 300_000 }], class: 'serious', on: '2026-11-23' },
      { verdict: 'not-yet', from: '2027-04-11' },
      ['ndrc36:12'],
    ],
    [
      '吊销许可证件，认定满一年，义务没有履行。',
      { penalties: [{ kind: '吊销许可证件' }], dutiesPerformed: false, on: '2027-04-11' },
      { verdict: 'duties-outstanding' },
      ['ndrc36:14(2)'],
    ],
    [
      '限制从业到2028年4月10日：名单的一年已满，附带的期限没满。',
      { penalties: [{ kind: '限制从业', termEnds: '2028-04-10' }], on: '2028-04-10' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:12.3', 'ndrc36:4.2'],
    ],
    [
      '限制从业到2028年4月10日，届满的次日。',
      { penalties: [{ kind: '限制从业', termEnds: '2028-04-10' }], on: '2028-04-11' },
      { verdict: 'repairable-now' },
      ['ndrc36:12.3'],
    ],
    [
      '吊销许可证件，最长三年的最后一日。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2029-04-10' },
      { verdict: 'repairable-now', shown: true },
      ['ndrc36:12'],
    ],
    [
      '吊销许可证件，最长三年满的次日，义务已履行。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2029-04-11' },
      { verdict: 'not-published', shown: false },
      ['ndrc36:12.2'],
    ],
    [
      '最长三年已满，义务没有履行：没有统一规定。',
      { penalties: [{ kind: '吊销许可证件' }], dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:12.2'],
    ],
    [
      '2026年9月1日查实提供虚假材料。',
      { penalties: [{ kind: '吊销许可证件' }], fraudFoundOn: '2026-09-01', on: '2027-04-11' },
      { verdict: 'barred', from: '2029-09-02' },
      ['ndrc36:25'],
    ],
    [
      '农资店负责人个人的信息没有公示。',
      { subjectType: 'person', publishedDate: null, on: '2026-11-23' },
      { verdict: 'not-published', shown: false },
      ['ndrc36:12.3'],
    ],
    [
      '个体工商户吊销许可证件，认定不满一年。',
      { subjectType: 'sole-trader', penalties: [{ kind: '吊销许可证件' }], on: '2026-11-23' },
      { verdict: 'not-yet' },
      ['ndrc36:12'],
    ],
    [
      '36号施行前（2026年2月10日）吊销许可证件：旧规定的三个月（转引）已满，现规定一年未满。',
      {
        penalties: [{ kind: '吊销许可证件' }],
        findingDate: '2026-02-10',
        publishedDate: '2026-02-20',
        on: '2026-06-01',
      },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:30', 'ndrc58'],
    ],
    [
      '36号施行前一日问：没有见过原文的规定，不下结论。',
      {
        penalties: [{ kind: '吊销许可证件' }],
        findingDate: '2025-03-10',
        publishedDate: '2025-03-20',
        on: '2026-03-31',
      },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:4.2'],
    ],
  ],
};
