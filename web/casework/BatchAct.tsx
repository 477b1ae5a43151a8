import './sign-off.css';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { newRequestId } from '../api.ts';
import { ActDrawer } from '../office/ActDrawer.tsx';
import { useAct } from '../office/ask.ts';
import { Labelled } from '../office/Labelled.tsx';
import { TextBox } from '../office/TextInput.tsx';
import { useKept } from '../office/use-kept.ts';
import { type Alike, BatchLines } from './BatchLines.tsx';

type Batch = 'accept' | 'verify' | 'grant' | 'endorse' | 'sign';

const words: Readonly<Record<Batch, { verb: string; finding: string | null; note: string | null }>> = {
  accept: { verb: '受理', finding: null, note: null },
  verify: { verb: '记录核实', finding: '核实情况（写进每一件）', note: null },
  grant: { verb: '准予修复', finding: '各项条件凭什么核实为符合（写进每一份决定书）', note: '决定说明（可以不填）' },
  endorse: { verb: '审核通过', finding: null, note: '审核意见（可以不填）' },
  sign: { verb: '签发', finding: null, note: '签发意见（可以不填）' },
};

interface Props {
  readonly items: readonly Alike[];
  readonly acts: readonly Batch[];
  /** What is said while nothing is picked. */
  readonly hint?: string;
  /** Called when the list of results is closed. */
  readonly done: () => void;
}

/**
 * The same act over the items that were picked: one look over the list, then each on its own. What one of them refuses stands beside it
 * and stops nothing.
 */
export function BatchAct({ items, acts, done, hint }: Props) {
  const [open, setOpen] = useState<Batch | null>(null);
  // Kept while the drawer is open: a refresh behind it must not change what was looked over.
  const [chosen, choose] = useState<readonly Alike[]>([]);
  if (items.length === 0 && !open) return hint ? <p className="quiet">{hint}</p> : null;
  return (
    <div className="batch-bar">
      <span>已选 {items.length} 件</span>
      {acts.map((act) => (
        <Button
          key={act}
          disabled={items.length === 0 || items.length > 100}
          onClick={() => {
            choose(items);
            setOpen(act);
          }}
        >
          批量{words[act].verb}
        </Button>
      ))}
      {items.length > 100 && <span className="quiet">一次最多 100 件</span>}
      {open && (
        <BatchDrawer
          act={open}
          items={chosen}
          close={() => {
            setOpen(null);
            done();
          }}
        />
      )}
    </div>
  );
}

function BatchDrawer({ act, items, close }: { act: Batch; items: readonly Alike[]; close: () => void }) {
  const { verb, finding: asksFinding, note: asksNote } = words[act];
  const [kept, keep] = useState<readonly string[]>(items.map((one) => one.itemId));
  const draft = useKept(`batch/${act}`);
  const [finding, setFinding] = draft.field('finding', '');
  const [note, setNote] = draft.field('note', '');
  const requestIds = useRef(new Map(items.map((one) => [one.itemId, newRequestId()])));
  const batch = useAct('batchAct', ['listQueue', 'listSignOffs', 'getItem']);
  const results = batch.data?.results;
  const send = () => {
    if (results) return close();
    batch.mutate(
      {
        body: {
          act,
          items: items
            .filter((one) => kept.includes(one.itemId))
            .map(({ subjectKey, itemId, version }) => ({
              subjectKey,
              itemId,
              version,
              requestId: requestIds.current.get(itemId)!,
            })),
          ...(asksFinding ? { finding: finding.trim() } : {}),
          ...(asksNote && note.trim() ? { note: note.trim() } : {}),
        },
      },
      { onSuccess: draft.over(() => undefined) },
    );
  };
  const failed = results?.filter((one) => !one.done).length ?? 0;
  return (
    <ActDrawer
      draft={draft}
      title={`批量${verb}`}
      open
      close={close}
      verb={results ? '知道了' : `${verb} ${kept.length} 件`}
      busy={batch.isPending}
      error={batch.error}
      submit={send}
      width={680}
    >
      {results ? (
        <p role="status">
          办成 {results.length - failed} 件{failed > 0 && `，没有办成 ${failed} 件，原因在下面，其余不受影响`}。
        </p>
      ) : (
        <p>逐件看一遍，不该一起办的去掉勾。每一件分别办理、分别记入台账。</p>
      )}
      <BatchLines items={items} kept={kept} keep={keep} results={results} />
      {!results && asksFinding && (
        <Labelled label={asksFinding}>
          {(id) => (
            <TextBox
              id={id}
              value={finding}
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={(event) => setFinding(event.target.value)}
            />
          )}
        </Labelled>
      )}
      {!results && asksNote && (
        <Labelled label={asksNote}>
          {(id) => (
            <TextBox
              id={id}
              value={note}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Labelled>
      )}
    </ActDrawer>
  );
}
