import { penaltyKinds } from '#law/classes.ts';

/** One answer that can be tapped. */
export interface Answer {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** The matters in the words of somebody who holds a letter in the hand. */
export const matterChoices: readonly Answer[] = [
  { value: 'market-penalty', label: '市场监管部门的处罚', hint: '营业执照、食品药品、质量、价格、广告等' },
  { value: 'other-penalty', label: '其他部门的处罚', hint: '环保、住建、交通、卫生、消防等' },
  { value: 'abnormal-operation', label: '列入经营异常名录', hint: '没有年报、地址联系不上等' },
  { value: 'market-serious', label: '市场监管严重违法失信名单' },
  { value: 'tax-serious', label: '重大税收违法失信主体名单' },
  { value: 'judgment-defaulter', label: '失信被执行人名单（法院）' },
  { value: 'customs-discredited', label: '海关失信企业' },
  { value: 'wage-arrears', label: '拖欠农民工工资名单' },
  { value: 'charity-serious', label: '社会组织严重违法失信名单' },
  { value: 'farm-inputs', label: '农资领域严重失信名单' },
  { value: 'statistics-serious', label: '统计严重失信主体名单' },
  { value: 'culture-tourism', label: '文化和旅游市场严重失信主体名单' },
  { value: 'work-safety', label: '安全生产严重失信主体名单' },
  { value: 'overloading', label: '超限超载运输名单' },
];

export const subjectChoices: readonly Answer[] = [
  { value: 'organisation', label: '企业、单位、社会组织' },
  { value: 'sole-trader', label: '个体工商户' },
  { value: 'person', label: '个人' },
];

/** Lists that surely hold only some kinds of subject (law/matters.ts, excludes; kept equal by calculator-questions.test.ts). */
export const onlyFor: Readonly<Record<string, readonly string[]>> = {
  'abnormal-operation': ['organisation', 'sole-trader'],
  'customs-discredited': ['organisation', 'sole-trader'],
  'wage-arrears': ['organisation', 'sole-trader'],
  'statistics-serious': ['organisation'],
};

/** Fines first, since most decisions are about one. */
export const penaltyChoices: readonly Answer[] = ['罚款', ...penaltyKinds.filter((kind) => kind !== '罚款')].map(
  (kind) => ({ value: kind, label: kind }),
);

export const fieldChoices: readonly Answer[] = [
  { value: 'other', label: '都不是' },
  { value: 'food', label: '食品' },
  { value: 'drug', label: '药品' },
  { value: 'medical-device', label: '医疗器械' },
  { value: 'cosmetics', label: '化妆品' },
  { value: 'special-equipment', label: '特种设备', hint: '电梯、锅炉、起重机械、压力容器等' },
  { value: 'key-industrial-product', label: '重点工业产品' },
];
