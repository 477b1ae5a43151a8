import type { OutsideRoad as Road } from '#contract/handed-over.ts';
import { dayText } from '../office/when.ts';

const signs = { done: ['good', '✓ 已办'], waiting: ['plain', '等着'], stopped: ['bad', '! 停下'] } as const;

/** What was sent to the system that decides, what came back, with days and receipts. */
export function OutsideRoad({ road }: { road: Road }) {
  return (
    <section aria-labelledby="outside-road">
      <h3 id="outside-road">{road.systemName}办理</h3>
      <p className="quiet">{road.note}</p>
      <ol className="plain-list">
        {road.steps.map((step) => (
          <li key={`${step.title}${step.text}`} className="line-card">
            <p>
              <strong>{step.title}</strong>{' '}
              <span className={`chip chip-${signs[step.state][0]}`}>{signs[step.state][1]}</span>{' '}
              <span className="quiet">{step.on && dayText(step.on)}</span>
            </p>
            <p>
              {step.text}
              {step.receiptNo && <span className="figures">，{step.receiptNo}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
