import './item.css';
import './sign-off.css';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReplyTo } from '../api.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAsk } from '../office/ask.ts';
import { DueChip } from '../office/DueChip.tsx';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { Page } from '../office/Page.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { dayText } from '../office/when.ts';
import { BatchAct } from './BatchAct.tsx';

const lists = [
  { key: 'review', label: '待审核', empty: '没有等着审核的件。' },
  { key: 'sign', label: '待签发', empty: '没有等着签发的件。' },
  { key: 'returned', label: '退回', empty: '没有退回的件。' },
] as const;
type List = (typeof lists)[number]['key'];

/** What waits for review or signature in this unit, and what came back. */
export function SignOffPage() {
  const officer = useOfficer();
  const [filters, setFilters] = useFilters();
  const first: List = hasRole(officer, ['head']) ? 'sign' : hasRole(officer, ['reviewer']) ? 'review' : 'returned';
  const list = lists.find((one) => one.key === filters.list) ?? lists.find((one) => one.key === first)!;
  const asked = useAsk('listSignOffs', { query: { list: list.key } }, { refetchInterval: 20_000 });
  const go = useGo();
  const [picked, pick] = useState<readonly string[]>([]);
  const may = { sign: 'head', review: 'reviewer', returned: '' }[list.key];
  const act = list.key !== 'returned' && hasRole(officer, [may]) ? (list.key === 'sign' ? 'sign' : 'endorse') : null;
  return (
    <Page
      title="审核签发"
      intro="自己提请的不能自己审核或签发；审核过的不能再由本人签发。"
      acts={<Button onClick={() => go('/sign-off-rules', {})}>审核签发设置</Button>}
    >
      <nav className="parts" aria-label="审核签发的列表">
        {lists.map((one) => (
          <button
            key={one.key}
            type="button"
            className={one.key === list.key ? 'part part-here' : 'part'}
            aria-current={one.key === list.key ? 'true' : undefined}
            onClick={() => {
              pick([]);
              setFilters({ list: one.key });
            }}
          >
            {one.label}（{asked.data?.counts[one.key] ?? 0}）
          </button>
        ))}
      </nav>
      <Loaded query={asked} rows={6}>
        {(it) => (
          <>
            {act && <Batch act={act} items={it.items} picked={picked} done={() => pick([])} />}
            {it.items.length + it.objections.length === 0 && <Nothing>{list.empty}</Nothing>}
            <Lines items={it.items} mayPick={act !== null} picked={picked} pick={pick} />
            <Objections lines={it.objections} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Line = ReplyTo<'listSignOffs'>['items'][number];

interface BatchProps {
  readonly act: 'sign' | 'endorse';
  readonly items: readonly Line[];
  readonly picked: readonly string[];
  readonly done: () => void;
}

/** Stands beside the list whatever becomes of it: the results are read after the items have gone. */
function Batch({ act, items, picked, done }: BatchProps) {
  const chosen = items.filter((one) => picked.includes(one.item.itemId)).map((one) => one.item);
  return <BatchAct items={chosen} acts={[act]} done={done} hint={items.length > 0 ? '选中几件，可以一次办理。' : ''} />;
}

interface LinesProps {
  readonly items: readonly Line[];
  readonly mayPick: boolean;
  readonly picked: readonly string[];
  readonly pick: (itemIds: readonly string[]) => void;
}

function Lines({ items, mayPick, picked, pick }: LinesProps) {
  const { today } = useOfficer();
  const go = useGo();
  return (
    <ul className="plain-list">
      {items.map(({ item, actName, by, on, reviewedBy, note, own }) => (
        <li key={item.itemId} className="line-card sign-off-line">
          {mayPick && !own && (
            <input
              type="checkbox"
              aria-label={`选中 ${item.number}`}
              checked={picked.includes(item.itemId)}
              onChange={(event) =>
                pick(event.target.checked ? [...picked, item.itemId] : picked.filter((one) => one !== item.itemId))
              }
            />
          )}
          <div className="sign-off-words">
            <p>
              <DueChip due={item.due} today={today} /> <strong>{actName}</strong> {item.subjectName}
            </p>
            <p className="quiet">
              {item.matterName}　<span className="figures">{item.number}</span>
              {'　'}
              <Standing by={by} on={on} reviewedBy={reviewedBy} own={own} />
            </p>
            {note && <p>{note}</p>}
          </div>
          <Button
            type="primary"
            ghost
            onClick={() => go(`/items/${item.subjectKey}/${item.itemId}`, {})}
            aria-label={`打开 ${item.number}`}
          >
            打开
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Answers to objections that stand in the same step; one by one, since each corrects another record. */
function Objections({ lines }: { lines: ReplyTo<'listSignOffs'>['objections'] }) {
  const { today } = useOfficer();
  const go = useGo();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="sign-off-objections">
      <h2 id="sign-off-objections">异议</h2>
      <ul className="plain-list">
        {lines.map(({ objection, actName, ...standing }) => (
          <li key={objection.objectionId} className="line-card sign-off-line">
            <div className="sign-off-words">
              <p>
                <DueChip due={objection.due} today={today} /> <strong>{actName}</strong> {objection.subjectName}
              </p>
              <p className="quiet">
                {objection.groundText}　<span className="figures">{objection.number}</span>
                {'　'}
                <Standing {...standing} />
              </p>
              {standing.note && <p>{standing.note}</p>}
            </div>
            <Button
              type="primary"
              ghost
              onClick={() => go(`/objections/${objection.subjectKey}/${objection.objectionId}`, {})}
              aria-label={`打开 ${objection.number}`}
            >
              打开
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ by, on, reviewedBy, own }: Pick<Line, 'by' | 'on' | 'reviewedBy' | 'own'>) {
  return (
    <>
      {by} {dayText(on)}提请
      {reviewedBy && `　${reviewedBy}审核通过`}
      {own && '　（您自己提请的）'}
    </>
  );
}
