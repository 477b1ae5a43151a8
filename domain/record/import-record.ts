import type { FineBracket, PenaltyKind, RecordClass, RecordField } from '#law/classes.ts';
import type { SubjectType } from '#law/matter-keys.ts';
import type { PlainDate } from '../plain-date.ts';
import type { ImportRecordType } from './import-matters.ts';

/** Whom a record is about. Identifiers are normalised; `legalRep` is a name, its ID number is not kept. */
export interface ImportedSubject {
  readonly kind: SubjectType;
  readonly name: string;
  readonly identifierKind: 'uscc' | 'regno' | 'citizen-id' | 'other-id';
  readonly identifier: string;
  readonly legalRep?: string;
  /** 注销日期, where the file says that the subject is no more. */
  readonly deregisteredOn?: PlainDate;
  /** 曾用名, where the file names any. */
  readonly formerNames?: readonly string[];
}

/** One penalty of a decision; amounts in yuan with at most two decimals, `termEnds` is the last day of a restriction. */
export interface ImportedPenalty {
  readonly kind: PenaltyKind;
  readonly amountYuan?: number;
  readonly bracket?: FineBracket;
  readonly termEnds?: PlainDate;
}

/** What the row says beyond who, by whom and when. Absent means that the file did not say. */
export interface ImportedFacts {
  readonly penalties: readonly ImportedPenalty[];
  readonly procedure?: 'simple' | 'ordinary';
  readonly field?: RecordField;
  /** Set by the authority (失信程度); what law derives by itself is not stored here. */
  readonly class?: RecordClass;
  /** 违法行为类型 or 列入原因, else the facts or the name of the case. */
  readonly act: string;
  readonly actFacts?: string;
  readonly basis: string;
  /** 处罚内容, or the measures of a listing. */
  readonly content: string;
  readonly licence?: string;
  readonly validUntil?: PlainDate | 'long-term';
  /** Last day of the measures that a listing carries; an early end is barred before it. */
  readonly measuresEnd?: PlainDate | 'long-term';
  readonly publicUntil?: PlainDate | 'long-term';
  readonly remark?: string;
  /** Columns the list template has no name for, by the file's own heading: 车牌号, 义务, … */
  readonly extra?: Readonly<Record<string, string>>;
}

/** A row of a file that may become a record. */
export interface ImportedRecord {
  /** One of the 14, or a list set up later. */
  readonly matterKey: string;
  readonly recordType: ImportRecordType;
  readonly subject: ImportedSubject;
  /** In one spelling (see normaliseDocNumber); null for listings that carry none. */
  readonly docNumber: string | null;
  /** Day of the finding document. */
  readonly findingDate: PlainDate;
  readonly publishedDate: PlainDate | null;
  readonly organName: string;
  /** 18 characters, null where the file has no column for it (2015–2017 headings, lists). */
  readonly organCode: string | null;
  readonly sourceOrganName?: string;
  readonly facts: ImportedFacts;
  readonly dutiesPerformed: boolean | null;
  readonly correctionDate: PlainDate | null;
  /** The reason under which wrong check digits were let through; absent where none had to be. */
  readonly checkDigitOverride?: string;
  /** Same for the same decision in every file: matter, document number, organ, subject. */
  readonly naturalKey: string;
  /**
   * JSON of everything above: equal digests mean that nothing changed. To be hashed by whoever stores it. Members are
   * written in the order in which the row readers build them, which is always the same; sorting keys at this place took
   * a third of the time of an import.
   */
  readonly digest: string;
  /** JSON of `facts`, which is the longest part of the digest: written once for both. */
  readonly factsText: string;
}

/** What the row readers make. */
export type ReadRecord = Omit<ImportedRecord, 'naturalKey' | 'digest' | 'factsText' | 'checkDigitOverride'>;

/**
 * Adds natural key and digest to a record read from a row. The organ stands in the key by its name, not its code: older
 * files and lists have no code, and the same decision must come out the same from all of them.
 */
export function sealRecord(record: ReadRecord, checkDigitOverride?: string): ImportedRecord {
  const { matterKey, recordType, subject, docNumber, findingDate, publishedDate, organName, organCode } = record;
  const { sourceOrganName, facts, dutiesPerformed, correctionDate } = record;
  const document = docNumber ?? `无文号@${findingDate}`;
  const head = { matterKey, recordType, subject, docNumber, findingDate, publishedDate, organName, organCode };
  const source = sourceOrganName === undefined ? '' : `,"sourceOrganName":${JSON.stringify(sourceOrganName)}`;
  const override =
    checkDigitOverride === undefined ? '' : `,"checkDigitOverride":${JSON.stringify(checkDigitOverride)}`;
  const corrected = correctionDate === null ? 'null' : `"${correctionDate}"`;
  const factsText = JSON.stringify(facts);
  const sealed: ImportedRecord = {
    matterKey,
    recordType,
    subject,
    docNumber,
    findingDate,
    publishedDate,
    organName,
    organCode,
    facts,
    dutiesPerformed,
    correctionDate,
    naturalKey: `${matterKey}|${document}|${organName}|${subject.identifier}`,
    digest: `${JSON.stringify(head).slice(0, -1)}${source},"facts":${factsText},"dutiesPerformed":${dutiesPerformed},"correctionDate":${corrected}${override}}`,
    factsText,
    ...(sourceOrganName !== undefined && { sourceOrganName }),
    ...(checkDigitOverride !== undefined && { checkDigitOverride }),
  };
  return sealed;
}
