import type { ExchangedMaterial, ExchangedSubject } from '../exchange/exchanged-record.ts';
import type { Keyed, Outcome } from '../exchange/outcome.ts';

/** A request about a judgment defaulter (附件3 no 5), forwarded to the court that runs the enforcement. */
export interface CourtForward extends Keyed {
  readonly itemNo: string;
  readonly subject: ExchangedSubject;
  readonly recordId: string;
  readonly court: string;
  /** 执行案号. */
  readonly enforcementNo: string;
  /** Ground the applicant states, in the applicant's words. */
  readonly ground: string;
  readonly materials: readonly ExchangedMaterial[];
}

/** The court's receipt. */
export interface CourtForwardReceipt {
  readonly forwardNo: string;
  /** ISO instant. */
  readonly receivedAt: string;
}

/** Where the matter stands: with the court, entry deleted from the list, or kept on it. */
export interface CourtForwardProgress extends CourtForwardReceipt {
  readonly state: 'forwarded' | 'deleted' | 'kept';
  /** `YYYY-MM-DD`, null while it is with the court. */
  readonly decidedOn: string | null;
  readonly documentNo: string | null;
  readonly reasons: readonly string[];
}

/** The court: takes forwards, decides by its own rules; here it is only mirrored. */
export interface CourtPort {
  forward(forwarded: CourtForward): Promise<Outcome<CourtForwardReceipt>>;
  readForward(forwardNo: string): Promise<Outcome<CourtForwardProgress>>;
}
