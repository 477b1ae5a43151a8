import type { CustomsGradeView, OutsideRoad } from '#contract/handed-over.ts';
import { DateText } from '../ui/DateText.tsx';

const tones = {
  done: ['tag-good', '✓ 已办'],
  waiting: ['', '等着'],
  stopped: ['tag-wait', '! 停下，工作人员在处理'],
} as const;

/** For the applicant: what was sent to the system that decides, and what came back. */
export function OutsideSteps({ road }: { road: OutsideRoad }) {
  return (
    <section className="card">
      <h2>{road.systemName}办理</h2>
      <p className="small">{road.note}</p>
      <ol className="plain stack">
        {road.steps.map((step) => (
          <li key={`${step.title}${step.text}`}>
            <strong>{step.title}</strong> <span className={`tag ${tones[step.state][0]}`}>{tones[step.state][1]}</span>
            <br />
            {step.text}
            <br />
            <span className="small">
              {step.on && <DateText date={step.on} />}
              {step.receiptNo && <span className="number">，{step.receiptNo}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** 海关信用等级: before and after, from when it can be asked for, what a grant means. */
export function GradeCard({ grade }: { grade: CustomsGradeView }) {
  return (
    <section className="card">
      <h2>海关信用等级</h2>
      <p>
        {grade.before && grade.after
          ? `您申请由“${grade.before}”调整为“${grade.after}”，现在是“${grade.now}”。`
          : `您申请的是${grade.route}，信用等级不变。`}
      </p>
      <h3>什么时候可以申请</h3>
      <ul>
        {grade.waits.map((one) => (
          <li key={one.text}>
            {one.text}
            {one.from && (
              <>
                ，<DateText date={one.from} /> 起{one.open && '（已到）'}
              </>
            )}
          </li>
        ))}
        {grade.byItself && <li>不用申请的：{grade.byItself.text}</li>}
      </ul>
      <h3>准予的意思</h3>
      <ul>
        {grade.means.map((one) => (
          <li key={one.text}>{one.text}</li>
        ))}
      </ul>
      {grade.notes.length > 0 && (
        <details className="unfold">
          <summary>条文没有写明的</summary>
          <ul>
            {grade.notes.map((one) => (
              <li key={one.text}>{one.text}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="small">
        {[...new Set([...grade.waits, ...grade.means].flatMap((one) => one.cites.map((cite) => cite.text)))].join('；')}
      </p>
    </section>
  );
}
