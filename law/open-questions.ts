/** What the texts leave open: who can answer, and what the software does until then. */
export interface OpenQuestion {
  readonly id: string;
  readonly question: string;
  readonly who: string;
  readonly until: string;
  readonly cite: readonly string[];
}

export const openQuestions: readonly OpenQuestion[] = [
  {
    id: 'Q1',
    question: '36号施行前认定的信息，公示期按旧办法还是新办法计算？',
    who: '省发展改革委',
    until: '按新办法计算；旧办法今天更有利的，标为需要确认并列出两种结果。',
    cite: ['ndrc36:30', 'pep:45'],
  },
  {
    id: 'Q2',
    question: '各领域较小、较大、巨额罚款的数额标准。',
    who: '省级各行业主管部门',
    until: '单凭罚款不判断类别，由认定单位分类。',
    cite: ['ndrc36:8', 'ndrc36:9', 'ndrc36:10', 'ndrc36:11'],
  },
  {
    id: 'Q3',
    question: '没收违法所得、行政拘留、吊销营业执照在36号下属于哪一类？',
    who: '省发展改革委',
    until: '由认定单位分类。',
    cite: ['ndrc36:9', 'ndrc36:10'],
  },
  {
    id: 'Q4',
    question: '最长公示期届满但未纠正、未履行的，各行业如何处理？',
    who: '省级各行业主管部门',
    until: '标为需要确认，不推定继续公示也不推定停止。',
    cite: ['ndrc36:12.2'],
  },
  {
    id: 'Q5',
    question: '税务、人社名单（原文）和统计、文旅名单（未见原文）提前移出的等待期是六个月还是一年？',
    who: '省发展改革委会同省税务局、省人社厅、省统计局、省文化和旅游厅',
    until: '两个期限之间标为需要确认，可以提交，由认定单位决定。',
    cite: ['ndrc36:5', 'ndrc36:11', 'ndrc36:12', 'sta54:18', 'mohrss45:12'],
  },
  {
    id: 'Q6',
    question: '36号第二十五条的三年从何日起算；是否撤销已准予的修复？',
    who: '省发展改革委',
    until: '自查实之日起三年内按不得申请处理；三年后不再限制，仅提示。',
    cite: ['ndrc36:25'],
  },
  {
    id: 'Q7',
    question:
      '107号的公示期从何日起算；同时受到警告和较低数额罚款等组合是否仍属轻微；45号第十四条第（四）项（不在名录、名单中）是否仍适用？',
    who: '省市场监管局',
    until: '自公示之日起算；组合由处罚机关分类；不再要求不在名录、名单中。',
    cite: ['samr107:7', 'samr45:13', 'samr45:14'],
  },
  {
    id: 'Q8',
    question: '农资领域名单的依据、期限、文书；名单是否仍在执行？',
    who: '省农业农村厅',
    until: '名单和原处罚两种理解都满足才判断可以申请，否则需要确认。',
    cite: ['ndrc36:4.2'],
  },
  {
    id: 'Q9',
    question: '交办公路〔2017〕8号是否仍有效；超限超载名单由哪一级列入？',
    who: '省交通运输厅',
    until: '同上。',
    cite: ['ndrc36:4.2', 'mot8-2017'],
  },
  {
    id: 'Q10',
    question: '海关失信信息公示期起算日、等级调整的办理期限、2026年4月1日前认定的企业如何衔接？',
    who: '南昌海关',
    until: '各路径结果一致时给出结论，不一致时需要确认。',
    cite: ['gacc282:35', 'gacc282:29'],
  },
  {
    id: 'Q11',
    question: '民政部令第60号第八条以后、国家统计局令第35号、文化和旅游部令第7号、应急管理部令第11号修复章节原文。',
    who: '省民政厅、省统计局、省文化和旅游厅、省应急管理厅',
    until: '转引和记忆的数值只提示，不据以拒绝。',
    cite: ['mca60', 'nbs35', 'mct7', 'mem11'],
  },
  {
    id: 'Q12',
    question: '补正期间3个工作日、10个工作日是否中止；申请人补正的期限？',
    who: '省发展改革委',
    until: '由目录设定的补正期限执行并显示，10个工作日照常显示。',
    cite: ['ndrc36:16'],
  },
];
