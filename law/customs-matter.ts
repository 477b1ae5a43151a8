/** Item 6 of 附件3: customs grades and customs information, two procedures under one box. 282号. */
import { committed, letter, listDefaults, proof } from './general-papers.ts';
import type { Matter } from './matter.ts';

export const customsMatter: Matter = {
  ...listDefaults,
  key: 'customs-discredited',
  position: 6,
  name: '海关失信企业',
  plain: '被海关认定为失信企业或者严重失信企业，或者有海关处罚信息公示，改正后申请调整等级或者修复信息。',
  track: 'customs',
  sector: 'customs',
  provincialUnit: '南昌海关',
  authority: { text: '海关（南昌海关及其隶属海关）', cite: 'gacc282:38', sure: 'V' },
  levels: ['province', 'city'],
  subjectTypes: ['organisation', 'sole-trader'],
  excludes: [
    {
      subjectType: 'person',
      text: '海关失信企业只认定企业，企业相关人员不单独认定，也没有可以申请的修复。',
      cite: 'gacc282:2',
      sure: 'V',
    },
  ],
  conditions: [
    {
      key: 'minimum-period',
      text: '达到相应等待期限（调整等级三个月、六个月或者一年；一般失信信息三个月，严重失信信息一年）',
      cite: 'gacc282:29',
      sure: 'V',
    },
    { key: 'duties-performed', text: '已纠正失信行为，消除不良影响，履行法定义务', cite: 'gacc282:31', sure: 'V' },
    { ...committed, cite: 'gacc282:36(2)' },
  ],
  materials: [
    {
      ...proof,
      name: '纠正违法行为、消除不良影响、履行法定义务的证明材料',
      why: '海关自有或者可以共享取得的不要求提交',
      cite: 'gacc282:37(1)',
    },
    { ...letter, why: '失信信息修复须签署，在线完成；调整信用等级没有要求', cite: 'gacc282:37(2)' },
  ],
  extraFields: [
    {
      key: 'customs-route',
      label: '申请类型',
      type: 'choice',
      required: true,
      why: '等级调整和失信信息修复的等待期限、期限规定不同',
      choices: ['调整信用等级（失信企业）', '调整信用等级（严重失信企业）', '一般失信信息修复', '严重失信信息修复'],
    },
  ],
  exclusions: [
    {
      key: 'not-removed',
      text: '注册登记备案信息不实、未报送信用信息年度报告、拒不配合检查，尚未消除的，不予调整等级',
      cite: 'gacc282:31',
      sure: 'V',
    },
    {
      key: 'not-repairable',
      text: '法律、行政法规和党中央、国务院政策文件明确规定不可修复的，不予失信信息修复',
      cite: 'gacc282:40',
      sure: 'V',
    },
    {
      key: 'no-early-grade',
      text: '因刑事责任、走私、吊销许可、抗拒执法、行贿等被认定为失信企业的，没有提前申请调整等级的规定，一年内没有新情形的按常规企业管理（推断）',
      cite: 'gacc282:29',
      sure: 'D',
    },
  ],
};
