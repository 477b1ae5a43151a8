import { App } from 'antd';
import { normaliseCode } from '#domain/uscc.ts';
import { ActDrawer } from '../../ActDrawer.tsx';
import { useAct } from '../../ask.ts';
import { DayField } from '../../DayField.tsx';
import { Labelled } from '../../Labelled.tsx';
import { useOfficer } from '../../session.ts';
import { TextLine } from '../../TextInput.tsx';
import { useKept } from '../../use-kept.ts';

/** 更名: the name before stays as 曾用名, by which everything is still found. */
export function RenameDrawer({ close }: { close: () => void }) {
  const draft = useKept('rename');
  const { today } = useOfficer();
  const act = useAct('renameSubject', ['listOrders', 'listUnitRecords']);
  const { message } = App.useApp();
  const [code, setCode] = draft.field('code', '');
  const [name, setName] = draft.field('name', '');
  const [day, setDay] = draft.field('day', '');
  const submit = () =>
    act.mutate(
      { body: { code: normaliseCode(code), name: name.trim(), changedOn: day } },
      {
        onSuccess: (reply) => {
          void message.success(`已更名为${reply.name}，曾用名：${reply.formerNames.join('、') || '无'}。`);
          draft.over(close)();
        },
      },
    );
  return (
    <ActDrawer
      draft={draft}
      title="登记更名"
      open
      close={close}
      verb="登记"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>以前的名称继续查得到，显示为曾用名。</p>
      <Labelled label="统一社会信用代码">
        {(id) => <TextLine id={id} maxLength={40} value={code} onChange={(event) => setCode(event.target.value)} />}
      </Labelled>
      <Labelled label="新名称">
        {(id) => <TextLine id={id} maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />}
      </Labelled>
      <DayField label="更名日期" value={day} max={today} change={setDay} />
    </ActDrawer>
  );
}
