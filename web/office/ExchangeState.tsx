import type { ExchangeView } from '#contract/casework.ts';

/** A hand-over's state: a sign and the server's words. */
export function ExchangeState({
  exchange,
}: {
  exchange: Pick<ExchangeView, 'confirmedAt' | 'lastError' | 'stateText'>;
}) {
  if (exchange.confirmedAt) return <span className="chip chip-good">✓ {exchange.stateText}</span>;
  if (exchange.lastError) return <span className="chip chip-bad">! {exchange.stateText}</span>;
  return <span className="chip chip-plain">{exchange.stateText}</span>;
}
