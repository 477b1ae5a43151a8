import type { ScenarioTable } from './scenario.ts';

/** 法释〔2017〕7号: the executing court deletes; there is no administrative repair and no waiting time. */
export const judgmentDefaulterScenarios: ScenarioTable = {
  matter: 'judgment-defaulter',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-10',
    dutiesPerformed: true,
  },
  rows: [
    [
      '企业有能力拒不履行而列入，现已履行完毕：执行法院三个工作日内删除。',
      { on: '2026-11-23' },
      { verdict: 'no-route', class: 'serious', earliestEnd: null, from: null, route: 'judicial' },
      ['spc17:10', 'spc17:10.1'],
    ],
    [
      '企业没有履行生效法律文书确定的义务。',
      { dutiesPerformed: false, on: '2026-11-23' },
      { verdict: 'no-route', shown: true, from: null, route: 'judicial' },
      ['spc17:10.1'],
    ],
    [
      '自然人列入，达成执行和解并已履行完毕。',
      { subjectType: 'person', correctionDate: '2026-10-08', on: '2026-10-08' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:10.1'],
    ],
    [
      '个体工商户的经营者列入，申请执行人同意删除：由法院审查。',
      { subjectType: 'sole-trader', dutiesPerformed: false, on: '2026-11-23' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:10.1'],
    ],
    [
      '决定书写明期限二年（妨碍执行等情形），还没有届满：不适用七种情形，可以由法院决定提前删除。',
      { on: '2028-04-10' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:2'],
    ],
    [
      '列入当日就问：没有等待期，也没有最短公示期。',
      { dutiesPerformed: false, on: '2026-04-10' },
      { verdict: 'no-route', earliestEnd: null, from: null, route: 'judicial' },
      ['spc17:10'],
    ],
    [
      '列入已满三年仍未履行：36号的三年不适用于法院名单。',
      { dutiesPerformed: false, on: '2029-04-11' },
      { verdict: 'no-route', shown: true, latestEnd: null, route: 'judicial' },
      ['spc17:10'],
    ],
    [
      '认为不应当列入、记载不准确：可以向执行法院书面申请纠正，十五日内审查。',
      { dutiesPerformed: false, on: '2026-05-06' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:12'],
    ],
    [
      '2026年8月1日被查实提供虚假材料：36号的三年不得申请不约束法院删除。',
      { fraudFoundOn: '2026-08-01', on: '2026-11-23' },
      { verdict: 'no-route', from: null, route: 'judicial' },
      ['spc17:10'],
    ],
    [
      '列入后又有失信行为：可以重新列入，但没有“再次受罚”的限制。',
      { samePenaltyAgain: true, on: '2026-11-23' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:10'],
    ],
    [
      '有人给出“一般”的分类：名单属于严重，分类不改变法院程序。',
      { class: 'general', on: '2026-11-23' },
      { verdict: 'no-route', class: 'serious', route: 'judicial' },
      ['spc17:10'],
    ],
    [
      '决定已经作出，名单库还没有公布。',
      { publishedDate: null, dutiesPerformed: false, on: '2026-04-13' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:12'],
    ],
    [
      '定于2026年12月1日履行，2026年11月23日问。',
      { correctionDate: '2026-12-01', on: '2026-11-23' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:10.1'],
    ],
    [
      '36号施行前一日问，结论一样。',
      { findingDate: '2025-03-10', publishedDate: '2025-03-10', on: '2026-03-31' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:10'],
    ],
    [
      '没有作出信用承诺：法院删除不需要承诺。',
      { commitmentMade: false, on: '2026-11-23' },
      { verdict: 'no-route', route: 'judicial' },
      ['spc17:10'],
    ],
  ],
};
