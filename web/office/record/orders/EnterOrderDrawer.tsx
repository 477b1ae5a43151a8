import { App, Checkbox } from 'antd';
import { useRef } from 'react';
import type { RecordView } from '#contract/record.ts';
import { checkGround } from '#domain/record/orders/enter-order.ts';
import { type ChangeableField, type EnteredKind, orderAnnuls } from '#domain/record/orders/record-order.ts';
import type { ReplyTo } from '../../../api.ts';
import { ActDrawer } from '../../ActDrawer.tsx';
import { useAct, useRequestId } from '../../ask.ts';
import { Cites } from '../../Cites.tsx';
import { DayField } from '../../DayField.tsx';
import { Labelled } from '../../Labelled.tsx';
import { useOfficer } from '../../session.ts';
import { TextBox, TextLine } from '../../TextInput.tsx';
import { useKept } from '../../use-kept.ts';
import { emptyGround, GroundFields } from './GroundFields.tsx';

type Reply = ReplyTo<'listRecordOrders'>;

interface Props {
  readonly record: RecordView;
  readonly law: Reply['possible'][number];
  readonly facts: Reply['facts'];
  readonly close: () => void;
}

/** Enters what a paper makes of one record; what it does and by when is told beside, with its clause. */
export function EnterOrderDrawer({ record, law, facts, close }: Props) {
  const draft = useKept(`${record.recordId}/order-${law.kind}`);
  const { today } = useOfficer();
  const act = useAct('enterRecordOrder', ['listRecordOrders', 'listOrders', 'listUnitRecords']);
  const requestId = useRequestId();
  const { message, modal } = App.useApp();
  const asking = useRef(false);
  const [ground, setGround] = draft.field('ground', emptyGround);
  const [knownOn, setKnownOn] = draft.field('knownOn', today);
  const [note, setNote] = draft.field('note', '');
  const [changed, change] = draft.field<Readonly<Record<string, string>>>('changed', {});
  const send = () =>
    act.mutate(
      {
        params: { subjectKey: record.subjectKey, recordId: record.recordId },
        body: {
          requestId: requestId.current(),
          kind: law.kind as EnteredKind,
          ground: { ...ground, attachmentId: null },
          knownOn,
          note,
          ...(law.kind === 'change'
            ? { changes: Object.entries(changed).map(([field, after]) => ({ field: field as ChangeableField, after })) }
            : {}),
        },
      },
      {
        onSuccess: () => {
          requestId.answered();
          void message.success('已登记，正在通知各平台。');
          draft.over(close)();
        },
      },
    );
  /** Takes effect at once and for good, so it is asked once more; what is wrong in its fields is said before. */
  const submit = () => {
    if (asking.current) return;
    const paper = { ...ground, attachmentId: null };
    if (checkGround(paper, today, orderAnnuls(law.kind) ? record.findingDate : undefined)) return send();
    asking.current = true;
    modal.confirm({
      title: `${law.name}：${record.docNumber}`,
      content: <Consequences law={law} />,
      okText: '确认并办理',
      cancelText: '再核对一下',
      width: 520,
      onOk: send,
      afterClose: () => {
        asking.current = false;
      },
    });
  };
  return (
    <ActDrawer
      draft={draft}
      title={law.name}
      open
      close={close}
      verb="登记并办理"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>
        {law.text}
        {law.days === null ? '' : `；${law.duty === 'shall' ? '应当' : '可以'}在 ${law.days} 个工作日内办理`}。{' '}
        <Cites cites={law.cites} />
      </p>
      {law.statement && <p>屏蔽期间加注声明：“{law.statement}”。</p>}
      {law.open.map((one) => (
        <p key={one.text}>
          <span className="chip chip-attention">▲ 没有写明</span> {one.text}
        </p>
      ))}
      <Consequences law={law} />
      <p className="quiet">要有：{law.paper}</p>
      <GroundFields ground={ground} change={setGround} today={today} />
      <DayField label="本单位收到文书的日期" value={knownOn} max={today} change={setKnownOn} />
      {law.kind === 'change' && <ChangedFacts facts={facts} changed={changed} change={change} />}
      <Labelled label="说明">
        {(id) => (
          <TextBox
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Labelled>
    </ActDrawer>
  );
}

/** What follows when it is carried out: platforms, the way back, figures, an open item. */
function Consequences({ law: { consequences } }: { law: Props['law'] }) {
  if (consequences.length === 0) return null;
  return (
    <section aria-label="办理以后">
      <strong>办理以后</strong>
      <ul className="tight">
        {consequences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}

interface ChangedProps {
  readonly facts: Props['facts'];
  readonly changed: Readonly<Record<string, string>>;
  readonly change: (changed: Readonly<Record<string, string>>) => void;
}

/** What the decision now says, fact by fact; what is not ticked stays. */
function ChangedFacts({ facts, changed, change }: ChangedProps) {
  const toggle = (field: string, value: string, on: boolean) => {
    const { [field]: _, ...rest } = changed;
    change(on ? { ...rest, [field]: value } : rest);
  };
  return (
    <fieldset>
      <legend>变更的内容</legend>
      {facts.map(({ field, label, value }) => (
        <div key={field}>
          <Checkbox
            checked={changed[field] !== undefined}
            onChange={(event) => toggle(field, value, event.target.checked)}
          >
            {label}（现在：{value || '空'}）
          </Checkbox>
          {changed[field] !== undefined && (
            <TextLine
              aria-label={`${label}，变更以后`}
              maxLength={2000}
              value={changed[field]}
              onChange={(event) => change({ ...changed, [field]: event.target.value })}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}
