/**
 * How surely a value is known.
 * V the clause itself was read · F only a fragment of it was seen · S second-hand (an office's page, the press) ·
 * M memory · D deduced from clauses that were read · ? looked for and not found.
 */
export type Sureness = 'V' | 'F' | 'S' | 'M' | 'D' | '?';

/** The one rule of sureness: only what was read in its clause may refuse anybody. Everything else informs. */
export function mayRefuse(sure: Sureness): boolean {
  return sure === 'V';
}

/** A value of law from a day on: with its citation ids (see cite.ts) and how surely it is known. */
export interface Rule<T> {
  /** First day in force, `YYYY-MM-DD`. */
  readonly from: string;
  readonly value: T;
  readonly cite: readonly string[];
  readonly sure: Sureness;
  /** Chinese remark for people: what is open, what was followed where texts differ. */
  readonly note?: string;
}

/** A rule with its last day known: `to` is the first day of the rule that follows, null while it is in force. */
export interface RuleInForce<T> extends Rule<T> {
  readonly to: string | null;
}

/** A rule through time. */
export interface Dated<T> {
  readonly rows: readonly RuleInForce<T>[];
  /** The rule in force on a day; undefined before the first one known. */
  on(day: string): RuleInForce<T> | undefined;
}

/**
 * The one mechanism for law through time: each entry holds until the next begins, so there can be neither gap nor
 * overlap after the first. Entries out of order are a bug in law/ and stop the program.
 */
export function dated<T>(...entries: readonly [Rule<T>, ...Rule<T>[]]): Dated<T> {
  const rows = entries.map((entry, index) => {
    const to = entries[index + 1]?.from ?? null;
    if (to !== null && to <= entry.from) throw new Error(`law: ${to} does not follow ${entry.from}`);
    return { ...entry, to };
  });
  return { rows, on: (day) => rows.findLast((row) => row.from <= day) };
}
