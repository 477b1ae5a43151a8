import type { ExchangeView } from '#contract/casework.ts';
import { InstantText } from '../ui/DateText.tsx';

const tones: Readonly<Record<string, string>> = { confirmed: 'tag-good', failed: 'tag-wait' };

/** What was sent to other systems for this item, each with its receipt; what has not been confirmed says so. */
export function Effects({ exchanges }: { exchanges: readonly ExchangeView[] }) {
  if (exchanges.length === 0) return null;
  return (
    <section className="card">
      <h2>各平台的回执</h2>
      <ul className="plain stack">
        {exchanges.map((exchange) => (
          <li key={exchange.exchangeId}>
            <strong>{exchange.systemName}</strong>：{exchange.kindName}{' '}
            <span className={`tag ${tones[exchange.state] ?? ''}`}>
              {exchange.state === 'confirmed' && <span aria-hidden="true">✓ </span>}
              {exchange.stateText}
            </span>
            <br />
            <span className="small">
              {exchange.confirmedAt ? (
                <>
                  <InstantText at={exchange.confirmedAt} /> 确认
                </>
              ) : (
                <>
                  <InstantText at={exchange.requestedAt} /> 发出，对方还没有确认，系统会自动再发
                </>
              )}
              {exchange.receiptNo && <span className="number">，回执号 {exchange.receiptNo}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
