/** Keys of the matters, in the order of 附件3; `other-penalty` is in the guide but has no box on the form. */
export const matterKeys = [
  'market-penalty',
  'abnormal-operation',
  'market-serious',
  'tax-serious',
  'judgment-defaulter',
  'customs-discredited',
  'wage-arrears',
  'charity-serious',
  'farm-inputs',
  'statistics-serious',
  'culture-tourism',
  'work-safety',
  'overloading',
  'other-penalty',
] as const;
export type MatterKey = (typeof matterKeys)[number];

/** Law entries a catalogue row may rest on: the 14 matters, and `serious-list` for lists set up later (36号 art 4 ¶2). */
export type LawEntryKey = MatterKey | 'serious-list';

/** 法人及非法人组织 · 个体工商户 · 自然人 */
export const subjectTypes = ['organisation', 'sole-trader', 'person'] as const;
export type SubjectType = (typeof subjectTypes)[number];
export const subjectTypeName: Readonly<Record<SubjectType, string>> = {
  organisation: '法人及非法人组织',
  'sole-trader': '个体工商户',
  person: '自然人',
};
