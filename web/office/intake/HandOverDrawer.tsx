import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { ApplicationView } from '#contract/intake.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct, useAsk, useRequestId } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { useOfficer } from '../session.ts';

/** Asks another window to follow the application up; until it accepts, it stays here. */
export function HandOverDrawer({ view, close }: { view: ApplicationView; close: () => void }) {
  const officer = useOfficer();
  const units = useAsk('listUnits', { query: { kind: 'window' } }, { staleTime: 3_600_000 });
  const act = useAct('askHandOver', ['getVisit', 'listHandOvers']);
  const requestId = useRequestId();
  const [toUnitId, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [withOriginals, setWith] = useState(true);
  const { subjectKey, applicationId } = view;
  const submit = () =>
    act.mutate(
      {
        params: { subjectKey, applicationId },
        body: { requestId: requestId.current(), toUnitId, reason, withOriginals },
      },
      {
        onSuccess: () => {
          requestId.answered();
          close();
        },
        onError: (error) => requestId.answered(error),
      },
    );
  return (
    <ActDrawer
      title="移交给别的窗口"
      open
      close={close}
      verb="提出移交"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>对方接收以后，补正和领取结果都在那边办，平台会发短信告诉来访人。对方接收以前，仍由本窗口跟进。</p>
      <Labelled label="移交给">
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            autoFocus
            value={toUnitId || undefined}
            placeholder="输入地名查找窗口"
            onChange={(value: string) => setTo(value)}
            options={(units.data?.units ?? [])
              .filter((one) => one.unitId !== officer.unit?.unitId)
              .map((one) => ({ value: one.unitId, label: one.name }))}
          />
        )}
      </Labelled>
      <Labelled label="移交原因">
        {(id) => (
          <Input.TextArea
            id={id}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <Checkbox checked={withOriginals} onChange={(event) => setWith(event.target.checked)}>
        留存的原件一并移交
      </Checkbox>
    </ActDrawer>
  );
}
