import type { ExplainedDate } from '#contract/explanations.ts';
import type { RecordView } from '#contract/record.ts';
import { useAsk } from '../ask.ts';
import { Cites } from '../Cites.tsx';
import { Loaded } from '../Loaded.tsx';
import { dayText } from '../when.ts';

/** Every date of a record's verdict with the steps it was computed by: none is naked. */
export function RecordDates({ record: { subjectKey, recordId } }: { record: RecordView }) {
  const told = useAsk('explainRecord', { params: { subjectKey, recordId } });
  return (
    <section aria-label="日期">
      <Loaded query={told} rows={3}>
        {({ dates }) => (
          <dl className="facts">
            {dates.map((one) => (
              <DateWithWhy key={one.kind + one.label + one.date} date={one} />
            ))}
          </dl>
        )}
      </Loaded>
    </section>
  );
}

function DateWithWhy({ date }: { date: ExplainedDate }) {
  return (
    <>
      <dt>{date.label}</dt>
      <dd>
        {dayText(date.date)}
        {date.steps.some((step) => step.sure !== 'V') && <span className="chip">供参考</span>}
        <details>
          <summary className="link">为什么是这一天？</summary>
          <ol className="tight">
            {date.steps.map((step) => (
              <li key={step.text}>
                {step.text} <Cites cites={[step.cite]} />
              </li>
            ))}
          </ol>
        </details>
      </dd>
    </>
  );
}
