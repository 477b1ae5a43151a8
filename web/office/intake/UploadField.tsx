import { Button } from 'antd';
import { useRef, useState } from 'react';
import { paperOf } from '#domain/intake/files/picture-findings.ts';
import type { ReplyTo } from '../../api.ts';
import { sendMaterial } from '../../intake/send-material.ts';
import { prepareFiles } from '../../ui/prepare-files.ts';
import type { UploadProgress } from '../../ui/upload-sender.ts';
import { Refused } from '../Refused.tsx';
import { sizeText } from '../when.ts';

export type Uploaded = ReplyTo<'finishUpload'>;

interface Props {
  readonly subjectKey: string;
  readonly materialKey: string;
  readonly label: string;
  readonly files: readonly Uploaded[];
  readonly change: (files: readonly Uploaded[]) => void;
}

/** Files for one material, sent as they are chosen: photos chosen together become one PDF; what may be wrong is said beside them. */
export function UploadField({ subjectKey, materialKey, label, files, change }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<string | null>(null);
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const send = async (chosen: readonly File[]) => {
    setError(null);
    setState('正在检查文件…');
    let sent = [...files];
    try {
      const prepared = await prepareFiles(chosen, label, paperOf(label));
      setDoubts([...prepared.faults, ...prepared.doubts]);
      for (const file of prepared.files) {
        const kept = await sendMaterial(subjectKey, materialKey, file, (progress) => setState(wordsOf(progress)));
        sent = [...sent.filter((one) => one.attachmentId !== kept.attachmentId), kept];
        change(sent);
      }
    } catch (fault) {
      setError(fault);
    } finally {
      setState(null);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <div className="upload">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="application/pdf,.pdf,image/*"
        onChange={(event) => event.target.files && void send([...event.target.files])}
      />
      <ul className="tight">
        {files.map((file) => (
          <li key={file.attachmentId}>
            {file.fileName}（{file.pages ? `${file.pages} 页，` : ''}
            {sizeText(file.bytes)}
            {file.scan === 'waiting' ? '，待查毒' : ''}）{' '}
            <button
              type="button"
              className="link"
              onClick={() => change(files.filter((one) => one.attachmentId !== file.attachmentId))}
              aria-label={`移除${file.fileName}`}
            >
              移除
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {doubts.map((text) => (
          <p key={text} className="field-fault">
            ! {text}
          </p>
        ))}
      </div>
      <Button
        onClick={() => input.current?.click()}
        loading={state !== null}
        aria-label={state ? undefined : `上传（PDF、JPG、PNG）：${label}`}
      >
        {state ?? '上传（PDF、JPG、PNG）'}
      </Button>
      <Refused error={error} />
    </div>
  );
}

function wordsOf({ sent, total, state }: UploadProgress): string {
  const counts = `${sizeText(sent)} / ${sizeText(total)}`;
  if (state === 'waiting') return `网络断了，连上后自动接着传（${counts}）`;
  return state === 'checking' ? '已传完，正在检查…' : `正在上传 ${counts}`;
}
