import { useState } from 'react';
import type { ClockView } from '#contract/item.ts';
import { useAsk } from './ask.ts';
import { Cites } from './Cites.tsx';
import { Loaded } from './Loaded.tsx';
import { dayText } from './when.ts';

/** No date is naked: 为什么是这一天？ unfolds the count in lines, pauses and extensions with it, and the articles and notices it rests on. */
export function WhyThisDay({
  clock,
  item,
}: {
  clock: Pick<ClockView, 'kind' | 'label' | 'start' | 'days' | 'due' | 'provisional' | 'cites'>;
  /** The item the clock belongs to. */
  item: { subjectKey: string; itemId: string };
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
          <Steps item={item} clock={clock} />
          <a href={`/days?from=${clock.start}&count=${clock.days}&unit=working-days`} target="_blank" rel="noreferrer">
            在日历上看（新窗口）
          </a>
        </div>
      )}
    </div>
  );
}

function Steps({ item, clock }: Parameters<typeof WhyThisDay>[0]) {
  const { subjectKey, itemId } = item;
  const told = useAsk('explainDeadlines', { params: { subjectKey, itemId } });
  return (
    <Loaded query={told} rows={3}>
      {(reply) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse scrolls it by its focus.
        <ol className="steps" aria-label="推算过程" tabIndex={0}>
          {reply.clocks
            .find((one) => one.kind === clock.kind)
            ?.steps.map((step) => (
              <li key={step.kind + step.from} className={step.kind === 'counted' ? 'step-counted' : 'step-skipped'}>
                <span className="step-n">{stepNames[step.kind] ?? '计入'}</span>
                <span>
                  {step.text}
                  {step.notice && <span className="quiet">（{step.notice}）</span>}
                  <Cites cites={step.cites} />
                </span>
              </li>
            ))}
        </ol>
      )}
    </Loaded>
  );
}

const stepNames: Readonly<Record<string, string>> = {
  start: '起算',
  counted: '计入',
  rest: '不计',
  paused: '中止',
  extended: '延长',
  moved: '顺延',
  end: '到期',
};
