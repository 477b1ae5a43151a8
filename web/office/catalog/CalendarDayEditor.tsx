import { useNavigate } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { Refused } from '../Refused.tsx';
import { useOfficer } from '../session.ts';
import { TextBox } from '../TextInput.tsx';
import { CatalogFrame } from './CatalogFrame.tsx';
import { DiffTable } from './DiffTable.tsx';

/** 调整某一天: the offices of the province work or rest on a day otherwise than the notice says, on a paper of their own. */
export function CalendarDayEditor() {
  const { today } = useOfficer();
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<'rest' | 'work'>('rest');
  const [why, setWhy] = useState('');
  const preview = useAct('previewCatalogChange');
  const file = useAct('fileCatalogChange', ['listCatalogChanges']);
  const navigate = useNavigate();
  const again =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      preview.reset();
      set(value);
    };
  const content = { kind, why: why.trim() };
  const body = { kind: 'calendar-day' as const, target: day, effectiveOn: today, basis: why.trim(), content };
  return (
    <CatalogFrame
      title="调整某一天"
      intro="全省机关某一天和放假安排不同，例如防汛停工。依据是省里的文件；以后公布的年度安排不会改掉它。"
    >
      <section className="card drawer-body">
        <DayField label="哪一天" value={day} change={again(setDay)} />
        <Labelled label="这一天">
          {(id) => (
            <Radio.Group
              id={id}
              value={kind}
              onChange={(event) => again(setKind)(event.target.value)}
              options={[
                { value: 'rest', label: '休息，不算工作日' },
                { value: 'work', label: '上班，算工作日' },
              ]}
            />
          )}
        </Labelled>
        <Labelled label="原因和文件（写明文号，公开给所有人看）">
          {(id) => (
            <TextBox
              id={id}
              value={why}
              maxLength={200}
              autoSize={{ minRows: 2 }}
              onChange={(event) => again(setWhy)(event.target.value)}
            />
          )}
        </Labelled>
        {preview.data && <DiffTable diff={preview.data.diff} />}
        <Refused error={preview.error ?? file.error} />
        <div className="decide-acts">
          <Button loading={preview.isPending} onClick={() => preview.mutate({ body })}>
            和现行日历对照
          </Button>
          <Button
            type="primary"
            loading={file.isPending}
            disabled={!preview.data}
            onClick={() =>
              file.mutate(
                { body },
                { onSuccess: ({ changeId }) => void navigate({ to: `/catalog/changes/${changeId}` as never }) },
              )
            }
          >
            报备
          </Button>
        </div>
      </section>
    </CatalogFrame>
  );
}
