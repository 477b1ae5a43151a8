import { Button } from 'antd';
import type { ItemView } from '#contract/casework.ts';
import { useOfficer } from '../../office/session.ts';
import { useHolding } from './use-holding.tsx';

/** Who has this item in hand, and what the person may do about it; only for people of the unit. */
export function HolderPanel({ view }: { view: ItemView }) {
  const officer = useOfficer();
  const holding = useHolding();
  if (!view.holding || view.summary.closedOn) return null;
  const { summary } = view;
  const { acts, standsIn } = view.holding;
  const mine = summary.holder?.officerId === officer.officerId;
  const can = acts.filter((one) => one.allowed);
  return (
    <section className="card holder" aria-label="承办人">
      <p>
        {summary.holder ? (
          <>
            承办人 <strong>{mine ? `${summary.holder.name}（您）` : summary.holder.name}</strong>
          </>
        ) : (
          '还没有承办人，本单位的人都可以办。'
        )}
        {standsIn && <span className="chip chip-attention">您今天代{summary.holder?.name}办理</span>}
      </p>
      {can.length > 0 && (
        <p className="holder-acts">
          {can.map((one) => (
            <Button
              key={one.act}
              size="small"
              loading={one.act === 'claim' && holding.busy}
              onClick={() => holding[one.act](summary)}
            >
              {one.label}
            </Button>
          ))}
        </p>
      )}
      {holding.drawer}
    </section>
  );
}
