/** The boxes of 附件3 (赣信用办〔2024〕4号) in its order, and the added line for penalties of other fields. */
export const matterBoxes: readonly (readonly [matterKey: string, label: string])[] = [
  ['market-penalty', '行政处罚信息修复（市场监管领域）'],
  ['abnormal-operation', '企业经营异常名录移出（恢复正常记载状态）'],
  ['market-serious', '市场监督管理严重违法失信名单'],
  ['tax-serious', '重大税收违法失信主体名单'],
  ['judgment-defaulter', '失信被执行人名单'],
  ['customs-discredited', '海关失信企业'],
  ['wage-arrears', '拖欠农民工工资失信联合惩戒对象名单'],
  ['charity-serious', '社会组织严重违法失信名单（慈善捐赠领域）'],
  ['farm-inputs', '农资领域严重失信生产经营单位'],
  ['statistics-serious', '统计严重失信主体名单'],
  ['culture-tourism', '文化和旅游市场严重失信主体'],
  ['work-safety', '安全生产严重失信主体名单'],
  ['overloading', '严重违法失信超限超载运输车辆相关责任主体'],
  ['other-penalty', '其他：行政处罚信息修复（其他领域）'],
];
