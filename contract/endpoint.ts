import type { Static, TObject, TSchema } from 'typebox';

/**
 * Who may call. `guest` needs no login; the others are kinds of session or roles of an officer. `reviewer` (审核) and `head`
 * (负责人：签发、分派) are held beside `officer` by people of the same unit.
 */
export type Caller =
  | 'guest'
  | 'applicant'
  | 'officer'
  | 'reviewer'
  | 'head'
  | 'window-clerk'
  | 'supervisor'
  | 'catalog-keeper'
  | 'operator';

/** Callers that are roles of people in offices. */
export const officeCallers = [
  'officer',
  'reviewer',
  'head',
  'window-clerk',
  'supervisor',
  'catalog-keeper',
  'operator',
] as const satisfies readonly Caller[];

export const allCallers: readonly Caller[] = ['guest', 'applicant', ...officeCallers];

/** How the reply travels: JSON by default; a file, a page or a redirect where the endpoint says so. */
export type ReplyKind = 'json' | 'file' | 'redirect';

/** An endpoint is data: server, OpenAPI document, role matrix and the web's client are all made from it. */
export interface Endpoint<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> {
  /** Unique name, verb-noun in camelCase; the OpenAPI operationId. */
  readonly name: string;
  readonly module: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:params`, below /api/v1 unless it is one of the fixed public pages. */
  readonly path: string;
  /** One Chinese sentence. */
  readonly summary: string;
  readonly by: readonly Caller[];
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply: R;
  readonly replyKind?: ReplyKind;
  /** Media type of a file reply. */
  readonly fileType?: string;
  /** multipart/form-data with one file part `file` and text parts described by `body`. */
  readonly upload?: boolean;
  /** application/x-www-form-urlencoded instead of JSON: a protocol asks for it. No other endpoint takes forms. */
  readonly form?: true;
  /** application/octet-stream: the body is a piece of a file, nothing else; at most 2 MB. */
  readonly octets?: true;
  /** Status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202;
  /** A system of a unit calls, without a session: the handler is given the body as it came and the headers that sign it. */
  readonly signed?: true;
  /** The same for everybody: answered with an ETag of its bytes (304 to If-None-Match) and readable from pages of other sites. */
  readonly published?: true;
  /** Requests a minute from one address, where the general limit is too generous. */
  readonly perMinute?: number;
}

/** Declares an endpoint, keeping its exact type. */
export function endpoint<const E extends Endpoint>(it: E): E {
  return it;
}

/** What a handler is given and a client sends. */
export type ParamsOf<E> = E extends { params: infer P extends TObject } ? Static<P> : Record<string, never>;
export type QueryOf<E> = E extends { query: infer Q extends TObject } ? Static<Q> : Record<string, never>;
export type BodyOf<E> = E extends { body: infer B extends TSchema } ? Static<B> : undefined;
export type ReplyOf<E> = E extends { reply: infer R extends TSchema } ? Static<R> : never;
