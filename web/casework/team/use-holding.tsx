import { App, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import { newRequestId } from '../../api.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAct, useAsk } from '../../office/ask.ts';
import { Labelled } from '../../office/Labelled.tsx';
import { useOfficer } from '../../office/session.ts';
import { TextBox } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';

type Held = Pick<ItemSummary, 'subjectKey' | 'itemId' | 'version' | 'number' | 'subjectName' | 'matterName' | 'holder'>;

/** What can be done about who has an item in hand, and the drawer that asks what is needed for it. */
export interface Holding {
  /** 认领 at once where nobody has it; 接手 from a colleague asks why. */
  claim(item: Held): void;
  release(item: Held): void;
  assign(item: Held): void;
  readonly busy: boolean;
  readonly drawer: ReactNode;
}

const asksAgain = ['listQueue', 'getItem', 'getTeam', 'listSignOffs'] as const;

/** Claiming, giving back and assigning one item, the same on the list and on the item's page. */
export function useHolding(): Holding {
  const officer = useOfficer();
  const { message } = App.useApp();
  const [open, setOpen] = useState<{ act: 'claim' | 'release' | 'assign'; item: Held } | null>(null);
  const claiming = useAct('claimItem', asksAgain);
  const claim = (item: Held) => {
    if (item.holder?.officerId === officer.officerId) return void message.info('这一件已经在您名下。');
    if (item.holder) return setOpen({ act: 'claim', item });
    if (claiming.isPending) return;
    claiming.mutate(
      {
        params: { subjectKey: item.subjectKey, itemId: item.itemId },
        body: { requestId: newRequestId(), version: item.version, saw: null, reason: '' },
      },
      {
        onSuccess: () => void message.success(`${item.subjectName}的这一件已在您名下。`),
        onError: (error) => void message.error(error.message),
      },
    );
  };
  const close = () => setOpen(null);
  return {
    claim,
    release: (item) => setOpen({ act: 'release', item }),
    assign: (item) => setOpen({ act: 'assign', item }),
    busy: claiming.isPending,
    drawer:
      open &&
      (open.act === 'assign' ? (
        <AssignDrawer item={open.item} close={close} />
      ) : (
        <ReasonDrawer {...open} close={close} />
      )),
  };
}

const params = ({ subjectKey, itemId }: Held) => ({ subjectKey, itemId });

/** 接手 and 交还: both need a reason, which is told to whom it concerns. */
function ReasonDrawer({ act, item, close }: { act: 'claim' | 'release' | 'assign'; item: Held; close: () => void }) {
  const draft = useKept(`${item.itemId}/holding-${act}`);
  const { message } = App.useApp();
  const [reason, setReason] = draft.field('reason', '');
  const requestId = useRef(newRequestId());
  const claim = useAct('claimItem', asksAgain);
  const release = useAct('releaseItem', asksAgain);
  const seen = { requestId: requestId.current, version: item.version };
  const done = {
    onSuccess: () => {
      void message.success(act === 'claim' ? '这一件已在您名下。' : '已交还，等待分派。');
      draft.over(close)();
    },
  };
  const submit = () =>
    act === 'claim'
      ? claim.mutate({ params: params(item), body: { ...seen, saw: item.holder?.officerId ?? null, reason } }, done)
      : release.mutate({ params: params(item), body: { ...seen, reason } }, done);
  return (
    <ActDrawer
      draft={draft}
      title={act === 'claim' ? '接手这一件' : '交还，等待分派'}
      open
      close={close}
      verb={act === 'claim' ? '接手' : '交还'}
      busy={claim.isPending || release.isPending}
      error={claim.error ?? release.error}
      submit={submit}
    >
      <Which item={item} />
      {act === 'claim' && <p>{item.holder?.name}会收到消息，看到您写的原因。</p>}
      {act === 'release' && <p>交还后没有承办人，排在“待分派”里。</p>}
      <Reason label={act === 'claim' ? '接手的原因' : '交还的原因'} value={reason} change={setReason} />
    </ActDrawer>
  );
}

function AssignDrawer({ item, close }: { item: Held; close: () => void }) {
  const draft = useKept(`${item.itemId}/assign`);
  const { message } = App.useApp();
  const [to, setTo] = draft.field<string | undefined>('to', undefined);
  const [reason, setReason] = draft.field('reason', '');
  const requestId = useRef(newRequestId());
  const act = useAct('assignItem', asksAgain);
  const submit = () =>
    act.mutate(
      {
        params: params(item),
        body: {
          requestId: requestId.current,
          version: item.version,
          saw: item.holder?.officerId ?? null,
          to: to ?? '',
          reason,
        },
      },
      {
        onSuccess: () => {
          void message.success('已分派。');
          draft.over(close)();
        },
      },
    );
  return (
    <ActDrawer
      draft={draft}
      title={item.holder ? '改派' : '分派'}
      open
      close={close}
      verb={item.holder ? '改派' : '分派'}
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <Which item={item} />
      <PersonSelect label="给谁承办" value={to} change={setTo} without={item.holder?.officerId} />
      <Reason label={item.holder ? '改派的原因' : '说明（可以不填）'} value={reason} change={setReason} />
    </ActDrawer>
  );
}

function Which({ item }: { item: Held }) {
  return (
    <p>
      {item.subjectName}，{item.matterName} <span className="figures">{item.number}</span>
      {item.holder && `，现由${item.holder.name}承办`}。
    </p>
  );
}

export function Reason(props: { label: string; value: string; change: (text: string) => void }) {
  return (
    <Labelled label={props.label}>
      {(id) => (
        <TextBox
          id={id}
          value={props.value}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => props.change(event.target.value)}
        />
      )}
    </Labelled>
  );
}

interface PersonProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly change: (officerId: string | undefined) => void;
  readonly without?: string | undefined;
}

/** A colleague, with how much they have in hand and whether they are away. */
export function PersonSelect({ label, value, change, without }: PersonProps) {
  const options = usePeople(without);
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          placeholder="请选择"
          value={value}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={change}
        />
      )}
    </Labelled>
  );
}

/** People who work here today as choices. */
export function usePeople(without?: string): { value: string; label: string }[] {
  const team = useAsk('getTeam', {}, { staleTime: 10_000 });
  const away = (team.data?.leaves ?? []).filter((one) => one.now);
  return (team.data?.people ?? [])
    .filter((one) => one.here && one.officerId !== without)
    .map((one) => {
      const leave = away.find(({ officer }) => officer.officerId === one.officerId);
      return {
        value: one.officerId,
        label: `${one.name}（名下 ${one.open} 件${leave ? `，请假，由${leave.deputy.name}代办` : ''}）`,
      };
    });
}
