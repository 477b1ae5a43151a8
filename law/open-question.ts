import type { LawEntryKey } from './matter-keys.ts';

/** A question the texts leave open. */
export interface OpenQuestion {
  /** Q and a number that is never given twice. */
  readonly id: string;
  readonly question: string;
  /** Who can answer, in Chinese. */
  readonly who: string;
  /** What the software does until then. */
  readonly until: string;
  readonly cite: readonly string[];
  /** Law entries it touches. */
  readonly matters: readonly LawEntryKey[];
}
