import { type ReactNode, useRef, useState } from 'react';
import { asProblem } from '../api-problem.ts';
import { Button, buttonClass } from './Button.tsx';

/** A file that has arrived. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes?: number;
  readonly href?: string;
}

interface FileUploadProps {
  id: string;
  label: string;
  files: readonly UploadedFile[];
  /** Sends one file; resolves when it has arrived. */
  send: (file: File, onProgress: (share: number) => void) => Promise<void>;
  onRemove: (id: string) => void;
  error?: string | undefined;
  /** Stands below each file: what it is used for. */
  below?: (file: UploadedFile) => ReactNode;
  /** Largest file in bytes. */
  limit?: number;
}

interface Sending {
  readonly file: File;
  readonly share: number;
  readonly failure: string | null;
}

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const fits = /\.(pdf|jpe?g|png)$/i;

/** Adds papers: the camera first on phones, files everywhere; each shows its way and can be taken back. */
export function FileUpload({
  id,
  label,
  files,
  send,
  onRemove,
  below,
  error,
  limit = 10 * 1024 * 1024,
}: FileUploadProps) {
  const [sending, setSending] = useState<Sending | null>(null);
  const camera = useRef<HTMLInputElement>(null);
  const start = async (file: File | undefined) => {
    if (!file) return;
    const failed = (failure: string) => setSending({ file, share: 0, failure });
    if (!fits.test(file.name)) return failed('只能上传 PDF、JPG、PNG。请换一种格式，或直接拍照。');
    if (file.size > limit) return failed(`文件有 ${sizeText(file.size)}，最大 ${sizeText(limit)}。请压缩后再上传。`);
    if (file.size === 0) return failed('这个文件是空的。请重新选择。');
    setSending({ file, share: 0, failure: null });
    try {
      await send(file, (share) => setSending({ file, share, failure: null }));
      setSending(null);
    } catch (problem) {
      failed(asProblem(problem).detail);
    }
  };
  const pick = (event: React.ChangeEvent<HTMLInputElement>) => {
    void start(event.target.files?.[0]);
    event.target.value = '';
  };
  return (
    <div className={error ? 'upload field-wrong' : 'upload'}>
      {error && <p className="field-error">{error}</p>}
      {files.length > 0 && <FileList files={files} onRemove={onRemove} below={below} />}
      {sending && <Progress sending={sending} onRetry={() => void start(sending.file)} />}
      <div className="row upload-buttons">
        <Button kind="secondary" className="only-touch" onClick={() => camera.current?.click()}>
          拍照上传
        </Button>
        <label className={`${buttonClass('secondary')} upload-pick`} htmlFor={id}>
          {files.length > 0 ? '再加一份文件' : '选择文件'}
          <span className="visually-hidden">：{label}</span>
        </label>
        <input
          className="upload-input"
          type="file"
          id={id}
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          onChange={pick}
        />
        <input
          ref={camera}
          type="file"
          hidden
          accept="image/*"
          capture="environment"
          aria-label={`拍照：${label}`}
          onChange={pick}
        />
      </div>
      <p className="field-hint">PDF、JPG、PNG，每份最大 {Math.round(limit / 1024 / 1024)} MB。</p>
    </div>
  );
}

function FileList({ files, onRemove, below }: Pick<FileUploadProps, 'files' | 'onRemove' | 'below'>) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <span className="file-name">
            <span className="good">✓ 已上传</span>{' '}
            {file.href ? (
              <a href={file.href} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            ) : (
              file.name
            )}
            {file.bytes !== undefined && <span className="small">（{sizeText(file.bytes)}）</span>}
          </span>
          <Button kind="quiet" onClick={() => onRemove(file.id)} aria-label={`去掉 ${file.name}`}>
            去掉
          </Button>
          {below?.(file)}
        </li>
      ))}
    </ul>
  );
}

function Progress({ sending, onRetry }: { sending: Sending; onRetry: () => void }) {
  const percent = Math.round(sending.share * 100);
  if (sending.failure)
    return (
      <div className="upload-failed" role="alert">
        <p>
          “{sending.file.name}”没有传上去：{sending.failure}
        </p>
        <Button kind="secondary" onClick={onRetry}>
          再传一次
        </Button>
      </div>
    );
  return (
    <p className="upload-progress" role="status">
      <progress max={100} value={percent} aria-label={`正在上传 ${sending.file.name}`} /> 正在上传 {sending.file.name}，
      {percent}%
    </p>
  );
}
