import type {
  GeneralNotice,
  ObjectionAnswer,
  ObjectionStatement,
  RemovalDecision,
  RevocationDecision,
  ServiceReceipt,
} from '#contract/further-papers.ts';
import type { JointApplicationForm } from '#contract/paper-models.ts';
import { head, onItem, organName, record, remedies, subject } from './sample-parts.ts';

// Realistic models of the papers beside and after a decision (contract/further-papers.ts).

const wageBureau = '示例市人力资源和社会保障局';
const wageRule = '《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》';

const removal: RemovalDecision = {
  kind: 'removal-decision',
  head: { ...head('示人社信修移〔2026〕3号', 'M7QK-2RXD-9HTA'), organName: wageBureau },
  subject: { ...subject, name: '示例（南昌）建筑工程有限公司' },
  item: { number: 'JXXF20260408000012-3', matterName: '拖欠农民工工资失信联合惩戒对象名单' },
  record: {
    organName: wageBureau,
    docNumber: '示人社失列〔2025〕4号',
    findingDate: '2025-03-10',
    summary: '因未按责令限期支付文书支付农民工工资，被列入拖欠农民工工资失信联合惩戒对象名单。',
  },
  appliedOn: '2026-04-08',
  acceptedOn: '2026-04-10',
  basis: [`${wageRule}第十二条`, `${wageRule}第十四条`],
  listName: '拖欠农民工工资失信联合惩戒对象名单',
  removal: '提前移出',
  conditions: [
    {
      text: '已经改正拖欠农民工工资违法行为',
      met: true,
      evidence: '工资支付凭证及劳动者签收名册',
      citeText: `${wageRule}第十二条`,
    },
    { text: '自改正之日起被列入名单满六个月', met: true, evidence: '2025年9月15日付清，至2026年3月15日满六个月' },
    { text: '已作出不再拖欠农民工工资的书面信用承诺', met: true, evidence: '书面信用承诺' },
  ],
  alsoText: '同案列入名单的其他当事人一并移出',
  effects: [
    { text: '将当事人移出名单，停止在本机关门户网站公开', by: '2026-05-06' },
    { text: '向同级信用信息共享平台共享移出信息，联合惩戒措施按规定终止', by: '2026-05-06' },
  ],
  notes: '经查实故意隐瞒真实情况、提供虚假资料且情节严重的，依法撤销本决定，恢复列入状态。',
  contact: { name: '劳动保障监察支队', phone: '0791-00000056' },
  copiesTo: ['江西省公共信用信息中心'],
};

const revocation: RevocationDecision = {
  kind: 'revocation-decision',
  head: { ...head('示市监信修撤销〔2026〕1号', 'V2HD-6PLX-8KWE'), issuedOn: '2026-09-14' },
  ...onItem,
  basis: ['《市场监督管理信用修复管理办法》第二十三条'],
  grantedOn: '2026-04-20',
  grantDocNumber: '示市监信修准〔2026〕17号',
  reasons: [
    {
      text: '申请时提交的整改报告所附标签样张系伪造，实际生产中仍在使用不合格标签',
      evidence: '2026年8月27日现场检查笔录、抽样封存的成品标签',
    },
  ],
  heardText:
    '作出本决定前，本机关于2026年9月1日告知当事人拟撤销的事实、理由、依据和陈述、申辩的权利，当事人在期限内没有提出陈述、申辩。',
  consequences: [
    {
      text: '自本决定作出之日起恢复公示，公示期重新计算，不得提前停止公示',
      citeText: '《市场监督管理信用修复管理办法》第二十三条',
    },
    {
      text: '自本决定作出之日起三年内，本机关不受理当事人的信用修复申请',
      citeText: '《市场监督管理信用修复管理办法》第二十三条',
    },
  ],
  remedies,
  copiesTo: ['江西省公共信用信息中心'],
};

const statement: ObjectionStatement = {
  kind: 'objection-statement',
  head: { ...head('YYSS20260422000003', 'S9WB-4KDN-3XQT'), organName: '江西省信用修复一件事服务平台' },
  subject,
  record,
  against: '公示期限不符合规定',
  receiver: organName,
  statement:
    '公示页面载明的最短公示期届满日为2026年7月8日。该处罚罚款五千元，属于一般失信信息，最短公示期三个月，应于2026年4月8日届满。',
  request: '将最短公示期届满日更正为2026年4月8日。',
  materials: [
    { name: '行政处罚决定书', source: '申请人提交' },
    { name: '公示页面截图', source: '申请人提交' },
  ],
  signature: { kind: 'typed', name: '某某某' },
  lodgedOn: '2026-04-22',
};

