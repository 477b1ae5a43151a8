import type { ScenarioTable } from './scenario.ts';

/** 国家统计局令第35号 (repair chapter not seen, six months from memory) beside 36号. */
export const statisticsSeriousScenarios: ScenarioTable = {
  matter: 'statistics-serious',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '企业统计严重失信，公示满六个月的最后一日。',
      { on: '2026-10-20' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-04-10', latestEnd: '2029-04-10' },
      ['ndrc36:10(3)', 'ndrc36:12'],
    ],
    [
      '公示满六个月的次日：六个月只是记忆，36号的一年没满。',
      { on: '2026-10-21' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['nbs35', 'ndrc36:12', 'ndrc36:5.2'],
    ],
    ['认定满一年的最后一日。', { on: '2027-04-10' }, { verdict: 'needs-confirmation' }, ['ndrc36:12']],
    [
      '认定满一年的次日。',
      { on: '2027-04-11' },
      { verdict: 'repairable-now', from: '2027-04-11', route: 'apply' },
      ['ndrc36:12', 'ndrc36:14'],
    ],
    [
      '个体工商户：只认定负有统计报送义务的企业。',
      { subjectType: 'sole-trader', on: '2026-11-23' },
      { verdict: 'no-route', route: 'none' },
      ['nbs35:2'],
    ],
    [
      '自然人：只认定负有统计报送义务的企业。',
      { subjectType: 'person', on: '2026-11-23' },
      { verdict: 'no-route', route: 'none' },
      ['nbs35:2'],
    ],
    [
      '认定满一年，统计违法没有整改。',
      { dutiesPerformed: false, on: '2027-04-11' },
      { verdict: 'duties-outstanding' },
      ['ndrc36:14(2)'],
    ],
    [
      '认定不满六个月，也没有整改。',
      { dutiesPerformed: false, on: '2026-08-01' },
      { verdict: 'not-yet' },
      ['ndrc36:12', 'ndrc36:14(2)'],
    ],
    [
      '整改于2027年6月1日完成，前一日问。',
      { correctionDate: '2027-06-01', on: '2027-05-31' },
      { verdict: 'duties-outstanding' },
      ['ndrc36:14(2)'],
    ],
    [
      '整改于2027年6月1日完成，当日问。',
      { correctionDate: '2027-06-01', on: '2027-06-01' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '2027年8月31日公示、8月1日认定：六个月到闰年2月29日。',
      { findingDate: '2027-08-01', publishedDate: '2027-08-31', on: '2028-02-29' },
      { verdict: 'not-yet' },
      ['nbs35', 'ndrc36:12'],
    ],
    ['最长三年的最后一日。', { on: '2029-04-10' }, { verdict: 'repairable-now', shown: true }, ['ndrc36:12']],
    ['最长三年满的次日，已整改。', { on: '2029-04-11' }, { verdict: 'not-published', shown: false }, ['ndrc36:12.2']],
    [
      '最长三年满的次日，没有整改。',
      { dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'needs-confirmation' },
      ['ndrc36:12.2'],
    ],
    [
      '2027年5月6日查实提供虚假材料，当日问。',
      { fraudFoundOn: '2027-05-06', on: '2027-05-06' },
      { verdict: 'barred', from: '2030-05-07' },
      ['ndrc36:25'],
    ],
    [
      '没有作出信用承诺：申请时作出即可。',
      { commitmentMade: false, on: '2027-04-11' },
      { verdict: 'repairable-now' },
      ['ndrc36:14'],
    ],
    [
      '36号施行前一日问：修复章节没有见到原文，不下结论。',
      { findingDate: '2025-03-10', publishedDate: '2025-03-20', on: '2026-03-31' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['nbs35'],
    ],
  ],
};
