/** The commitment and the joint form of 附件3 (赣信用办〔2024〕4号), word for word. */

export const commitmentCite = 'plan4:annex3';

export const commitment = {
  title: '失信行为纠正后的信用信息修复承诺书',
  lead: '郑重承诺如下：',
  clauses: [
    '一、已纠正失信行为，并按照相关规定和要求，履行相关义务。',
    '二、所提供资料均合法、真实和有效。',
    '三、严格遵守国家法律、法规、规章和政策规定，依法守信从事生产经营活动，自觉接受政府、行业组织、社会公众、新闻舆论的监督，积极履行社会责任。',
    '四、若违背上述承诺内容，自愿接受有关违背承诺情况通报和公示，并承担相应责任。',
    '五、同意将本承诺和践诺信息作为我单位信用记录，由“信用中国（江西）”、国家企业信用信息公示系统（江西）或认定严重失信主体信息单位网站公示本承诺书，同意网站归集并合规应用。',
  ],
  signature: '法定代表人（负责人、经营者、自然人）：',
  signatureNote: '（签字或盖章）',
} as const;

/** Labels of the joint form, in its order. */
export const jointForm = {
  title: '“信用修复一件事”联办申请表',
  basics: '基本情况',
  subjectType: '主体类型',
  subjectTypes: ['法人及非法人组织', '个体工商户', '自然人'],
  subjectName: '主体名称',
  identifier: '证件号码',
  uscc: '统一社会信用代码',
  address: '住所（经营场所）',
  phone: '联系电话',
  registryOrgan: '登记/发证机关',
  matters: '申请信用修复的事项',
  decidingOrgan: '决定机关',
  docNumber: '决定文书号',
  docDate: '决定日期',
  facts: '申请事实和理由',
  applicantSignature: '申请人签字或签章：',
  appliedOn: '申请日期：',
  opinion: '修复决定意见',
  opinionNote: '（确有需要，可附“修复决定书”）',
  organSeal: '决定单位盖章',
} as const;
