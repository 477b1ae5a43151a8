import { App, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import type { MatterView } from '#contract/catalog.ts';
import { addMonths } from '#domain/plain-date.ts';
import type { CallInput } from '../../api.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { useOfficer } from '../session.ts';
import { dayText } from '../when.ts';

type Filing = CallInput<'fileMatterChange'>['body'];

/** Filing a change of a matter. Whether the day is late enough is decided by the server, which says by which rule. */
export function ChangeDrawer({ matters, close }: { matters: readonly MatterView[]; close: () => void }) {
  const act = useAct('fileMatterChange', ['listMatterChanges', 'listMatters']);
  const { today } = useOfficer();
  const { message } = App.useApp();
  const [kind, setKind] = useState<Filing['kind']>('change');
  const [matterKey, setMatterKey] = useState('');
  const [effectiveOn, setEffectiveOn] = useState(addMonths(today, 1));
  const [texts, setTexts] = useState({ basis: '', urgentReason: '', name: '' });
  const [limits, setLimits] = useState<{ accept?: number; decide?: number }>({});
  const submit = () =>
    act.mutate(
      {
        body: {
          matterKey,
          kind,
          effectiveOn,
          basis: texts.basis.trim(),
          ...(texts.urgentReason.trim() ? { urgentReason: texts.urgentReason.trim() } : {}),
          content: {
            ...(texts.name.trim() ? { name: texts.name.trim() } : {}),
            ...(limits.accept || limits.decide ? { limits } : {}),
          },
        },
      },
      {
        onSuccess: () => {
          void message.success(`已报备，${dayText(effectiveOn)}起生效。`);
          close();
        },
      },
    );
  return (
    <ActDrawer
      title="报备事项变更"
      open
      close={close}
      verb="提交报备"
      busy={act.isPending}
      error={act.error}
      submit={submit}
      width={600}
    >
      <fieldset>
        <legend>类别</legend>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as Filing['kind'])}
          options={[
            { value: 'change', label: '变更' },
            { value: 'withdraw', label: '取消' },
            { value: 'new', label: '新增' },
          ]}
        />
      </fieldset>
      <MatterChoice kind={kind} matters={matters} matterKey={matterKey} choose={setMatterKey} />
      <DayField
        label={`生效日（一般不早于${dayText(addMonths(today, 1))}）`}
        value={effectiveOn}
        change={(day) => setEffectiveOn(day)}
      />
      {kind !== 'withdraw' && <NewContent texts={texts} setTexts={setTexts} limits={limits} setLimits={setLimits} />}
      <Labelled label="依据">
        {(id) => (
          <Input.TextArea
            id={id}
            value={texts.basis}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            onChange={(event) => setTexts({ ...texts, basis: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label="提前生效的法定理由（不足一个月时填写）">
        {(id) => (
          <Input
            id={id}
            value={texts.urgentReason}
            maxLength={500}
            onChange={(event) => setTexts({ ...texts, urgentReason: event.target.value })}
          />
        )}
      </Labelled>
    </ActDrawer>
  );
}

interface ChoiceProps {
  readonly kind: Filing['kind'];
  readonly matters: readonly MatterView[];
  readonly matterKey: string;
  readonly choose: (key: string) => void;
}

function MatterChoice({ kind, matters, matterKey, choose }: ChoiceProps) {
  if (kind === 'new')
    return (
      <Labelled label="新事项的代号（小写字母、数字和短横线）">
        {(id) => <Input id={id} value={matterKey} maxLength={40} onChange={(event) => choose(event.target.value)} />}
      </Labelled>
    );
  return (
    <>
      <label className="field" htmlFor="change-matter">
        事项
      </label>
      <Select
        id="change-matter"
        showSearch={{ optionFilterProp: 'label' }}
        value={matterKey || undefined}
        options={matters.map((one) => ({ value: one.matterKey, label: one.name }))}
        onChange={choose}
      />
    </>
  );
}

interface ContentProps {
  readonly texts: { basis: string; urgentReason: string; name: string };
  readonly setTexts: (texts: ContentProps['texts']) => void;
  readonly limits: { accept?: number; decide?: number };
  readonly setLimits: (limits: ContentProps['limits']) => void;
}

function NewContent({ texts, setTexts, limits, setLimits }: ContentProps) {
  const days = (key: 'accept' | 'decide', label: string) => (
    <Labelled label={<>{label}（工作日）</>}>
      {(id) => (
        <InputNumber
          id={id}
          min={1}
          max={60}
          value={limits[key] ?? null}
          onChange={(value) => setLimits({ ...limits, [key]: value ?? undefined })}
        />
      )}
    </Labelled>
  );
  return (
    <>
      <Labelled label="名称（不改可以不填）">
        {(id) => (
          <Input
            id={id}
            value={texts.name}
            maxLength={100}
            onChange={(event) => setTexts({ ...texts, name: event.target.value })}
          />
        )}
      </Labelled>
      {days('accept', '受理期限')}
      {days('decide', '决定期限')}
    </>
  );
}
