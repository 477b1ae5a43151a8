import { Button } from './Button.tsx';
import { sizeText, timeLeft } from './upload-words.ts';
import type { Doubt, Upload } from './use-upload.ts';

/** How far the file on its way is, with counts, the time left, and a way to stop. */
export function UploadSending({ sending, onStop }: { sending: NonNullable<Upload['sending']>; onStop: () => void }) {
  const { name, progress, since } = sending;
  const { sent, total, state } = progress;
  const counts = `${sizeText(sent)} / ${sizeText(total)}`;
  const left = timeLeft(progress, Date.now() - since);
  return (
    <div className="upload-progress">
      <progress max={total} value={sent} aria-label={`正在上传 ${name}`} />
      <p role="status">
        {state === 'sending' && `正在上传“${name}”，${counts}${left ? `，${left}` : ''}`}
        {state === 'waiting' && `网络断了。连上后自动接着传，不用重来（已传 ${counts}）。`}
        {state === 'checking' && `“${name}”已经传完，正在检查…`}
      </p>
      <Button kind="quiet" onClick={onStop}>
        不传了
      </Button>
    </div>
  );
}

/** Doubts about a PDF: the person decides. */
export function UploadDoubt({ doubt }: { doubt: Doubt }) {
  return (
    <div className="upload-doubt" role="alert">
      <p>
        <strong>“{doubt.name}”还没有上传，请看一下：</strong>
      </p>
      {doubt.texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <div className="row">
        <Button kind="secondary" onClick={() => doubt.answer(false)}>
          换一份
        </Button>
        <Button kind="quiet" onClick={() => doubt.answer(true)}>
          就传这一份
        </Button>
      </div>
    </div>
  );
}

/** What did not work, each with what to do. */
export function UploadFailures({ failures, again }: Pick<Upload, 'failures' | 'again'>) {
  if (failures.length === 0) return null;
  return (
    <div className="upload-failed" role="alert">
      {failures.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {again && (
        <Button kind="secondary" onClick={again}>
          接着传
        </Button>
      )}
    </div>
  );
}
