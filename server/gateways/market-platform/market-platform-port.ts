import type {
  ExchangedMaterial,
  ExchangedProof,
  ExchangedRecord,
  ExchangedSubject,
} from '../exchange/exchanged-record.ts';
import type { Keyed, Outcome } from '../exchange/outcome.ts';

/** An item of 附件3 nos 1–3 handed over: accepted and decided on that platform, mirrored here. */
export interface MarketCase extends Keyed {
  readonly itemNo: string;
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
  /** ISO instant of the applicant's submission. */
  readonly submittedAt: string;
  /** Facts and reasons as the applicant gave them. */
  readonly reasons: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly commitmentMade: boolean;
  readonly materials: readonly ExchangedMaterial[];
  readonly sharedProofs: readonly ExchangedProof[];
}

/** The receipt of a case handed over. */
export interface MarketCaseReceipt {
  readonly caseNo: string;
  /** ISO instant. */
  readonly receivedAt: string;
}

/** Where a case stands on the platform. */
export type MarketCaseState =
  | 'received'
  | 'accepted'
  | 'declined'
  | 'correction-needed'
  | 'granted'
  | 'refused'
  | 'withdrawn';

/** A case as the platform reports it. Days are `YYYY-MM-DD`, null until they are known. */
export interface MarketCaseProgress extends MarketCaseReceipt {
  readonly state: MarketCaseState;
  readonly acceptedOn: string | null;
  readonly decidedOn: string | null;
  readonly decisionNo: string | null;
  /** Chinese sentences, for declined and refused. */
  readonly reasons: readonly string[];
  /** What is still missing, while state is `correction-needed`. */
  readonly correction: { readonly missing: readonly string[]; readonly dueOn: string } | null;
}

/** What the applicant handed in after a call for correction. */
export interface MarketCorrection extends Keyed {
  readonly caseNo: string;
  readonly note: string;
  readonly materials: readonly ExchangedMaterial[];
}

/** 市场监管信用修复全国统一平台. */
export interface MarketPlatformPort {
  handOver(handedOver: MarketCase): Promise<Outcome<MarketCaseReceipt>>;
  readCase(caseNo: string): Promise<Outcome<MarketCaseProgress>>;
  sendCorrection(correction: MarketCorrection): Promise<Outcome<MarketCaseReceipt>>;
  /** Refused once the case is decided. */
  withdrawCase(
    withdrawal: Keyed & { readonly caseNo: string },
  ): Promise<Outcome<{ readonly caseNo: string; readonly withdrawnAt: string }>>;
}
