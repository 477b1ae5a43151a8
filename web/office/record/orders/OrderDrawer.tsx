import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ListedOrder, RecordOrderView } from '#contract/record-order-views.ts';
import { addressOf } from '../../../api.ts';
import { useAct, useRequestId } from '../../ask.ts';
import { Labelled } from '../../Labelled.tsx';
import { Refused } from '../../Refused.tsx';
import { TextBox } from '../../TextInput.tsx';
import { momentText } from '../../when.ts';
import { OrderFacts } from './OrderFacts.tsx';

interface Props {
  readonly order: RecordOrderView & Partial<Pick<ListedOrder, 'urgings'>>;
  readonly mayAct: boolean;
  readonly close: () => void;
}

/** One order: what it says, what waits for an answer, which platform has not taken it. */
export function OrderDrawer({ order, mayAct, close }: Props) {
  const attachmentId = order.ground?.attachmentId;
  return (
    <Drawer open onClose={close} title={order.name} size={600} destroyOnHidden>
      {order.urgings?.map((one) => (
        <p key={one.at} className="urgings">
          <strong>{one.by}</strong> {momentText(one.at)}催办：{one.text}
        </p>
      ))}
      <OrderFacts order={order} />
      {attachmentId && (
        <p>
          <Button
            href={addressOf('readAttachment', { params: { subjectKey: order.subjectKey, attachmentId } } as never)}
            target="_blank"
            rel="noopener"
          >
            打开裁定书
          </Button>
        </p>
      )}
      {mayAct && order.state === 'asked' && <Answer order={order} close={close} />}
      {mayAct && order.effects.some((one) => one.state === 'stuck') && <Stuck order={order} />}
    </Drawer>
  );
}

/** 办理, or 不予办理 with reasons. */
function Answer({ order, close }: { order: RecordOrderView; close: () => void }) {
  const act = useAct('answerRecordOrder', ['listOrders', 'listRecordOrders', 'listUnitRecords']);
  const requestId = useRequestId();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const send = (carryOut: boolean) =>
    act.mutate(
      {
        params: { subjectKey: order.subjectKey, orderId: order.orderId },
        body: {
          requestId: requestId.current(),
          version: order.version,
          carryOut,
          reasons: reason.trim() ? [reason.trim()] : [],
        },
      },
      {
        onSuccess: () => {
          requestId.answered();
          void message.success(carryOut ? '已办理，正在通知各平台。' : '已告知申请人未予办理的理由。');
          close();
        },
      },
    );
  return (
    <section className="card" aria-label="答复申请">
      <Labelled label="不予办理的理由（办理的可以不写）">
        {(id) => (
          <TextBox
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <Refused error={act.error} />
      <div className="drawer-acts">
        <Button danger disabled={!reason.trim()} loading={act.isPending} onClick={() => send(false)}>
          不予办理
        </Button>
        <Button type="primary" loading={act.isPending} onClick={() => send(true)}>
          办理
        </Button>
      </div>
    </section>
  );
}

function Stuck({ order }: { order: RecordOrderView }) {
  const retry = useAct('retryOrderEffect', ['listOrders', 'listRecordOrders']);
  const { subjectKey, orderId } = order;
  return (
    <section className="card" aria-label="没有送到的平台">
      <Refused error={retry.error} />
      {order.effects
        .filter((one) => one.state === 'stuck')
        .map(({ effectId, systemName }) => (
          <Button
            key={effectId}
            loading={retry.isPending}
            onClick={() => retry.mutate({ params: { subjectKey, orderId, effectId } })}
          >
            再通知一次：{systemName}
          </Button>
        ))}
    </section>
  );
}
