/** What somebody may have seen about himself: in plain words, who decides about it, and where it is dealt with. */
export interface RecordDoor {
  readonly key: string;
  /** What people say they saw. */
  readonly seen: string;
  readonly place: 'here' | 'forwarded' | 'elsewhere';
  readonly shown: string;
  readonly decides: string;
  readonly way: string;
  /** Matters it leads to: key and what the link says. */
  readonly matters: readonly (readonly [matterKey: string, text: string])[];
  /** What is often taken for it, and where that is done. */
  readonly beside?: string;
  readonly links?: readonly (readonly [href: string, text: string])[];
}

/** In the order in which people come: what is often mistaken for ours stands first, so that nobody reads on in vain. */
export const recordDoors: readonly RecordDoor[] = [
  {
    key: 'bank-credit',
    seen: '信用卡、贷款逾期，银行说“征信有问题”',
    place: 'elsewhere',
    shown: '个人和企业的信用报告，由中国人民银行的征信系统记载。',
    decides: '放款的银行和中国人民银行征信中心。',
    way: '先问放款的银行；要看报告，到征信中心网站、手机银行，或者当地人民银行的查询点。报告写错了，可以向银行或者征信中心提出异议，不收费。这里查不到、也改不了。',
    matters: [],
    links: [['https://www.pbccrc.org.cn', '打开中国人民银行征信中心网站']],
  },
  {
    key: 'credit-china',
    seen: '在“信用中国”网站上看到行政处罚',
    place: 'here',
    shown: '“信用中国”网站和本省各级信用网站。',
    decides: '作出处罚的单位，如交通、消防、环保、住建部门。',
    way: '在这里申请，系统登记到“信用中国”，由作出处罚的单位审核。',
    matters: [['other-penalty', '处罚怎么修复']],
  },
  {
    key: 'market',
    seen: '在“国家企业信用信息公示系统”上看到处罚、经营异常或者严重违法',
    place: 'here',
    shown: '国家企业信用信息公示系统。',
    decides: '市场监管（药品监管）部门。',
    way: '在这里申请，系统送到公示系统，由作出决定的市场监管部门审核。',
    matters: [
      ['market-penalty', '处罚怎么修复'],
      ['abnormal-operation', '怎么移出经营异常名录'],
      ['market-serious', '怎么移出严重违法失信名单'],
    ],
  },
  {
    key: 'tax',
    seen: '税务机关公布的重大税收违法',
    place: 'here',
    shown: '税务机关网站和“信用中国”网站。',
    decides: '税务机关。',
    way: '缴清税款、滞纳金、罚款以后，在这里申请，由税务机关审核。',
    matters: [['tax-serious', '怎么提前停止公布']],
    beside: '纳税信用级别低是另一件事，到电子税务局或者办税服务厅办。',
  },
  {
    key: 'court',
    seen: '被法院列为失信被执行人（“老赖”），限制高消费',
    place: 'forwarded',
    shown: '法院的失信被执行人名单。',
    decides: '执行法院。',
    way: '要先履行判决，或者与申请执行人和解。删除由执行法院决定，我们只代您转送申请，不受理也不拒绝。',
    matters: [['judgment-defaulter', '看条件和怎么转送']],
    beside: '急用的，直接联系执行法官或者执行法院最快。',
  },
  {
    key: 'customs',
    seen: '被海关认定为失信企业',
    place: 'here',
    shown: '海关的企业信用公示。',
    decides: '海关。',
    way: '在这里申请，由海关审核。',
    matters: [['customs-discredited', '怎么修复']],
  },
  {
    key: 'lists',
    seen: '被别的部门列入严重失信名单：欠薪、安全生产、运输、农资……',
    place: 'here',
    shown: '各部门网站和“信用中国”网站。',
    decides: '把您列入名单的部门。',
    way: '在这里申请，由列入名单的部门审核。',
    matters: [
      ['wage-arrears', '拖欠农民工工资'],
      ['work-safety', '安全生产'],
      ['overloading', '货车超限超载'],
      ['farm-inputs', '种子、农药等农资'],
      ['statistics-serious', '统计造假'],
      ['culture-tourism', '文化和旅游'],
      ['charity-serious', '社会组织、慈善'],
    ],
  },
];
