import type { Sureness } from './dated.ts';

/** A legal text or official paper the rules rest on. */
export interface Source {
  readonly title: string;
  /** As cited: 国家发展改革委令第36号. */
  readonly number: string;
  readonly issuer: string;
  /** First day in force; null where the text seen does not show it. */
  readonly inForce: string | null;
  /** First day no longer in force. */
  readonly repealed?: string;
  /** How far the text was read: V all articles the rules use, otherwise the weaker mark. */
  readonly read: Sureness;
  readonly readNote: string;
  /** Labels of places that are not numbered articles: `annex3` → 附件3. */
  readonly places?: Readonly<Record<string, string>>;
  /** Unit of a numbered place, 条 unless stated. */
  readonly unit?: '条' | '项';
}

function text(
  title: string,
  number: string,
  issuer: string,
  inForce: string | null,
  read: Sureness,
  readNote: string,
  rest: Partial<Source> = {},
): Source {
  return { title, number, issuer, inForce, read, readNote, ...rest };
}

const NDRC = '国家发展和改革委员会';
const SAMR = '国家市场监督管理总局';

/** Register of the texts. A citation id is `<id>` or `<id>:<article>[.<paragraph>][(<item>)]`; summaries stand in texts/<id>.md. */
export const sources = {
  ndrc36: text('信用修复管理办法', '国家发展改革委令第36号', NDRC, '2026-04-01', 'V', '全部三十条'),
  ndrc58: text(
    '失信行为纠正后的信用信息修复管理办法（试行）',
    '国家发展改革委令第58号',
    NDRC,
    '2023-05-01',
    'S',
    '仅见第一至三条，其余来自地方部门办事页面',
    {
      repealed: '2026-04-01',
    },
  ),
  'gbf22-2025': text(
    '关于进一步完善信用修复制度的实施方案',
    '国办发〔2025〕22号',
    '国务院办公厅',
    '2025-06-22',
    'F',
    '第一、二项原文，第三至十项为片段',
    {
      unit: '项',
    },
  ),
  samr107: text('市场监督管理信用修复管理办法', '市场监管总局令第107号', SAMR, '2025-12-25', 'V', '全部三十一条'),
  samr45: text(
    '市场监督管理行政处罚信息公示规定',
    '市场监管总局令第45号',
    SAMR,
    '2021-09-01',
    'V',
    '全部十九条；第十三、十四条与107号不一致处按新规定执行（推断）',
  ),
  samr44: text(
    '市场监督管理严重违法失信名单管理办法',
    '市场监管总局令第44号',
    SAMR,
    '2021-09-01',
    'V',
    '全部二十六条；2025年10月修订征求意见稿未见定稿',
  ),
  'samr3-2021': text(
    '市场监督管理信用修复管理办法（2021年）',
    '国市监信规〔2021〕3号',
    SAMR,
    '2021-09-01',
    'M',
    '未见原文',
    {
      repealed: '2025-12-25',
    },
  ),
  samr68r: text(
    '企业经营异常名录管理办法',
    '工商总局令第68号，市场监管总局令第101号修订',
    SAMR,
    '2014-10-01',
    'V',
    '2025年3月18日修订文本全部十九条',
  ),
  samr69r: text(
    '个体工商户年度报告办法',
    '工商总局令第69号，市场监管总局令第101号修订',
    SAMR,
    '2014-10-01',
    'V',
    '2025年3月18日修订文本全部二十三条',
  ),
  samr70r: text(
    '农民专业合作社年度报告公示办法',
    '工商总局令第70号，市场监管总局令第101号修订',
    SAMR,
    '2014-10-01',
    'V',
    '2025年3月18日修订文本，第十至十七条',
  ),
  eip24: text(
    '企业信息公示暂行条例',
    '国务院令第654号，2024年修订',
    '国务院',
    '2014-10-01',
    'V',
    '2024年3月10日修订文本',
  ),
  sta54: text(
    '重大税收违法失信主体信息公布管理办法',
    '国家税务总局令第54号',
    '国家税务总局',
    '2022-02-01',
    'V',
    '全部二十七条',
  ),
  spc17: text(
    '最高人民法院关于公布失信被执行人名单信息的若干规定',
    '法释〔2017〕7号',
    '最高人民法院',
    '2017-05-01',
    'V',
    '修改后全部十三条；施行日期为转引',
  ),
  gacc282: text(
    '中华人民共和国海关注册登记和备案企业信用管理办法',
    '海关总署令第282号',
    '海关总署',
    '2026-04-01',
    'V',
    '全部四十八条',
  ),
  gacc251: text(
    '中华人民共和国海关注册登记和备案企业信用管理办法（2021年）',
    '海关总署令第251号',
    '海关总署',
    '2021-11-01',
    'S',
    '仅见转引',
    {
      repealed: '2026-04-01',
    },
  ),
  mohrss45: text(
    '拖欠农民工工资失信联合惩戒对象名单管理暂行办法',
    '人力资源社会保障部令第45号',
    '人力资源和社会保障部',
    '2022-01-01',
    'V',
    '全部二十条',
  ),
  mca60: text('社会组织信用信息管理办法', '民政部令第60号', '民政部', '2018-01-24', 'S', '仅见第一至七条'),
  cl23: text(
    '中华人民共和国慈善法',
    '2023年修正',
    '全国人民代表大会常务委员会',
    '2024-09-05',
    'V',
    '第一百零一条、第一百零六条',
  ),
  agri29: text(
    '关于对农资领域严重失信生产经营单位及其有关人员开展联合惩戒的合作备忘录',
    '2017年29部门备忘录',
    '国家发展改革委等',
    '2017-01-01',
    'S',
    '仅见转引；备忘录不属于36号第四条所称依据',
  ),
  nbs35: text('统计严重失信企业信用管理办法', '国家统计局令第35号', '国家统计局', '2022-05-19', 'S', '仅见第一至五条'),
  mct7: text(
    '文化和旅游市场信用管理规定',
    '文化和旅游部令第7号',
    '文化和旅游部',
    '2022-01-01',
    'S',
    '仅见第一至三条、第五条、第七至十条',
  ),
  'mct-guide22': text(
    '文化和旅游市场信用修复工作指南',
    '2022年11月',
    '文化和旅游部',
    '2022-11-11',
    'S',
    '仅见地方转引',
  ),
  mem11: text(
    '安全生产严重失信主体名单管理办法',
    '应急管理部令第11号',
    '应急管理部',
    '2023-10-01',
    'S',
    '仅见第一至四条，第十二至十六条为转引',
  ),
  wsl21: text('中华人民共和国安全生产法', '2021年修正', '全国人民代表大会常务委员会', '2021-09-01', 'V', '第七十八条'),
  'mot8-2017': text(
    '关于界定严重违法失信超限超载运输行为和相关责任主体有关事项的通知',
    '交办公路〔2017〕8号',
    '交通运输部办公厅',
    '2017-02-01',
    'S',
    '仅见转引；是否仍执行待确认',
  ),
  hsr: text('公路安全保护条例', '国务院令第593号', '国务院', '2011-07-01', 'V', '第六十六条'),
  apl: text(
    '中华人民共和国行政处罚法',
    '2021年修订',
    '全国人民代表大会常务委员会',
    '2021-07-15',
    'V',
    '第九条、第四十八条、第五十一条',
  ),
  arl: text(
    '中华人民共和国行政复议法',
    '2023年修订',
    '全国人民代表大会常务委员会',
    '2024-01-01',
    'V',
    '第二十条、第二十四条、第二十七条、第八十八条',
  ),
  acl: text(
    '中华人民共和国行政诉讼法',
    '2017年修正',
    '全国人民代表大会常务委员会',
    '2017-07-01',
    'V',
    '第四十五条、第四十六条',
  ),
  pep: text(
    '中华人民共和国民营经济促进法',
    '2025年',
    '全国人民代表大会常务委员会',
    '2025-05-20',
    'V',
    '第四十五条、第五十四条',
  ),
  plan4: text(
    '江西省推动“信用修复一件事”实施方案',
    '赣信用办〔2024〕4号',
    '江西省社会信用体系建设工作联席会议办公室',
    '2024-05-14',
    'V',
    '全文',
    {
      places: {
        '2-1': '二（一）',
        '2-2': '二（二）',
        '2-3': '二（三）',
        '2-4': '二（四）',
        '2-5': '二（五）',
        '2-6': '二（六）',
        '3-8': '三（八）',
        annex1: '附件1',
        annex2: '附件2',
        annex3: '附件3',
      },
    },
  ),
} as const satisfies Record<string, Source>;

/** Id of a registered text. */
export type SourceId = keyof typeof sources;

/** The text of an id, or undefined. */
export function findSource(id: string): Source | undefined {
  return Object.hasOwn(sources, id) ? sources[id as SourceId] : undefined;
}
