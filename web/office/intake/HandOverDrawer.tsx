import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { ApplicationView } from '#contract/intake.ts';
import type { ReplyTo } from '../../api.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct, useAsk, useRequestId } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { Loaded } from '../Loaded.tsx';
import { TextBox } from '../TextInput.tsx';
import { useKept } from '../use-kept.ts';

interface Props {
  readonly view: ApplicationView;
  /** How many originals of the application still stand at this window. */
  readonly originals: number;
  readonly close: () => void;
}

/** Asks another window to follow the application up; until it accepts, it stays here. */
export function HandOverDrawer({ view, originals, close }: Props) {
  const { subjectKey, applicationId } = view;
  const draft = useKept(`${applicationId}/hand-over`);
  const params = { subjectKey, applicationId };
  const windows = useAsk('listHandOverWindows', { params });
  const act = useAct('askHandOver', ['getVisit', 'listHandOvers']);
  const requestId = useRequestId();
  const [toUnitId, setTo] = draft.field('toUnitId', '');
  const [reason, setReason] = draft.field('reason', '');
  const [withOriginals, setWith] = draft.field('withOriginals', true);
  const [unchosen, setUnchosen] = useState(false);
  const submit = () => {
    setUnchosen(!toUnitId);
    if (!toUnitId) return document.querySelector<HTMLElement>('.hand-over-to input')?.focus();
    act.mutate(
      {
        params,
        body: { requestId: requestId.current(), toUnitId, reason, withOriginals: withOriginals && originals > 0 },
      },
      {
        onSuccess: () => {
          requestId.answered();
          draft.over(close)();
        },
        onError: (error) => requestId.answered(error),
      },
    );
  };
  return (
    <ActDrawer
      draft={draft}
      title="移交给别的窗口"
      open
      close={close}
      verb="提出移交"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>对方接收以后，补正和领取结果都在那边办，平台会发短信告诉来访人。对方接收以前，仍由本窗口跟进。</p>
      <Loaded query={windows} rows={2}>
        {(it) => (
          <WindowChoice
            all={it}
            value={toUnitId}
            change={(id) => {
              setTo(id);
              setUnchosen(false);
            }}
            fault={unchosen ? '请先选择移交给哪个窗口。' : null}
          />
        )}
      </Loaded>
      <Labelled label="移交原因">
        {(id) => (
          <TextBox
            id={id}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      {originals > 0 && (
        <Checkbox checked={withOriginals} onChange={(event) => setWith(event.target.checked)}>
          留存的 {originals} 份原件一并移交
        </Checkbox>
      )}
    </ActDrawer>
  );
}

interface ChoiceProps {
  readonly all: ReplyTo<'listHandOverWindows'>;
  readonly value: string;
  readonly change: (unitId: string) => void;
  readonly fault: string | null;
}

/** Shown once the windows are there: what is typed and chosen by Enter before that would find nothing and be lost. */
function WindowChoice({ all, value, change, fault }: ChoiceProps) {
  const [typed, setTyped] = useState('');
  const options = all.windows.map((one) => ({
    value: one.unitId,
    label: one.ownDesk ? `${one.name}（单位自设窗口）` : one.name,
  }));
  const none = typed !== '' && !options.some((one) => one.label.includes(typed));
  return (
    <div className="hand-over-to">
      <Labelled label="移交给">
        {(id) => (
          <Select
            id={id}
            showSearch={{
              filterOption: (text, option) => option?.label.includes(text.trim()) ?? false,
              onSearch: (text) => setTyped(text.trim()),
            }}
            autoFocus
            value={value || undefined}
            status={fault ? 'error' : ''}
            placeholder="输入地名或者单位名查找窗口"
            notFoundContent={null}
            onChange={change}
            options={options}
          />
        )}
      </Labelled>
      {fault && (
        <p className="field-fault" role="alert">
          ! {fault}
        </p>
      )}
      <p role="status">{none && '没有这样的窗口。请换一个地名，或者只写其中两个字。'}</p>
      {all.closed && <p className="quiet">{all.closed}</p>}
    </div>
  );
}
