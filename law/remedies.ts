/** What a person may do against non-acceptance, refusal or a wrong record, by who decided. */
import type { Sureness } from './dated.ts';
import type { Track } from './matter.ts';
import type { LawEntryKey } from './matter-keys.ts';
import { lawEntries } from './matters.ts';

export interface Remedy {
  readonly key: 'objection' | 'reconsideration' | 'litigation' | 'court-correction' | 'court-review' | 'correction';
  readonly name: string;
  readonly text: string;
  readonly cite: string;
  readonly sure: Sureness;
}

const litigation: Remedy = {
  key: 'litigation',
  name: '行政诉讼',
  text: '可以自知道或者应当知道作出该决定之日起六个月内向人民法院提起行政诉讼；先申请复议的，自收到复议决定书之日起十五日内起诉。',
  cite: 'acl:46',
  sure: 'V',
};
const reconsideration: Remedy = {
  key: 'reconsideration',
  name: '行政复议',
  text: '可以自知道该决定之日起六十日内，向作出决定部门的本级人民政府申请行政复议。',
  cite: 'arl:20',
  sure: 'V',
};
const vertical: Remedy = {
  ...reconsideration,
  text: '可以自知道该决定之日起六十日内，向上一级主管部门申请行政复议。',
  cite: 'arl:27',
};
// Survey teams are branches of 国家统计局 (行政复议法 art 25(2)); bureaus of statistics are departments of their government.
const statistics: Remedy = {
  ...reconsideration,
  text: '可以自知道该决定之日起六十日内申请行政复议：地方统计局作出的，向其本级人民政府；国家统计局派出的调查机构作出的，向国家统计局。',
  cite: 'arl:25',
};
const objection: Remedy = {
  key: 'objection',
  name: '异议申诉',
  text: '对不予受理、不予修复、公示内容有误或者公示期限不符的，可以通过“信用中国”网站或者直接向认定单位提出异议；认定单位受理后7个工作日内完成核查。',
  cite: 'ndrc36:18',
  sure: 'V',
};
const marketCorrection: Remedy = {
  key: 'correction',
  name: '更正公示信息',
  text: '有证据证明公示的行政处罚信息不准确的，有权要求作出处罚的市场监管部门更正。',
  cite: 'samr45:12',
  sure: 'V',
};
const abnormalObjection: Remedy = {
  key: 'objection',
  name: '对列入的异议',
  text: '对被列入经营异常名录有异议的，可以自公示之日起三十日内向作出列入决定的市场监管部门书面提出；部门5个工作日内决定是否受理，受理的20个工作日内核实，列入有错误的5个工作日内更正。',
  cite: 'samr68r:15',
  sure: 'V',
};
const market: Remedy = { ...reconsideration, cite: 'samr107:24' };
const court: readonly Remedy[] = [
  {
    key: 'court-correction',
    name: '申请纠正',
    text: '认为不应纳入、信息不准确或者应予删除的，可以向执行法院书面申请纠正，法院自收到之日起十五日（自然日）内审查。',
    cite: 'spc17:12',
    sure: 'V',
  },
  {
    key: 'court-review',
    name: '申请复议',
    text: '对驳回决定不服的，可以自决定书送达之日起十日（自然日）内向上一级人民法院申请复议；复议期间不停止原决定的执行。',
    cite: 'spc17:12',
    sure: 'V',
  },
];

const byTrack: Readonly<Record<Track, readonly Remedy[]>> = {
  general: [objection, reconsideration, litigation],
  market: [market, litigation],
  court,
  customs: [
    objection,
    {
      key: 'objection',
      name: '向海关申诉',
      text: '对失信信息修复不予受理、不予修复决定有异议的，可以向海关提出申诉。',
      cite: 'gacc282:39',
      sure: 'V',
    },
    vertical,
    litigation,
  ],
};

/** Where the entry's own rule, or the kind of its authority, says more than its track. */
const own: Readonly<Partial<Record<LawEntryKey, readonly Remedy[]>>> = {
  'market-penalty': [marketCorrection, market, litigation],
  'abnormal-operation': [abnormalObjection, market, litigation],
  'tax-serious': [objection, vertical, litigation],
  'wage-arrears': [objection, { ...reconsideration, cite: 'mohrss45:18' }, litigation],
  'statistics-serious': [objection, statistics, litigation],
};

/** Remedies of a law entry, in the order a person would use them. */
export function remediesOf(matter: LawEntryKey): readonly Remedy[] {
  return own[matter] ?? byTrack[lawEntries[matter].track];
}
