/** Why something asked for is not done. Each kind has one HTTP status, mapped once in server/platform/problem.ts. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'unmet-condition'
  /** Too many tries: `more.retryAfter` says in how many seconds the next one is heard. */
  | 'too-many';

/** One field of the request that is wrong: a path such as `form.phone`, and a Chinese sentence. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

/** A refusal is a value: returned by decide functions and acts, never thrown. */
export interface Refusal {
  readonly refused: true;
  readonly kind: RefusalKind;
  /** Stable machine code, kebab-case. */
  readonly code: string;
  /** A Chinese sentence for the person: what happened and what to do. */
  readonly text: string;
  /** Citation ids of law/ (e.g. `ndrc36:14`), where law speaks. */
  readonly cite?: readonly string[];
  readonly fields?: readonly FieldFault[];
  /** Further facts for the client, e.g. the number of the application that already holds the record. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Makes a refusal. */
export function refuse(
  kind: RefusalKind,
  code: string,
  text: string,
  extra: Pick<Refusal, 'cite' | 'fields' | 'more'> = {},
): Refusal {
  return { refused: true, kind, code, text, ...extra };
}

/** Tells a refusal from any other result. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
