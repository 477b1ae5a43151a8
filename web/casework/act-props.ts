import type { ItemView } from '#contract/casework.ts';
import type { Finding } from './use-findings.ts';

/** What every drawer of an act is given. */
export interface ActProps {
  readonly view: ItemView;
  readonly findings: readonly Finding[];
  readonly close: () => void;
  readonly done: () => void;
}
