import type { ItemView } from '#contract/casework.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useKept } from '../../office/use-kept.ts';
import { dayText } from '../../office/when.ts';
import type { ActProps } from '../act-props.ts';
import { CorrectionNote } from '../CorrectionNote.tsx';
import { DecisionPreview } from '../DecisionPreview.tsx';
import { HandsNote } from '../HandsNote.tsx';
import { returnedContent, verbOf } from '../hands.ts';
import { mootReason } from '../moot-reason.ts';
import { useItemAct } from '../use-item-act.ts';
import { type ReasonLine, ReasonLines, reasonsToSend } from './ReasonLines.tsx';

/** What the platform knows against acceptance, and what is usually the matter. */
function suggestionsFor(view: ItemView): ReasonLine[] {
  const { verdict } = view.record;
  const known = verdict.verdict === 'repairable-now' ? [] : verdict.reasons;
  return [
    ...mootReason(view),
    ...notCorrected(view),
    ...known.map((one) => ({ code: one.code, text: one.text, cite: one.cite })),
    { code: 'not-our-finding', text: `该失信信息不是${view.summary.unitName}认定的，请向认定单位提出申请。` },
  ];
}

/** What was called for and did not come by the day the applicant was given. */
function notCorrected({ summary, clocks, missing }: ItemView): ReasonLine[] {
  const due = clocks.find((one) => one.kind === 'correction')?.due;
  if (summary.state !== 'correcting' || !due) return [];
  const names = missing.map((one) => one.name).join('、');
  const text = `申请材料不齐全或者不符合要求。已一次性告知补正，到${dayText(due)}没有补正：${names}。`;
  return [{ code: 'not-corrected', text }];
}

/** 不予受理, always with reasons. */
export function DeclineDrawer({ view, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/decline`);
  const act = useItemAct('declineItem', view, draft.over(done));
  const [reasons, setReasons] = draft.field<ReasonLine[]>(
    'reasons',
    returnedContent<{ reasons: ReasonLine[] }>(view, 'decline')?.reasons ??
      [...mootReason(view), ...notCorrected(view)].slice(0, 1),
  );
  return (
    <ActDrawer
      draft={draft}
      title="不予受理"
      open
      close={close}
      verb={verbOf(view, 'decline', '不予受理')}
      danger
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({ reasons: reasonsToSend(reasons) })}
      width={760}
    >
      <HandsNote view={view} act="decline" />
      <CorrectionNote view={view} />
      <p>不予受理必须写明理由。理由会写进不予受理通知书，申请人以后可以再次申请。</p>
      <ReasonLines suggestions={suggestionsFor(view)} reasons={reasons} change={setReasons} />
      <DecisionPreview view={view} act="decline" content={{ reasons: reasonsToSend(reasons) }} />
    </ActDrawer>
  );
}
