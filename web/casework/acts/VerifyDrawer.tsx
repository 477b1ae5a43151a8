import { Input, Radio } from 'antd';
import { useState } from 'react';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { verifyMethods } from '../../office/words.ts';
import type { ActProps } from '../act-props.ts';
import { useItemAct } from '../use-item-act.ts';

/** 核实: how it was checked and what was found. It may be noted more than once. */
export function VerifyDrawer({ view, close, done }: ActProps) {
  const act = useItemAct('verifyItem', view, done);
  const [method, setMethod] = useState('shared-data');
  const [finding, setFinding] = useState('');
  return (
    <ActDrawer
      title="记录核实情况"
      open
      close={close}
      verb="记录下来"
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({ method, finding })}
    >
      <fieldset>
        <legend>核实方式</legend>
        <Radio.Group
          value={method}
          options={verifyMethods}
          onChange={(event) => setMethod(event.target.value as string)}
        />
      </fieldset>
      <Labelled label="核实情况">
        {(id) => (
          <Input.TextArea
            id={id}
            value={finding}
            maxLength={2000}
            showCount
            autoSize={{ minRows: 4, maxRows: 12 }}
            placeholder="例如：查询罚没收入系统，罚款 2 万元已于 2026年6月3日缴清。"
            onChange={(event) => setFinding(event.target.value)}
          />
        )}
      </Labelled>
    </ActDrawer>
  );
}