const answer: ObjectionAnswer = {
  kind: 'objection-answer',
  head: { ...head('示市监信修异〔2026〕2号', 'Y4RC-7TZP-1MGL'), issuedOn: '2026-04-29' },
  subject,
  record,
  against: '公示期限不符合规定',
  lodgedOn: '2026-04-22',
  acceptedOn: '2026-04-23',
  ground: '公示页面载明的最短公示期届满日为2026年7月8日，应为2026年4月8日',
  findings: [
    {
      text: '该处罚罚款人民币五千元，属于一般失信信息，最短公示期为三个月，自2026年1月8日起至2026年4月8日届满',
      evidence: '行政处罚决定书、公示系统数据',
      citeText: '《信用修复管理办法》第十二条',
    },
    { text: '公示页面的日期因录入时失信程度误填为“严重”而产生' },
  ],
  outcome: 'upheld',
  measures: [
    { text: '更正失信程度和最短公示期届满日，并通知有关公示网站同步更正', by: '2026-05-07' },
    { text: '自更正之日起，当事人可以申请信用修复' },
  ],
  basis: ['《信用修复管理办法》第十八条'],
  remedies,
  contact: { name: '信用监督管理科', phone: '0791-00000001' },
};

const served: ServiceReceipt = {
  kind: 'service-receipt',
  head: head('示市监信修准〔2026〕17号', 'H8VX-5ENJ-2CBQ'),
  subject,
  about: '信用修复申请（办件编号：JXXF20260408000012-1）',
  papers: [
    { title: '准予信用修复决定书', docNumber: '示市监信修准〔2026〕17号' },
    { title: '“信用修复一件事”联办申请表', docNumber: 'JXXF20260408000012' },
  ],
  way: '直接送达',
  place: '示例市政务服务中心综合窗口6号窗',
  servedOn: '2026-04-21',
  servedBy: '某某、某某某',
  receivedBy: '某某（经办人）',
};

const notice: GeneralNotice = {
  kind: 'general-notice',
  head: { ...head('示市监信修通〔2026〕6号', 'P3LM-9QSA-6UVY'), title: '信用修复办理中止告知书' },
  subject,
  sections: [
    {
      heading: '中止的事由',
      text: '你单位于2026年4月8日提出的信用修复申请（办件编号：JXXF20260408000012-1），因所涉行政处罚正在行政复议，复议机关决定停止执行，自2026年4月20日起中止办理。',
    },
    { heading: '期限的计算', text: '中止的时间不计入办理期限。中止的事由消除后，本机关即行恢复办理并另行告知。' },
  ],
  contact: { name: '信用监督管理科', phone: '0791-00000001' },
};

/** What an order about a record is told with: a plan of reorganisation, under the words that 107号 art 22 gives. */
export const shieldingNotice: GeneralNotice = {
  kind: 'general-notice',
  head: { ...head('示市监信修通〔2026〕7号', 'B6TW-3FRE-8QKM'), title: '失信信息临时屏蔽告知书' },
  subject,
  sections: [
    {
      heading: '事由和依据',
      text: '示例市市场监督管理局2026年1月8日对你单位作出的示市监罚〔2026〕3号（罚款 5000 元；示例事由），示例中级人民法院2026年4月13日《民事裁定书》（2026）赣01破1号已经批准重整计划或者认可和解协议。依据《市场监督管理信用修复管理办法》第二十二条，示例市市场监督管理局办理：临时屏蔽该信息。',
    },
    {
      heading: '处理的内容',
      text: '暂时屏蔽信息、添加“重整计划或者和解协议执行中”声明，暂时解除惩戒措施。\n声明写在公示处，并写明作出裁定的法院、日期和文号。',
    },
    {
      heading: '办理的时间',
      text: '2026年4月20日起通知信用中国（江西）、国家企业信用信息公示系统（江西）、江西省公共信用信息平台办理，最迟2026年4月29日办完。',
    },
    {
      heading: '以后怎样',
      text: '重整计划或者和解协议没有执行成功的，恢复公示并取消声明；执行完毕的，可以持法院确认执行完毕的裁定书申请信用修复。屏蔽不等于信用修复。',
    },
  ],
  contact: { name: '信用监督管理科', phone: '0791-00000001' },
  copiesTo: ['管理人'],
};

/** A model for each of the further papers. */
export const furtherSamples = {
  'removal-decision': removal,
  'revocation-decision': revocation,
  'objection-statement': statement,
  'objection-answer': answer,
  'service-receipt': served,
  'general-notice': notice,
} as const;

/** What the joint form bears once some of its items are decided: here, refused, and in a system of the unit's own. */
export const decidedOpinions: NonNullable<JointApplicationForm['opinions']> = [
  {
    organName,
    text: '准予信用修复',
    decidedOn: '2026-04-20',
    docNumber: '示市监信修准〔2026〕17号',
    recordDocNumber: record.docNumber,
    sealed: true,
  },
  {
    organName: '示例区市场监督管理局',
    text: '准予移出经营异常名录',
    decidedOn: '2026-04-13',
    recordDocNumber: '示区市监异〔2025〕305号',
  },
  {
    organName: '示例市应急管理局',
    text: '不予信用修复',
    decidedOn: '2026-04-22',
    docNumber: '示应急信修不准〔2026〕1号',
    recordDocNumber: '示应急列严〔2025〕2号',
    sealed: true,
  },
];
