import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAsk } from '../../office/ask.ts';
import { useOfficer } from '../../office/session.ts';
import { dayText } from '../../office/when.ts';
import type { ActProps } from '../act-props.ts';
import { CorrectionNote } from '../CorrectionNote.tsx';
import { DecisionPreview } from '../DecisionPreview.tsx';
import { HandsNote } from '../HandsNote.tsx';
import { verbOf } from '../hands.ts';
import { useItemAct } from '../use-item-act.ts';

/** 受理: says what it starts before it is done. */
export function AcceptDrawer({ view, close, done }: ActProps) {
  const act = useItemAct('acceptItem', view, done);
  return (
    <ActDrawer
      title="受理"
      open
      close={close}
      verb={verbOf(view, 'accept', '受理这一件')}
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({})}
    >
      <HandsNote view={view} act="accept" />
      <CorrectionNote view={view} />
      <p>
        受理“{view.summary.subjectName}”的{view.summary.matterName}申请，并自动生成受理通知书送达申请人。
      </p>
      <DecideBy matterKey={view.summary.matterKey} />
      <p className="quiet">材料不齐的，请用“一次性告知补正”；不属于本单位或不符合受理条件的，请用“不予受理”。</p>
      <DecisionPreview view={view} act="accept" />
    </ActDrawer>
  );
}

function DecideBy({ matterKey }: { matterKey: string }) {
  const { today } = useOfficer();
  const matter = useAsk('getMatter', { params: { matterKey }, query: {} }, { staleTime: 3_600_000 });
  const days = matter.data?.limits.decide ?? null;
  const due = useAsk('countWorkingDays', { query: { from: today, add: days ?? 0 } }, { enabled: days !== null });
  if (days === null || !due.data) return null;
  return (
    <p>
      受理后 {days} 个工作日内决定：应于<strong>{dayText(due.data.date)}</strong>前作出。
    </p>
  );
}
