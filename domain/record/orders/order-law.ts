/** What the law says about one kind of order for one law entry on a day: term, sureness, what is open. One row for the screen, the act and the paper. */
import {
  type Annulment,
  courtAnnulment,
  creditChinaAnnulment,
  marketListAnnulment,
  marketPenaltyAnnulment,
  penaltyAnnulment,
  wageAnnulment,
} from '#law/annulment.ts';
import {
  type BankruptcyRelief,
  courtBankruptcy,
  generalBankruptcy,
  marketBankruptcy,
  taxBankruptcy,
} from '#law/bankruptcy.ts';
import type { Dated } from '#law/dated.ts';
import { charityDeregistration, generalDeregistration, marketDeregistration } from '#law/deregistration.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { creditChinaEntries, marketEntries } from '#law/tracks.ts';
import type { PlainDate } from '../../plain-date.ts';
import { automaticEndLaw } from './automatic-end-law.ts';
import type { OpenPoint, OrderKind, OrderLaw } from './record-order.ts';

const has = (entries: readonly string[], entry: LawEntryKey) => entries.includes(entry);

/** The law of an order; undefined where no text in force that day knows it. */
export function orderLaw(kind: OrderKind, entry: LawEntryKey, on: PlainDate): OrderLaw | undefined {
  switch (kind) {
    case 'annulment':
    case 'change':
      return annulmentLaw(kind, entry, on);
    case 'shielding':
    case 'restoring':
    case 'completion':
      return bankruptcyLaw(kind, entry, on);
    case 'automatic-end':
      return automaticEndLaw(entry, on);
    case 'deregistration':
      return deregistrationLaw(entry, on);
    case 'revocation':
      // What follows from a revocation hangs on its ground: revocation-consequences.ts.
      return undefined;
  }
}

/** The rows of an annulled decision, the one with a number of days first. */
function annulmentRows(entry: LawEntryKey): readonly Dated<Annulment>[] {
  switch (entry) {
    case 'market-penalty':
      return [marketPenaltyAnnulment];
    case 'market-serious':
      return [marketListAnnulment];
    case 'wage-arrears':
      return [wageAnnulment];
    case 'judgment-defaulter':
      return [courtAnnulment];
    case 'other-penalty':
      return [penaltyAnnulment, creditChinaAnnulment];
    default:
      return has(creditChinaEntries, entry) ? [creditChinaAnnulment] : [];
  }
}

function annulmentLaw(kind: 'annulment' | 'change', entry: LawEntryKey, on: PlainDate): OrderLaw {
  const rows = annulmentRows(entry).flatMap((row) => row.on(on) ?? []);
  const first = rows[0];
  const paper = '撤销、变更原决定的复议决定、判决或者决定';
  if (!first)
    return {
      text: kind === 'annulment' ? '原决定被撤销，撤回信息、停止公示' : '原决定被变更，修改信息',
      days: null,
      cites: [],
      sure: false,
      duty: 'shall',
      paper,
      statement: null,
      open: [{ text: '这类信息的决定被撤销、变更以后几日内撤回，没有见到条文。', cites: [] }],
    };
  // 36号 art 19 speaks of penalties; what stands on a list is not named there.
  const unnamed = first.value.days === null && entry !== 'other-penalty';
  return {
    text: first.value.outcome,
    days: first.value.days,
    cites: rows.flatMap((row) => row.cite),
    sure: first.sure === 'V' && !unnamed,
    duty: 'shall',
    paper,
    statement: null,
    open: rows.flatMap((row) => (row.note ? [{ text: row.note, cites: row.cite }] : [])),
  };
}

function bankruptcyRow(entry: LawEntryKey): Dated<BankruptcyRelief> {
  if (has(marketEntries, entry)) return marketBankruptcy;
  return entry === 'judgment-defaulter' ? courtBankruptcy : generalBankruptcy;
}

/** 107号 art 22 gives the words; 36号 art 20 none. */
export const planStatement = '重整计划或者和解协议执行中';

function bankruptcyLaw(
  kind: 'shielding' | 'restoring' | 'completion',
  entry: LawEntryKey,
  on: PlainDate,
): OrderLaw | undefined {
  const row = bankruptcyRow(entry).on(on);
  if (!row) return undefined;
  const { value } = row;
  const isMarket = has(marketEntries, entry);
  const text = { shielding: value.meanwhile, restoring: value.failed, completion: value.completed }[kind];
  const papers = {
    shielding: value.paper,
    restoring: '法院终止重整计划、和解协议执行的裁定书，或者载明没有执行成功的文书',
    completion: '法院确认执行完毕的裁定书',
  };
  return {
    text,
    // The terms are those of the shielding alone.
    days: kind === 'shielding' ? value.days : null,
    cites: row.cite,
    sure: row.sure === 'V',
    duty: kind === 'shielding' ? value.duty : 'shall',
    paper: papers[kind],
    statement: kind === 'shielding' && isMarket ? planStatement : null,
    open: [...openOfPlan(kind, row, isMarket), ...(kind === 'shielding' ? besides(entry, on) : [])],
  };
}

/** What a list's own rule offers beside 36号: for 重大税收违法失信主体 an early end by the tax authority. */
function besides(entry: LawEntryKey, on: PlainDate): OpenPoint[] {
  const row = entry === 'tax-serious' ? taxBankruptcy.on(on) : undefined;
  if (!row) return [];
  const { receiver, paper, days } = row.value;
  const text = `税务机关公布的，另可以持${paper}向${receiver}申请提前停止公布，${days}个工作日内决定；这里屏蔽的是信用平台网站的公示。`;
  return [{ text, cites: row.cite }];
}

function openOfPlan(
  kind: 'shielding' | 'restoring' | 'completion',
  row: { readonly value: BankruptcyRelief; readonly cite: readonly string[]; readonly note?: string },
  isMarket: boolean,
): OpenPoint[] {
  const cites = row.cite;
  if (kind === 'restoring') return [{ text: '恢复公示的日数，条文没有写明。', cites }];
  const meanwhile = {
    text: '执行完毕以后、准予修复以前是否继续屏蔽，条文没有写明：继续屏蔽，直到修复或者期满。',
    cites,
  };
  if (kind === 'completion') return [...(row.note ? [{ text: row.note, cites }] : []), meanwhile];
  return row.note && !isMarket
    ? [{ text: row.note, cites }]
    : isMarket
      ? [{ text: '条文只写企业申请；管理人代为申请按企业申请办理是推断。', cites }]
      : [];
}

function deregistrationLaw(entry: LawEntryKey, on: PlainDate): OrderLaw | undefined {
  const rule = has(marketEntries, entry)
    ? marketDeregistration
    : entry === 'charity-serious'
      ? charityDeregistration
      : generalDeregistration;
  const row = rule.on(on);
  if (!row) return undefined;
  const { value } = row;
  return {
    text:
      value.personalBansStay === 'yes' ? `${value.text}；法定代表人、负责人的任职、从业限制不因注销结束` : value.text,
    days: null,
    cites: row.cite,
    sure: row.sure === 'V',
    duty: 'shall',
    paper: '登记机关的注销登记',
    statement: null,
    open: row.sure === 'V' ? [] : [{ text: value.text, cites: row.cite }],
  };
}
