import { useState } from 'react';
import type { ClockView } from '#contract/item.ts';
import { useAsk } from './ask.ts';
import { Cites } from './Cites.tsx';
import { Loaded } from './Loaded.tsx';
import { dayText, shortDay } from './when.ts';

/** No date is naked: 为什么是这一天？ unfolds the count, day by day, with the articles it rests on. */
export function WhyThisDay({
  clock,
}: {
  clock: Pick<ClockView, 'label' | 'start' | 'days' | 'due' | 'provisional' | 'cites'>;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div className="why">
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        为什么是这一天？
      </button>
      {open && (
        <div className="why-body">
          <p>
            从{dayText(clock.start)}起算（当天不计），{clock.days} 个工作日，到{dayText(clock.due)}。
            {clock.provisional && '这一年的放假安排还没有公布，日期是暂定的。'}
          </p>
          <Cites cites={clock.cites} />
          <Steps start={clock.start} days={clock.days} />
          <a href={`/days?from=${clock.start}&count=${clock.days}&unit=working-days`} target="_blank" rel="noreferrer">
            在日历上看（新窗口）
          </a>
        </div>
      )}
    </div>
  );
}

function Steps({ start, days }: { start: string; days: number }) {
  const count = useAsk('countWorkingDays', { query: { from: start, add: days } }, { staleTime: Infinity });
  return (
    <Loaded query={count} rows={3}>
      {(it) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse scrolls it by its focus.
        <ol className="steps" aria-label="逐日推算" tabIndex={0}>
          {it.steps.map((step) => (
            <li key={step.date} className={step.n ? 'step-counted' : 'step-skipped'}>
              <span className="step-n">{step.n ? `第 ${step.n} 天` : '不计'}</span>
              <span>{shortDay(step.date)}</span>
              <span className="quiet">{step.why}</span>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
