import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { blankLines } from '#domain/casework/request-correction.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox, TextLine } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import type { ActProps } from '../act-props.ts';
import { DecisionPreview } from '../DecisionPreview.tsx';
import { HandsNote } from '../HandsNote.tsx';
import { returnedContent, verbOf } from '../hands.ts';
import { useItemAct } from '../use-item-act.ts';
import { askableFields, askableMaterials, type RequestLine } from './request-lines.ts';

/** 一次性告知补正: the whole list at once, each line with what is wrong with it. */
export function RequestCorrectionDrawer({ view, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/request-correction`);
  const act = useItemAct('requestCorrection', view, draft.over(done));
  const [lines, setLines] = draft.field<RequestLine[]>('lines', [
    ...(returnedContent<{ missing: RequestLine[] }>(view, 'request-correction')?.missing ?? []),
  ]);
  const missing = lines.map(({ key, name, reason }) => ({ key, name, reason }));
  const edit = (key: string, change: Partial<RequestLine>) =>
    setLines(lines.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const toggle = (line: RequestLine, on: boolean) =>
    setLines(on ? [...lines, line] : lines.filter((one) => one.key !== line.key));
  // Told once it was tried, and gone with the line that is filled in.
  const [tried, setTried] = useState(false);
  const blank = tried ? blankLines(missing) : [];
  const send = () => {
    setTried(true);
    const [first] = blankLines(missing);
    if (!first) return act.send({ missing });
    document.getElementById(`correction-${first.field}`)?.focus();
  };
  return (
    <ActDrawer
      draft={draft}
      title="一次性告知补正"
      open
      close={close}
      verb={verbOf(view, 'request-correction', '发出补正通知')}
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={send}
      width={760}
    >
      <HandsNote view={view} act="request-correction" />
      <p>
        <strong>只能告知一次，请一次列全。</strong>平台和本单位能查到的材料不要再向申请人要。
      </p>
      <fieldset>
        <legend>需要补正的材料</legend>
        {askableMaterials(view).map((one) => (
          <Checkbox
            key={one.key}
            checked={lines.some((line) => line.key === one.key)}
            onChange={(event) => toggle(one, event.target.checked)}
          >
            {one.name}
          </Checkbox>
        ))}
        <Button onClick={() => setLines([...lines, { key: nextOther(lines), name: '', reason: '' }])}>
          添加其他材料或说明
        </Button>
      </fieldset>
      <fieldset>
        <legend>申请表里要改的内容</legend>
        <p className="quiet">申请人只能改点了名的这几项，改前改后都留在案卷里。</p>
        {askableFields(view).map((one) => (
          <Checkbox
            key={one.key}
            checked={lines.some((line) => line.key === one.key)}
            onChange={(event) => toggle(one, event.target.checked)}
          >
            {one.name}
            <span className="quiet">：{shortened(one.now ?? '')}</span>
          </Checkbox>
        ))}
      </fieldset>
      {lines.map((one, at) => (
        <CorrectionLine key={one.key} line={one} at={at} edit={edit} blank={blank} remove={() => toggle(one, false)} />
      ))}
      <DecisionPreview view={view} act="request-correction" content={{ missing }} />
    </ActDrawer>
  );
}

/** A key that no line has, also after one was taken away again. */
function nextOther(lines: readonly RequestLine[]): string {
  const taken = lines.flatMap(({ key }) => (key.startsWith('other-') ? [Number(key.slice('other-'.length)) || 0] : []));
  return `other-${Math.max(0, ...taken) + 1}`;
}

function shortened(text: string): string {
  if (text.trim() === '') return '没有填';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

interface LineProps {
  readonly line: RequestLine;
  readonly at: number;
  readonly edit: (key: string, change: Partial<RequestLine>) => void;
  readonly blank: ReturnType<typeof blankLines>;
  readonly remove: () => void;
}

function CorrectionLine({ line, at, edit, blank, remove }: LineProps) {
  const fault = (field: string) => blank.find((one) => one.field === `missing.${at}.${field}`)?.text;
  return (
    <fieldset className="line-card">
      <legend>补正内容 {at + 1}</legend>
      {line.key.startsWith('other-') && (
        <Labelled label="名称" id={`correction-missing.${at}.name`}>
          {(id) => (
            <TextLine
              id={id}
              value={line.name}
              maxLength={200}
              onChange={(event) => edit(line.key, { name: event.target.value })}
            />
          )}
        </Labelled>
      )}
      <Labelled
        label={line.key.startsWith('other-') ? '为什么要补、补成什么样' : `${line.name}：为什么要补、补成什么样`}
        id={`correction-missing.${at}.reason`}
      >
        {(id) => (
          <TextBox
            id={id}
            value={line.reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            onChange={(event) => edit(line.key, { reason: event.target.value })}
          />
        )}
      </Labelled>
      <Fault text={fault('name') ?? fault('reason')} />
      <Button onClick={remove}>不要这一项</Button>
    </fieldset>
  );
}

function Fault({ text }: { text: string | undefined }) {
  return text ? (
    <p className="field-fault" role="alert">
      × {text}
    </p>
  ) : null;
}
