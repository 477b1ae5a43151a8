import { App } from 'antd';
import type { ListedOrder } from '#contract/record-order-views.ts';
import { ActDrawer } from '../office/ActDrawer.tsx';
import { useAct, useRequestId } from '../office/ask.ts';
import { Labelled } from '../office/Labelled.tsx';
import { TextBox } from '../office/TextInput.tsx';
import { useKept } from '../office/use-kept.ts';
import { dayText } from '../office/when.ts';

function proposal({ name, dueOn, overdue, docNumber }: ListedOrder): string {
  if (!dueOn) return `${docNumber}的“${name}”请抓紧办理，并反馈进展。`;
  return overdue
    ? `${docNumber}的“${name}”应于${dayText(dueOn)}前办完，已经超期。请立即办理并说明原因。`
    : `${docNumber}的“${name}”应于${dayText(dueOn)}前办完，请抓紧。`;
}

/** 催办 of an order about a record: a message to its unit, kept with the order. */
export function UrgeOrderDrawer({ order, close }: { order: ListedOrder; close: () => void }) {
  const draft = useKept(`${order.orderId}/urge`);
  const act = useAct('urgeOrder', ['listSupervisedOrders', 'listOrders']);
  const requestId = useRequestId();
  const { message } = App.useApp();
  const [text, setText] = draft.field('text', proposal(order));
  const submit = () =>
    act.mutate(
      {
        params: { subjectKey: order.subjectKey, orderId: order.orderId },
        body: { requestId: requestId.current(), text: text.trim() },
      },
      {
        onSuccess: () => {
          requestId.answered();
          void message.success(`已催办，${order.unitName}会收到消息。`);
          draft.over(close)();
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
        发给<strong>{order.unitName}</strong>：{order.subjectName}，{order.name}。
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
