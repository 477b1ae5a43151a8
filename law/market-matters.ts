/** Items 1–3 of 附件3: market supervision, on the national market platform. 107号. */
import type { Condition, Material, Matter } from './matter.ts';

const papers: readonly Material[] = [
  {
    key: 'application',
    name: '信用修复申请书（总局文书范本）',
    why: '由联办申请表内容生成',
    cite: 'samr107:14',
    sure: 'V',
    source: 'shared',
    required: true,
  },
  {
    key: 'identity',
    name: '申请人主体资格文件',
    why: '登记信息共享取得，不要求提交',
    cite: 'samr107:14',
    sure: 'V',
    source: 'shared',
    required: true,
  },
  {
    key: 'commitment',
    name: '守信承诺书',
    why: '在线签署',
    cite: 'samr107:14',
    sure: 'V',
    source: 'shared',
    required: true,
  },
];

const correction: Material = {
  key: 'correction-proof',
  name: '履行法定义务、纠正违法行为、实施整改的材料',
  why: '罚没款缴纳可由处罚机关核对；其余整改情况只有申请人掌握',
  cite: 'samr107:14',
  sure: 'V',
  source: 'applicant',
  required: true,
};

const publicInterest: Condition = {
  key: 'public-interest',
  text: '修复不会危害国家安全、社会公共利益',
  cite: 'samr107:18',
  sure: 'V',
};
const performed: Condition = {
  key: 'duties-performed',
  text: '已自觉履行行政处罚决定中规定的义务',
  cite: 'samr107:11(1)',
  sure: 'V',
};
const rectified: Condition = {
  key: 'rectified',
  text: '已主动整改，消除危害后果和不良影响',
  cite: 'samr107:11(2)',
  sure: 'V',
};
const fraudBar: Condition = {
  key: 'fraud-bar',
  text: '三年内没有因隐瞒真实情况、弄虚作假被不予修复或者撤销修复',
  cite: 'samr107:23',
  sure: 'V',
};

export const marketMatters: readonly Matter[] = [
  {
    key: 'market-penalty',
    position: 1,
    name: '行政处罚信息修复（市场监管领域）',
    plain: '市场监管、药品监管部门的处罚决定挂在国家企业信用信息公示系统上，想提前撤下来。',
    recordType: 'penalty',
    track: 'market',
    sector: 'market',
    provincialUnit: '省市场监管局',
    authority: { text: '作出行政处罚决定的市场监督管理部门', cite: 'samr107:4(1)', sure: 'V' },
    levels: ['province', 'city', 'county'],
    subjectTypes: ['organisation', 'sole-trader', 'person'],
    excludes: [],
    receiver: 'market-platform',
    decider: 'outside',
    conditions: [
      {
        key: 'minimum-period',
        text: '最短公示期届满（一般三个月，严重一年；附限制期限的，期限同时届满）',
        cite: 'samr107:8',
        sure: 'V',
      },
      performed,
      rectified,
      { key: 'no-repeat', text: '没有因同一类违法行为再次受到市场监管部门行政处罚', cite: 'samr107:11(3)', sure: 'V' },
    ],
    materials: [...papers, correction],
    extraFields: [],
    exclusions: [
      {
        key: 'no-application',
        text: '降低资质等级、吊销许可证件、吊销营业执照、责令关闭的处罚不受理提前停止公示申请，满三年自动停止',
        cite: 'samr107:8(3)',
        sure: 'V',
      },
      publicInterest,
      fraudBar,
    ],
  },
  {
    key: 'abnormal-operation',
    position: 2,
    name: '企业经营异常名录移出（恢复正常记载状态）',
    plain: '没报年报、地址联系不上等被列入经营异常名录，改正后申请移出，不用等。',
    recordType: 'abnormal',
    track: 'market',
    sector: 'market',
    provincialUnit: '省市场监管局',
    authority: { text: '当事人登记地市场监督管理部门', cite: 'samr107:4(3)', sure: 'V' },
    levels: ['province', 'city', 'county'],
    subjectTypes: ['organisation', 'sole-trader'],
    excludes: [
      {
        subjectType: 'person',
        text: '经营异常名录只列企业、个体工商户和农民专业合作社，自然人没有可移出的记录。',
        cite: 'samr68r:4',
        sure: 'V',
      },
    ],
    receiver: 'market-platform',
    decider: 'outside',
    conditions: [
      {
        key: 'cured',
        text: '列入原因已消除：补报年报、履行公示义务、办理名称或住所变更、可以重新取得联系，或者改正其他违法行为',
        cite: 'samr107:12',
        sure: 'V',
      },
    ],
    materials: [
      ...papers,
      { ...correction, why: '年报、公示、变更登记可由公示系统核对；仅地址恢复联系等情形需补充', required: false },
    ],
    extraFields: [
      {
        key: 'listing-ground',
        label: '列入原因',
        type: 'choice',
        required: true,
        why: '不同原因核实办法不同；无法联系情形自核实之日起计算决定期限',
        choices: [
          '未按期报送公示年度报告',
          '未按责令期限公示信息',
          '未办理企业名称变更登记',
          '通过登记住所无法联系',
          '其他违法行为',
        ],
      },
    ],
    exclusions: [publicInterest, fraudBar],
  },
  {
    key: 'market-serious',
    position: 3,
    name: '市场监督管理严重违法失信名单',
    plain: '被市场监管部门列入严重违法失信名单，满一年且改正后申请提前移出。',
    recordType: 'serious-list',
    track: 'market',
    sector: 'market',
    provincialUnit: '省市场监管局',
    authority: { text: '作出列入决定的市场监督管理部门', cite: 'samr107:4(4)', sure: 'V' },
    levels: ['province', 'city', 'county'],
    subjectTypes: ['organisation', 'sole-trader', 'person'],
    excludes: [],
    receiver: 'market-platform',
    decider: 'outside',
    conditions: [
      { key: 'minimum-period', text: '公示期满一年', cite: 'samr107:13', sure: 'V' },
      {
        key: 'duties-performed',
        text: '已自觉履行行政处罚、行政裁决等行政决定中规定的义务',
        cite: 'samr107:13(1)',
        sure: 'V',
      },
      { ...rectified, cite: 'samr107:13(2)' },
      { key: 'no-heavier', text: '未再受到市场监管部门较重行政处罚', cite: 'samr107:13(3)', sure: 'V' },
      { key: 'measures-over', text: '依法实施的管理措施期限已经届满', cite: 'samr107:13.2', sure: 'V' },
    ],
    materials: [...papers, correction],
    extraFields: [],
    exclusions: [publicInterest, fraudBar],
  },
];
