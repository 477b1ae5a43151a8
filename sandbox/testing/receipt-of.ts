import type { Outcome } from '#server/gateways/exchange/outcome.ts';

/** The agreed reply; fails the test with the system's own words where there is none. */
export function receiptOf<T>(outcome: Outcome<T>): T & { readonly ok: true } {
  if (!outcome.ok) throw new Error(`expected a receipt, got ${outcome.kind}: ${outcome.text}`);
  return outcome;
}
