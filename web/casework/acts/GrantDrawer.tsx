import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useKept } from '../../office/use-kept.ts';
import type { ActProps } from '../act-props.ts';
import { DecisionPreview } from '../DecisionPreview.tsx';
import { draftFor } from '../draft.ts';
import { HandsNote } from '../HandsNote.tsx';
import { returnedContent, verbOf } from '../hands.ts';
import { useItemAct } from '../use-item-act.ts';
import { DraftedText } from './DraftedText.tsx';
import { FindingsList, findingsToSend } from './FindingsList.tsx';
import { SharedBeforeDeciding } from './SharedBeforeDeciding.tsx';

/** 准予修复: the findings as they will be printed, and what starts with the decision. */
export function GrantDrawer({ view, findings, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/grant`);
  const act = useItemAct('grantItem', view, draft.over(done));
  const [note, setNote] = draft.field('note', returnedContent<{ note: string }>(view, 'grant')?.note ?? '');
  const open = findings.filter((one) => one.met !== true).length;
  return (
    <ActDrawer
      draft={draft}
      title="准予修复"
      open
      close={close}
      verb={verbOf(view, 'grant', '作出准予修复决定')}
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({ findings: findingsToSend(findings), note: note.trim() })}
      width={760}
    >
      <HandsNote view={view} act="grant" />
      <SharedBeforeDeciding view={view} />
      <p>决定作出后，平台立即通知“信用中国（江西）”等停止公示、停止共享、解除惩戒，并生成决定书。</p>
      {open > 0 && (
        <p>
          <span className="chip chip-attention">▲ 还有 {open} 项没有核实为符合</span>{' '}
          请先在左边“修复条件”里逐项填写，再作决定。
        </p>
      )}
      {open > 0 && <FindingsList findings={findings} />}
      <DraftedText
        label="决定说明（可以不填）"
        value={note}
        change={setNote}
        draft={draftFor(view, 'grant')}
        maxLength={2000}
      />
      {open === 0 && (
        <DecisionPreview view={view} act="grant" content={{ findings: findingsToSend(findings), note: note.trim() }} />
      )}
    </ActDrawer>
  );
}
