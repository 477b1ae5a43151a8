/** What the matters on 信用中国 have in common: conditions and papers of 36号 arts 14 and 15. */
import type { Condition, Material, Matter } from './matter.ts';

export const minimum: Condition = {
  key: 'minimum-period',
  text: '达到最短公示期限（严重失信信息一年）',
  cite: 'ndrc36:14(1)',
  sure: 'V',
};
export const performed: Condition = {
  key: 'duties-performed',
  text: '已纠正失信行为，完全履行规定的义务',
  cite: 'ndrc36:14(2)',
  sure: 'V',
};
export const committed: Condition = {
  key: 'commitment',
  text: '公开作出信用承诺：材料真实有效，愿意承担违反承诺的责任',
  cite: 'ndrc36:14(3)',
  sure: 'V',
};
export const generalConditions = [minimum, performed, committed] as const;

export const proof: Material = {
  key: 'correction-proof',
  name: '纠正失信行为、履行法定义务的证明材料',
  why: '认定单位自有或者可以共享取得的不要求提交',
  cite: 'ndrc36:15(1)',
  sure: 'V',
  source: 'applicant',
  required: true,
};
export const letter: Material = {
  key: 'commitment',
  name: '信用承诺书',
  why: '在线签署',
  cite: 'ndrc36:15(2)',
  sure: 'V',
  source: 'shared',
  required: true,
};
export const generalMaterials = [proof, letter] as const;

export const listDefaults = {
  recordType: 'serious-list',
  track: 'general',
  levels: ['province', 'city', 'county'],
  subjectTypes: ['organisation', 'sole-trader', 'person'],
  excludes: [],
  receiver: 'credit-china',
  decider: 'our-desk',
  conditions: generalConditions,
  materials: generalMaterials,
  extraFields: [],
  exclusions: [],
} as const satisfies Partial<Matter>;
