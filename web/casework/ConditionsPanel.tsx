import type { ItemView } from '#contract/casework.ts';
import { ConditionLine } from './ConditionLine.tsx';
import { useReading } from './reading/use-reading.ts';
import { emptyFindings } from './turn.ts';
import type { FindingDesk } from './use-findings.ts';
import { Verifications } from './Verifications.tsx';

interface Props {
  readonly view: ItemView;
  readonly desk: FindingDesk;
}

/** The matter's conditions with what was found for each. Open ones are named, so that nobody decides past them. */
export function ConditionsPanel({ view, desk }: Props) {
  const { conditions } = view;
  const { condition } = useReading();
  const hint = !desk.editable && desk.findings.every((one) => one.met === null) ? emptyFindings(view) : null;
  const met = desk.findings.filter((one) => one.met === true).length;
  return (
    <section className="card" aria-labelledby="conditions-title">
      <h2 id="conditions-title" tabIndex={-1}>
        修复条件{' '}
        <span className="quiet">
          {met} / {conditions.length} 项已核实符合
        </span>
      </h2>
      {hint && <p className="quiet">{hint}</p>}
      {conditions.length === 0 && <p className="quiet">本事项没有列出条件。</p>}
      <ol className="conditions">
        {conditions.map((one) => (
          <li key={one.key} className={one.key === condition ? 'condition-here' : undefined}>
            <ConditionLine view={view} condition={one} desk={desk} />
          </li>
        ))}
      </ol>
      <Verifications view={view} />
    </section>
  );
}
