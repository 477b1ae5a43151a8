import type { PlainDate } from '#domain/plain-date.ts';
import type { MatterKey } from '#law/matter-keys.ts';
import type {
  ForwardingNote,
  GeneralNotice,
  ObjectionAnswer,
  ObjectionStatement,
  RemovalDecision,
  RevocationDecision,
  ServiceReceipt,
  WithdrawalNote,
} from './further-papers.ts';
import type {
  ItemPaper,
  PaperContact,
  PaperHead,
  PaperItem,
  PaperMaterial,
  PaperReason,
  PaperRecord,
  PaperSignature,
  PaperSubject,
} from './paper-parts.ts';

/**
 * What each official paper is printed from: plain data, one type for each template below documents/papers/.
 * Every string is printed as it stands (never read as markup); an absent or empty optional field leaves a blank.
 * Dates are calendar days; the templates write them as 2026年4月9日. Citations arrive as finished Chinese text.
 */

/** 联办申请表（附件3）, with one opinion for each item decided so far. */
export interface JointApplicationForm {
  readonly kind: 'joint-application-form';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly matters: readonly MatterKey[];
  /** Names of lists set up after 附件3: written on the line 其他. */
  readonly laterMatters?: readonly string[];
  readonly records: readonly (PaperRecord & { readonly matterName?: string; readonly itemNumber?: string })[];
  /** 申请事实和理由; line breaks make paragraphs. */
  readonly statement: string;
  readonly agent?: { readonly name: string; readonly identifier: string; readonly phone: string };
  /** Which values no source vouches for, in one sentence below the form; absent where all came from registers. */
  readonly footNote?: string;
  /** 另附表: what single matters ask beside the form, printed on a page of its own. */
  readonly annex?: readonly {
    readonly matterName: string;
    readonly organName: string;
    readonly docNumber: string;
    readonly answers: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly signature?: PaperSignature;
  readonly appliedOn?: PlainDate;
  readonly opinions?: readonly {
    readonly organName: string;
    readonly text: string;
    readonly decidedOn: PlainDate;
    readonly docNumber?: string;
    /** The record concerned: its document number. */
    readonly recordDocNumber?: string;
    /** Whether the unit sealed it here; decided in a system of its own, its seal stands on the paper made there. */
    readonly sealed?: boolean;
  }[];
  /** How far the items are decided on the day this edition was made; absent on the form as it was handed in. */
  readonly standing?: string;
}

/** 失信行为纠正后的信用信息修复承诺书: five clauses as they stand, signed by the person in charge. */
export interface Commitment {
  readonly kind: 'commitment';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly signature?: PaperSignature;
  readonly signedOn?: PlainDate;
}

/** 收件回执: what was handed in, where each item goes, what happens next. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly applicationNumber: string;
  readonly queryCode: string;
  /** Where it was received: 线上办理（江西政务服务网） or the name of the window, and the clerk. */
  readonly channel: string;
  readonly clerk?: string;
  readonly receivedOn: PlainDate;
  readonly items: readonly (PaperItem & {
    readonly authority: string;
    readonly recordDocNumber?: string;
    readonly nextStep?: string;
    readonly by?: PlainDate;
  })[];
  readonly nextSteps: readonly { readonly text: string; readonly by?: PlainDate }[];
  readonly materials: readonly PaperMaterial[];
  readonly contact?: PaperContact;
}

/** 受理通知书. */
export interface AcceptanceNotice extends ItemPaper {
  readonly kind: 'acceptance-notice';
  readonly acceptedOn: PlainDate;
  readonly dueOn: PlainDate;
  /** 10个工作日 */
  readonly limitText: string;
  readonly materials: readonly PaperMaterial[];
}

/** 不予受理通知书. */
export interface DeclineNotice extends ItemPaper {
  readonly kind: 'decline-notice';
  readonly reasons: readonly PaperReason[];
  /** Where to go instead, or what would make a new application possible. */
  readonly insteadText?: string;
  readonly remedies: string;
}

/** 补正通知书: everything missing, told once. */
export interface CorrectionNotice extends ItemPaper {
  readonly kind: 'correction-notice';
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
  readonly respondBy: PlainDate;
  /** How the day was counted, e.g. 自收到本通知之日起5个工作日内. */
  readonly respondByText?: string;
  /** What happens when nothing comes in. */
  readonly otherwiseText?: string;
}

