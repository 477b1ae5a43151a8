import type { ScenarioTable } from './scenario.ts';

/** 文化和旅游部令第7号 (repair chapter not seen, six months from memory) beside 36号. */
export const cultureTourismScenarios: ScenarioTable = {
  matter: 'culture-tourism',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '旅行社被认定为严重失信主体，满六个月的最后一日。',
      { on: '2026-10-10' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10', route: 'apply' },
      ['ndrc36:10(3)', 'ndrc36:12'],
    ],
    [
      '满六个月的次日：六个月只是记忆，36号的一年没满。',
      { on: '2026-10-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mct7', 'ndrc36:12', 'ndrc36:5.2'],
    ],
    ['认定满一年的最后一日。', { on: '2027-04-10' }, { verdict: 'needs-confirmation' }, ['ndrc36:12']],
    [
      '认定满一年的次日，已经整改。',
      { on: '2027-04-11' },
      { verdict: 'repairable-now', from: '2027-04-11', route: 'apply' },
      ['ndrc36:12', 'ndrc36:14'],
    ],
    [
      '严重失信主体没有作出承诺：部门指南（转引）不适用承诺，36号要求承诺，不据以拒绝。',
      { commitmentMade: false, on: '2027-04-11' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '导游个人的信息没有公示。',
      { subjectType: 'person', publishedDate: null, on: '2026-11-23' },
      { verdict: 'not-published', shown: false },
      ['ndrc36:12.3'],
    ],
    [
      '导游个人的信息看得到公示，认定满一年：可以申请，原则上本不公示。',
      { subjectType: 'person', on: '2027-04-11' },
      { verdict: 'repairable-now' },
      ['ndrc36:14', 'ndrc36:12.3'],
    ],
    [
      '个体工商户（歌舞厅），认定满一年。',
      { subjectType: 'sole-trader', on: '2027-04-11' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '认定满一年，没有整改。',
      { dutiesPerformed: false, on: '2027-04-11' },
      { verdict: 'duties-outstanding' },
      ['ndrc36:14(2)'],
    ],
    [
      '2026年8月31日认定：一年到2027年8月31日，六个月到2027年2月28日。',
      { findingDate: '2026-08-31', publishedDate: '2026-09-10', on: '2027-02-28' },
      { verdict: 'not-yet', earliestEnd: '2027-08-31' },
      ['mct7', 'ndrc36:12'],
    ],
    [
      '2026年8月31日认定，2027年3月1日问。',
      { findingDate: '2026-08-31', publishedDate: '2026-09-10', on: '2027-03-01' },
      { verdict: 'needs-confirmation' },
      ['mct7'],
    ],
    ['最长三年的最后一日。', { on: '2029-04-10' }, { verdict: 'repairable-now', shown: true }, ['ndrc36:12']],
    ['最长三年满的次日，已经整改。', { on: '2029-04-11' }, { verdict: 'not-published', shown: false }, ['ndrc36:12.2']],
    [
      '最长三年满的次日，没有整改。',
      { dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:12.2'],
    ],
    [
      '2026年12月1日查实故意不履行承诺：三年内不得申请。',
      { fraudFoundOn: '2026-12-01', on: '2027-04-11' },
      { verdict: 'barred', from: '2029-12-02' },
      ['ndrc36:25'],
    ],
    [
      '36号施行前一日问：修复章节没有见到原文，不下结论。',
      { findingDate: '2025-03-10', publishedDate: '2025-03-20', on: '2026-03-31' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['mct7'],
    ],
  ],
};
