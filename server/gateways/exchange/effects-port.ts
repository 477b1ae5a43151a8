import type { ExchangedRecord, ExchangedSubject } from './exchanged-record.ts';
import type { Keyed, Outcome } from './outcome.ts';

/** What a grant asks of an outside system. */
export type RequestedEffect =
  | 'endPublication'
  | 'endSharing'
  | 'liftMeasures'
  | 'delist'
  | 'restoreStanding'
  // Orders about a record beside its repair.
  | 'withdrawInformation'
  | 'resumePublication'
  | 'changeInformation'
  | 'shieldInformation'
  | 'withdrawStatement';

/** A request for one effect on one record. */
export interface EffectRequest extends Keyed {
  readonly effect: RequestedEffect;
  readonly itemNo: string;
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
  /** Number of the decision the effect rests on. */
  readonly decisionNo: string;
  /** Day of the decision, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  /** Words shown in place of the record meanwhile (107号 art 22). */
  readonly statement?: string;
  /** The court's or other organ's paper the request rests on, shown beside the statement; day `YYYY-MM-DD`. */
  readonly ground?: { readonly title: string; readonly number: string; readonly office: string; readonly day: string };
  /** Facts that a changed decision changes. */
  readonly changes?: readonly { readonly field: string; readonly value: string }[];
}

/** The receipt: the request is taken, nothing is done yet. */
export interface EffectReceipt {
  readonly requestId: string;
  /** ISO instant. */
  readonly acceptedAt: string;
}

/** How far a requested effect is. */
export interface EffectProgress extends EffectReceipt {
  readonly effect: RequestedEffect;
  readonly state: 'accepted' | 'confirmed' | 'failed';
  /** ISO instant; null until confirmed. */
  readonly confirmedAt: string | null;
  /** Why it failed, in Chinese; null otherwise. */
  readonly reason: string | null;
}

/** A record that was found wrong: what each value said and what it says now, or that it is not to be shown any more. */
export interface RecordCorrection extends Keyed {
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
  readonly objectionNo: string;
  /** Day of the answer, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly removed: boolean;
}

/** That a correction was taken over. */
export interface CorrectionReceipt {
  readonly receiptNo: string;
  /** ISO instant. */
  readonly correctedAt: string;
}

/** Outside systems that carry out effects: asked once, confirmed later. */
export interface EffectsPort {
  /** Asks for an effect. Repeating it under the same key gives the first receipt. */
  requestEffect(request: EffectRequest): Promise<Outcome<EffectReceipt>>;
  /** Reads how far a request is. */
  readEffect(requestId: string): Promise<Outcome<EffectProgress>>;
  /** Has a shown or shared record corrected. Repeating it under the same key gives the first receipt. */
  correctRecord(correction: RecordCorrection): Promise<Outcome<CorrectionReceipt>>;
}
