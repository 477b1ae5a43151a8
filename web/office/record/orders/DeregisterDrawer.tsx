import { App } from 'antd';
import { normaliseCode } from '#domain/uscc.ts';
import { ActDrawer } from '../../ActDrawer.tsx';
import { useAct, useRequestId } from '../../ask.ts';
import { DayField } from '../../DayField.tsx';
import { Labelled } from '../../Labelled.tsx';
import { useOfficer } from '../../session.ts';
import { TextLine } from '../../TextInput.tsx';
import { useKept } from '../../use-kept.ts';
import { emptyGround, GroundFields } from './GroundFields.tsx';

/** 主体注销: ends display of its market records, and says what it does not end. */
export function DeregisterDrawer({ close }: { close: () => void }) {
  const draft = useKept('deregister');
  const { today } = useOfficer();
  const act = useAct('deregisterSubject', ['listOrders', 'listUnitRecords']);
  const requestId = useRequestId();
  const { message } = App.useApp();
  const [code, setCode] = draft.field('code', '');
  const [day, setDay] = draft.field('day', '');
  const [ground, setGround] = draft.field('ground', { ...emptyGround, title: '准予注销登记通知书' });
  const submit = () =>
    act.mutate(
      {
        body: {
          requestId: requestId.current(),
          code: normaliseCode(code),
          deregisteredOn: day,
          ground: { ...ground, attachmentId: null },
        },
      },
      {
        onSuccess: (reply) => {
          requestId.answered();
          void message.success(
            `${reply.name}：${reply.ended} 条市场监管信息停止公示。${reply.stays.map((one) => one.text).join('；')}`,
            8,
          );
          draft.over(close)();
        },
      },
    );
  return (
    <ActDrawer
      draft={draft}
      title="登记主体注销"
      open
      close={close}
      verb="登记并停止公示"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>
        登记地市场监督管理部门停止公示行政处罚和抽查检查负面信息，移出经营异常名录和严重违法失信名单；其他领域的信息不因注销停止公示。法定代表人、负责人受到的任职、从业限制不因注销结束。
      </p>
      <Labelled label="统一社会信用代码">
        {(id) => <TextLine id={id} maxLength={40} value={code} onChange={(event) => setCode(event.target.value)} />}
      </Labelled>
      <DayField label="注销日期" value={day} max={today} change={setDay} />
      <GroundFields ground={ground} change={setGround} today={today} />
    </ActDrawer>
  );
}
