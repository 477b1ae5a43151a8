import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { type Reminded, useReminders } from './use-reminders.ts';

interface ReminderProps {
  subjectKey: string;
  about: Reminded;
  /** The day on which something can be done. */
  day: string;
}

/** 到时提醒我: set with one tap, told by message and text on the day, taken back with one tap. */
export function Reminder({ subjectKey, about, day }: ReminderProps) {
  const { reminders, set, cancel } = useReminders(subjectKey);
  // A case has no id of its own: the reply to setting it says which reminder it is.
  const mine =
    'recordId' in about
      ? reminders.find((one) => one.recordId === about.recordId && one.state === 'waiting')
      : reminders.find((one) => one.reminderId === set.data?.reminderId && one.state === 'waiting');
  const problem = set.error ?? cancel.error;
  return (
    <div className="reminder no-print" aria-live="polite">
      {mine ? (
        <p>
          <span className="tag tag-good">✓ 已设提醒</span> <DateText date={mine.day} />
          ，用站内消息和短信告诉您。
          <Button
            kind="quiet"
            busy={cancel.isPending}
            busyText="正在取消…"
            onClick={() => cancel.mutate(mine.reminderId)}
          >
            不再提醒
          </Button>
        </p>
      ) : (
        <Button kind="secondary" busy={set.isPending} busyText="正在设置…" onClick={() => set.mutate(about)}>
          到时提醒我（
          <DateText date={day} />）
        </Button>
      )}
      {problem && <p role="alert">{asProblem(problem).detail}</p>}
    </div>
  );
}
