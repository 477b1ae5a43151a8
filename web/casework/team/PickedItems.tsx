import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import { newRequestId, type ReplyTo } from '../../api.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAct } from '../../office/ask.ts';
import { Labelled } from '../../office/Labelled.tsx';
import { hasRole, useOfficer } from '../../office/session.ts';
import { useKept } from '../../office/use-kept.ts';
import { BatchAct } from '../BatchAct.tsx';
import { Reason, usePeople } from './use-holding.tsx';

const words = { claim: '认领', assign: '分派' } as const;
type Act = keyof typeof words;

/** What can be done with the ticked lines: first a look over the list, then each on its own. */
export function PickedItems({ items, done }: { items: readonly ItemSummary[]; done: () => void }) {
  const officer = useOfficer();
  // Kept while the drawer is open: a refresh behind it must not change what was looked over.
  const [open, setOpen] = useState<{ act: Act; items: readonly ItemSummary[] } | null>(null);
  const all: readonly Act[] = hasRole(officer, ['head']) ? ['claim', 'assign'] : ['claim'];
  const acts = items.length > 0 || open ? all : [];
  return (
    <div className={items.length > 0 ? 'picked' : ''}>
      {/* Stays while its results are read, also when the items have left the list. */}
      <BatchAct items={items} acts={['accept', 'verify', 'grant']} done={done} />
      {acts.map((act) => (
        <Button key={act} disabled={items.length === 0 || items.length > 100} onClick={() => setOpen({ act, items })}>
          批量{words[act]}
        </Button>
      ))}
      {open && (
        <ManyDrawer
          {...open}
          close={() => {
            setOpen(null);
            done();
          }}
        />
      )}
    </div>
  );
}

function ManyDrawer({ act, items, close }: { act: Act; items: readonly ItemSummary[]; close: () => void }) {
  const [kept, keep] = useState<readonly string[]>(items.map((one) => one.itemId));
  const draft = useKept(`batch/${act}`);
  const [to, setTo] = draft.field<string[]>('to', []);
  const [reason, setReason] = draft.field('reason', '');
  const requestIds = useRef(new Map(items.map((one) => [one.itemId, newRequestId()])));
  const people = usePeople();
  const many = useAct('assignItems', ['listQueue', 'getItem', 'getTeam']);
  const results = many.data?.results;
  const taken = items.some((one) => one.holder && kept.includes(one.itemId));
  const submit = () => {
    if (results) return close();
    many.mutate(
      {
        body: {
          act,
          ...(act === 'assign' ? { to } : {}),
          reason,
          items: items
            .filter((one) => kept.includes(one.itemId))
            .map(({ subjectKey, itemId, version, holder }) => ({
              subjectKey,
              itemId,
              version,
              saw: holder?.officerId ?? null,
              requestId: requestIds.current.get(itemId)!,
            })),
        },
      },
      { onSuccess: draft.over(() => undefined) },
    );
  };
  return (
    <ActDrawer
      draft={draft}
      title={`批量${words[act]}`}
      open
      close={close}
      verb={results ? '知道了' : `${words[act]} ${kept.length} 件`}
      busy={many.isPending}
      error={many.error}
      submit={submit}
      width={680}
    >
      {results ? (
        <HoldingResults results={results} />
      ) : (
        <>
          <p>逐件看一遍，不该一起办的去掉勾。每一件分别记入台账，一件不成不影响其他。</p>
          <Lines items={items} kept={kept} keep={keep} />
          {act === 'assign' && (
            <Labelled label="给谁承办（选几位就依次分给名下最少的）">
              {(id) => (
                <Select
                  id={id}
                  className="wide"
                  mode="multiple"
                  placeholder="请选择"
                  value={to}
                  options={people}
                  onChange={setTo}
                />
              )}
            </Labelled>
          )}
          <Reason
            label={taken ? '原因（有的已有承办人，须写明）' : '说明（可以不填）'}
            value={reason}
            change={setReason}
          />
        </>
      )}
    </ActDrawer>
  );
}

function Lines(props: {
  items: readonly ItemSummary[];
  kept: readonly string[];
  keep: (itemIds: readonly string[]) => void;
}) {
  const { items, kept, keep } = props;
  return (
    <ul className="plain-list batch-lines">
      {items.map((one) => (
        <li key={one.itemId}>
          <label>
            <input
              type="checkbox"
              checked={kept.includes(one.itemId)}
              onChange={(event) =>
                keep(event.target.checked ? [...kept, one.itemId] : kept.filter((id) => id !== one.itemId))
              }
            />{' '}
            {one.subjectName}，{one.matterName} <span className="figures">{one.number}</span>
            {one.holder && <span className="quiet">（现由{one.holder.name}承办）</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}

/** How each of several came out, by name. */
export function HoldingResults({ results }: { results: ReplyTo<'assignItems'>['results'] }) {
  const failed = results.filter((one) => !one.done).length;
  return (
    <>
      <p role="status">
        办成 {results.length - failed} 件{failed > 0 && `，没有办成 ${failed} 件，原因在下面，其余不受影响`}。
      </p>
      <ul className="plain-list batch-lines">
        {results.map((one) => (
          <li key={one.itemId}>
            <span className={one.done ? 'chip chip-good' : 'chip chip-bad'}>
              {one.done ? `✓ ${one.holder ? `由${one.holder.name}承办` : '待分派'}` : '! 没有办成'}
            </span>{' '}
            {one.subjectName} <span className="figures">{one.number}</span>
            {one.why && <p>{one.why}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
