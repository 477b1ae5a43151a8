/** What the rules of market supervision, the court, customs and the sector lists leave open. */
import type { OpenQuestion } from './open-question.ts';
import { marketEntries } from './tracks.ts';

export const trackQuestions: readonly OpenQuestion[] = [
  {
    id: 'Q7',
    question:
      '107号的公示期从何日起算；同时受到警告和较低数额罚款等组合是否仍属轻微；45号第十四条第（四）项（不在名录、名单中）是否仍适用？',
    who: '省市场监管局',
    until: '自公示之日起算；组合由处罚机关分类；不再要求不在名录、名单中。',
    cite: ['samr107:7', 'samr107:11', 'samr45:13', 'samr45:14', 'lfl23:103'],
    matters: ['market-penalty', 'market-serious'],
  },
  {
    id: 'Q8',
    question: '农资领域名单的依据、期限、文书；名单是否仍在执行？',
    who: '省农业农村厅',
    until: '名单和原处罚两种理解都满足才判断可以申请，否则需要确认。',
    cite: ['ndrc36:4.2', 'agri29'],
    matters: ['farm-inputs'],
  },
  {
    id: 'Q9',
    question: '交办公路〔2017〕8号是否仍有效；超限超载名单由哪一级列入；车辆转让以后名单归谁？',
    who: '省交通运输厅',
    until: '名单和原处罚两种理解都满足才判断可以申请，否则需要确认；二年的期限只提示。',
    cite: ['ndrc36:4.2', 'mot8-2017', 'hsr:66'],
    matters: ['overloading'],
  },
  {
    id: 'Q10',
    question:
      '海关失信信息公示期起算日、等级调整的办理期限、在江西由哪一级海关决定、2026年4月1日前认定的企业如何衔接、异议答复的期限？',
    who: '南昌海关',
    until: '各路径结果一致时给出结论，不一致时需要确认；等级调整不显示自己的办理期限。',
    cite: ['gacc282:13', 'gacc282:29', 'gacc282:35', 'gacc282:48'],
    matters: ['customs-discredited'],
  },
  {
    id: 'Q11',
    question:
      '民政部令第60号第八条以后、国家统计局令第35号第六条以后、文化和旅游部令第7号第十一条以后、应急管理部令第11号第六条以后的原文。',
    who: '省民政厅、省统计局、省文化和旅游厅、省应急管理厅',
    until: '转引和记忆的数值只提示，不据以拒绝。',
    cite: ['mca60', 'nbs35', 'mct7', 'mem11'],
    matters: ['charity-serious', 'statistics-serious', 'culture-tourism', 'work-safety'],
  },
  {
    id: 'Q13',
    question: '44号的修订（2025年10月征求意见）是否已经出台；知识产权管理部门是否适用107号？',
    who: '省市场监管局',
    until: '按44号现行文本和107号；由知识产权管理部门列入的，按列入决定载明的部门转递。',
    cite: ['samr44:25', 'samr107:30'],
    matters: ['market-serious'],
  },
  {
    id: 'Q29',
    question: '107号重整期间的临时修复，管理人能否申请；执行完毕后停止公示是否不看最短公示期？',
    who: '省市场监管局',
    until: '转递登记地部门，由其决定。',
    cite: ['samr107:22'],
    matters: marketEntries,
  },
  {
    id: 'Q30',
    question: '最高人民法院2025年以来对失信被执行人名单有无新的规定；江西法院删除、修复的办理程序和联系渠道？',
    who: '省法院',
    until: '按法释〔2017〕7号，只转递，不受理也不拒绝。',
    cite: ['spc17:10', 'spc17:12'],
    matters: ['judgment-defaulter'],
  },
  {
    id: 'Q31',
    question:
      '经信用中国申请的税务、人社名单，办理期限按36号（3个、7个工作日）还是按部门规章（税务2个、15个，人社15个工作日）？',
    who: '省发展改革委会同省税务局、省人社厅',
    until: '按36号计算并显示，部门规章的期限并列提示。',
    cite: ['ndrc36:16', 'sta54:20', 'sta54:21', 'mohrss45:14', 'lfl23:106'],
    matters: ['tax-serious', 'wage-arrears'],
  },
  {
    id: 'Q32',
    question: '税务名单的三年自公布之日计算（54号），36号自认定之日计算，两个三年不同日时以哪个为准？',
    who: '省发展改革委会同省税务局',
    until: '两个日期之间标为需要确认。',
    cite: ['sta54:17', 'ndrc36:7', 'ndrc36:12'],
    matters: ['tax-serious'],
  },
  {
    id: 'Q33',
    question: '社会组织名单是否仍须列入满二年；名单是否包括个人、个体工商户；期满是否自动移出？',
    who: '省民政厅',
    until: '二年只提示，一年至二年之间标为需要确认；个人、个体工商户标为需要确认。',
    cite: ['mca60', 'ndrc36:12'],
    matters: ['charity-serious'],
  },
  {
    id: 'Q34',
    question: '统计名单的公示期是一年还是三年；调查队认定的企业向谁申请、复议由谁管辖？',
    who: '省统计局、国家统计局江西调查总队',
    until: '按36号显示，旧办法的一年不采用；按认定机构转办；复议写明两种情形。',
    cite: ['nbs35:4', 'ndrc36:12', 'arl:25'],
    matters: ['statistics-serious'],
  },
  {
    id: 'Q35',
    question: '文旅严重失信主体是否作出信用承诺；信用修复培训是否为条件；再次修复是否须间隔一年？',
    who: '省文化和旅游厅',
    until: '承诺照36号签署，没有培训记录也可以先申请；一年间隔不采用。',
    cite: ['mct-guide22', 'mct7', 'ndrc36:14(3)'],
    matters: ['culture-tourism'],
  },
  {
    id: 'Q36',
    question: '安全生产名单提前移出的条件、材料、办理期限；单位移出时人员是否一并移出？',
    who: '省应急管理厅',
    until: '按36号的条件和材料办理；单位和人员各自申请。',
    cite: ['mem11', 'ndrc36:14', 'ndrc36:15'],
    matters: ['work-safety'],
  },
  {
    id: 'Q37',
    question:
      '海关失信企业因刑事责任、走私、吊销等（第十五条第一、二、五、八、九、十项）认定的，能否提前申请调整等级？',
    who: '南昌海关',
    until: '条文没有提前申请的规定，提示一年内无新情形的按常规企业管理，不据以拒绝。',
    cite: ['gacc282:15', 'gacc282:29'],
    matters: ['customs-discredited'],
  },
  {
    id: 'Q38',
    question: '公告送达《信用修复告知书》是否也要经过三十日？',
    who: '省司法厅',
    until: '按三十日提示送达日期，早于它的请经办人核对，不据以拒绝。',
    cite: ['apl:61', 'cpl23:95'],
    matters: ['other-penalty'],
  },
];
