import type { Sureness } from './dated.ts';
import type { LawEntryKey, SubjectType } from './matter-keys.ts';

/** A condition of repair, as a sentence an officer finds met or not. */
export interface Condition {
  readonly key: string;
  readonly text: string;
  readonly cite: string;
  readonly sure: Sureness;
}

/** A paper of the application and who has it: shared data, the authority itself, or only the applicant. */
export interface Material {
  readonly key: string;
  readonly name: string;
  readonly why: string;
  readonly cite: string;
  readonly sure: Sureness;
  readonly source: 'shared' | 'authority' | 'applicant';
  readonly required: boolean;
}

/** A field this matter asks beyond the joint form (附表). */
export interface ExtraField {
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'date' | 'number' | 'choice';
  readonly required: boolean;
  readonly why: string;
  readonly choices?: readonly string[];
}

export type RecordType = 'penalty' | 'abnormal' | 'serious-list' | 'judgment';
export type Track = 'general' | 'market' | 'court' | 'customs';
export type Sector =
  | 'market'
  | 'tax'
  | 'court'
  | 'customs'
  | 'hrss'
  | 'civil'
  | 'agri'
  | 'stats'
  | 'culture'
  | 'emergency'
  | 'transport'
  | 'other';

/** A matter of the catalogue as law has it: what the catalogue's rows rest on. */
export interface Matter {
  readonly key: LawEntryKey;
  /** Position in 附件3, 1–13; other-penalty 14; serious-list 15, for no matter of its own. */
  readonly position: number;
  /** Exactly as on the form of 附件3. */
  readonly name: string;
  /** What it is, in one plain sentence. */
  readonly plain: string;
  readonly recordType: RecordType;
  readonly track: Track;
  readonly sector: Sector;
  /** Unit of 附件1. */
  readonly provincialUnit: string;
  /** Deciding authority in words, with its cite. */
  readonly authority: { readonly text: string; readonly cite: string; readonly sure: Sureness };
  /** Levels on which the deciding authority stands. */
  readonly levels: readonly ('province' | 'city' | 'county')[];
  /** Who may apply. */
  readonly subjectTypes: readonly SubjectType[];
  /** Who is left out, with the clause; only a V clause may turn anybody away. */
  readonly excludes: readonly {
    readonly subjectType: SubjectType;
    readonly text: string;
    readonly cite: string;
    readonly sure: Sureness;
  }[];
  readonly receiver: 'credit-china' | 'market-platform' | 'court';
  readonly decider: 'our-desk' | 'outside';
  readonly conditions: readonly Condition[];
  readonly materials: readonly Material[];
  readonly extraFields: readonly ExtraField[];
  /** Bars named by the sector's own rule, for people. */
  readonly exclusions: readonly Condition[];
}
