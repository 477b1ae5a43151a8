import type { PenaltyKind, RecordClass } from '#law/classes.ts';
import type { FineBand, OfficePaper } from '#law/law-book.ts';
import type { LawEntryKey, SubjectType } from '#law/matter-keys.ts';
import type { PointValue } from '#law/points.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { Catalog, Matter, MatterCondition, MatterExtraField, MatterLimits, Unit, UnitLevel } from '../catalog.ts';

/** What of the catalogue people change: always by two persons, always from a day on, always kept. */
export const changeKinds = [
  'matter',
  'confirmation',
  'class-standard',
  'calendar-year',
  'calendar-day',
  'unit',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeKindName: Readonly<Record<ChangeKind, string>> = {
  matter: '修复事项',
  confirmation: '有权机关确认',
  'class-standard': '领域分类标准',
  'calendar-year': '年度放假安排',
  'calendar-day': '单日调整',
  unit: '办理单位',
};

/** A condition or material as filed; `cites` names registered clauses, or `filing` for the paper filed with the change. */
export type FiledCondition = Omit<MatterCondition, 'sure'>;
export interface FiledUnit {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: UnitLevel;
  readonly regionCode: string;
  readonly phone?: string | null;
  readonly address?: string | null;
}

/** A new, changed or withdrawn matter. Whatever is absent stays as the law entry, or the version in force, has it. */
export interface MatterContent {
  readonly op: 'new' | 'change' | 'withdraw';
  readonly lawEntry?: LawEntryKey;
  readonly name?: string;
  readonly plain?: string;
  readonly authority?: string;
  /** Field whose units decide it; only for a new matter. */
  readonly sector?: string;
  readonly levels?: readonly UnitLevel[];
  readonly subjectTypes?: readonly SubjectType[];
  readonly conditions?: readonly FiledCondition[];
  readonly materials?: Matter['materials'];
  readonly extraFields?: readonly MatterExtraField[];
  readonly limits?: Partial<MatterLimits>;
  /** Units the matter brings along; they stand from its day. */
  readonly units?: readonly FiledUnit[];
  /** The paper that `filing` in cites stands for. */
  readonly paper?: OfficePaper;
}

/** A named office's written answer to a point of law/points.ts; the target is the point's key. */
export interface ConfirmationContent {
  readonly value: PointValue;
  readonly paper: OfficePaper;
  /** Last day in force. */
  readonly until?: PlainDate | null;
}

/** How a field classifies its penalties; the target is the field. */
export interface ClassStandardContent {
  readonly paper: OfficePaper;
  readonly fines: readonly FineBand[];
  readonly personFines?: readonly FineBand[];
  readonly kinds?: Readonly<Partial<Record<PenaltyKind, RecordClass>>>;
  readonly until?: PlainDate | null;
}

/** A year's arrangement as the State Council's office announced it; the target is the year. */
export interface CalendarYearContent {
  readonly notice: { readonly title: string; readonly number: string | null; readonly issuedOn: PlainDate };
  readonly festivals: readonly { readonly name: string; readonly days: readonly PlainDate[] }[];
  readonly makeupWorkdays: readonly PlainDate[];
}

/** One day on which the province works or rests otherwise; the target is the day. */
export interface CalendarDayContent {
  readonly kind: 'rest' | 'work';
  readonly why: string;
}

/** How a unit is reached and called; the target is its id. */
export interface UnitContent {
  readonly name?: string;
  readonly phone?: string | null;
  readonly address?: string | null;
}

interface Contents {
  matter: MatterContent;
  confirmation: ConfirmationContent;
  'class-standard': ClassStandardContent;
  'calendar-year': CalendarYearContent;
  'calendar-day': CalendarDayContent;
  unit: UnitContent;
}

/** A change as proposed: of what, from which day, on which basis. */
export type ProposedChange<K extends ChangeKind = ChangeKind> = {
  [T in K]: {
    readonly kind: T;
    readonly target: string;
    readonly effectiveOn: PlainDate;
    readonly basis: string;
    /** The legal reason for a day nearer than a month. */
    readonly urgentReason: string | null;
    readonly content: Contents[T];
  };
}[K];

/** One difference a change makes, as people read it; null: there was, or will be, nothing. */
export interface DiffLine {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a filing does to the versions of its matter on its day. */
export interface VersionChange {
  /** Version to end and its last day. */
  readonly close: { readonly version: number; readonly last: PlainDate } | null;
  readonly open: Matter | null;
}

/** What a change would do: the catalogue after it, what differs, and the rows to write. */
export interface ChangePlan {
  readonly after: Catalog;
  readonly diff: readonly DiffLine[];
  readonly versions?: VersionChange;
  readonly units?: readonly Unit[];
}
