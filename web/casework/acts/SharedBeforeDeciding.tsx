import { useEffect, useRef } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { useAct } from '../../office/ask.ts';
import { hasRole, useOfficer } from '../../office/session.ts';
import { dayText } from '../../office/when.ts';

/** Before a decision: what was read from shared data on an earlier day is asked again, once, and what stands out is said. It stops nobody. */
export function SharedBeforeDeciding({ view }: { view: ItemView }) {
  const officer = useOfficer();
  const { today } = officer;
  const ask = useAct('readSharedData', ['getItem']);
  const begun = useRef(false);
  const shared = view.checks.filter((one) => one.shared);
  const old = shared.some((one) => one.asOf < today || one.result === 'unavailable');
  const own = hasRole(officer, ['officer']) && officer.unit?.unitId === view.summary.unitId;
  useEffect(() => {
    if (begun.current || !old || !own) return;
    begun.current = true;
    const { subjectKey, itemId } = view.summary;
    ask.mutate({ params: { subjectKey, itemId }, body: {} });
  }, [old, own, view, ask]);
  const told = shared.filter((one) => one.result === 'problem' || one.discrepancy);
  if (!ask.isPending && told.length === 0) return null;
  return (
    <div role="status">
      {ask.isPending && <p className="quiet">正在重新查询共享数据，不用等它。</p>}
      {told.map((one) => (
        <p key={one.key}>
          <span className="chip chip-bad">! {one.name}</span> {one.discrepancy ?? one.text}{' '}
          <span className="quiet">{dayText(one.asOf)}</span>
        </p>
      ))}
    </div>
  );
}
