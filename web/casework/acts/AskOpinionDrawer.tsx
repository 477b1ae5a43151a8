import { Checkbox, Select } from 'antd';
import { addDays } from '#domain/plain-date.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAsk } from '../../office/ask.ts';
import { DayField } from '../../office/DayField.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { RestDayHint } from '../../office/RestDayHint.tsx';
import { useOfficer } from '../../office/session.ts';
import { TextBox } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import type { ActProps } from '../act-props.ts';
import { useItemAct } from '../use-item-act.ts';

/** 征求意见: which unit, what, by when, and which papers it is shown. */
export function AskOpinionDrawer({ view, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/ask-opinion`);
  const { today } = useOfficer();
  const act = useItemAct('askOpinion', view, draft.over(done));
  const units = useAsk('listUnits', { query: { kind: 'authority' } }, { staleTime: 3_600_000 });
  const [unitId, setUnit] = draft.field<string | undefined>('unitId', undefined);
  const [question, setQuestion] = draft.field('question', '');
  const [dueOn, setDue] = draft.field('dueOn', addDays(today, 7));
  const [attachmentIds, setFiles] = draft.field<string[]>('attachmentIds', []);
  return (
    <ActDrawer
      draft={draft}
      title="征求其他单位意见"
      open
      close={close}
      verb="发出征求意见"
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({ unitId: unitId ?? '', question, dueOn, attachmentIds })}
    >
      <p>
        对方只看到您问的、失信信息的基本事实和您勾选的材料，看不到这一件的其他内容。本件的办理期限照常计算：没有规定因征求意见停止计时。
      </p>
      <Labelled label="向哪个单位">
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={unitId}
            placeholder="输入单位名称查找"
            onChange={setUnit}
            loading={units.isPending}
            options={(units.data?.units ?? [])
              .filter((one) => one.unitId !== view.summary.unitId)
              .map((one) => ({ value: one.unitId, label: one.name }))}
          />
        )}
      </Labelled>
      <Labelled label="要问的">
        {(id) => (
          <TextBox
            id={id}
            value={question}
            maxLength={2000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Labelled>
      <DayField label="请在哪天前答复" value={dueOn} change={setDue} />
      <RestDayHint day={dueOn} />
      {view.attachments.length > 0 && (
        <fieldset>
          <legend>一并给看的材料</legend>
          <Checkbox.Group
            value={attachmentIds}
            onChange={(chosen) => setFiles(chosen as string[])}
            options={view.attachments.map((one) => ({ value: one.attachmentId, label: one.fileName }))}
          />
        </fieldset>
      )}
    </ActDrawer>
  );
}
