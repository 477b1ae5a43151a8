import type { ScenarioTable } from './scenario.ts';

/** 107号 art 13 and 44号: the serious list of market supervision. */
export const marketSeriousScenarios: ScenarioTable = {
  matter: 'market-serious',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-01-05',
    publishedDate: '2026-01-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '公示满一年的最后一日。',
      { on: '2027-01-20' },
      { verdict: 'not-yet', class: 'serious', earliestEnd: '2027-01-20', latestEnd: '2029-01-20', from: '2027-01-21' },
      ['samr107:8(4)', 'samr107:13'],
    ],
    [
      '公示满一年的次日，义务履行、整改完成。',
      { on: '2027-01-21' },
      { verdict: 'repairable-now', from: '2027-01-21', route: 'apply' },
      ['samr107:13'],
    ],
    [
      '公示满一年，行政决定规定的义务没有履行。',
      { dutiesPerformed: false, on: '2027-01-21' },
      { verdict: 'duties-outstanding', from: '2027-01-21' },
      ['samr107:13(1)'],
    ],
    [
      '公示没满一年，义务也没有履行：先说时间，两样都告诉。',
      { dutiesPerformed: false, on: '2026-11-23' },
      { verdict: 'not-yet', from: '2027-01-21' },
      ['samr107:13', 'samr107:13(1)'],
    ],
    ['公示满三年的最后一日。', { on: '2029-01-20' }, { verdict: 'repairable-now', shown: true }, ['samr107:13.2']],
    [
      '公示满三年的次日：移出不问是否履行。',
      { dutiesPerformed: false, on: '2029-01-21' },
      { verdict: 'not-published', shown: false, route: 'none' },
      ['samr107:13.2'],
    ],
    [
      '公示满一年，管理措施到2028年1月5日：期限未满不得提前移出。',
      { penalties: [{ kind: '限制从业', termEnds: '2028-01-05' }], on: '2028-01-05' },
      { verdict: 'not-yet', earliestEnd: '2028-01-05', from: '2028-01-06' },
      ['samr107:13.2'],
    ],
    [
      '管理措施2028年1月5日届满的次日。',
      { penalties: [{ kind: '限制从业', termEnds: '2028-01-05' }], on: '2028-01-06' },
      { verdict: 'repairable-now', from: '2028-01-06', latestEnd: '2029-01-20' },
      ['samr107:13.2'],
    ],
    [
      '列入后又受过处罚，是不是较重行政处罚没有写明。',
      { samePenaltyAgain: true, on: '2027-01-21' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['samr107:13(3)'],
    ],
    [
      '2027年2月1日查实弄虚作假：三年内不得申请。',
      { fraudFoundOn: '2027-02-01', on: '2027-02-01' },
      { verdict: 'barred', from: '2030-02-02' },
      ['samr107:23.2'],
    ],
    [
      '列入信息还没有公示。',
      { publishedDate: null, on: '2026-11-23' },
      { verdict: 'not-published', shown: false, earliestEnd: null },
      ['samr107:13'],
    ],
    [
      '自然人本人受处罚而列入，公示满一年。',
      { subjectType: 'person', on: '2027-01-21' },
      { verdict: 'repairable-now' },
      ['samr107:13'],
    ],
    [
      '闰日2028年2月29日公示：一年到2029年2月28日，三年到2031年2月28日。',
      { findingDate: '2028-02-10', publishedDate: '2028-02-29', on: '2029-03-01' },
      { verdict: 'repairable-now', earliestEnd: '2029-02-28', latestEnd: '2031-02-28', from: '2029-03-01' },
      ['samr107:13', 'samr107:13.2'],
    ],
    [
      '44号时期，2024年12月20日列入：自列入之日起满一年的最后一日。',
      { findingDate: '2024-12-20', publishedDate: '2025-01-10', on: '2025-12-20' },
      { verdict: 'not-yet', earliestEnd: '2025-12-20', latestEnd: '2027-12-20', from: '2025-12-21' },
      ['samr44:16'],
    ],
    [
      '44号时期，2024年12月20日列入，满一年的次日。',
      { findingDate: '2024-12-20', publishedDate: '2025-01-10', on: '2025-12-21' },
      { verdict: 'repairable-now', from: '2025-12-21' },
      ['samr44:16'],
    ],
    [
      '同一列入，107号施行当日：改按公示之日起算未满，旧规定已满，没有衔接条文。',
      { findingDate: '2024-12-20', publishedDate: '2025-01-10', on: '2025-12-25' },
      { verdict: 'needs-confirmation', earliestEnd: '2026-01-10', route: 'needs-confirmation' },
      ['samr107:31', 'samr44:16'],
    ],
    [
      '同一列入，2026年1月11日：新旧规定都已满一年。',
      { findingDate: '2024-12-20', publishedDate: '2025-01-10', on: '2026-01-11' },
      { verdict: 'repairable-now', from: '2026-01-11' },
      ['samr107:13'],
    ],
    [
      '44号时期，管理措施到2026年5月1日，期限未满不得申请提前移出。',
      {
        findingDate: '2024-05-10',
        publishedDate: '2024-05-20',
        penalties: [{ kind: '限制从业', termEnds: '2026-05-01' }],
        on: '2025-06-01',
      },
      { verdict: 'not-yet', from: '2026-05-02' },
      ['samr44:16.2'],
    ],
    [
      '44号时期，列入后又受过处罚。',
      { findingDate: '2024-05-10', publishedDate: '2024-05-20', samePenaltyAgain: true, on: '2025-06-01' },
      { verdict: 'needs-confirmation' },
      ['samr44:16(3)'],
    ],
    [
      '44号时期，义务没有履行。',
      { findingDate: '2024-05-10', publishedDate: '2024-05-20', dutiesPerformed: false, on: '2025-06-01' },
      { verdict: 'duties-outstanding' },
      ['samr44:16(1)'],
    ],
    [
      '44号时期，2021年9月10日列入，满三年的次日。',
      { findingDate: '2021-09-10', publishedDate: '2021-09-20', on: '2024-09-11' },
      { verdict: 'not-published', shown: false },
      ['samr44:21'],
    ],
    [
      '44号施行前一日问：当时的规定不在掌握范围内。',
      { findingDate: '2020-05-10', publishedDate: '2020-05-20', on: '2021-08-31' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['samr44:26'],
    ],
  ],
};
