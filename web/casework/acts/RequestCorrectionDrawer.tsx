import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import type { ActProps } from '../act-props.ts';
import { useItemAct } from '../use-item-act.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly reason: string;
}

/** Only what the applicant can bring is asked of the applicant. */
function askable(view: ItemView): Line[] {
  return view.materials
    .filter((one) => one.source === 'applicant')
    .map((one) => ({ key: one.key, name: one.name, reason: '' }));
}

/** 一次性告知补正: the whole list at once, each line with what is wrong with it. */
export function RequestCorrectionDrawer({ view, close, done }: ActProps) {
  const act = useItemAct('requestCorrection', view, done);
  const [lines, setLines] = useState<Line[]>([]);
  const edit = (key: string, change: Partial<Line>) =>
    setLines(lines.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const toggle = (line: Line, on: boolean) =>
    setLines(on ? [...lines, line] : lines.filter((one) => one.key !== line.key));
  return (
    <ActDrawer
      title="一次性告知补正"
      open
      close={close}
      verb="发出补正通知"
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({ missing: lines })}
      width={680}
    >
      <p>
        <strong>只能告知一次，请一次列全。</strong>平台和本单位能查到的材料不要再向申请人要。
      </p>
      <fieldset>
        <legend>需要补正的材料</legend>
        {askable(view).map((one) => (
          <Checkbox
            key={one.key}
            checked={lines.some((line) => line.key === one.key)}
            onChange={(event) => toggle(one, event.target.checked)}
          >
            {one.name}
          </Checkbox>
        ))}
        <Button onClick={() => setLines([...lines, { key: `other-${lines.length + 1}`, name: '', reason: '' }])}>
          添加其他材料或说明
        </Button>
      </fieldset>
      {lines.map((one, at) => (
        <CorrectionLine key={one.key} line={one} at={at} edit={edit} remove={() => toggle(one, false)} />
      ))}
    </ActDrawer>
  );
}

interface LineProps {
  readonly line: Line;
  readonly at: number;
  readonly edit: (key: string, change: Partial<Line>) => void;
  readonly remove: () => void;
}

function CorrectionLine({ line, at, edit, remove }: LineProps) {
  return (
    <fieldset className="line-card">
      <legend>补正内容 {at + 1}</legend>
      {line.key.startsWith('other-') && (
        <Labelled label="名称">
          {(id) => (
            <Input
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
      >
        {(id) => (
          <Input.TextArea
            id={id}
            value={line.reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            onChange={(event) => edit(line.key, { reason: event.target.value })}
          />
        )}
      </Labelled>
      <Button onClick={remove}>不要这一项</Button>
    </fieldset>
  );
}
