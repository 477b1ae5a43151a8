/** The kinds of subject as the form of 附件3 names them. */
export const subjectKinds = [
  { value: 'organisation', label: '法人及非法人组织' },
  { value: 'sole-trader', label: '个体工商户' },
  { value: 'person', label: '自然人' },
] as const;
