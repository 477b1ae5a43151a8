import type { PlainDate } from '#domain/plain-date.ts';

// The parts that the models of papers are made of.

/** What stands on every paper: who issues it, under which number, on which day, and how to check it. */
export interface PaperHead {
  /** Full name of the organ that signs; for an applicant's own papers the platform or window that made them. */
  readonly organName: string;
  /** Document number with 〔2026〕, or the application's number on an applicant's own papers. */
  readonly docNumber: string;
  /** Replaces the paper's usual title. */
  readonly title?: string;
  /** The day the paper bears (成文日期). */
  readonly issuedOn: PlainDate;
  /** The verification code as people type it, and the public address that the QR opens for it. */
  readonly verification: { readonly code: string; readonly url: string };
  /** `drawn` (default): a round red seal is printed. `space`: room is left for a stamp or an electronic seal. */
  readonly seal?: 'drawn' | 'space';
  /** Small line below the star of the drawn seal, e.g. 示范用章. */
  readonly sealNote?: string;
}

/** The subject (信用主体) as the form of 附件3 names it. */
export interface PaperSubject {
  readonly kind: 'organisation' | 'sole-trader' | 'person';
  readonly name: string;
  /** USCC, or the (masked) number of the certificate of a person. */
  readonly identifier: string;
  /** What the identifier is called: 统一社会信用代码 unless given. */
  readonly identifierLabel?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly legalRep?: string;
  readonly registryOrgan?: string;
}

/** The adverse record (失信信息): the organ that found it, its document, its day. */
export interface PaperRecord {
  readonly organName: string;
  readonly docNumber: string;
  readonly findingDate: PlainDate;
  readonly summary?: string;
}

/** One item (办件) of the application. */
export interface PaperItem {
  readonly number: string;
  readonly matterName: string;
}

/** One condition or ground, with whether it is met, what showed it, and the article it comes from. */
export interface PaperReason {
  readonly text: string;
  readonly met?: boolean;
  readonly evidence?: string;
  readonly citeText?: string;
}

/** A material and where it came from: 申请人提交, 数据共享 … */
export interface PaperMaterial {
  readonly name: string;
  readonly source?: string;
}

/** A typed name, pen strokes (in pixels of a `width` × `height` pad), or a PNG picture in base64 (at most 300 kB). */
export type PaperSignature =
  | { readonly kind: 'typed'; readonly name: string }
  | {
      readonly kind: 'strokes';
      readonly width: number;
      readonly height: number;
      readonly strokes: readonly (readonly (readonly [number, number])[])[];
    }
  | { readonly kind: 'png'; readonly base64: string };

/** How to reach the officer or counter that answers questions. */
export interface PaperContact {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
}

/** The part that all papers about one item share. */
export interface ItemPaper {
  readonly head: PaperHead;
  readonly subject: PaperSubject;
  readonly item: PaperItem;
  readonly record: PaperRecord;
  readonly appliedOn: PlainDate;
  /** Finished citations, e.g. 《信用修复管理办法》第十四条. */
  readonly basis: readonly string[];
  readonly contact?: PaperContact;
  /** Names for 抄送 in the 版记; none, no 版记. */
  readonly copiesTo?: readonly string[];
}
