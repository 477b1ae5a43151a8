import type { EffectsPort } from '../exchange/effects-port.ts';
import type { ExchangedRecord, ExchangedSubject } from '../exchange/exchanged-record.ts';
import type { Keyed, Outcome } from '../exchange/outcome.ts';

/** A submission to register: under 发改委令36号 art 13 信用中国 is the unified receiver of repair applications. */
export interface RepairApplication extends Keyed {
  readonly itemNo: string;
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
  /** ISO instant of the applicant's submission. */
  readonly submittedAt: string;
}

/** The receipt of a registered submission. Its day starts the clock of ten working days. */
export interface RepairApplicationReceipt {
  readonly receiptNo: string;
  /** ISO instant. */
  readonly receivedAt: string;
}

/** How the authority disposed of a registered submission. */
export interface RepairResult extends Keyed {
  readonly receiptNo: string;
  readonly outcome: 'granted' | 'refused' | 'declined' | 'withdrawn';
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly decisionNo: string | null;
  /** Chinese sentences; at least one unless granted or withdrawn. */
  readonly reasons: readonly string[];
}

/** That a result was taken over. */
export interface RepairResultReceipt {
  readonly receiptNo: string;
  /** ISO instant. */
  readonly reportedAt: string;
}

/** A record as the site is to show it. */
export interface PublishedReport extends Keyed {
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
  /** First day shown, `YYYY-MM-DD`. */
  readonly publishedOn: string;
  /** Last day shown, where it is fixed. */
  readonly lastDay: string | null;
}

/** A record the site shows at the moment. */
export interface PublishedEntry {
  readonly recordId: string;
  readonly documentNo: string;
  readonly matter: string;
  readonly authority: string;
  readonly publishedOn: string;
  readonly lastDay: string | null;
}

/** An objection to push to its unit: under 发改委令36号 art 18 信用中国 takes it in and pushes it within one working day. */
export interface LodgedObjection extends Keyed {
  readonly objectionNo: string;
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
  /** What is objected to, in Chinese. */
  readonly against: string;
  readonly reasons: string;
  /** ISO instant. */
  readonly lodgedAt: string;
}

/** That an objection was taken in and pushed. */
export interface ObjectionReceipt {
  readonly receiptNo: string;
  /** ISO instant. */
  readonly pushedAt: string;
}

/** What became of an objection that came through the site. */
export interface ObjectionResult extends Keyed {
  readonly receiptNo: string;
  readonly outcome: 'upheld' | 'partly-upheld' | 'rejected' | 'declined';
  /** `YYYY-MM-DD`. */
  readonly answeredOn: string;
  readonly text: string;
}

/** 信用中国（江西）: receives applications, takes their results, shows records, ends showing them. */
export interface CreditChinaPort extends EffectsPort {
  /** Registers a submission; the receipt carries the day that counts. */
  registerApplication(application: RepairApplication): Promise<Outcome<RepairApplicationReceipt>>;
  /** Gives the result and its reasons back to where the submission came in. */
  reportResult(result: RepairResult): Promise<Outcome<RepairResultReceipt>>;
  /** Hands an objection in, to be pushed to its unit. */
  lodgeObjection(objection: LodgedObjection): Promise<Outcome<ObjectionReceipt>>;
  /** Gives the answer back to where the objection came in. */
  reportObjectionResult(result: ObjectionResult): Promise<Outcome<RepairResultReceipt>>;
  /** Reports a record as published, or published again after a revoked repair. */
  reportPublished(report: PublishedReport): Promise<Outcome<{ readonly recordId: string; readonly shown: boolean }>>;
  /** What the site shows about a subject now, for reconciliation. */
  listPublished(identifier: string): Promise<Outcome<{ readonly entries: readonly PublishedEntry[] }>>;
}
