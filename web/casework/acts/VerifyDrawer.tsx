import { Radio, Select } from 'antd';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox, TextLine } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import { verifyMethods } from '../../office/words.ts';
import type { ActProps } from '../act-props.ts';
import { EvidenceFiles } from '../EvidenceFiles.tsx';
import { useItemAct } from '../use-item-act.ts';

const results = [
  { value: 'met', label: '符合' },
  { value: 'not-met', label: '不符合' },
  { value: 'open', label: '还不能确定' },
];

/** 核实: how, where and with whom it was checked, what was found, and what it shows for one condition. It may be noted more than once. */
export function VerifyDrawer({ view, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/verify`);
  const act = useItemAct('verifyItem', view, draft.over(done));
  const [method, setMethod] = draft.field('method', 'shared-data');
  const [finding, setFinding] = draft.field('finding', '');
  const [condition, setCondition] = draft.field('condition', '');
  const [result, setResult] = draft.field('result', 'met');
  const [place, setPlace] = draft.field('place', '');
  const [people, setPeople] = draft.field('people', '');
  const [files, setFiles] = draft.field<readonly { id: string; name: string }[]>('files', []);
  const onSite = method === 'on-site';
  const send = () =>
    act.send({
      method,
      finding,
      ...(condition ? { condition, result } : {}),
      ...(onSite ? { place: place.trim() } : {}),
      ...(onSite && people.trim() ? { people: people.split(/[、，,；;\s]+/).filter(Boolean) } : {}),
      ...(files.length > 0 ? { attachmentIds: files.map((one) => one.id) } : {}),
    });
  return (
    <ActDrawer
      draft={draft}
      title="记录核实情况"
      open
      close={close}
      verb="记录下来"
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={send}
    >
      <fieldset>
        <legend>核实方式</legend>
        <Radio.Group
          value={method}
          options={verifyMethods}
          onChange={(event) => setMethod(event.target.value as string)}
        />
      </fieldset>
      <Labelled label="关于哪一项条件">
        {(id) => (
          <Select
            id={id}
            value={condition}
            onChange={setCondition}
            options={[
              { value: '', label: '整件，不限哪一项' },
              ...view.conditions.map((one) => ({ value: one.key, label: one.text })),
            ]}
          />
        )}
      </Labelled>
      {condition && (
        <fieldset>
          <legend>核实结果</legend>
          <Radio.Group value={result} options={results} onChange={(event) => setResult(event.target.value as string)} />
        </fieldset>
      )}
      {onSite && (
        <>
          <Labelled label="核实地点">
            {(id) => (
              <TextLine id={id} value={place} maxLength={200} onChange={(event) => setPlace(event.target.value)} />
            )}
          </Labelled>
          <Labelled label="在场人员（用顿号隔开）">
            {(id) => (
              <TextLine id={id} value={people} maxLength={300} onChange={(event) => setPeople(event.target.value)} />
            )}
          </Labelled>
        </>
      )}
      <Labelled label="核实情况">
        {(id) => (
          <TextBox
            id={id}
            value={finding}
            maxLength={2000}
            autoSize={{ minRows: 4, maxRows: 12 }}
            placeholder="例如：查询罚没收入系统，罚款 2 万元已于 2026年6月3日缴清。"
            onChange={(event) => setFinding(event.target.value)}
          />
        )}
      </Labelled>
      <EvidenceFiles view={view} files={files} change={setFiles} />
    </ActDrawer>
  );
}
