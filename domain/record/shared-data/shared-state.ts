import type { PlainDate } from '../../plain-date.ts';

/** What was read from shared data: the last answer, and the trouble of a later try. Both null: nothing was asked yet. */
export interface SharedState<T> {
  readonly last: { readonly judged: T; readonly queryNo: string; readonly on: PlainDate } | null;
  readonly trouble: string | null;
}
