import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAsk } from '../../office/ask.ts';
import { useKept } from '../../office/use-kept.ts';
import { dayText } from '../../office/when.ts';
import type { ActProps } from '../act-props.ts';
import { DecisionPreview } from '../DecisionPreview.tsx';
import { draftFor } from '../draft.ts';
import { HandsNote } from '../HandsNote.tsx';
import { returnedContent, verbOf } from '../hands.ts';
import { useItemAct } from '../use-item-act.ts';
import { DraftedText } from './DraftedText.tsx';

/** 延长, once: shows the new day before it is decided. */
export function ExtendDrawer({ view, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/extend`);
  const act = useItemAct('extendItem', view, draft.over(done));
  const [reason, setReason] = draft.field('reason', returnedContent<{ reason: string }>(view, 'extend')?.reason ?? '');
  const running = view.clocks.find((one) => one.kind === 'decision');
  const matter = useAsk('getMatter', { params: { matterKey: view.summary.matterKey }, query: {} });
  const more = matter.data?.limits.extend ?? null;
  const whole = running && more !== null ? running.days + more : 0;
  const due = useAsk('countWorkingDays', { query: { from: running?.start ?? '', add: whole } }, { enabled: whole > 0 });
  return (
    <ActDrawer
      draft={draft}
      title="延长办理期限"
      open
      close={close}
      verb={verbOf(view, 'extend', '延长期限')}
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({ reason })}
    >
      <HandsNote view={view} act="extend" />
      <p>
        只能延长一次
        {running && `，现在应于${dayText(running.due)}前决定`}
        {due.data && `，延长 ${more} 个工作日后为${dayText(due.data.date)}`}。申请人会收到延长告知书。
      </p>
      <DraftedText
        label="延长的理由"
        value={reason}
        change={setReason}
        draft={draftFor(view, 'extend')}
        maxLength={500}
      />
      <DecisionPreview view={view} act="extend" content={{ reason: reason.trim() }} />
    </ActDrawer>
  );
}
