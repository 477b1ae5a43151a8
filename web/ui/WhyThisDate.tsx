import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { formatChinese } from '#domain/plain-date.ts';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { type Citation, Cites } from './CitedReasons.tsx';

interface WhyThisDateProps {
  /** The day of the event that starts the clock; it is not counted. */
  from: string;
  /** Working days. */
  add: number;
  cites: readonly Citation[];
  /** Why the clock runs: 受理期限. */
  label?: string;
  provisional?: boolean;
}

/** 为什么是这一天？ unfolds the count, day by day, with the articles it rests on. */
export function WhyThisDate(props: WhyThisDateProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <div className="why">
      <button
        type="button"
        className="why-button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        为什么是这一天？
      </button>
      {open && <Count id={panel} {...props} />}
    </div>
  );
}

function Count({ id, from, add, cites, label, provisional }: WhyThisDateProps & { id: string }) {
  const count = useQuery({
    queryKey: ['working-days', from, add],
    queryFn: () => call('countWorkingDays', { query: { from, add } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="why-panel" id={id}>
      <p>
        {label && `${label}：`}从{formatChinese(from)}起算（当天不计入），第 {add} 个工作日到期。
        <Cites cites={cites} />
      </p>
      {count.isPending && <p>正在推算…</p>}
      {count.error && <p>推算过程没有打开：{asProblem(count.error).detail}</p>}
      {count.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse scrolls it by its focus.
        <ol className="day-steps" aria-label="逐日推算" tabIndex={0}>
          {count.data.steps.map((step) => (
            <li key={step.date} className={`day-${step.kind}`}>
              <span className="day-n">{step.kind === 'counted' ? `第 ${step.n} 天` : '不计'}</span>
              <span>{formatChinese(step.date)}</span>
              <span className="day-why">{step.why}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="small no-print">
        <a href={`/days?from=${from}&count=${add}&unit=working-days`}>在日历上看，或者自己算一算</a>
      </p>
      {(provisional || count.data?.provisional) && (
        <p className="note-wait">
          这一天落在放假安排还没有公布的年份，公布后可能前后移动几天，我们会重新推算并告诉您。
        </p>
      )}
    </div>
  );
}