/** 延期告知书. */
export interface ExtensionNotice extends ItemPaper {
  readonly kind: 'extension-notice';
  readonly acceptedOn: PlainDate;
  readonly dueBefore: PlainDate;
  readonly dueOn: PlainDate;
  /** 10个工作日 */
  readonly extensionText: string;
  readonly reason: string;
}

/** 准予信用修复决定书. */
export interface GrantDecision extends ItemPaper {
  readonly kind: 'grant-decision';
  readonly acceptedOn: PlainDate;
  /** What was found, in the words of who decides. */
  readonly foundText?: string;
  readonly conditions: readonly PaperReason[];
  readonly effects: readonly { readonly text: string; readonly by?: PlainDate }[];
  /** Duties that remain, e.g. what a broken commitment leads to. */
  readonly notes?: string;
}

/** 不予信用修复决定书. */
export interface RefusalDecision extends ItemPaper {
  readonly kind: 'refusal-decision';
  readonly acceptedOn: PlainDate;
  /** What was found, in the words of who decides. */
  readonly foundText?: string;
  readonly reasons: readonly PaperReason[];
  readonly insteadText?: string;
  readonly remedies: string;
}

/** 信用修复告知书, served together with the decision that found the record (两书同达). */
export interface RepairNotice {
  readonly kind: 'repair-notice';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly record: PaperRecord;
  readonly matterName: string;
  /** 一般失信信息; absent where the unit has still to set it. */
  readonly classText?: string;
  /** Where the record is shown, e.g. 信用中国、国家企业信用信息公示系统（江西）; where it is not shown, that and why. */
  readonly publishedAt?: string;
  /** False: not on public display by law, without rows about it. Absent: shown. */
  readonly isShown?: boolean;
  readonly periodText?: string;
  readonly publishedFrom?: PlainDate;
  readonly earliestEnd?: PlainDate;
  readonly latestEnd?: PlainDate;
  /** From when and how the subject may apply, or why nobody has to: one sentence. */
  readonly applyText: string;
  /** Whether an application is possible at all; without it conditions, materials, doors and QR are left out. */
  readonly mayApply: boolean;
  readonly conditions: readonly PaperReason[];
  readonly materials: readonly PaperMaterial[];
  readonly doors: readonly { readonly name: string; readonly address: string }[];
  readonly applyUrl: string;
  readonly rights: readonly string[];
  readonly basis: readonly string[];
  readonly contact?: PaperContact;
  readonly edition?: { readonly number: number; readonly from?: PlainDate; readonly digest: string };
}

export type PaperModel =
  | JointApplicationForm
  | Commitment
  | Receipt
  | AcceptanceNotice
  | DeclineNotice
  | CorrectionNotice
  | ExtensionNotice
  | GrantDecision
  | RefusalDecision
  | RepairNotice
  | ForwardingNote
  | WithdrawalNote
  | RemovalDecision
  | RevocationDecision
  | ObjectionStatement
  | ObjectionAnswer
  | ServiceReceipt
  | GeneralNotice;

export type PaperKind = PaperModel['kind'];

/** The model that a kind of paper takes. */
export type PaperOf<K extends PaperKind> = Extract<PaperModel, { kind: K }>;

/** The Chinese name of each paper, as lists and file names show it. */
export const paperTitles: Readonly<Record<PaperKind, string>> = {
  'joint-application-form': '“信用修复一件事”联办申请表',
  commitment: '失信行为纠正后的信用信息修复承诺书',
  receipt: '收件回执',
  'acceptance-notice': '信用修复申请受理通知书',
  'decline-notice': '信用修复申请不予受理通知书',
  'correction-notice': '信用修复申请材料补正通知书',
  'extension-notice': '信用修复办理期限延长告知书',
  'grant-decision': '准予信用修复决定书',
  'refusal-decision': '不予信用修复决定书',
  'repair-notice': '信用修复告知书',
  'forwarding-note': '信用修复事项转办单',
  'withdrawal-note': '信用修复申请撤回确认书',
  'removal-decision': '移出名单决定书',
  'revocation-decision': '撤销信用修复决定书',
  'objection-statement': '信用信息异议申诉书',
  'objection-answer': '信用信息异议申诉答复书',
  'service-receipt': '送达回执',
  'general-notice': '告知书',
};
