import { App } from 'antd';
import type { ItemSummary } from '#contract/item.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAct, useRequestId } from '../../office/ask.ts';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import { dayText } from '../../office/when.ts';

interface Props {
  readonly view: { readonly summary: ItemSummary };
  readonly close: () => void;
  readonly done: () => void;
}

function proposal(item: ItemSummary): string {
  if (!item.due) return `办件 ${item.number} 请抓紧办理，并反馈进展。`;
  const day = dayText(item.due.due);
  return item.due.standing === 'overdue'
    ? `办件 ${item.number} 应于${day}前办理，已经超期。请立即办理并说明原因。`
    : `办件 ${item.number} 应于${day}前办理，请抓紧。`;
}

/** 催办: a message to the officers of the unit that holds the item, kept with the item. */
export function UrgeDrawer({ view: { summary }, close, done }: Props) {
  const draft = useKept(`${summary.itemId}/urge`);
  const act = useAct('urgeItem', ['getItem']);
  const requestId = useRequestId();
  const { message } = App.useApp();
  const [text, setText] = draft.field('text', proposal(summary));
  const submit = () =>
    act.mutate(
      {
        params: { subjectKey: summary.subjectKey, itemId: summary.itemId },
        body: { requestId: requestId.current(), text: text.trim() },
      },
      {
        onSuccess: () => {
          requestId.answered();
          void message.success(`已催办，${summary.unitName}的经办人会收到消息。`);
          draft.over(done)();
        },
        onError: (error) => requestId.answered(error),
      },
    );
  return (
    <ActDrawer
      draft={draft}
      title="催办"
      open
      close={close}
      verb="发出催办"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>
        发给<strong>{summary.unitName}</strong>
        {summary.holder && `（承办人${summary.holder.name}）`}：{summary.subjectName}，{summary.matterName}。
      </p>
      <Labelled label="催办意见">
        {(id) => (
          <TextBox
            id={id}
            value={text}
            maxLength={500}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
    </ActDrawer>
  );
}
