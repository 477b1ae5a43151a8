import { type DemoSubject, demoSubjects } from './demo-subjects.ts';
import type { PenaltySample } from './sample-rows.ts';

type Story = Omit<PenaltySample, 'name' | 'category' | 'identifier' | 'legalRep'>;

const CATEGORY = { organisation: '法人及非法人组织', 'sole-trader': '个体工商户', person: '自然人' } as const;

function of(subject: DemoSubject, story: Story): PenaltySample {
  const { name, identifier, legalRep, kind } = subject;
  return { name, identifier, ...(legalRep !== undefined && { legalRep }), category: CATEGORY[kind], ...story };
}

const DONE = { procedure: '普通程序', performed: '是' };
const DONGHU = '南昌市东湖区市场监督管理局';
const ADVERTISING = '《中华人民共和国广告法》第五十五条';
const SAFETY = '《中华人民共和国安全生产法》第九十七条';

/**
 * Penalties of the demonstration subjects. What each is for, as of 2026-11-23, stands beside it; dates are fixed.
 * The legal-person sheet has all but the last, the natural-person sheet the last.
 */
export const demoPenalties: readonly PenaltySample[] = [
  // General class, published more than three months ago, duties done: may be repaired.
  of(demoSubjects.restaurant, {
    ...DONE,
    docNumber: '洪东市监罚〔2026〕118号',
    act: '发布虚假广告',
    actFacts: '在店堂招贴中虚构获奖情况，引人误解。',
    basis: ADVERTISING,
    kinds: '罚款',
    content: '处罚款60000元。',
    fine: '6',
    findingDate: '2026-05-18',
    publishedDate: '2026-05-25',
    bracket: '一般',
    field: '其他',
    organ: DONGHU,
    correctionDate: '2026-05-22',
  }),
  // A second one of the same organ: several penalties go into one application.
  of(demoSubjects.restaurant, {
    ...DONE,
    docNumber: '洪东市监罚〔2026〕163号',
    act: '价格违法',
    actFacts: '未按规定明码标价，结算时收取未标明的费用。',
    basis: '《中华人民共和国价格法》第四十二条',
    kinds: '罚款、没收违法所得',
    content: '没收违法所得1200元，处罚款5000元。',
    fine: '0.5',
    confiscation: '0.12',
    findingDate: '2026-07-06',
    publishedDate: '2026-07-10',
    bracket: '一般',
    field: '其他',
    organ: DONGHU,
    correctionDate: '2026-07-15',
  }),
  // Other field, class set by the authority: may be repaired.
  of(demoSubjects.restaurant, {
    ...DONE,
    docNumber: '洪应急罚〔2026〕47号',
    act: '未按规定对从业人员进行安全生产教育',
    actFacts: '后厨新上岗人员未经安全培训即上岗作业。',
    basis: SAFETY,
    kinds: '罚款',
    content: '处罚款20000元。',
    fine: '2',
    findingDate: '2026-04-20',
    publishedDate: '2026-04-27',
    degree: '一般',
    organ: '南昌市应急管理局',
    correctionDate: '2026-05-08',
  }),
  // Same class, found six weeks ago: not yet.
  of(demoSubjects.restaurant, {
    ...DONE,
    docNumber: '洪应急罚〔2026〕131号',
    act: '安全设备未按规定维护',
    actFacts: '燃气报警装置失效未及时更换。',
    basis: SAFETY,
    kinds: '罚款',
    content: '处罚款10000元。',
    fine: '1',
    findingDate: '2026-10-09',
    publishedDate: '2026-10-15',
    degree: '一般',
    organ: '南昌市应急管理局',
    correctionDate: '2026-10-20',
  }),
  // Minor: 通报批评 only; its publication ends by itself after three months.
  of(demoSubjects.restaurant, {
    ...DONE,
    docNumber: '洪东市监罚〔2026〕240号',
    act: '未按规定公示营业执照',
    actFacts: '未在经营场所醒目位置公示营业执照，责令改正后及时改正。',
    basis: '《中华人民共和国市场主体登记管理条例》第四十八条',
    kinds: '通报批评',
    content: '给予通报批评。',
    findingDate: '2026-10-08',
    publishedDate: '2026-10-12',
    field: '其他',
    organ: DONGHU,
    correctionDate: '2026-10-08',
  }),
  // A fine in a field that leaves the class to the authority, which has not set it: needs classification.
  of(demoSubjects.restaurant, {
    ...DONE,
    docNumber: '洪交罚〔2026〕86号',
    act: '未按规定办理货物运输备案',
    actFacts: '自备车辆配送食材未按规定备案。',
    basis: '《中华人民共和国道路运输条例》第六十四条',
    kinds: '罚款',
    content: '处罚款3000元。',
    fine: '0.3',
    findingDate: '2026-05-06',
    publishedDate: '2026-05-12',
    organ: '南昌市交通运输局',
    correctionDate: '2026-05-15',
  }),
  // Serious by field (key industrial products), a year not over yet, fine not paid.
  of(demoSubjects.materials, {
    docNumber: '赣章市监罚〔2026〕32号',
    act: '生产不合格产品',
    actFacts: '生产的建筑防水材料经抽检不合格。',
    basis: '《中华人民共和国产品质量法》第四十九条',
    kinds: '罚款；没收违法所得',
    content: '没收违法所得8000元，处罚款30000元。',
    fine: '3',
    confiscation: '0.8',
    findingDate: '2026-03-12',
    publishedDate: '2026-03-18',
    procedure: '普通程序',
    bracket: '一般',
    field: '重要工业产品',
    performed: '否',
    organ: '赣州市章贡区市场监督管理局',
  }),
  // No application route: a revoked licence is shown for three years.
  of(demoSubjects.haulier, {
    ...DONE,
    docNumber: '浔市监罚〔2026〕15号',
    act: '提交虚假材料取得许可',
    actFacts: '提交虚假材料取得特种设备使用许可。',
    basis: '《中华人民共和国行政许可法》第七十九条',
    kinds: '吊销许可证件',
    content: '吊销特种设备使用许可。',
    licence: '特种设备使用许可 示例字第0003号',
    findingDate: '2026-02-10',
    publishedDate: '2026-02-14',
    field: '特种设备',
    organ: '九江市浔阳区市场监督管理局',
    correctionDate: '2026-02-20',
  }),
  // 个体工商户 (code 92) in the legal-person sheet, low fine in the lighter bracket.
  of(demoSubjects.snackShop, {
    ...DONE,
    procedure: '简易程序',
    docNumber: '洪东市监罚〔2026〕205号',
    act: '未按规定公示价格',
    actFacts: '未在菜单上标明部分菜品价格。',
    basis: '《中华人民共和国价格法》第四十二条',
    kinds: '罚款',
    content: '处罚款500元。',
    fine: '0.05',
    findingDate: '2026-09-02',
    publishedDate: '2026-09-07',
    bracket: '从轻',
    field: '其他',
    organ: DONGHU,
    correctionDate: '2026-09-02',
  }),
  of(demoSubjects.snackShop, {
    ...DONE,
    docNumber: '洪东市监罚〔2025〕377号',
    act: '经营超过保质期的食品',
    actFacts: '经营超过保质期的调味料。',
    basis: '《中华人民共和国食品安全法》第一百二十四条',
    kinds: '罚款、没收非法财物',
    content: '没收超过保质期的调味料6瓶，处罚款5000元。',
    fine: '0.5',
    findingDate: '2025-10-15',
    publishedDate: '2025-10-21',
    bracket: '一般',
    field: '食品',
    organ: DONGHU,
    correctionDate: '2025-10-28',
  }),
  of(demoSubjects.person, {
    ...DONE,
    docNumber: '洪文旅罚〔2026〕21号',
    act: '未取得导游证从事导游活动',
    actFacts: '未取得导游证，为旅游团队提供导游服务。',
    basis: '《中华人民共和国旅游法》第一百零二条',
    kinds: '罚款',
    content: '处罚款2000元。',
    fine: '0.2',
    findingDate: '2026-06-11',
    publishedDate: '2026-06-17',
    degree: '一般',
    organ: '南昌市文化广电旅游局',
    correctionDate: '2026-06-20',
  }),
];
