import type { ScenarioTable } from './scenario.ts';

/** 36号 art 4 ¶2: the list rests on an office notice (24 months, second-hand); the class of the penalty is the other reading. */
export const overloadingScenarios: ScenarioTable = {
  matter: 'overloading',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '运输企业列入名单，没有提供处罚种类，认定不满一年：名单没有依据时可能是轻微。',
      { on: '2026-11-23' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['ndrc36:4.2', 'mot8-2017'],
    ],
    [
      '吊销道路运输许可，认定满一年的最后一日：哪种理解都没满。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2027-04-10' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10' },
      ['ndrc36:4.2', 'ndrc36:12'],
    ],
    [
      '吊销道路运输许可，认定满一年的次日：通知的二年（转引）没满，不据以拒绝。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2027-04-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mot8-2017'],
    ],
    [
      '公布满二年的最后一日。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2028-04-20' },
      { verdict: 'needs-confirmation' },
      ['mot8-2017'],
    ],
    [
      '公布满二年的次日：任何理解都满足。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2028-04-21' },
      { verdict: 'repairable-now', route: 'apply' },
      ['ndrc36:12', 'ndrc36:14'],
    ],
    [
      '责令停业整顿到2026年6月30日，认定满一年的最后一日。',
      { penalties: [{ kind: '责令停产停业', termEnds: '2026-06-30' }], on: '2027-04-10' },
      { verdict: 'not-yet' },
      ['ndrc36:12'],
    ],
    [
      '罚款没有分类，认定不满一年。',
      { penalties: [{ kind: '罚款', amountYuan: 20_000 }], on: '2026-11-23' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:4.2'],
    ],
    [
      '没收非法财物，满三个月的次日：按处罚可以，按名单不可以。',
      { penalties: [{ kind: '没收非法财物' }], on: '2026-07-11' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:4.2'],
    ],
    [
      '没收非法财物，满三个月的最后一日：哪种理解都没满。',
      { penalties: [{ kind: '没收非法财物' }], on: '2026-07-10' },
      { verdict: 'not-yet' },
      ['ndrc36:4.2', 'ndrc36:12'],
    ],
    [
      '吊销许可，满一年，义务没有履行。',
      { penalties: [{ kind: '吊销许可证件' }], dutiesPerformed: false, on: '2027-04-11' },
      { verdict: 'duties-outstanding' },
      ['ndrc36:14(2)'],
    ],
    [
      '货车驾驶人个人的信息没有公示。',
      { subjectType: 'person', publishedDate: null, on: '2026-11-23' },
      { verdict: 'not-published', shown: false, route: 'none' },
      ['ndrc36:12.3'],
    ],
    [
      '货车驾驶人个人的信息看得到公示，吊销从业资格，认定不满一年。',
      { subjectType: 'person', penalties: [{ kind: '吊销许可证件' }], on: '2026-11-23' },
      { verdict: 'not-yet' },
      ['ndrc36:12', 'ndrc36:12.3'],
    ],
    [
      '个体运输户，公布满二年的次日。',
      { subjectType: 'sole-trader', penalties: [{ kind: '吊销许可证件' }], on: '2028-04-21' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '最长三年满的次日，义务已履行。',
      { penalties: [{ kind: '吊销许可证件' }], on: '2029-04-11' },
      { verdict: 'not-published', shown: false },
      ['ndrc36:12.2'],
    ],
    [
      '最长三年满的次日，义务没有履行。',
      { penalties: [{ kind: '吊销许可证件' }], dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:12.2'],
    ],
    [
      '2026年9月1日查实提供虚假材料。',
      { penalties: [{ kind: '吊销许可证件' }], fraudFoundOn: '2026-09-01', on: '2028-04-21' },
      { verdict: 'barred', from: '2029-09-02' },
      ['ndrc36:25'],
    ],
    [
      '36号施行前（2026年2月10日）吊销许可：旧规定的三个月（转引）已满，现规定一年未满。',
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
      '36号施行前一日问：通知只见转引，不下结论。',
      {
        penalties: [{ kind: '吊销许可证件' }],
        findingDate: '2025-03-10',
        publishedDate: '2025-03-20',
        on: '2026-03-31',
      },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mot8-2017'],
    ],
  ],
};
