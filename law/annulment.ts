/** A decision that was annulled or changed: how soon its information is withdrawn; and that a pending appeal does not hide it. */
import { dated } from './dated.ts';
import { type LawTopic, topic, workingDays } from './law-topic.ts';
import { administrativeEntries, creditChinaEntries } from './tracks.ts';

export interface Annulment {
  readonly what: string;
  /** Working days; null: 及时, without a number. */
  readonly days: number | null;
  readonly outcome: string;
}

export const penaltyAnnulment = dated<Annulment>({
  from: '2021-07-15',
  value: {
    what: '公开的行政处罚决定被变更、撤销、确认违法或者无效',
    days: 3,
    outcome: '行政机关撤回处罚决定信息并公开说明理由',
  },
  cite: ['apl:48.2', 'apl:85'],
  sure: 'V',
});

export const creditChinaAnnulment = dated<Annulment>({
  from: '2026-04-01',
  value: {
    what: '法人、非法人组织的行政处罚经复议、诉讼被撤销或者变更',
    days: null,
    outcome: '原处罚机关报送信用平台网站，网站撤销或者修改信息',
  },
  cite: ['ndrc36:19.2'],
  sure: 'V',
  note: '条文没有写个体工商户、自然人和名单决定；处罚机关撤回自己公开的信息仍为3个工作日（行政处罚法第四十八条）。',
});

export const marketPenaltyAnnulment = dated<Annulment>({
  from: '2021-09-01',
  value: { what: '行政处罚决定被变更、撤销、确认违法或者无效', days: 3, outcome: '撤回公示信息并说明理由' },
  cite: ['samr45:11'],
  sure: 'V',
});

export const marketListAnnulment = dated<Annulment>({
  from: '2021-09-01',
  value: {
    what: '列入名单所依据的处罚被撤销、确认违法或者无效',
    days: 3,
    outcome: '撤销列入决定，停止公示，解除管理措施',
  },
  cite: ['samr44:19'],
  sure: 'V',
});

export const wageAnnulment = dated<Annulment>({
  from: '2022-01-01',
  value: {
    what: '责令限期支付文书被撤销，列入决定随之撤销',
    days: 10,
    outcome: '移出名单，停止公开，共享移出信息',
  },
  cite: ['mohrss45:16', 'mohrss45:17(3)'],
  sure: 'V',
});

export const courtAnnulment = dated<Annulment>({
  from: '2017-05-01',
  value: { what: '不应纳入而被纳入，或者信息不准确', days: 3, outcome: '撤销或者更正失信信息' },
  cite: ['spc17:9'],
  sure: 'V',
});

export interface DuringAppeal {
  readonly what: string;
  readonly unless: string;
}

/** Penalties go on while an appeal is pending; whether display does is said by 36号 alone. */
export const executionDuringAppeal = dated<DuringAppeal>({
  from: '2024-01-01',
  value: { what: '处罚不停止执行', unless: '复议机关、被申请人认为需要停止，法院裁定停止，或者法律、法规另有规定' },
  cite: ['apl:73', 'arl:42', 'acl:56'],
  sure: 'V',
  note: '36号以外没有写公示是否暂停，按不暂停处理是推断。',
});

export const displayDuringAppeal = dated<DuringAppeal>({
  from: '2026-04-01',
  value: { what: '不暂停公示', unless: '复议机关或者法院认定需要停止执行' },
  cite: ['ndrc36:19.1'],
  sure: 'V',
});

const sayAnnulment = (value: Annulment) =>
  `${value.what}的：${value.outcome}；期限：${value.days === null ? '及时，没有写明日数' : workingDays(value.days)}`;

const sayAppeal = (value: DuringAppeal) => `复议、诉讼期间${value.what}；${value.unless}的除外`;

export const annulmentTopics: readonly LawTopic[] = [
  topic('决定被撤销、变更', '行政处罚（各领域）', penaltyAnnulment, sayAnnulment, ['market-penalty', 'other-penalty']),
  topic('决定被撤销、变更', '一般领域（信用中国）', creditChinaAnnulment, sayAnnulment, creditChinaEntries),
  topic('决定被撤销、变更', '市场监管行政处罚', marketPenaltyAnnulment, sayAnnulment, ['market-penalty']),
  topic('决定被撤销、变更', '市场监管严重违法失信名单', marketListAnnulment, sayAnnulment, ['market-serious']),
  topic('决定被撤销、变更', '拖欠农民工工资名单', wageAnnulment, sayAnnulment, ['wage-arrears']),
  topic('决定被撤销、变更', '失信被执行人名单', courtAnnulment, sayAnnulment, ['judgment-defaulter']),
  topic('决定被撤销、变更', '复议、诉讼期间的执行', executionDuringAppeal, sayAppeal, administrativeEntries),
  topic('决定被撤销、变更', '复议、诉讼期间的公示（信用中国）', displayDuringAppeal, sayAppeal, ['other-penalty']),
];
