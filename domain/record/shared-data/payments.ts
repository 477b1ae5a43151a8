import type { PenaltyKind } from '#law/classes.ts';
import { doneKinds, paidKinds } from '#law/shared-proofs.ts';
import { formatChinese, type PlainDate } from '../../plain-date.ts';

/** A record of payment as other offices share it. Amounts are yuan with at most two decimals. */
export interface Payment {
  readonly noticeNo: string | null;
  readonly dueYuan: number;
  readonly paidYuan: number;
  readonly paidOn: PlainDate | null;
  readonly receiptNo: string | null;
  readonly office: string;
}

/** A penalty as the record has it. */
export interface Penalty {
  readonly kind: string;
  readonly amountYuan?: number;
}

/**
 * How a decision's money stands: `paid` in full; `partly`; `unpaid` though a notice of payment is known; `differs`: what is known is paid,
 * but the record names a larger sum; `silent`: nothing is known, which does not say that nothing was paid.
 */
export type PaymentStanding = 'paid' | 'partly' | 'unpaid' | 'differs' | 'silent';

/** What the records of payment come to. */
export interface JudgedPayments {
  readonly standing: PaymentStanding;
  readonly dueYuan: number;
  readonly paidYuan: number;
  readonly leftYuan: number;
  /** The sum the record itself names; null where it names none. */
  readonly imposedYuan: number | null;
  readonly lastOn: PlainDate | null;
  readonly receipts: readonly string[];
  readonly offices: readonly string[];
}

const cents = (yuan: number) => Math.round(yuan * 100);
const sum = (all: readonly number[]) => all.reduce((one, other) => one + cents(other), 0);

/** The penalties that the facts of a record name. */
export function penaltiesOf(facts: Readonly<Record<string, unknown>>): readonly Penalty[] {
  return Array.isArray(facts.penalties) ? (facts.penalties as Penalty[]) : [];
}

/** Whether there is money to ask about: a penalty that names a fine or a confiscation, or does not say what it is; a tax list always. */
export function concernsPayment(record: {
  readonly recordType: string;
  readonly lawEntry: string;
  readonly facts: Readonly<Record<string, unknown>>;
}): boolean {
  if (record.lawEntry === 'tax-serious') return true;
  if (record.recordType !== 'penalty') return false;
  const penalties = penaltiesOf(record.facts);
  return penalties.length === 0 || penalties.some((one) => (paidKinds as readonly string[]).includes(one.kind));
}

/** Whether money is all that the decision asks for: then a payment in full is the whole of what had to be performed. */
export function onlyMoney(penalties: readonly Penalty[]): boolean {
  const settled: readonly string[] = [...paidKinds, ...doneKinds] satisfies PenaltyKind[];
  return penalties.length > 0 && penalties.every((one) => settled.includes(one.kind));
}

/** What was paid against what is due, in whole cents. */
export function judgePayments(payments: readonly Payment[], penalties: readonly Penalty[]): JudgedPayments {
  const named = penalties.flatMap((one) => (one.amountYuan === undefined ? [] : [one.amountYuan]));
  const imposed = named.length === 0 ? null : sum(named);
  const due = sum(payments.map((one) => one.dueYuan));
  const paid = sum(payments.map((one) => one.paidYuan));
  const standing = standingOf({ known: payments.length > 0, due, paid, imposed });
  const days = payments.flatMap((one) => one.paidOn ?? []).sort();
  return {
    standing,
    dueYuan: due / 100,
    paidYuan: paid / 100,
    leftYuan: (due > paid ? due - paid : 0) / 100,
    imposedYuan: imposed === null ? null : imposed / 100,
    lastOn: days.at(-1) ?? null,
    receipts: [...new Set(payments.flatMap((one) => one.receiptNo ?? []))],
    offices: [...new Set(payments.map((one) => one.office))],
  };
}

function standingOf(it: { known: boolean; due: number; paid: number; imposed: number | null }): PaymentStanding {
  if (!it.known) return 'silent';
  if (it.paid < it.due) return it.paid === 0 ? 'unpaid' : 'partly';
  return it.imposed !== null && it.paid < it.imposed ? 'differs' : 'paid';
}

/** 60000 → 60 000 元: whole yuan where there are no cents. */
export function yuanWords(amount: number): string {
  const [whole = '', decimals = ''] = amount.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${decimals === '00' ? '' : `.${decimals}`} 元`;
}

/** The same in a sentence, for officer and applicant alike. */
export function paymentWords(it: JudgedPayments): string {
  const last = it.lastOn ? `，最近一次${formatChinese(it.lastOn)}` : '';
  const receipts = it.receipts.length > 0 ? `，票据号 ${it.receipts.join('、')}` : '';
  const office = it.offices.length > 0 ? `，执收单位${it.offices.join('、')}` : '';
  switch (it.standing) {
    case 'paid':
      return `应缴 ${yuanWords(it.dueYuan)}，已缴清${last}${receipts}${office}。`;
    case 'partly':
      return `应缴 ${yuanWords(it.dueYuan)}，已缴 ${yuanWords(it.paidYuan)}，还差 ${yuanWords(it.leftYuan)}${last}${receipts}${office}。`;
    case 'unpaid':
      return `应缴 ${yuanWords(it.dueYuan)}，还没有缴款记录${office}。`;
    case 'differs':
      return `缴款记录应缴 ${yuanWords(it.dueYuan)}、已缴 ${yuanWords(it.paidYuan)}，登记的罚没款是 ${yuanWords(it.imposedYuan ?? 0)}，两者不一致${last}${receipts}${office}。`;
    case 'silent':
      return '没有这份决定的缴款记录。没有记录不等于没有缴。';
  }
}
