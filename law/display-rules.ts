/** What shapes a record's display beside its class: several penalties in one, penalties with a term, natural persons, other laws' periods. */
import { dated } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import { administrativeEntries, creditChinaEntries } from './tracks.ts';

/** 同一失信信息涉及多种处罚 */
export interface SeveralPenalties {
  readonly governs: 'longest';
  /** Whether minor limbs that come together are still minor. */
  readonly minorTogether: 'by-the-longest' | 'not-stated';
}

export const generalSeveral = dated<SeveralPenalties>({
  from: '2026-04-01',
  value: { governs: 'longest', minorTogether: 'by-the-longest' },
  cite: ['ndrc36:12.3'],
  sure: 'V',
});

export const marketSeveral = dated<SeveralPenalties>({
  from: '2025-12-25',
  value: { governs: 'longest', minorTogether: 'not-stated' },
  cite: ['samr107:6.2', 'samr107:7.1'],
  sure: 'V',
  note: '第七条每一项都写“仅受到”，警告和较低数额罚款并处是否轻微由处罚机关分类。',
});

/** 附带期限的处罚 */
export interface AttachedTerm {
  readonly barsEarlyEnd: true;
  /** Whether display is lengthened past its maximum until the term is over. */
  readonly lengthensMaximum: boolean;
  readonly of: string;
}

export const generalTerm = dated<AttachedTerm>({
  from: '2026-04-01',
  value: { barsEarlyEnd: true, lengthensMaximum: false, of: '附带期限的处罚' },
  cite: ['ndrc36:12.3', 'ndrc36:12.2'],
  sure: 'V',
  note: '不延长最长公示期：第三款只写“不得提前终止公示”。',
});

export const marketTerm = dated<AttachedTerm>(
  {
    from: '2021-09-01',
    value: { barsEarlyEnd: true, lengthensMaximum: true, of: '限制开展生产经营活动、限制从业（超过三年）' },
    cite: ['samr45:13.3', 'samr45:14.3'],
    sure: 'V',
  },
  {
    from: '2025-12-25',
    value: { barsEarlyEnd: true, lengthensMaximum: true, of: '限制开展生产经营活动、责令停产停业、限制从业' },
    cite: ['samr107:8.2', 'samr107:8.4'],
    sure: 'V',
  },
);

export const marketListTerm = dated<AttachedTerm>(
  {
    from: '2021-09-01',
    value: { barsEarlyEnd: true, lengthensMaximum: true, of: '依法律、行政法规实施的管理措施' },
    cite: ['samr44:16.2', 'samr44:21'],
    sure: 'V',
  },
  {
    from: '2025-12-25',
    value: { barsEarlyEnd: true, lengthensMaximum: true, of: '依法律、行政法规实施的管理措施' },
    cite: ['samr107:13.2', 'samr107:8.2', 'samr44:21'],
    sure: 'V',
    note: '107号第十三条只写不得提前移出，超过三年的延长出自第八条第二款和44号第二十一条。',
  },
);

/** 自然人 */
export interface NaturalPersons {
  readonly text: string;
}

const persons = (from: string, text: string, cite: readonly string[], note?: string) =>
  dated<NaturalPersons>({ from, value: { text }, cite, sure: 'V', ...(note === undefined ? {} : { note }) });

export const generalPersons = persons(
  '2026-04-01',
  '“信用中国”网站原则上不公示自然人的失信信息',
  ['ndrc36:12.3'],
  '“原则上”的例外没有写明；个体工商户不按自然人处理是推断。',
);
export const marketPersons = persons(
  '2025-12-25',
  '处罚相关责任人员的，较低数额罚款以五千元为限；责任人员的任职、从业限制按法律、行政法规',
  ['samr107:7.3', 'samr107:20.2'],
);
export const marketListPersons = persons(
  '2021-09-01',
  '责任人员列入严重违法失信名单，只在法律、行政法规和党中央、国务院政策文件有规定时',
  ['samr44:11.2'],
);
export const taxPersons = persons('2022-02-01', '自然人可以是失信主体，公布时隐去证件号码的出生年月日段', [
  'sta54:6',
  'sta54:12',
]);
export const wagePersons = persons('2022-01-01', '责任人员随用人单位列入，只能由用人单位申请，准予后一并移出', [
  'mohrss45:5',
  'mohrss45:12',
  'mohrss45:14.3',
]);
export const customsPersons = persons('2026-04-01', '只认定企业；企业相关人员只是信息采集对象', [
  'gacc282:2',
  'gacc282:15',
  'gacc282:46',
]);
export const statisticsPersons = persons('2022-05-19', '只认定负有统计资料报送义务的企业', ['nbs35:2']);
export const courtPersons = persons('2017-05-01', '自然人可以纳入，未成年人不得纳入', ['spc17:4', 'spc17:6']);

/** Who else may set a period. */
export const otherPeriods = dated<{ readonly text: string }>(
  {
    from: '2025-12-25',
    value: { text: '市场监管领域：法律、行政法规对列入经营异常名录等另有规定的，从其规定' },
    cite: ['samr107:6.1'],
    sure: 'V',
  },
  {
    from: '2026-04-01',
    value: {
      text: '信用中国：法律、行政法规对公示期另有规定的从其规定，部门规章和地方性法规没有列入；市场监管领域：法律、行政法规另有规定的从其规定',
    },
    cite: ['ndrc36:12.3', 'samr107:6.1'],
    sure: 'V',
  },
);

function saySeveral(value: SeveralPenalties): string {
  const together = value.minorTogether === 'not-stated' ? '；几种轻微处罚并处是否仍属轻微：未写明' : '';
  return `公示期以最长的一种为准${together}`;
}

function sayTerm(value: AttachedTerm): string {
  const after = value.lengthensMaximum ? '期限超过最长公示期的，公示到期限届满' : '最长公示期不因此延长';
  return `${value.of}：期限届满前不得提前终止公示；${after}`;
}

const sayText = (value: { readonly text: string }) => value.text;

export const displayTopics: readonly LawTopic[] = [
  topic('多种处罚', '一般领域（信用中国）', generalSeveral, saySeveral, ['other-penalty']),
  topic('多种处罚', '市场监管领域', marketSeveral, saySeveral, ['market-penalty']),
  topic('附期限的处罚', '一般领域（信用中国）', generalTerm, sayTerm, creditChinaEntries),
  topic('附期限的处罚', '市场监管行政处罚', marketTerm, sayTerm, ['market-penalty']),
  topic('附期限的处罚', '市场监管严重违法失信名单', marketListTerm, sayTerm, ['market-serious']),
  topic('自然人', '一般领域（信用中国）', generalPersons, sayText, creditChinaEntries),
  topic('自然人', '市场监管行政处罚', marketPersons, sayText, ['market-penalty']),
  topic('自然人', '市场监管严重违法失信名单', marketListPersons, sayText, ['market-serious']),
  topic('自然人', '重大税收违法失信主体', taxPersons, sayText, ['tax-serious']),
  topic('自然人', '拖欠农民工工资名单', wagePersons, sayText, ['wage-arrears']),
  topic('自然人', '海关失信企业', customsPersons, sayText, ['customs-discredited']),
  topic('自然人', '统计严重失信', statisticsPersons, sayText, ['statistics-serious']),
  topic('自然人', '失信被执行人名单', courtPersons, sayText, ['judgment-defaulter']),
  topic('另有规定的公示期', '各领域', otherPeriods, sayText, administrativeEntries),
];
