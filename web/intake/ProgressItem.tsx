import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ProgressItem as Item } from '#contract/progress.ts';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import { type ByCode, type HeldCode, useFileByCode } from './file-by-code.ts';
import { ItemState } from './ItemState.tsx';
import { ProgressCorrection } from './ProgressCorrection.tsx';
import { AskQuestion } from './Questions.tsx';

/** One item for the holder of number and query code: where it stands, what happens next, papers, correction, questions, withdrawing. */
export function ProgressItem({ item, code, answerDays, update }: ByCode & { answerDays: number }) {
  const { summary } = item;
  return (
    <div className="card stack">
      <h3>{summary.plain}</h3>
      <p className="small">
        {summary.matterName} · {summary.organName} · {summary.docNumber}
      </p>
      <ItemState item={summary} />
      {item.mayCorrect && <ProgressCorrection key={summary.version} item={item} code={code} update={update} />}
      {item.papers.length > 0 && <ProgressPapers papers={item.papers} code={code} />}
      <details className="unfold">
        <summary>向办理单位提问</summary>
        <AskQuestion
          id={`question-${summary.itemId}`}
          questions={item.questions}
          answerDays={answerDays}
          whyNot={item.whyNotAsk}
          ask={async (text, requestId) =>
            update(await call('askByCode', { body: { ...code, itemNumber: summary.number, requestId, text } }))
          }
        />
      </details>
      {item.mayWithdraw && <Withdraw item={item} code={code} update={update} />}
    </div>
  );
}

/** Papers that the code opens. */
export function ProgressPapers({ papers, code }: { papers: Item['papers']; code: HeldCode }) {
  const file = useFileByCode(code);
  return (
    <>
      <ul className="plain stack">
        {papers.map((paper) => (
          <li key={paper.paperId}>
            {paper.state === 'printed' ? (
              <button type="button" className="link-button" onClick={() => file.mutate(paper)}>
                下载《{paper.title}》
              </button>
            ) : (
              <>
                《{paper.title}》 <span className="tag">正在生成，请稍后再查</span>
              </>
            )}
            <br />
            <span className="small">
              {paper.docNumber && `${paper.docNumber}，`}
              <DateText date={paper.issuedOn} />
            </span>
          </li>
        ))}
      </ul>
      {file.error && (
        <p className="bad" role="alert">
          {asProblem(file.error).detail}
        </p>
      )}
    </>
  );
}

function Withdraw({ item, code, update }: ByCode) {
  const { summary } = item;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const requestId = useRef(newRequestId());
  const withdraw = useMutation({
    mutationFn: () =>
      call('withdrawByCode', {
        body: {
          ...code,
          itemNumber: summary.number,
          requestId: requestId.current,
          version: summary.version,
          reason: reason.trim(),
        },
      }),
    onSuccess: (view) => {
      setOpen(false);
      update(view);
    },
  });
  const send = () => {
    setMissing(!reason.trim());
    if (reason.trim()) withdraw.mutate();
  };
  return (
    <div className="row no-print">
      <Button kind="quiet" onClick={() => setOpen(true)}>
        撤回这一项
      </Button>
      <Dialog title="撤回这一项？" open={open} onClose={() => setOpen(false)}>
        <p>只撤回“{summary.plain}”，其他项不受影响。撤回后可以重新申请。</p>
        <TextArea
          id={`withdraw-${summary.itemId}`}
          label="撤回原因"
          rows={3}
          maxLength={500}
          value={reason}
          error={missing ? '请写一句撤回的原因' : undefined}
          onChange={setReason}
        />
        {withdraw.error && (
          <p className="bad" role="alert">
            {asProblem(withdraw.error).detail}
          </p>
        )}
        <div className="row">
          <Button kind="danger" busy={withdraw.isPending} busyText="正在撤回…" onClick={send}>
            撤回这一项
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            不撤回
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
