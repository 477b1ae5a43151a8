import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useKept } from '../../office/use-kept.ts';
import type { ActProps } from '../act-props.ts';
import { DecisionPreview } from '../DecisionPreview.tsx';
import { draftFor } from '../draft.ts';
import { HandsNote } from '../HandsNote.tsx';
import { returnedContent, verbOf } from '../hands.ts';
import { mootReason } from '../moot-reason.ts';
import { useItemAct } from '../use-item-act.ts';
import { DraftedText } from './DraftedText.tsx';
import { FindingsList, findingsToSend } from './FindingsList.tsx';
import { type ReasonLine, ReasonLines, reasonsToSend } from './ReasonLines.tsx';
import { SharedBeforeDeciding } from './SharedBeforeDeciding.tsx';

/** 不予修复: reasons come first from the conditions found not met. */
export function RefuseDrawer({ view, findings, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/refuse`);
  const act = useItemAct('refuseItem', view, draft.over(done));
  const unmet = findings
    .filter((one) => one.met === false)
    .map((one) => ({
      code: `condition-${one.key}`,
      text: `不符合“${one.text.replace(/[。；]$/, '')}”这一条件${one.evidence ? `：${one.evidence}` : '。'}`,
    }));
  const { verdict } = view.record;
  const known = verdict.verdict === 'repairable-now' ? [] : verdict.reasons;
  const [reasons, setReasons] = draft.field<ReasonLine[]>(
    'reasons',
    returnedContent<{ reasons: ReasonLine[] }>(view, 'refuse')?.reasons ?? [...mootReason(view), ...unmet],
  );
  const [note, setNote] = draft.field('note', returnedContent<{ note: string }>(view, 'refuse')?.note ?? '');
  return (
    <ActDrawer
      draft={draft}
      title="不予修复"
      open
      close={close}
      verb={verbOf(view, 'refuse', '作出不予修复决定')}
      danger
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() =>
        act.send({ findings: findingsToSend(findings), reasons: reasonsToSend(reasons), note: note.trim() })
      }
      width={760}
    >
      <HandsNote view={view} act="refuse" />
      <SharedBeforeDeciding view={view} />
      <p>不予修复必须写明理由。决定书会同时告知申请人救济途径。</p>
      <FindingsList findings={findings} />
      <ReasonLines
        suggestions={[
          ...mootReason(view),
          ...unmet,
          ...known.map((one) => ({ code: one.code, text: one.text, cite: one.cite })),
        ]}
        reasons={reasons}
        change={setReasons}
      />
      <DraftedText
        label="决定说明（可以不填）"
        value={note}
        change={setNote}
        draft={draftFor(view, 'refuse')}
        maxLength={2000}
      />
      <DecisionPreview
        view={view}
        act="refuse"
        content={{ findings: findingsToSend(findings), reasons: reasonsToSend(reasons), note: note.trim() }}
      />
    </ActDrawer>
  );
}
