import { Cites } from '../ui/CitedReasons.tsx';
import { DateText } from '../ui/DateText.tsx';
import type { Happening } from './one-timeline.ts';

interface OneTimelineProps {
  readonly happenings: readonly Happening[];
  /** What to call the item of an entry; nothing where there is only one. */
  readonly nameOf?: (itemId: string) => string | undefined;
}

/** 办理经过: what happened, what was asked and what was answered, newest first. */
export function OneTimeline({ happenings, nameOf }: OneTimelineProps) {
  return (
    <ol className="timeline">
      {happenings.map((one) => {
        const name = nameOf?.(one.itemId);
        return (
          <li key={one.id}>
            <strong>{one.title}</strong>
            {name && <span>：{name}</span>}
            <br />
            <span className="small">
              <DateText date={one.on} /> · {one.by}
            </span>
            {one.text && <p className="timeline-text">{one.text}</p>}
            {one.answerDue && <AnswerDue due={one.answerDue} />}
            <Cites cites={one.cites} />
          </li>
        );
      })}
    </ol>
  );
}

function AnswerDue({ due: { day, standing } }: { due: NonNullable<Happening['answerDue']> }) {
  if (standing === 'late')
    return (
      <p className="wait">
        ! 已过承诺的答复日 <DateText date={day} />
        。可以打办理单位的电话，或拨打 12345 反映。
      </p>
    );
  return (
    <p className="small">
      {standing === 'answered' ? '已答复；' : '等待答复；'}承诺 <DateText date={day} /> 前答复
    </p>
  );
}
