/**
 * How an errand to an outside system failed.
 * - `unreachable`  no connection, or it broke off: the errand may or may not have been done
 * - `timeout`      no complete reply in time: likewise
 * - `busy`         the system said so itself (429, 502, 503, 504)
 * - `refused`      the system read the errand and does not take it (4xx): repeating it changes nothing
 * - `bad-reply`    a reply that is not what was agreed: wrong shape, not JSON, too large, a redirect, 500
 */
export type GatewayFailureKind = 'unreachable' | 'timeout' | 'busy' | 'refused' | 'bad-reply';

/** A failed errand. `retry` says whether the same errand under the same idempotency key may be sent again later. */
export interface GatewayFailure {
  readonly ok: false;
  readonly kind: GatewayFailureKind;
  readonly retry: boolean;
  /** A Chinese sentence for the desk of stuck errands: which system, what happened. */
  readonly text: string;
  /** HTTP status, where one was received. */
  readonly status?: number;
}

/** What an errand to an outside system comes back with: the agreed reply, or why not. Never thrown. */
export type Outcome<Reply> = (Readonly<Reply> & { readonly ok: true }) | GatewayFailure;

/** Told once per errand, for metrics: system id, `ok` or the kind of failure, milliseconds. */
export type CallObserver = (system: string, outcome: 'ok' | GatewayFailureKind, milliseconds: number) => void;

/**
 * Every errand that changes something carries a key of its own (the outbox row's id does well):
 * the outside system answers a repetition with the first receipt instead of acting twice.
 */
export interface Keyed {
  readonly idempotencyKey: string;
}
