import type { ItemView } from '#contract/casework.ts';
import { fieldsToCorrect } from '#domain/casework/correctable-fields.ts';
import { CorrectField } from '../../intake/CorrectField.tsx';
import type { CorrectionAnswer } from '../../intake/correction-answers.ts';
import { useCorrection } from '../../intake/use-correction.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct, useRequestId } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { useKept } from '../use-kept.ts';
import './correct.css';
import { TextBox } from '../TextInput.tsx';
import { type Uploaded, UploadField } from './UploadField.tsx';

interface Props {
  readonly view: ItemView;
  readonly close: () => void;
  readonly done: () => void;
}

const fileId = (file: Uploaded) => file.attachmentId;
const controlOf = (key: string) => `correct-${key}`;

/** 补正 handed in for the visitor: a field of the form in its own control, every other line by files or a statement. */
export function CorrectDrawer({ view, close, done }: Props) {
  const act = useAct('correctItem', ['getItem', 'listWindowApplications']);
  const requestId = useRequestId();
  const { missing } = view;
  const fields = fieldsToCorrect(missing, view, view.extraFields);
  const draft = useKept(`${view.summary.itemId}/correct`);
  const held = draft.field<Readonly<Record<string, CorrectionAnswer<Uploaded>>>>('answers', {});
  const correction = useCorrection<Uploaded>({ missing, fields, fileId, controlOf, held });
  const { subjectKey, itemId, version } = view.summary;
  const submit = () => {
    if (!correction.check()) return;
    act.mutate(
      {
        params: { subjectKey, itemId },
        body: { requestId: requestId.current(), version, materials: correction.toSend() },
      },
      {
        onSuccess: () => {
          requestId.answered();
          draft.over(done)();
        },
        onError: (error) => requestId.answered(error),
      },
    );
  };
  return (
    <ActDrawer
      draft={draft}
      title={`代交补正材料：${view.summary.subjectName}`}
      open
      close={close}
      verb="提交补正材料"
      busy={act.isPending}
      error={act.error}
      submit={submit}
      width={680}
    >
      <p>办理单位一次性告知了下面 {missing.length} 项，请逐项补齐。</p>
      {missing.map((line) => {
        const { key, name, reason } = line;
        const field = fields.find((one) => one.key === key);
        return (
          <fieldset key={key} className="line-card">
            <legend>{name}</legend>
            <p>{reason}</p>
            {field ? (
              <CorrectField field={field} id={controlOf(key)} correction={correction} />
            ) : (
              <CorrectMaterial line={line} subjectKey={subjectKey} correction={correction} />
            )}
          </fieldset>
        );
      })}
    </ActDrawer>
  );
}

interface MaterialProps {
  readonly line: { readonly key: string; readonly name: string };
  readonly subjectKey: string;
  readonly correction: ReturnType<typeof useCorrection<Uploaded>>;
}

function CorrectMaterial({ line: { key, name }, subjectKey, correction }: MaterialProps) {
  const fault = correction.faultOf(key);
  const { files, text } = correction.answerTo(key);
  return (
    <>
      <UploadField
        subjectKey={subjectKey}
        materialKey={key}
        label={name}
        files={files}
        change={(next) => correction.setFiles(key, () => next)}
      />
      <Labelled label="文字说明（没有文件时填写）" id={controlOf(key)}>
        {(id) => (
          <TextBox
            id={id}
            value={text}
            maxLength={2000}
            autoSize={{ minRows: 1, maxRows: 6 }}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={(event) => correction.setText(key, event.target.value)}
          />
        )}
      </Labelled>
      {fault && (
        <p className="field-fault" id={`${controlOf(key)}-fault`} role="alert">
          × {fault}
        </p>
      )}
    </>
  );
}
