import { useQuery } from '@tanstack/react-query';
import { formatChinese } from '#domain/plain-date.ts';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { type Citation, Cites } from './CitedReasons.tsx';
import { Why } from './Why.tsx';

interface WhyThisDateProps {
  /** The day of the event that starts the clock; it is not counted. */
  from: string;
  /** Working days. */
  add: number;
  cites: readonly Citation[];
  /** Why the clock runs: 受理期限. */
  label?: string;
  provisional?: boolean;
  /** The clock of an item that the reader may open: then pauses and extensions are told too. */
  clock?: { subjectKey: string; itemId: string; kind: string } | undefined;
}

/** 为什么是这一天？ of a deadline: unfolds the count in lines, with the articles and notices it rests on. */
export function WhyThisDate({ clock, ...count }: WhyThisDateProps) {
  return (
    <Why>
      {() => (
        <>
          {clock ? <Deadline clock={clock} count={count} /> : <Count {...count} />}
          <p className="small no-print">
            <a href={`/days?from=${count.from}&count=${count.add}&unit=working-days`}>在日历上看，或者自己算一算</a>
          </p>
        </>
      )}
    </Why>
  );
}

/** The line at the head: what runs, from when, how long. */
function Head({ from, add, cites, label }: WhyThisDateProps) {
  return (
    <p>
      {label && `${label}：`}从{formatChinese(from)}起算（当天不计入），第 {add} 个工作日到期。
      <Cites cites={cites} />
    </p>
  );
}

function Deadline({ clock, count }: { clock: NonNullable<WhyThisDateProps['clock']>; count: WhyThisDateProps }) {
  const { kind, ...params } = clock;
  const told = useQuery({
    queryKey: ['deadlines', params.itemId, count.from, count.add],
    queryFn: () => call('explainDeadlines', { params }),
  });
  const found = told.data?.clocks.find((one) => one.kind === kind);
  return (
    <>
      <Head {...count} />
      {told.isPending && <p>正在推算…</p>}
      {told.error && <p>推算过程没有打开：{asProblem(told.error).detail}</p>}
      {found && (
        <ol className="count-steps" aria-label="推算过程">
          {found.steps.map((step) => (
            <li key={step.kind + step.from} className={`count-${step.kind}`}>
              {step.text}
              {step.notice && <span className="small">（{step.notice}）</span>}
              <Cites cites={step.cites} />
            </li>
          ))}
        </ol>
      )}
      {found?.due === null && <p className="note-wait">现在暂停计算，恢复以后才有到期的日子。</p>}
      {(found?.provisional ?? count.provisional) && <Provisional />}
    </>
  );
}

function Count(props: WhyThisDateProps) {
  const { from, add, provisional } = props;
  const count = useQuery({
    queryKey: ['working-days', from, add],
    queryFn: () => call('countWorkingDays', { query: { from, add } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <Head {...props} />
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
      {(provisional || count.data?.provisional) && <Provisional />}
    </>
  );
}

function Provisional() {
  return (
    <p className="note-wait">这一天落在放假安排还没有公布的年份，公布后可能前后移动几天，我们会重新推算并告诉您。</p>
  );
}
