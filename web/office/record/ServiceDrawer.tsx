import { App, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { RecordView } from '#contract/record.ts';
import type { CallInput } from '../../api.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { useOfficer } from '../session.ts';
import { serviceWays } from '../words.ts';

type ServiceBody = CallInput<'noteService'>['body'];

/** How and when the notice was served together with the decision. */
export function ServiceDrawer({ record, close }: { record: RecordView; close: () => void }) {
  const act = useAct('noteService', ['listUnitRecords']);
  const { today } = useOfficer();
  const { message } = App.useApp();
  const [body, setBody] = useState<ServiceBody>({ servedHow: 'direct', servedOn: today, servedWithDecision: true });
  const [receivedBy, setReceivedBy] = useState('');
  const submit = () =>
    act.mutate(
      {
        params: { subjectKey: record.subjectKey, recordId: record.recordId },
        body: { ...body, ...(receivedBy.trim() ? { receivedBy: receivedBy.trim() } : {}) },
      },
      {
        onSuccess: () => {
          void message.success('送达情况已登记。');
          close();
        },
      },
    );
  return (
    <ActDrawer
      title="登记告知书送达"
      open
      close={close}
      verb="登记送达"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>{record.docNumber}</p>
      <label className="field" htmlFor="served-how">
        送达方式
      </label>
      <Select
        id="served-how"
        value={body.servedHow}
        options={serviceWays}
        onChange={(servedHow) => setBody({ ...body, servedHow })}
      />
      <DayField
        label="送达日期"
        value={body.servedOn}
        max={today}
        change={(day) => setBody({ ...body, servedOn: day })}
      />
      <Checkbox
        checked={body.servedWithDecision}
        onChange={(event) => setBody({ ...body, servedWithDecision: event.target.checked })}
      >
        和决定书一并送达
      </Checkbox>
      <Labelled label="签收人（可以不填）">
        {(id) => (
          <Input id={id} value={receivedBy} maxLength={60} onChange={(event) => setReceivedBy(event.target.value)} />
        )}
      </Labelled>
    </ActDrawer>
  );
}
