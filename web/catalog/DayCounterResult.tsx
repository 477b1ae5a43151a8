import { useEffect, useRef } from 'react';
import type { CountStepView, DayCountView } from '#contract/calendar.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { Banner } from '../ui/Banner.tsx';
import { Cites } from '../ui/CitedReasons.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { DayCounterMonths } from './DayCounterMonths.tsx';

/** The date, then why, then the same on a calendar. */
export function DayCounterResult({ count }: { count: DayCountView }) {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start' });
  }, [count]);
  return (
    <>
      <section className="card" aria-live="polite">
        <h2 tabIndex={-1} ref={top} className="day-answer">
          {count.date ? formatChinese(count.date) : '现在还算不出到期日'}
        </h2>
        <p>{count.text}</p>
        {count.notes.map((note) => (
          <Banner key={note} tone="wait">
            <p>{note}</p>
          </Banner>
        ))}
      </section>
      <section className="card" aria-labelledby="why">
        <h2 id="why">为什么是这一天</h2>
        <ol className="day-runs">
          {count.steps.map((step) => (
            <Step key={`${step.kind}${step.from}`} step={step} />
          ))}
        </ol>
      </section>
      <section className="card" aria-labelledby="months">
        <h2 id="months">在日历上看</h2>
        <DayCounterMonths count={count} />
      </section>
      <div className="row no-print">
        <PrintButton>打印结果</PrintButton>
      </div>
      <p className="small">推算结果供参考，具体期限以办理单位的文书为准。</p>
    </>
  );
}

function Step({ step }: { step: CountStepView }) {
  return (
    <li className={`day-run run-${step.kind}`}>
      <span>{step.text}</span>
      {step.notice && <span className="small">{step.notice}</span>}
      <Cites cites={step.cites} />
    </li>
  );
}
