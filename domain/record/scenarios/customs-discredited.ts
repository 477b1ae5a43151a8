import type { ScenarioTable } from './scenario.ts';

/** 海关总署令第282号: grade adjustment (arts 29, 30) and repair of information (arts 35, 36) side by side. */
export const customsDiscreditedScenarios: ScenarioTable = {
  matter: 'customs-discredited',
  usual: {
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    dutiesPerformed: true,
  },
  rows: [
    [
      '轻微失信信息不予公示，也不作为认定等级的记录。',
      { class: 'minor', on: '2026-05-06' },
      { verdict: 'not-published', class: 'minor', shown: false, route: 'none' },
      ['gacc282:35'],
    ],
    [
      '失信企业，认定满三个月的最后一日：哪一种情形都没到。',
      { class: 'general', on: '2026-07-10' },
      { verdict: 'not-yet', class: 'general', from: '2026-07-11', route: 'apply' },
      ['gacc282:29'],
    ],
    [
      '失信企业，认定满三个月的次日：欠缴情形已到，违规情形要六个月，分不清是哪一种。',
      { class: 'general', on: '2026-07-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['gacc282:29'],
    ],
    [
      '失信企业，认定满六个月的次日：第十五条其他情形仍没有提前申请的规定。',
      { class: 'general', on: '2026-10-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['gacc282:29'],
    ],
    [
      '失信企业，认定没满三个月，义务也没有履行。',
      { class: 'general', dutiesPerformed: false, on: '2026-06-01' },
      { verdict: 'not-yet', from: '2026-07-11' },
      ['gacc282:29', 'gacc282:31'],
    ],
    [
      '没有提供等级，认定满三个月的最后一日。',
      { on: '2026-07-10' },
      { verdict: 'not-yet', class: 'needs-classification', from: '2026-07-11' },
      ['gacc282:29'],
    ],
    [
      '没有提供等级，满一年以后：要向海关核实是哪一种。',
      { on: '2027-05-01' },
      { verdict: 'needs-confirmation', class: 'needs-classification' },
      ['gacc282:29', 'gacc282:30'],
    ],
    [
      '严重失信企业，认定满一年的最后一日。',
      { class: 'serious', on: '2027-04-10' },
      { verdict: 'not-yet', class: 'serious', shown: true },
      ['gacc282:30', 'gacc282:36'],
    ],
    [
      '严重失信企业，认定满一年，严重失信信息公示未满一年。',
      { class: 'serious', on: '2027-04-20' },
      { verdict: 'needs-confirmation' },
      ['gacc282:30', 'gacc282:36'],
    ],
    [
      '严重失信企业，认定和公示都满一年的次日：先调整为失信企业，同步移出名单。',
      { class: 'serious', on: '2027-04-21' },
      { verdict: 'repairable-now', from: '2027-04-21', route: 'apply' },
      ['gacc282:30', 'gacc282:36'],
    ],
    [
      '严重失信企业没有公示日期，认定满一年的次日：调整等级自认定之日起算。',
      { class: 'serious', publishedDate: null, on: '2027-04-11' },
      { verdict: 'repairable-now', from: '2027-04-11' },
      ['gacc282:30'],
    ],
    [
      '严重失信企业满一年，法定义务没有履行。',
      { class: 'serious', dutiesPerformed: false, on: '2027-04-21' },
      { verdict: 'duties-outstanding' },
      ['gacc282:31'],
    ],
    [
      '严重失信企业认定满三年：海关重新确定等级并移出名单，结果向海关核实。',
      { class: 'serious', on: '2029-04-21' },
      { verdict: 'needs-confirmation' },
      ['gacc282:30.2'],
    ],
    [
      '自然人不能成为海关失信企业。',
      { subjectType: 'person', on: '2026-11-23' },
      { verdict: 'no-route', route: 'none' },
      ['gacc282:2'],
    ],
    [
      '2026年9月1日查实提供虚假材料：这条信息三年内不得申请。',
      { class: 'general', fraudFoundOn: '2026-09-01', on: '2026-11-23' },
      { verdict: 'barred', from: '2029-09-02' },
      ['ndrc36:25'],
    ],
    [
      '2027年11月30日认定的失信企业：三个月到闰年2月29日。',
      { class: 'general', findingDate: '2027-11-30', publishedDate: '2027-12-05', on: '2028-02-29' },
      { verdict: 'not-yet', from: '2028-03-01' },
      ['gacc282:29'],
    ],
    [
      '251号时期认定（2026年2月10日）的严重失信企业：旧规定的等待期（转引）更短，没有衔接条文。',
      { class: 'serious', findingDate: '2026-02-10', publishedDate: '2026-02-20', on: '2026-05-11' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['gacc282:48', 'gacc251'],
    ],
    [
      '251号时期认定（2026年3月20日），新旧规定的三个月都没满。',
      { class: 'general', findingDate: '2026-03-20', publishedDate: '2026-03-25', on: '2026-05-01' },
      { verdict: 'not-yet', from: '2026-06-21' },
      ['gacc282:29'],
    ],
    [
      '282号施行前一日问：251号只见转引，不下结论。',
      { class: 'general', findingDate: '2025-06-10', publishedDate: '2025-06-20', on: '2026-03-31' },
      { verdict: 'needs-confirmation', route: 'needs-confirmation' },
      ['gacc251'],
    ],
  ],
};
