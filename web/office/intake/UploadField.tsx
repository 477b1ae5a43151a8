import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ReplyTo } from '../../api.ts';
import { upload } from '../../api.ts';
import { Refused } from '../Refused.tsx';
import { sizeText } from '../when.ts';

export type Uploaded = ReplyTo<'uploadAttachment'>;

interface Props {
  readonly subjectKey: string;
  readonly materialKey: string;
  readonly label: string;
  readonly files: readonly Uploaded[];
  readonly change: (files: readonly Uploaded[]) => void;
}

/** Files for one material: PDF, JPG or PNG, sent as they are chosen, with how much has gone. */
export function UploadField({ subjectKey, materialKey, label, files, change }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (chosen: FileList) => {
    setError(null);
    let sent = [...files];
    try {
      for (const file of chosen) {
        setSending({ name: file.name, share: 0 });
        const onProgress = (share: number) => setSending({ name: file.name, share });
        sent = [
          ...sent,
          await upload('uploadAttachment', { params: { subjectKey }, body: { materialKey }, file, onProgress }),
        ];
        change(sent);
      }
    } catch (fault) {
      setError(fault);
    } finally {
      setSending(null);
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
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        onChange={(event) => event.target.files && void send(event.target.files)}
      />
      <ul className="tight">
        {files.map((file) => (
          <li key={file.attachmentId}>
            {file.fileName}（{sizeText(file.bytes)}）{' '}
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
      <Button
        onClick={() => input.current?.click()}
        loading={sending !== null}
        aria-label={sending ? undefined : `上传（PDF、JPG、PNG）：${label}`}
      >
        {sending ? `正在上传 ${Math.round(sending.share * 100)}%` : '上传（PDF、JPG、PNG）'}
      </Button>
      <Refused error={error} />
    </div>
  );
}
