import type { FineBracket, PenaltyKind, RecordClass, RecordField } from '#law/classes.ts';
import { type Confirmation, type LawBook, printedLaw } from '#law/law-book.ts';
import type { LawEntryKey, SubjectType } from '#law/matter-keys.ts';
import type { PlainDate } from '../plain-date.ts';
import type { HeldBack } from './orders/record-order.ts';
import type { DateStep } from './publication-period.ts';

/** One penalty of a record. */
export interface CasePenalty {
  readonly kind: PenaltyKind;
  /** Yuan, not 万元. */
  readonly amountYuan?: number;
  readonly bracket?: FineBracket;
  /** Last day of the restriction the penalty carries. */
  readonly termEnds?: PlainDate;
}

/** What the assessment is asked about: one record of one subject on one day. Made by parseCase or explainRecord. */
export interface CaseInput {
  /** Echoed in the answer; null when none was given. */
  readonly id: string | number | null;
  /** The law entry it is judged by: the matter, or `serious-list` for a list set up later. */
  readonly matter: LawEntryKey;
  readonly subjectType: SubjectType;
  /** Date of the finding document: decision, listing. */
  readonly findingDate: PlainDate;
  /** First day of public display; null: not displayed, or not known to be. */
  readonly publishedDate: PlainDate | null;
  readonly penalties: readonly CasePenalty[];
  readonly procedure?: 'simple' | 'ordinary';
  readonly field?: RecordField;
  /** Set by the authority where the law leaves it to it; never overrides what the law fixes. */
  readonly class?: RecordClass;
  readonly dutiesPerformed: boolean;
  readonly correctionDate?: PlainDate;
  readonly commitmentMade?: boolean;
  readonly samePenaltyAgain?: boolean;
  readonly fraudFoundOn?: PlainDate;
  /** An order holds it back from display. */
  readonly heldBack?: HeldBack;
  /** Day on which a court found the plan of reorganisation or the settlement performed. */
  readonly planCompletedOn?: PlainDate;
  /** Field of the authority that found it, in the words of the units (`tax`, `ecology` …): whose class standard applies. */
  readonly sector?: string;
  /** The day asked about. */
  readonly on: PlainDate;
  /** The texts with the rows offices added; the texts alone where absent. */
  readonly law?: LawBook;
}

/** The book a case is judged by. */
export function bookOf(input: CaseInput): LawBook {
  return input.law ?? printedLaw;
}

/** What a named office answered to a point that the texts leave open, on the day asked. */
export function confirmedPoint(input: CaseInput, point: string): Confirmation | undefined {
  return bookOf(input).confirmed(point, input.on);
}

export const verdictWords = [
  'repairable-now',
  'not-yet',
  'duties-outstanding',
  'ends-automatically',
  'not-published',
  'no-route',
  'barred',
  'needs-classification',
  'needs-confirmation',
] as const;
export type VerdictWord = (typeof verdictWords)[number];

export const routeWords = ['apply', 'automatic', 'none', 'judicial', 'needs-confirmation'] as const;
export type RouteWord = (typeof routeWords)[number];

/** A Chinese sentence with the citation id it rests on. */
export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly cite: string;
}

/** The answer, in exactly the shape of `POST /api/v1/assessments`. */
export interface Verdict {
  readonly id: string | number | null;
  readonly class: RecordClass | 'needs-classification';
  /**
   * `shown`: whether law has it on public display on the day asked. `from`: the day its periods are counted from.
   * `earliestEnd`, `latestEnd`: last days of the minimum and maximum period.
   */
  readonly publication: {
    readonly shown: boolean;
    readonly from: PlainDate | null;
    readonly earliestEnd: PlainDate | null;
    readonly latestEnd: PlainDate | null;
  };
  /** `from`: first day on which an application is possible, as far as waiting is concerned. */
  readonly application: { readonly route: RouteWord; readonly from: PlainDate | null };
  readonly verdict: VerdictWord;
  /** Working days. */
  readonly limits: { readonly accept: number | null; readonly decide: number | null; readonly extend: number | null };
  readonly reasons: readonly Reason[];
}

/** What a track finds, before limits: the verdict with the steps its dates were computed by. */
export interface Outlook extends Omit<Verdict, 'id' | 'limits'> {
  readonly steps: readonly DateStep[];
}

/** No dates: for records that have none. */
export const noDates = { shown: false, from: null, earliestEnd: null, latestEnd: null } as const;
export const noApplication = { route: 'none', from: null } as const;
export const unclearRoute = { route: 'needs-confirmation', from: null } as const;

/** Whether the duties are performed on the day asked: a correction that lies in the future is none yet. */
export function dutiesDone(input: CaseInput): boolean {
  return input.dutiesPerformed && !(input.correctionDate !== undefined && input.correctionDate > input.on);
}

/** Whether the record is on display on the day asked, by its own date. */
export function isPublished(input: CaseInput): input is CaseInput & { publishedDate: PlainDate } {
  return input.publishedDate !== null && input.publishedDate <= input.on;
}

/** The latest end of the restrictions the penalties carry, if any has one. */
export function latestTerm(input: CaseInput): PlainDate | undefined {
  return input.penalties
    .flatMap((penalty) => penalty.termEnds ?? [])
    .sort()
    .at(-1);
}
