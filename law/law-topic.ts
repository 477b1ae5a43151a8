import type { Dated, Sureness } from './dated.ts';
import type { LawEntryKey } from './matter-keys.ts';

/** One rule as people read it. */
export interface LawRow {
  readonly group: string;
  readonly name: string;
  readonly text: string;
  readonly from: string;
  readonly to: string | null;
  readonly cite: readonly string[];
  readonly sure: Sureness;
  /** Law entries it is about; absent where it is about all. */
  readonly matters?: readonly LawEntryKey[];
  readonly note?: string;
}

/** A dated rule with its place among the others and the sentence it is told in. */
export interface LawTopic {
  readonly group: string;
  readonly name: string;
  readonly rule: Dated<unknown>;
  readonly say: (value: unknown) => string;
  readonly matters?: readonly LawEntryKey[];
}

/** Puts a rule in its place; `matters` names the law entries it is about, nothing means all. */
export function topic<T>(
  group: string,
  name: string,
  rule: Dated<T>,
  say: (value: T) => string,
  matters?: readonly LawEntryKey[],
): LawTopic {
  return { group, name, rule, say: say as (value: unknown) => string, ...(matters === undefined ? {} : { matters }) };
}

/** The row of a topic's nth entry. */
export function rowOf({ group, name, rule, say, matters }: LawTopic, index: number): LawRow {
  const { from, to, cite, sure, value, note } = rule.rows[index]!;
  return {
    group,
    name,
    text: say(value),
    from,
    to,
    cite,
    sure,
    ...(matters === undefined ? {} : { matters }),
    ...(note === undefined ? {} : { note }),
  };
}

/** `5个工作日`, 未规定 for null. */
export function workingDays(days: number | null): string {
  return days === null ? '未规定' : `${days}个工作日`;
}
