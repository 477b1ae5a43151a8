import type { Sureness } from '#law/dated.ts';
import type { PlainDate } from '../plain-date.ts';

/** A citation as it reads: `ndrc36:12` and 《信用修复管理办法》（国家发展改革委令第36号）第十二条. */
export interface CitedPlace {
  readonly id: string;
  readonly text: string;
}

/** Which part of a computation a sentence tells: the first day, what the clause says, what is added or passed over, what comes out. */
export const explanationParts = ['start', 'rule', 'count', 'result'] as const;
export type ExplanationPart = (typeof explanationParts)[number];

/** One sentence of how a date comes about. */
export interface ExplanationStep {
  readonly part: ExplanationPart;
  readonly text: string;
  /** The day the sentence is about. */
  readonly day: PlainDate | null;
  readonly cite: CitedPlace;
  readonly sure: Sureness;
}

/** Dates of a verdict. `wait`: a further period that was set beside those that decided. */
export const dateKinds = ['publication-from', 'earliest-end', 'latest-end', 'apply-from', 'bar-end', 'wait'] as const;
export type DateKind = (typeof dateKinds)[number];

/** A date with everything it was computed from, in the order of the computation; the last step names the date itself. */
export interface ExplainedDate {
  readonly kind: DateKind;
  readonly label: string;
  readonly date: PlainDate;
  readonly steps: readonly ExplanationStep[];
}
