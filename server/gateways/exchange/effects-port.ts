import type { ExchangedRecord, ExchangedSubject } from './exchanged-record.ts';
import type { Keyed, Outcome } from './outcome.ts';

/** What a grant asks of an outside system. */
export type RequestedEffect = 'endPublication' | 'endSharing' | 'liftMeasures' | 'delist' | 'restoreStanding';

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

/** Outside systems that carry out effects: asked once, confirmed later. */
export interface EffectsPort {
  /** Asks for an effect. Repeating it under the same key gives the first receipt. */
  requestEffect(request: EffectRequest): Promise<Outcome<EffectReceipt>>;
  /** Reads how far a request is. */
  readEffect(requestId: string): Promise<Outcome<EffectProgress>>;
}
