import type { ExplainedDate } from '#contract/explanations.ts';
import { Cite } from '../ui/CitedReasons.tsx';
import { DateText } from '../ui/DateText.tsx';
import { Why } from '../ui/Why.tsx';

/** What each part of a computation does. */
const parts = { start: '起算', rule: '规定', count: '计算', result: '结果' } as const;

/** Every date of a verdict, none naked: behind each the steps it was computed by, with the article a tap away. */
export function ExplainedDates({ dates }: { dates: readonly ExplainedDate[] }) {
  if (dates.length === 0) return <p>没有要等的日子。</p>;
  return (
    <ul className="plain explained">
      {dates.map((one) => (
        <li key={one.kind + one.label + one.date}>
          <span className="explained-label">{one.label}</span>
          <strong>
            <DateText date={one.date} />
          </strong>
          {isUnsure(one) && <span className="tag tag-wait">供参考</span>}
          <Why>{() => <Steps date={one} />}</Why>
        </li>
      ))}
    </ul>
  );
}

function isUnsure(date: ExplainedDate): boolean {
  return date.steps.some((step) => step.sure !== 'V');
}

function Steps({ date }: { date: ExplainedDate }) {
  // One article mostly gives the whole computation: it stands once, behind the last step that rests on it.
  const isLast = (index: number) => date.steps[index + 1]?.cite.id !== date.steps[index]!.cite.id;
  return (
    <>
      <ol className="count-steps">
        {date.steps.map((step, index) => (
          <li key={step.text}>
            <span className="count-part">{parts[step.part]}</span> {step.text}
            {isLast(index) && <Cite cite={step.cite} />}
          </li>
        ))}
      </ol>
      {isUnsure(date) && (
        <p className="note-wait">
          这一天有一部分是推断，或者没有见到条文原文，只供参考，不会据此拒绝您的申请；以认定单位的答复为准。
        </p>
      )}
    </>
  );
}
