import type { MatterKey } from '#law/matter-keys.ts';
import type { CaseInput, Verdict } from '../assess-case.ts';

/** The facts a sentence tells; what a row does not say is as in `usual` of its table. */
export type ScenarioFacts = Partial<Omit<CaseInput, 'id' | 'matter'>> & Pick<CaseInput, 'on'>;

/** What the clauses say of it. Only what is named is compared. */
export interface ScenarioAnswer {
  readonly verdict: Verdict['verdict'];
  readonly class?: Verdict['class'];
  readonly shown?: boolean;
  readonly earliestEnd?: string | null;
  readonly latestEnd?: string | null;
  /** First day on which an application is possible. */
  readonly from?: string | null;
  readonly route?: Verdict['application']['route'];
}

/**
 * One row of a scenario table: a sentence a lawyer can read, its facts, the answer that follows from the clauses, and the
 * citation ids that must be among the reasons. `ndrc36:12` stands for any paragraph or item of the article, `sta54` for any
 * of its articles. The answer is derived from law/texts, never from what the program says.
 */
export type ScenarioRow = readonly [
  sentence: string,
  facts: ScenarioFacts,
  answer: ScenarioAnswer,
  cites: readonly [string, ...string[]],
];

/** The rows of one matter. */
export interface ScenarioTable {
  readonly matter: MatterKey;
  readonly usual: Pick<CaseInput, 'subjectType' | 'findingDate' | 'publishedDate' | 'dutiesPerformed'> &
    Partial<CaseInput>;
  readonly rows: readonly ScenarioRow[];
}

/** The whole case of a row. */
export function caseOf(table: ScenarioTable, row: ScenarioRow): CaseInput {
  return { penalties: [], ...table.usual, ...row[1], id: null, matter: table.matter };
}

/** Whether a citation given as a reason answers one that is expected. */
export function answersCite(expected: string, given: string): boolean {
  return given === expected || ['.', '(', ':'].some((mark) => given.startsWith(expected + mark));
}
