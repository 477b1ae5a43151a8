import type { RecordClass } from '#law/classes.ts';
import type { PlainDate } from '../plain-date.ts';
import type { VerdictWord } from './assess-case.ts';
import type { CitedPlace } from './explained-dates.ts';

/** Things a subject can do, or be told that there is nothing to do. */
export const acts = [
  'apply',
  'perform-duties',
  'make-commitment',
  'wait',
  'ask-to-classify',
  'ask-to-confirm',
  'ask-court',
  'object',
  'wait-for-end',
  'nothing',
] as const;
export type Act = (typeof acts)[number];

/** What each class would mean where the authority has yet to set one. */
export interface ClassBranch {
  readonly class: RecordClass;
  readonly text: string;
  readonly thenVerdict: VerdictWord;
  readonly thenFrom: PlainDate | null;
}

/**
 * One thing to do. `day`: when. `thenVerdict` and `thenFrom`: what the assessment says once it is done (what-would-change.ts, follow); null where
 * that is for somebody else to say.
 */
export interface WayOut {
  readonly act: Act;
  readonly text: string;
  readonly day: PlainDate | null;
  readonly thenVerdict: VerdictWord | null;
  readonly thenFrom: PlainDate | null;
  readonly cites: readonly CitedPlace[];
  readonly branches: readonly ClassBranch[];
}

/** The one thing to do first, and what else there is. */
export interface WaysOut {
  readonly next: WayOut;
  readonly others: readonly WayOut[];
}
