import { type ReactNode, useRef } from 'react';
import { type Paper, paperOf } from '#domain/intake/files/picture-findings.ts';
import { Button, buttonClass } from './Button.tsx';
import { UploadPages } from './UploadPages.tsx';
import { UploadDoubt, UploadFailures, UploadSending } from './UploadState.tsx';
import { sizeText } from './upload-words.ts';
import { type SendFile, useUpload } from './use-upload.ts';
import './upload.css';

/** A file that has arrived. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes?: number;
  readonly href?: string;
  /** The scanner has not seen it yet. */
  readonly waiting?: boolean;
}

interface FileUploadProps {
  id: string;
  label: string;
  files: readonly UploadedFile[];
  send: SendFile;
  onRemove: (id: string) => void;
  /** Under which a file on its way is remembered in this browser: whose it is, and what for. Without it a reload forgets the file. */
  pendingKey?: string;
  error?: string | undefined;
  /** Stands below each file: what it is used for. */
  below?: ((file: UploadedFile) => ReactNode) | undefined;
  /** Largest file in MB, where it is known: the server says no before anything is sent. */
  limitMb?: number | undefined;
  paper?: Paper;
}

/** Adds papers: the camera first on phones, files everywhere. Photos become one upright PDF; each file shows its way and can be taken back. */
export function FileUpload(props: FileUploadProps) {
  const { id, label, files, onRemove, below, error, limitMb, pendingKey, send } = props;
  const upload = useUpload({ label, pendingKey, send, paper: props.paper ?? paperOf(label) });
  const { shots, busy, sending, doubt } = upload;
  const camera = useRef<HTMLInputElement>(null);
  const pick = (event: React.ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = '';
    if (chosen.length > 0) void upload.choose(chosen);
  };
  const occupied = busy !== null || sending !== null || doubt !== null;
  const pickers = (
    <>
      <Button kind="secondary" className="only-touch" disabled={occupied} onClick={() => camera.current?.click()}>
        {shots.length > 0 ? '再拍一页' : '拍照'}
      </Button>
      <label className={`${buttonClass('secondary')} upload-pick`} htmlFor={id}>
        {shots.length > 0 ? '再加照片' : files.length > 0 ? '再加一份文件' : '选择文件'}
        <span className="visually-hidden">：{label}</span>
      </label>
      <input
        className="upload-input"
        type="file"
        multiple
        id={id}
        disabled={occupied}
        accept="application/pdf,.pdf,image/*"
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
    </>
  );
  return (
    <div className={error ? 'upload field-wrong' : 'upload'}>
      {error && <p className="field-error">{error}</p>}
      {files.length > 0 && <FileList files={files} onRemove={onRemove} below={below} />}
      <UploadFailures failures={upload.failures} again={upload.again} />
      {sending && <UploadSending sending={sending} onStop={upload.stop} />}
      {busy && <p role="status">{busy}</p>}
      {doubt && <UploadDoubt doubt={doubt} />}
      {sending ? null : shots.length > 0 ? (
        <UploadPages
          shots={shots}
          disabled={occupied}
          change={upload.change}
          send={() => void upload.sendShots()}
          more={pickers}
        />
      ) : (
        <>
          <div className="row upload-buttons">{pickers}</div>
          <p className="field-hint">照片或 PDF{limitMb ? `，每份最大 ${limitMb} MB` : ''}。几张照片会合成一份。</p>
        </>
      )}
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
            {file.waiting && <span className="small">待查毒，不影响提交</span>}
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
