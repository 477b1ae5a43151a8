import type { ItemView } from '#contract/casework.ts';
import { ConditionLine } from '../ConditionLine.tsx';
import type { FindingDesk } from '../use-findings.ts';
import { useReading } from './use-reading.ts';

/** The condition whose paper is open, above the form where the list of conditions has no room beside it. */
export function ConditionInHand({ view, desk }: { view: ItemView; desk: FindingDesk }) {
  const { on, condition, leaveCondition } = useReading();
  const found = view.conditions.find((one) => one.key === condition);
  if (!on || !found) return null;
  return (
    <section className="card condition-in-hand" aria-label="正在核实的条件">
      <p className="line-split">
        <strong>
          修复条件 {view.conditions.indexOf(found) + 1} / {view.conditions.length}
        </strong>
        <button type="button" className="link" onClick={leaveCondition}>
          收起
        </button>
      </p>
      <ConditionLine view={view} condition={found} desk={desk} />
    </section>
  );
}
