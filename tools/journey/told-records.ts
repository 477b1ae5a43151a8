import { demoSubjects } from '../../samples/demo-subjects.ts';
import type { PenaltySample } from '../../samples/sample-rows.ts';

/** The records of one run, by what becomes of them. The values are document numbers that no other run has. */
export type RunRecord =
  | 'tax'
  | 'wage'
  | 'culture'
  | 'statistics'
  | 'safety'
  | 'court'
  | 'abnormal'
  | 'market'
  | 'marketRefused'
  | 'other'
  | 'tooEarly'
  | 'outage'
  | 'elsewhere';

const { materials } = demoSubjects;
const market = '南昌市东湖区市场监督管理局';

/** A listing as a run invents it; of the restaurant unless it says otherwise. */
export interface Listing {
  readonly of: RunRecord;
  readonly matter: string;
  readonly docNumber: string;
  readonly act: string;
  readonly basis: string;
  readonly organ: string;
  /** How long ago it was found. */
  readonly months: number;
  readonly performed?: string;
  readonly subject?: typeof materials;
}

/** The listings of a run; `year` gives the year that many months ago. */
export function listings(run: string, year: (months: number) => string): readonly Listing[] {
  const number = (word: string, months: number, serial: number) => `${word}〔${year(months)}〕${run}${serial}号`;
  const law = '严重失信主体名单管理办法';
  return [
    {
      of: 'tax',
      matter: '重大税收违法失信主体名单',
      docNumber: number('洪税稽失信', 15, 1),
      act: '偷税',
      basis: '《重大税收违法失信主体信息公布管理办法》第六条',
      organ: '国家税务总局南昌市税务局',
      months: 15,
    },
    {
      of: 'wage',
      matter: '拖欠农民工工资失信联合惩戒对象名单',
      docNumber: number('洪人社失信', 15, 2),
      act: '拖欠农民工工资，责令限期支付逾期未支付',
      basis: '《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条',
      organ: '南昌市人力资源和社会保障局',
      months: 15,
    },
    {
      of: 'culture',
      matter: '文化和旅游市场严重失信主体',
      docNumber: number('洪文旅失信', 17, 3),
      act: '擅自从事娱乐场所经营活动，情节严重',
      basis: '《文化和旅游市场信用管理规定》',
      organ: '南昌市文化广电旅游局',
      months: 17,
    },
    {
      of: 'statistics',
      matter: '统计严重失信主体名单',
      docNumber: number('洪统失信', 16, 4),
      act: '提供不真实的统计资料',
      basis: '《统计严重失信企业信用管理办法》',
      organ: '南昌市统计局',
      months: 16,
    },
    {
      of: 'safety',
      matter: '安全生产严重失信主体名单',
      docNumber: number('洪应急失信', 14, 5),
      act: '发生生产安全事故后瞒报',
      basis: `《安全生产${law}》`,
      organ: '南昌市应急管理局',
      months: 14,
    },
    {
      of: 'court',
      matter: '失信被执行人名单',
      docNumber: `（${year(8)}）赣0102执${run}6号`,
      act: '有履行能力而拒不履行生效法律文书确定义务',
      basis: '最高人民法院关于公布失信被执行人名单信息的若干规定',
      organ: '南昌市东湖区人民法院',
      months: 8,
      performed: '已履行完毕',
    },
    {
      of: 'abnormal',
      matter: '企业经营异常名录移出（恢复正常记载状态）',
      docNumber: number('洪东市监异列', 4, 7),
      act: '未按照规定的期限公示年度报告',
      basis: '《企业信息公示暂行条例》第十八条',
      organ: market,
      months: 4,
    },
    {
      of: 'elsewhere',
      matter: '安全生产严重失信主体名单',
      docNumber: number('赣市应急失信', 14, 8),
      act: '未按规定报告生产安全事故',
      basis: `《安全生产${law}》`,
      organ: '赣州市应急管理局',
      months: 14,
      subject: materials,
    },
  ];
}

/** A penalty of the restaurant as a run invents it. */
export interface Penalty {
  readonly of: RunRecord;
  readonly word: string;
  readonly serial: number;
  readonly months: number;
  readonly act: string;
  readonly basis: string;
  readonly organ: string;
  readonly extra: Partial<PenaltySample>;
}

const ordinaryMarket = { bracket: '一般', field: '其他' };
const ordinaryOther = { degree: '一般' };

/** The penalties of a run. */
export function penalties(): readonly Penalty[] {
  const safety = '《中华人民共和国安全生产法》第九十七条';
  const advertising = '《中华人民共和国广告法》第五十五条';
  return [
    {
      of: 'market',
      word: '洪东市监罚',
      serial: 11,
      months: 6,
      act: '发布虚假广告',
      basis: advertising,
      organ: market,
      extra: ordinaryMarket,
    },
    {
      of: 'marketRefused',
      word: '洪东市监罚',
      serial: 12,
      months: 5,
      act: '价格违法',
      basis: '《中华人民共和国价格法》第四十二条',
      organ: market,
      extra: ordinaryMarket,
    },
    {
      of: 'other',
      word: '洪应急罚',
      serial: 13,
      months: 6,
      act: '未按规定对从业人员进行安全生产教育',
      basis: safety,
      organ: '南昌市应急管理局',
      extra: ordinaryOther,
    },
    {
      of: 'tooEarly',
      word: '洪应急罚',
      serial: 14,
      months: 1,
      act: '安全设备未按规定维护',
      basis: safety,
      organ: '南昌市应急管理局',
      extra: ordinaryOther,
    },
    {
      of: 'outage',
      word: '洪交罚',
      serial: 15,
      months: 5,
      act: '未按规定办理货物运输备案',
      basis: '《中华人民共和国道路运输条例》第六十四条',
      organ: '南昌市交通运输局',
      extra: ordinaryOther,
    },
  ];
}
