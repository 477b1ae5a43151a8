import type { Extension, Pause } from '../due-day.ts';
import type { PlainDate } from '../plain-date.ts';
import type { MissingMaterial } from './grounds.ts';
import type { Proposal, ReturnedProposal } from './proposal.ts';
import type { ItemState } from './states.ts';

/** One running or finished clock: all of it is shown to people, so it carries its rule and how surely the rule is known. */
export interface Clock {
  readonly kind: 'total' | 'acceptance' | 'decision' | 'correction' | 'effects';
  /** The day of the event that starts the clock; that day is not counted. */
  readonly start: PlainDate;
  /** Working days, those of the extensions included. */
  readonly days: number;
  readonly due: PlainDate;
  /** True where the due day lies in a year whose arrangement has not been announced. */
  readonly provisional: boolean;
  readonly cites: readonly string[];
  readonly doneOn?: PlainDate;
  /** 中止; absent in entries of the ledger from before pauses were kept. */
  readonly pauses?: readonly Pause[];
  /** 延长: which of `days` were added, and on what ground; absent where none were, and in older entries. */
  readonly extensions?: readonly Extension[];
}

/** The three effects of a grant (发改委令36号 第三条). */
export type EffectKind = 'end-publication' | 'end-sharing' | 'lift-measures';
export const effectKinds: readonly EffectKind[] = ['end-publication', 'end-sharing', 'lift-measures'];

/** Time limits of an item in working days, fixed when it is submitted; null where the rule sets none. */
export interface Limits {
  readonly accept: number | null;
  readonly decide: number | null;
  readonly extend: number | null;
  readonly total: number | null;
  readonly effects: number | null;
  readonly cites: Readonly<Record<'accept' | 'decide' | 'extend' | 'total' | 'effects', readonly string[]>>;
  /** The limit over all stands still while a correction is awaited: what a named office confirmed; absent where it goes on (36号 art 16 is silent). */
  readonly pausedForCorrection?: readonly string[];
}

/** What an outside system last told us about an item that it decides. */
export interface OutsideProgress {
  readonly system: string;
  readonly caseNo: string;
  readonly stage: 'received' | 'accepted' | 'correction-needed' | 'granted' | 'refused' | 'declined' | 'kept';
  readonly text: string;
  readonly on: PlainDate;
}

/** An officer of the deciding unit who has an item in hand; the name as it was when it was given to them. */
export interface Holder {
  readonly officerId: string;
  readonly name: string;
}

/** The item as folded from its ledger. */
export interface Item {
  readonly subjectKey: string;
  readonly itemId: string;
  readonly applicationId: string;
  readonly recordId: string;
  readonly number: string;
  readonly matterKey: string;
  readonly matterVersion: number;
  readonly unitId: string;
  readonly regionCode: string;
  readonly windowUnitId: string | null;
  readonly channel: 'online' | 'window';
  readonly receiver: 'credit-china' | 'market-platform' | 'court';
  readonly decider: 'our-desk' | 'outside';
  readonly limits: Limits;
  readonly state: ItemState;
  readonly version: number;
  readonly clocks: Readonly<Partial<Record<Clock['kind'], Clock>>>;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly correctionAsked: boolean;
  readonly missing: readonly MissingMaterial[];
  readonly verifications: number;
  readonly extended: boolean;
  readonly effects: Readonly<Partial<Record<EffectKind, { system: string; confirmedOn: PlainDate | null }>>>;
  readonly outside: OutsideProgress | null;
  readonly decisionNumber: string | null;
  /** Who has it in hand (承办人): at most one. Absent or null: nobody, so that every officer of the unit may act. */
  readonly holder?: Holder | null;
  /** What waits for review or signature (承办 → 审核 → 签发); absent where nothing does. */
  readonly proposal?: Proposal;
  /** A proposal that came back and has not been followed by another; absent otherwise. */
  readonly returned?: ReturnedProposal;
}
