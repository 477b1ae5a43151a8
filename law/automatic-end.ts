/** What ends by itself when the time is up, and what does not: 36号 speaks of display alone, 107号 counts expiry as repair. */
import { dated } from './dated.ts';
import { type LawTopic, topic, workingDays } from './law-topic.ts';
import { creditChinaEntries } from './tracks.ts';

export interface AutomaticEnd {
  /** Ends display when the maximum is over; false: only a cure ends it. */
  readonly endsDisplay: boolean;
  /** Whether sharing and use end with it. */
  readonly endsSharing: 'yes' | 'not-stated';
  /** Whether measures are lifted with it. */
  readonly liftsMeasures: 'yes' | 'not-stated';
  /** Whether the rule calls it repair. */
  readonly isRepair: 'yes' | 'not-stated';
  /** Duties open at the maximum: display ends all the same, the field's rule governs, or there is no maximum. */
  readonly unperformed: 'ends' | 'field-rule' | 'no-maximum';
  /** Working days within which it is done. */
  readonly within: number | null;
  /** What else moves, in Chinese. */
  readonly beside?: string;
}

const displayOnly = {
  endsDisplay: true,
  endsSharing: 'not-stated',
  liftsMeasures: 'not-stated',
  isRepair: 'not-stated',
  unperformed: 'ends',
  within: null,
} as const satisfies AutomaticEnd;

export const generalAutomaticEnd = dated<AutomaticEnd>({
  from: '2026-04-01',
  value: { ...displayOnly, unperformed: 'field-rule' },
  cite: ['ndrc36:12.2', 'ndrc36:3'],
  sure: 'V',
  note: '第三条所说的停止共享和使用、解除惩戒措施，期满时条文都没有写；期满以后仍可以向认定单位申请修复是推断。',
});

export const marketAutomaticEnd = dated<AutomaticEnd>(
  { from: '2021-09-01', value: displayOnly, cite: ['samr45:13'], sure: 'V' },
  {
    from: '2025-12-25',
    value: { ...displayOnly, liftsMeasures: 'yes', isRepair: 'yes' },
    cite: ['samr107:2', 'samr107:7', 'samr107:8', 'samr107:9'],
    sure: 'V',
    note: '期满停止不以履行义务为前提，是因为第七至九条只写期限（推断）；附限制期限的还须限制期限届满。',
  },
);

export const marketSeriousAutomaticEnd = dated<AutomaticEnd>(
  { from: '2021-09-01', value: { ...displayOnly, liftsMeasures: 'yes' }, cite: ['samr44:21'], sure: 'V' },
  {
    from: '2025-12-25',
    value: {
      ...displayOnly,
      liftsMeasures: 'yes',
      isRepair: 'yes',
      beside: '相关处罚信息同时停止公示，该处罚公示期另有规定的除外',
    },
    cite: ['samr107:2', 'samr107:13.2', 'samr107:13.3', 'samr44:21'],
    sure: 'V',
  },
);

export const abnormalAutomaticEnd = dated<AutomaticEnd>({
  from: '2025-03-18',
  value: { ...displayOnly, endsDisplay: false, unperformed: 'no-maximum' },
  cite: ['samr68r:10', 'samr69r:16', 'samr70r:13'],
  sure: 'V',
  note: '各条只写申请移出，没有期满移出是推断；个体工商户未报年报的列入信息公示到次年6月30日（个体工商户年度报告办法第十三条），名录状态仍须申请移出。',
});

export const taxAutomaticEnd = dated<AutomaticEnd>({
  from: '2022-02-01',
  value: { ...displayOnly, within: 5, beside: '纳税信用D级按纳税信用管理规定另行处理' },
  cite: ['sta54:17', 'sta54:15', 'sta54:25'],
  sure: 'V',
});

export const wageAutomaticEnd = dated<AutomaticEnd>({
  from: '2022-01-01',
  value: { ...displayOnly, endsSharing: 'yes', liftsMeasures: 'yes', within: 10, beside: '移出信息共享至同级信用平台' },
  cite: ['mohrss45:17'],
  sure: 'V',
});

export const customsAutomaticEnd = dated<AutomaticEnd>({
  from: '2026-04-01',
  value: {
    ...displayOnly,
    beside:
      '信用等级不随公示期满改变：失信企业一年内没有新情形的按常规企业管理，严重失信企业满三年的由海关重新确定等级并移出名单',
  },
  cite: ['gacc282:35', 'gacc282:29.2', 'gacc282:30.2'],
  sure: 'V',
});

export const courtAutomaticEnd = dated<AutomaticEnd>({
  from: '2017-05-01',
  value: { ...displayOnly, within: 3, beside: '只限有纳入期限的；限制消费令是另外的决定，不随删除解除（推断）' },
  cite: ['spc17:10.2'],
  sure: 'V',
});

/** 自动停止公示；停止共享和使用：未写明；解除管理措施：未写明… */
function sayAutomaticEnd(value: AutomaticEnd): string {
  if (!value.endsDisplay) return '没有期满自动移出，只有列入原因消除并申请后才移出';
  const stated = (word: 'yes' | 'not-stated') => (word === 'yes' ? '是' : '未写明');
  const unperformed =
    value.unperformed === 'ends' ? '期满即停止，不看是否履行' : '期满仍未履行的，按行业主管部门的规定';
  return [
    `期满自动停止公示${value.within === null ? '' : `（${workingDays(value.within)}内）`}`,
    `是否停止共享和使用：${stated(value.endsSharing)}`,
    `是否解除惩戒、管理措施：${stated(value.liftsMeasures)}`,
    `是否属于信用修复：${stated(value.isRepair)}`,
    unperformed,
    ...(value.beside === undefined ? [] : [value.beside]),
  ].join('；');
}

export const automaticEndTopics: readonly LawTopic[] = [
  topic('期满自动停止', '一般领域（信用中国）', generalAutomaticEnd, sayAutomaticEnd, creditChinaEntries),
  topic('期满自动停止', '市场监管领域行政处罚', marketAutomaticEnd, sayAutomaticEnd, ['market-penalty']),
  topic('期满自动停止', '市场监管严重违法失信名单', marketSeriousAutomaticEnd, sayAutomaticEnd, ['market-serious']),
  topic('期满自动停止', '经营异常名录', abnormalAutomaticEnd, sayAutomaticEnd, ['abnormal-operation']),
  topic('期满自动停止', '重大税收违法失信主体（税务机关公布）', taxAutomaticEnd, sayAutomaticEnd, ['tax-serious']),
  topic('期满自动停止', '拖欠农民工工资名单（人社部门公开）', wageAutomaticEnd, sayAutomaticEnd, ['wage-arrears']),
  topic('期满自动停止', '海关失信信息和信用等级', customsAutomaticEnd, sayAutomaticEnd, ['customs-discredited']),
  topic('期满自动停止', '失信被执行人名单', courtAutomaticEnd, sayAutomaticEnd, ['judgment-defaulter']),
];
