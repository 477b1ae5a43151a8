import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { UploadedFile } from '../ui/FileUpload.tsx';
import { CorrectLine } from './CorrectLine.tsx';
import type { ByCode } from './file-by-code.ts';
import { sendByCode } from './send-by-code.ts';
import { useCorrection } from './use-correction.ts';

const fileId = (file: UploadedFile) => file.id;

/** 补正 without an account: exactly what the authority named, nothing else. */
export function ProgressCorrection({ item, code, update }: ByCode) {
  const { summary, missing, fields } = item;
  const controlOf = (key: string) => `code-${summary.itemId}-${key}`;
  const correction = useCorrection<UploadedFile>({ missing, fields, fileId, controlOf });
  const requestId = useRef(newRequestId());
  const correct = useMutation({
    mutationFn: () =>
      call('correctByCode', {
        body: {
          ...code,
          itemNumber: summary.number,
          requestId: requestId.current,
          version: summary.version,
          materials: correction.toSend(),
        },
      }),
    onSuccess: update,
  });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (correction.check()) correct.mutate();
  };
  return (
    <form className="stack-wide" onSubmit={send} noValidate>
      <h4>要补 {missing.length} 项，请一次补齐</h4>
      <ErrorSummary errors={correction.faults} />
      {missing.map((line) => (
        <fieldset className="field" key={line.key}>
          <legend className="field-label">{line.name}</legend>
          <p className="field-hint">为什么要补：{line.reason}</p>
          <CorrectLine
            line={line}
            field={fields.find((one) => one.key === line.key)}
            correction={correction}
            id={controlOf(line.key)}
            pendingKey={`by-code:${summary.number}:${line.key}`}
            send={(file, onProgress, signal) =>
              sendByCode({ ...code, itemNumber: summary.number }, line.key, file, onProgress, signal)
            }
          />
        </fieldset>
      ))}
      {correct.error && (
        <p className="bad" role="alert">
          {asProblem(correct.error).detail}
        </p>
      )}
      <Button type="submit" busy={correct.isPending} busyText="正在提交…">
        提交补正
      </Button>
    </form>
  );
}
