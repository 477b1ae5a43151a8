import { paymentConditions } from '#law/shared-proofs.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';
import { type JudgedPayments, onlyMoney, type Penalty, paymentWords } from '../record/shared-data/payments.ts';
import { type JudgedReorganisation, reorganisationWords } from '../record/shared-data/reorganisations.ts';
import type { SharedState } from '../record/shared-data/shared-state.ts';
import type { PlatformCheck } from './platform-checks.ts';

/** What the two checks are made from. */
export interface SharedlyChecked {
  /** null: the decision asks for no money. */
  readonly payments: SharedState<JudgedPayments> | null;
  /** null: nobody who can be reorganised. */
  readonly reorganisation: SharedState<JudgedReorganisation> | null;
  readonly penalties: readonly Penalty[];
  readonly dutiesPerformed: boolean;
  /** What the applicant wrote of having paid; null: nothing. */
  readonly saysPaid: string | null;
  /** 重整计划、和解协议执行期间 the record is shielded here. */
  readonly heldBack: boolean | null;
  /** Conditions of the matter with their clauses. */
  readonly conditions: readonly { readonly key: string; readonly cites: readonly string[] }[];
  /** Clauses of shielding for this record. */
  readonly shieldingCites: readonly string[];
  readonly today: PlainDate;
}

const source = '省公共数据共享平台';
const never = '还没有查过，登记以后平台自动查询。';
const results = {
  paid: 'ok',
  partly: 'problem',
  unpaid: 'problem',
  differs: 'open',
  silent: 'open',
} as const satisfies Record<string, PlatformCheck['result']>;

/** Text, source and day of a read: an answer with its number, or why there is none; an old answer stays, and says so. */
function told<T>(
  { last, trouble }: SharedState<T>,
  words: (judged: T) => string,
  what: string,
  today: PlainDate,
): Pick<PlatformCheck, 'text' | 'source' | 'asOf'> {
  if (!last)
    return {
      text: trouble ? `暂时查不到（${trouble}），还没有查到过，请凭材料核实。` : never,
      source: `${source}（${what}）`,
      asOf: today,
    };
  const late = trouble ? `暂时查不到（${trouble}），最后一次查询是${formatChinese(last.on)}：` : '';
  return {
    text: `${late}${words(last.judged)}`,
    source: `${source}（${what}，查询号 ${last.queryNo}）`,
    asOf: last.on,
  };
}

/** 罚没款缴纳. */
export function finesCheck(it: SharedlyChecked): PlatformCheck[] {
  if (!it.payments) return [];
  const { last } = it.payments;
  const condition = it.conditions.find((one) => paymentConditions.includes(one.key));
  const standing = last?.judged.standing;
  const told_ = told(it.payments, paymentWords, '缴款记录', it.today);
  return [
    {
      key: 'fines',
      name: '罚没款缴纳',
      result: standing ? results[standing] : 'unavailable',
      ...told_,
      cites: condition?.cites ?? [],
      shared: true,
      ...discrepancyOf(it),
      ...(last && condition ? adoptionOf(it, condition.key, last) : {}),
    },
  ];
}

/** Where the register of the unit or the applicant says something else than the records of payment. */
function discrepancyOf({ payments, saysPaid, dutiesPerformed }: SharedlyChecked): Pick<PlatformCheck, 'discrepancy'> {
  const standing = payments?.last?.judged.standing;
  if (standing !== 'partly' && standing !== 'unpaid' && standing !== 'differs') return {};
  const said = [...(saysPaid ? [`申请人写明“${saysPaid}”`] : []), ...(dutiesPerformed ? ['失信信息登记为已履行'] : [])];
  return said.length > 0 ? { discrepancy: `${said.join('，')}，和缴款记录不一致，请核对。` } : {};
}

/** What the check shows for the condition; an officer takes it over or not. Money is all of it only where nothing else was imposed. */
function adoptionOf(
  it: SharedlyChecked,
  condition: string,
  { judged, queryNo, on }: NonNullable<SharedState<JudgedPayments>['last']>,
): Pick<PlatformCheck, 'adopt'> {
  if (judged.standing === 'silent' || judged.standing === 'differs') return {};
  const whole = condition === 'duties-performed' && onlyMoney(it.penalties);
  const result = judged.standing !== 'paid' ? 'not-met' : whole ? 'met' : 'open';
  const finding = `${source}缴款记录（查询号 ${queryNo}，${formatChinese(on)}查询）：罚没款${paymentWords(judged)}`;
  return { adopt: { condition, result, finding } };
}

/** 破产重整、和解. It bars nothing: it opens a road, which is named with its clause. */
export function reorganisationCheck(it: SharedlyChecked): PlatformCheck[] {
  if (!it.reorganisation) return [];
  const judged = it.reorganisation.last?.judged;
  const shielded = it.heldBack ? '本条信息已经登记临时屏蔽。' : '';
  const ways: Readonly<Record<JudgedReorganisation['standing'], string>> = {
    running: it.heldBack ? '' : '可以申请临时屏蔽，本条还没有办。',
    completed: it.heldBack ? '' : '可以凭确认执行完毕的裁定书申请修复。',
    accepted: '',
    none: '',
  };
  const shown = told(it.reorganisation, reorganisationWords, '企业破产重整案件', it.today);
  return [
    {
      key: 'reorganisation',
      name: '破产重整、和解',
      result: resultOf(judged?.standing, it.heldBack === true),
      ...shown,
      text: `${shown.text}${judged ? ways[judged.standing] : ''}${shielded}`,
      cites: judged && judged.standing !== 'none' ? it.shieldingCites : [],
      shared: true,
      ...(judged?.standing === 'none' && it.heldBack
        ? { discrepancy: '平台登记重整计划或者和解协议正在执行，共享数据没有这件案件，请核对。' }
        : {}),
    },
  ];
}

function resultOf(standing: JudgedReorganisation['standing'] | undefined, heldBack: boolean): PlatformCheck['result'] {
  if (standing === undefined) return heldBack ? 'open' : 'unavailable';
  return standing === 'none' && !heldBack ? 'ok' : 'open';
}
