import { Input } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct, useRequestId } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { type Uploaded, UploadField } from './UploadField.tsx';

interface Props {
  readonly view: ItemView;
  readonly close: () => void;
  readonly done: () => void;
}

interface Answer {
  readonly files: readonly Uploaded[];
  readonly text: string;
}

/** 补正 handed in for the visitor: every line of the list is answered by files or a statement. */
export function CorrectDrawer({ view, close, done }: Props) {
  const act = useAct('correctItem', ['getItem', 'listWindowApplications']);
  const requestId = useRequestId();
  const [answers, setAnswers] = useState<Record<string, Answer>>({});
  const set = (key: string, change: Partial<Answer>) =>
    setAnswers((was) => ({ ...was, [key]: { ...(was[key] ?? { files: [], text: '' }), ...change } }));
  const { subjectKey, itemId, version } = view.summary;
  const submit = () =>
    act.mutate(
      {
        params: { subjectKey, itemId },
        body: {
          requestId: requestId.current(),
          version,
          materials: view.missing.map((one) => ({
            key: one.key,
            attachmentIds: (answers[one.key]?.files ?? []).map((file) => file.attachmentId),
            text: answers[one.key]?.text ?? '',
          })),
        },
      },
      {
        onSuccess: () => {
          requestId.answered();
          done();
        },
        onError: (error) => requestId.answered(error),
      },
    );
  return (
    <ActDrawer
      title={`代交补正材料：${view.summary.subjectName}`}
      open
      close={close}
      verb="提交补正材料"
      busy={act.isPending}
      error={act.error}
      submit={submit}
      width={680}
    >
      <p>办理单位一次性告知了下面 {view.missing.length} 项，请逐项补齐。</p>
      {view.missing.map((one) => (
        <fieldset key={one.key} className="line-card">
          <legend>{one.name}</legend>
          <p>{one.reason}</p>
          <UploadField
            subjectKey={subjectKey}
            materialKey={one.key}
            label={one.name}
            files={answers[one.key]?.files ?? []}
            change={(files) => set(one.key, { files })}
          />
          <Labelled label="文字说明（没有文件时填写）">
            {(id) => (
              <Input.TextArea
                id={id}
                value={answers[one.key]?.text ?? ''}
                maxLength={2000}
                autoSize={{ minRows: 1, maxRows: 6 }}
                onChange={(event) => set(one.key, { text: event.target.value })}
              />
            )}
          </Labelled>
        </fieldset>
      ))}
    </ActDrawer>
  );
}
