import type { PlainDate } from '../../plain-date.ts';

/** What can be ordered about a record beside its repair, in the order in which the law of records tells it. */
export const orderKinds = [
  'annulment',
  'change',
  'shielding',
  'restoring',
  'completion',
  'automatic-end',
  'deregistration',
  'revocation',
] as const;
export type OrderKind = (typeof orderKinds)[number];

export const orderNames: Readonly<Record<OrderKind, string>> = {
  annulment: '决定被撤销，撤回信息',
  change: '决定被变更，修改信息',
  shielding: '重整、和解期间临时屏蔽',
  restoring: '重整、和解没有执行成功，恢复公示',
  completion: '重整、和解执行完毕',
  'automatic-end': '公示期满，自动停止公示',
  deregistration: '主体注销，停止公示',
  revocation: '撤销信用修复，恢复公示',
};

/** Kinds that a unit enters, or a subject asks for; the others follow from an act of another kind or from the clock. */
export const enteredKinds = ['annulment', 'change', 'shielding', 'restoring', 'completion'] as const;
export type EnteredKind = (typeof enteredKinds)[number];

/** Whether an order follows from a paper about the decision itself, which is younger than the decision. */
export const orderAnnuls = (kind: OrderKind): boolean => kind === 'annulment' || kind === 'change';

/** What an enterprise or its administrator (管理人) may ask for. */
export const askedKinds = ['shielding', 'completion'] as const;
export type AskedKind = (typeof askedKinds)[number];

export function isAskedKind(kind: string): kind is AskedKind {
  return (askedKinds as readonly string[]).includes(kind);
}

/** The paper an order rests on: a judgment, a ruling, a decision on reconsideration. */
export interface GroundPaper {
  readonly title: string;
  readonly number: string;
  /** Whose paper it is. */
  readonly office: string;
  readonly day: PlainDate;
  readonly attachmentId: string | null;
}

/** One fact of a record that a changed decision changes. */
export interface FactChange {
  readonly field: ChangeableField;
  readonly before: string;
  readonly after: string;
}

/** Facts that a changed decision can change, with what they are called. */
export const changeableFields = {
  docNumber: '决定书文号',
  findingDate: '认定日期',
  publishedDate: '公示日期',
  fineYuan: '罚款数额（元）',
  act: '违法事实、列入事由',
} as const;
export type ChangeableField = keyof typeof changeableFields;
export const allChangeableFields = Object.keys(changeableFields) as readonly ChangeableField[];

/** What a platform is asked to do; `end-statement`: the words shown while a plan ran go, the record stays shielded. */
export type OrderEffect =
  | 'hide'
  | 'show-again'
  | 'change'
  | 'shield'
  | 'end-statement'
  | 'end-sharing'
  | 'lift-measures';

/** Platforms that show, share or use records. */
export type OrderSystem = 'credit-china' | 'gsxt' | 'province';

/** Why a record is held back from display, as its row says; null: nothing holds it back. */
export type HeldBack = 'shielded' | 'annulled' | 'ended' | 'deregistered';

export const heldBackWords: Readonly<Record<HeldBack, string>> = {
  shielded: '重整、和解期间临时屏蔽',
  annulled: '决定已被撤销，信息已撤回',
  ended: '公示期满，已停止公示',
  deregistered: '主体已注销，已停止公示',
};

/** asked: waits for the unit; ordered: decided, platforms are being told; done: all receipts are there. */
export type OrderState = 'asked' | 'ordered' | 'done' | 'declined';

export const orderStates: Readonly<Record<OrderState, string>> = {
  asked: '待办理单位决定',
  ordered: '已决定，正在通知各平台',
  done: '已办结',
  declined: '未予办理',
};

/** As much of a record as an order is decided by. */
export interface OrderedRecord {
  readonly recordId: string;
  /** Its law entry. */
  readonly entry: string;
  readonly subjectType: 'organisation' | 'sole-trader' | 'person';
  readonly heldBack: HeldBack | null;
  readonly repairedOn: PlainDate | null;
  readonly planCompletedOn: PlainDate | null;
}

/** A sentence that the texts leave open, with the citation beside it. */
export interface OpenPoint {
  readonly text: string;
  readonly cites: readonly string[];
}

/** The law of one kind of order for one entry. */
export interface OrderLaw {
  /** What is done, in the words of the rule. */
  readonly text: string;
  /** Working days from the day the unit has the paper; null: none stated. */
  readonly days: number | null;
  readonly cites: readonly string[];
  /** V: read in its clause, so it may bind and refuse; everything else informs. */
  readonly sure: boolean;
  /** Must, or may. */
  readonly duty: 'shall' | 'may';
  /** The paper that must be there. */
  readonly paper: string;
  /** What the display says meanwhile, where a clause gives the words. */
  readonly statement: string | null;
  readonly open: readonly OpenPoint[];
}
