import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, newRequestId, upload } from '../api.ts';
import { asProblem, type FieldProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextArea } from '../ui/Field.tsx';
import { FileUpload, type UploadedFile } from '../ui/FileUpload.tsx';
import type { ByCode } from './file-by-code.ts';

interface Answer {
  readonly files: readonly UploadedFile[];
  readonly text: string;
}

const nothing: Answer = { files: [], text: '' };

/** 补正 without an account: exactly what the authority named, nothing else. */
export function ProgressCorrection({ item, code, update }: ByCode) {
  const { summary, missing } = item;
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [faults, setFaults] = useState<FieldProblem[]>([]);
  const requestId = useRef(newRequestId());
  const answerTo = (key: string): Answer => answers[key] ?? nothing;
  const set = (key: string, change: (answer: Answer) => Answer) =>
    setAnswers((now) => ({ ...now, [key]: change(now[key] ?? nothing) }));
  const fieldOf = (key: string) => `code-text-${summary.itemId}-${key}`;
  const correct = useMutation({
    mutationFn: () =>
      call('correctByCode', {
        body: {
          ...code,
          itemNumber: summary.number,
          requestId: requestId.current,
          version: summary.version,
          materials: missing.map(({ key }) => {
            const { files, text } = answerTo(key);
            return { key, attachmentIds: files.map((file) => file.id), ...(text.trim() ? { text: text.trim() } : {}) };
          }),
        },
      }),
    onSuccess: update,
  });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    const found = missing
      .filter(({ key }) => answerTo(key).files.length === 0 && !answerTo(key).text.trim())
      .map(({ key, name }) => ({ field: fieldOf(key), text: `请为“${name}”上传材料或写明情况` }));
    setFaults(found);
    if (found.length === 0) correct.mutate();
  };
  return (
    <form className="stack-wide" onSubmit={send} noValidate>
      <h4>要补 {missing.length} 项，请一次补齐</h4>
      <ErrorSummary errors={faults} />
      {missing.map((one) => (
        <fieldset className="field" key={one.key}>
          <legend className="field-label">{one.name}</legend>
          <p className="field-hint">为什么要补：{one.reason}</p>
          <FileUpload
            id={`code-file-${summary.itemId}-${one.key}`}
            label={one.name}
            files={answerTo(one.key).files}
            onRemove={(id) => set(one.key, (now) => ({ ...now, files: now.files.filter((file) => file.id !== id) }))}
            pendingKey={`by-code:${summary.number}:${one.key}`}
            send={async (file, tell, signal) => {
              const body = { ...code, itemNumber: summary.number, materialKey: one.key };
              const onProgress = (share: number) =>
                tell({ sent: share * file.size, total: file.size, state: share < 1 ? 'sending' : 'checking' });
              const sent = await upload('uploadByCode', { body, file, onProgress, signal });
              const kept = { id: sent.attachmentId, name: sent.fileName, bytes: sent.bytes };
              set(one.key, (now) => ({ ...now, files: [...now.files, kept] }));
            }}
          />
          <TextArea
            id={fieldOf(one.key)}
            label="说明"
            optional
            rows={2}
            maxLength={2000}
            value={answerTo(one.key).text}
            error={faults.find((fault) => fault.field === fieldOf(one.key))?.text}
            onChange={(text) => set(one.key, (now) => ({ ...now, text }))}
          />
        </fieldset>
      ))}
      {correct.error && (
        <p className="bad" role="alert">
          {asProblem(correct.error).detail}
        </p>
      )}
      <Button type="submit" busy={correct.isPending} busyText="正在提交…">
        提交补正材料
      </Button>
    </form>
  );
}
