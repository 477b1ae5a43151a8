import { App, Button } from 'antd';
import { useState } from 'react';
import type { CatalogChange } from '#contract/catalog-changes.ts';
import { asProblem } from '../../api-problem.ts';
import { useAct } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { Refused } from '../Refused.tsx';
import { useOfficer } from '../session.ts';
import { TextBox } from '../TextInput.tsx';
import { dayText } from '../when.ts';
import { isBeingTried } from './catalog-words.ts';
import { mayWithdraw } from './mine.ts';

const asksAgain = ['getCatalogChange', 'listCatalogChanges', 'listMatters', 'listMatterVersions'] as const;

/** What can be done with a filing now, and why what cannot be done cannot. */
export function DecideChange({ change, reload }: { change: CatalogChange; reload: () => void }) {
  const officer = useOfficer();
  if (change.state !== 'filed') return <Settled change={change} />;
  return (
    <section className="card" aria-labelledby="decide-title">
      <h2 id="decide-title">审核</h2>
      <Decide change={change} reload={reload} />
      {mayWithdraw(change, officer) && <Withdraw change={change} />}
    </section>
  );
}

function Decide({ change, reload }: { change: CatalogChange; reload: () => void }) {
  const act = useAct('decideCatalogChange', asksAgain);
  const [note, setNote] = useState('');
  const { message } = App.useApp();
  const decide = (approve: boolean) =>
    act.mutate(
      { params: { changeId: change.changeId }, body: { approve, ...(note.trim() ? { note: note.trim() } : {}) } },
      {
        onSuccess: () =>
          void message.success(approve ? `已同意并公布，${dayText(change.effectiveOn)}起生效。` : '已退回给报备人。'),
      },
    );
  const missing = asProblem(act.error).fields.find((one) => one.field === 'note');
  const waits = isBeingTried(change);
  const why = change.whyNot ?? (waits ? '影响推算完成以后才能同意；退回不用等。' : null);
  return (
    <div className="drawer-body">
      <p className="quiet">
        报备和审核由两个人进行。同意以后立即向社会公布，生效日一到自动生效；已经提交的办件继续按原来的版本办理。
      </p>
      <Labelled label="审核意见（退回时必须写明理由）">
        {(id) => (
          <TextBox
            id={id}
            value={note}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            disabled={!change.mayDecide}
            aria-invalid={missing !== undefined}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Labelled>
      <div className="decide-acts">
        <Button
          type="primary"
          disabled={!change.mayDecide || waits}
          loading={act.isPending && act.variables?.body.approve === true}
          aria-describedby={why ? 'why-not' : undefined}
          onClick={() => decide(true)}
        >
          同意，公布变更
        </Button>
        <Button
          danger
          disabled={!change.mayDecide}
          loading={act.isPending && act.variables?.body.approve === false}
          aria-describedby={change.whyNot ? 'why-not' : undefined}
          onClick={() => decide(false)}
        >
          退回
        </Button>
      </div>
      {why && (
        <p id="why-not" className="why-not">
          {why}
        </p>
      )}
      <Refused error={act.error} refresh={reload} />
    </div>
  );
}

function Withdraw({ change }: { change: CatalogChange }) {
  const act = useAct('withdrawCatalogChange', asksAgain);
  const [reason, setReason] = useState('');
  return (
    <details className="withdraw">
      <summary>撤回这项报备</summary>
      <div className="drawer-body">
        <Labelled label="撤回原因">
          {(id) => (
            <TextBox
              id={id}
              value={reason}
              maxLength={500}
              autoSize={{ minRows: 2 }}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Labelled>
        <div>
          <Button
            loading={act.isPending}
            onClick={() => act.mutate({ params: { changeId: change.changeId }, body: { reason } })}
          >
            撤回报备
          </Button>
        </div>
        <Refused error={act.error} />
      </div>
    </details>
  );
}

function Settled({ change }: { change: CatalogChange }) {
  const words = {
    approved: change.inForce
      ? `自${dayText(change.effectiveOn)}起有效。`
      : `已经公布，${dayText(change.effectiveOn)}起自动生效，不用再做什么。`,
    rejected: '已退回。改好以后请重新报备。',
    withdrawn: '报备单位已经撤回。',
    filed: '',
  } as const;
  return (
    <section className="card" aria-labelledby="decide-title">
      <h2 id="decide-title">结果</h2>
      <p>{words[change.state]}</p>
      {change.note && <p className="prewrap">意见：{change.note}</p>}
    </section>
  );
}
