import { TextArea } from '../ui/Field.tsx';
import { FileUpload, type UploadedFile } from '../ui/FileUpload.tsx';
import type { UploadProgress } from '../ui/upload-sender.ts';
import { CorrectField } from './CorrectField.tsx';
import type { CalledField, CalledLine } from './correction-answers.ts';
import type { Kept } from './send-material.ts';
import type { Correction } from './use-correction.ts';

interface CorrectLineProps {
  readonly line: CalledLine;
  /** Where the line names a field of the form. */
  readonly field: CalledField | undefined;
  readonly correction: Correction<UploadedFile>;
  /** Id of the control that the error summary links to. */
  readonly id: string;
  /** Under which a file on its way is remembered in this browser. */
  readonly pendingKey: string;
  readonly send: (
    file: File,
    onProgress: (progress: UploadProgress) => void,
    signal?: AbortSignal,
  ) => Promise<Pick<Kept, 'attachmentId' | 'fileName' | 'bytes' | 'scan'>>;
}

/** One line of a call for correction before its applicant: the field itself where one is named, else files and a statement. */
export function CorrectLine({ line: { key, name }, field, correction, id, pendingKey, send }: CorrectLineProps) {
  if (field) return <CorrectField field={field} id={id} correction={correction} />;
  const { files, text } = correction.answerTo(key);
  return (
    <>
      <FileUpload
        id={`file-${id}`}
        label={name}
        files={files}
        onRemove={(gone) => correction.setFiles(key, (now) => now.filter((file) => file.id !== gone))}
        pendingKey={pendingKey}
        send={async (file, onProgress, signal) => {
          const sent = await send(file, onProgress, signal);
          const kept = {
            id: sent.attachmentId,
            name: sent.fileName,
            bytes: sent.bytes,
            waiting: sent.scan === 'waiting',
          };
          correction.setFiles(key, (now) => [...now.filter((one) => one.id !== kept.id), kept]);
        }}
      />
      <TextArea
        id={id}
        label="说明"
        optional
        rows={3}
        maxLength={2000}
        value={text}
        error={correction.faultOf(key)}
        onChange={(next) => correction.setText(key, next)}
      />
    </>
  );
}
