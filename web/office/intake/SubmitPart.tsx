import { Alert, Button } from 'antd';
import type { MatterChanged } from '#contract/drafts.ts';
import { Refused } from '../Refused.tsx';
import type { Sending } from './use-submission.ts';
import { goToPoint, type OpenPoint } from './visit-points.ts';

interface Props {
  readonly count: number;
  /** What is still open, once somebody has tried to submit. */
  readonly points: readonly OpenPoint[];
  readonly sending: Sending;
  readonly submit: () => void;
  readonly again: (seen?: Record<string, number>) => void;
}

/** The one button, what keeps it from working with a way to each gap, and what became of a try. */
export function SubmitPart({ count, points, sending, submit, again }: Props) {
  const busy = sending.kind === 'sending' || sending.kind === 'unknown';
  return (
    <section className="card" aria-label="提交">
      {points.length > 0 && <OpenPoints points={points} />}
      {sending.kind === 'unknown' && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title="线路断了，这份申请可能已经收到。"
          description={`正在再问（第 ${sending.tries} 次）。同一份申请只会收到一次，不会重复；请不要关闭页面，也不要重新填写。`}
          action={<Button onClick={() => again()}>现在再问</Button>}
        />
      )}
      {sending.kind === 'refused' && <RefusedVisit sending={sending} again={again} />}
      <Button type="primary" size="large" block disabled={busy} onClick={submit} title="也可以按 Ctrl + Enter">
        {busy ? '正在提交，请不要关闭页面…' : `提交申请（共 ${count} 项）`}
      </Button>
    </section>
  );
}

function RefusedVisit({ sending, again }: { sending: Sending & { kind: 'refused' }; again: Props['again'] }) {
  const { problem } = sending;
  const changes = problem.code === 'matter-changed' ? (problem.more.changes as MatterChanged[]) : [];
  const seen = Object.fromEntries(changes.flatMap((one) => (one.to === null ? [] : [[one.matterKey, one.to]])));
  return (
    <>
      <Refused error={problem} />
      {changes.length > 0 && <Button onClick={() => again(seen)}>来访人已看过变化，按现在的要求提交</Button>}
    </>
  );
}

function OpenPoints({ points }: { points: readonly OpenPoint[] }) {
  return (
    <div className="error-summary" role="alert">
      <strong>还有 {points.length} 处没有完成（Alt + 0 去第一处）</strong>
      <ul className="tight">
        {points.map((one) => (
          <li key={one.id + one.text}>
            <a
              href={`#${one.id}`}
              onClick={(event) => {
                event.preventDefault();
                goToPoint(one.id);
              }}
            >
              {one.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
