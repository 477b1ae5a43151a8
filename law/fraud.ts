/** What follows when a repair was asked for with false papers or a broken commitment. */
import { dated } from './dated.ts';

export interface FraudConsequence {
  readonly barMonths: number;
  /** Whether the bar hits the one record or every record of the subject in this track. */
  readonly scope: 'item' | 'subject';
  readonly clock: 'decision' | 'not-stated';
  readonly revokesGrant: 'yes' | 'not-stated';
  /** Display runs anew from the revocation. */
  readonly periodRestarts: boolean;
}

export const generalFraud = dated<FraudConsequence>({
  from: '2026-04-01',
  value: { barMonths: 36, scope: 'item', clock: 'not-stated', revokesGrant: 'not-stated', periodRestarts: false },
  cite: ['ndrc36:25'],
  sure: 'V',
  note: '三年从何日起算，条文未写明；是否撤销已准予的修复，条文未写明。',
});

export const marketFraud = dated<FraudConsequence>({
  from: '2025-12-25',
  value: { barMonths: 36, scope: 'subject', clock: 'decision', revokesGrant: 'yes', periodRestarts: true },
  cite: ['samr107:23'],
  sure: 'V',
});
