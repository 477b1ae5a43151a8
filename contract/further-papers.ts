import type { PlainDate } from '#domain/plain-date.ts';
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

// Models of the papers beside and after a decision on repair: hand-over, removal from a list, revocation, withdrawal, objections, service. As in
// paper-models.ts every string is printed as it stands and citations arrive as finished Chinese text.

/** 移出名单决定书: the grant of a list whose own rule decides on removal (law/list-removal.ts). */
export interface RemovalDecision extends ItemPaper {
  readonly kind: 'removal-decision';
  readonly acceptedOn: PlainDate;
  /** 拖欠农民工工资失信联合惩戒对象名单 */
  readonly listName: string;
  /** What is decided, as the rule calls it: 提前移出. */
  readonly removal: string;
  /** What was found, in the words of who decides. */
  readonly foundText?: string;
  readonly conditions: readonly PaperReason[];
  /** Who is removed together with the subject, or what else the rule joins to the removal. */
  readonly alsoText?: string;
  readonly effects: readonly { readonly text: string; readonly by?: PlainDate }[];
  readonly notes?: string;
}

/** 撤销信用修复决定书: a repair granted before is taken back. */
export interface RevocationDecision extends ItemPaper {
  readonly kind: 'revocation-decision';
  /** The grant that is revoked. */
  readonly grantedOn: PlainDate;
  readonly grantDocNumber: string;
  /** What was found: the false statement, the broken commitment; each with what showed it. */
  readonly reasons: readonly PaperReason[];
  /** What the subject said when it was heard, and why it was (not) followed. */
  readonly heardText?: string;
  /** What follows by the track's own rule, each with its article. */
  readonly consequences: readonly { readonly text: string; readonly citeText?: string }[];
  readonly remedies: string;
}

/** 转办单: items handed to an outside system or another organ. */
export interface ForwardingNote {
  readonly kind: 'forwarding-note';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly applicationNumber: string;
  readonly receiver: string;
  /** The system it travels through, e.g. 国家企业信用信息公示系统（江西）. */
  readonly through?: string;
  readonly handedOn: PlainDate;
  /** The receiver's own number for it, once known. */
  readonly receiptNumber?: string;
  readonly items: readonly (PaperItem & { readonly record: PaperRecord })[];
  readonly materials: readonly PaperMaterial[];
  /** Who decides, from when the clock runs, where the applicant asks. */
  readonly notes: readonly string[];
  readonly contact?: PaperContact;
}

/** 撤回确认书: the applicant took the item back. */
export interface WithdrawalNote extends ItemPaper {
  readonly kind: 'withdrawal-note';
  readonly withdrawnOn: PlainDate;
  readonly reason?: string;
  /** What it means for the record and a later application. */
  readonly consequence: string;
}

/** 异议申诉书: what the subject disputes and asks for, as it signed it. */
export interface ObjectionStatement {
  readonly kind: 'objection-statement';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly record: PaperRecord;
  /** 公示内容有误 · 公示期限不符合规定 · 不予受理 · 不予修复 */
  readonly against: string;
  /** The paper disputed, where it is one: its number. */
  readonly againstDocNumber?: string;
  /** To whom it goes. */
  readonly receiver: string;
  /** Facts and reasons; line breaks make paragraphs. */
  readonly statement: string;
  /** The correction asked for. */
  readonly request: string;
  readonly materials: readonly PaperMaterial[];
  readonly signature?: PaperSignature;
  readonly lodgedOn?: PlainDate;
}

/** 异议申诉答复书: ground, finding, outcome. */
export interface ObjectionAnswer {
  readonly kind: 'objection-answer';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly record: PaperRecord;
  readonly against: string;
  readonly againstDocNumber?: string;
  readonly lodgedOn: PlainDate;
  readonly acceptedOn?: PlainDate;
  /** What the subject brought forward, in short. */
  readonly ground: string;
  readonly findings: readonly PaperReason[];
  readonly outcome: 'upheld' | 'partly-upheld' | 'rejected';
  /** What is done, and by when; for a rejected objection what stays as it is. */
  readonly measures: readonly { readonly text: string; readonly by?: PlainDate }[];
  readonly basis: readonly string[];
  readonly remedies: string;
  readonly contact?: PaperContact;
  readonly copiesTo?: readonly string[];
}

/** 送达回执 for one or several papers served together; what is not known yet is left to be written in by hand. */
export interface ServiceReceipt {
  readonly kind: 'service-receipt';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  /** What it is about, e.g. 信用修复申请（办件编号…）. */
  readonly about: string;
  readonly papers: readonly { readonly title: string; readonly docNumber: string; readonly copies?: number }[];
  /** 直接送达 · 留置送达 · 邮寄送达 · 电子送达 · 公告送达 */
  readonly way?: string;
  readonly place?: string;
  readonly servedOn?: PlainDate;
  readonly servedBy?: string;
  /** Who signed for it, and in which capacity where it was not the subject. */
  readonly receivedBy?: string;
  readonly signature?: PaperSignature;
  readonly witness?: string;
  readonly note?: string;
}

/** A notice that has no template of its own (中止办理, 异议受理, 临时屏蔽 …): `head.title` names it. */
export interface GeneralNotice {
  readonly kind: 'general-notice';
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  /** Line breaks make paragraphs; sections are numbered 一、二、 where there are several. */
  readonly sections: readonly { readonly heading?: string; readonly text: string }[];
  readonly remedies?: string;
  readonly contact?: PaperContact;
  readonly copiesTo?: readonly string[];
}
