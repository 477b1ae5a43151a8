import type { Sureness } from './dated.ts';

/** A legal text or official paper the rules rest on. */
export interface Source {
  readonly title: string;
  /** As cited: 国家发展改革委令第36号. */
  readonly number: string;
  readonly issuer: string;
  /** First day in force; null where the text seen does not show it. */
  readonly inForce: string | null;
  /** First day no longer in force. */
  readonly repealed?: string;
  /** How far the text was read: V all articles the rules use, otherwise the weaker mark. */
  readonly read: Sureness;
  readonly readNote: string;
  /** Labels of places that are not numbered articles: `annex3` → 附件3. */
  readonly places?: Readonly<Record<string, string>>;
  /** Unit of a numbered place, 条 unless stated. */
  readonly unit?: '条' | '项';
}

/** Writes a register entry down. */
export function text(
  title: string,
  number: string,
  issuer: string,
  inForce: string | null,
  read: Sureness,
  readNote: string,
  rest: Partial<Source> = {},
): Source {
  return { title, number, issuer, inForce, read, readNote, ...rest };
}
