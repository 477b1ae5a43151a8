import type { CheckView } from '#contract/checks.ts';
import { Cites } from '../office/Cites.tsx';
import { dayText } from '../office/when.ts';

const chips = {
  ok: { look: 'good', text: '✓' },
  problem: { look: 'bad', text: '! 有问题' },
  open: { look: 'attention', text: '▲ 要核实' },
  unavailable: { look: 'plain', text: '查不到' },
} as const;

/** What the platform looked at itself: result, source, day, and the article one click away. */
export function PlatformChecks({ checks }: { checks: readonly CheckView[] }) {
  if (checks.length === 0) return null;
  return (
    <section className="card" aria-labelledby="checks-title">
      <h2 id="checks-title">平台已经查过</h2>
      <ul className="checks">
        {checks.map((one) => (
          <li key={one.key}>
            <p>
              <span className={`chip chip-${chips[one.result].look}`}>{chips[one.result].text}</span>{' '}
              <strong>{one.name}</strong>：{one.text} <Cites cites={one.cites} />
            </p>
            <p className="quiet">
              {one.source}，{dayText(one.asOf)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
