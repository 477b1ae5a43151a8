import type { Readable } from 'node:stream';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Actor } from './actor.ts';

/** A file that came in: kept in a temporary place until the request ends. */
export interface UploadedFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly digest: string;
}

/** A cookie to set; null clears it. */
export interface CookieChange {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

/** What a signature is checked against: the request as it came. */
export interface SignedRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body, byte for byte. */
  readonly body: string;
}

/** One request as a handler sees it: parsed, checked, with who is acting. */
export interface Call<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly actor: Actor;
  readonly file?: UploadedFile;
  /** The body of an endpoint that takes octets. */
  readonly octets?: Buffer;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Full URL of the request as the browser sees it. */
  readonly url: string;
  readonly correlation: string;
  /** The address that asks, as the trusted proxies tell it. */
  readonly address: string;
  /** There where the endpoint is `signed`. */
  readonly signed?: SignedRequest;
  setCookie(change: CookieChange): void;
}

/** A reply that is a file. */
export interface FileReply {
  readonly file: true;
  readonly type: string;
  readonly name: string;
  readonly content: Uint8Array | Readable;
  /** Show in the browser instead of saving. */
  readonly inline?: boolean;
  /** Headers of this reply alone; null takes one away that every reply has. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A reply that sends the browser elsewhere. */
export interface RedirectReply {
  readonly redirect: string;
}

type Answer<E> = E extends { replyKind: 'file' }
  ? FileReply
  : E extends { replyKind: 'redirect' }
    ? RedirectReply
    : ReplyOf<E>;

/** An endpoint with what carries it out. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: (call: Call<Endpoint>) => Promise<unknown>;
}

/** Joins an endpoint to its act or question, keeping the types of the contract on both sides. */
export function route<E extends Endpoint>(endpoint: E, handle: (call: Call<E>) => Promise<Answer<E> | Refusal>): Route {
  return { endpoint, handle: handle as unknown as Route['handle'] };
}
