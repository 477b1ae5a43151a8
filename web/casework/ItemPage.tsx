import './item.css';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { useFilters, useGo } from '../office/address.ts';
import { useAsk } from '../office/ask.ts';
import { Loaded } from '../office/Loaded.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { dayText, momentText } from '../office/when.ts';
import { ActsPanel } from './ActsPanel.tsx';
import { ChainPanel } from './ChainPanel.tsx';
import { ClockBar } from './ClockBar.tsx';
import { ConditionsPanel } from './ConditionsPanel.tsx';
import { FilePanel } from './FilePanel.tsx';
import { ItemTimeline } from './ItemTimeline.tsx';
import { KnownFacts } from './KnownFacts.tsx';
import { OpinionsPanel } from './OpinionsPanel.tsx';
import { PlatformChecks } from './PlatformChecks.tsx';
import { QuestionsPanel } from './QuestionsPanel.tsx';
import { noteSeen, queueListOf } from './queue.ts';
import { HolderPanel } from './team/HolderPanel.tsx';
import { useFindings } from './use-findings.ts';

/** One item, whole: clocks on top, conditions left, the file in the middle, acts and ledger right. */
export function ItemPage() {
  const { subjectKey, itemId } = useParams({ strict: false }) as { subjectKey: string; itemId: string };
  // Papers are printed and receipts come in while somebody looks.
  const item = useAsk('getItem', { params: { subjectKey, itemId } }, { refetchInterval: 5_000 });
  return (
    <div className="page">
      <Loaded query={item} rows={14}>
        {(view) => <Workspace key={view.summary.itemId} view={view} />}
      </Loaded>
    </div>
  );
}

function Workspace({ view }: { view: ItemView }) {
  const { summary } = view;
  const [findings, setFinding] = useFindings(view);
  const next = useNextItem(summary.itemId);
  useEffect(() => {
    noteSeen(summary.itemId, summary.version);
    document.title = `${summary.subjectName} · ${summary.matterName}`;
  }, [summary]);
  const deciding = view.actions.some((one) => one.action === 'grant' && one.allowed);
  return (
    <>
      <ItemHead view={view} next={next} />
      <ClockBar view={view} />
      {view.urgings.length > 0 && <Urgings view={view} />}
      <div className="workspace">
        <div className="workspace-left">
          <ConditionsPanel view={view} findings={findings} setFinding={setFinding} editable={deciding} />
          <PlatformChecks checks={view.checks} />
          <KnownFacts view={view} />
        </div>
        <div className="workspace-middle">
          <FilePanel view={view} />
        </div>
        <div className="workspace-right">
          <ChainPanel view={view} />
          <HolderPanel view={view} />
          <ActsPanel view={view} findings={findings} next={next} />
          <OpinionsPanel view={view} />
          <QuestionsPanel view={view} />
          <ItemTimeline entries={view.timeline} />
        </div>
      </div>
    </>
  );
}

function ItemHead({ view, next }: { view: ItemView; next: () => void }) {
  const { summary } = view;
  const officer = useOfficer();
  const go = useGo();
  const [{ list }] = useFilters();
  const works = hasRole(officer, ['officer']);
  return (
    <div className="page-head">
      <div>
        <h1>{summary.subjectName}</h1>
        <p className="item-line">
          <strong className="state">{summary.stateText}</strong>
          <span>{summary.matterName}</span>
          <span className="figures">办件 {summary.number}</span>
          <span className="figures">申请 {view.applicationNumber}</span>
          <span>{summary.unitName}</span>
          <span>{dayText(summary.openedOn)}提交</span>
          {view.windowUnitName && <span>{view.windowUnitName}代收</span>}
          <span>{summary.holder ? `承办人 ${summary.holder.name}` : '还没有承办人'}</span>
        </p>
      </div>
      <div className="page-acts">
        {works && (
          <>
            <Button onClick={() => go('/queue', { list: queueListOf(list) })}>回到队列</Button>
            <Button onClick={next}>下一件</Button>
          </>
        )}
      </div>
    </div>
  );
}

function Urgings({ view }: { view: ItemView }) {
  return (
    <section className="urgings" aria-label="催办">
      {view.urgings.map((one) => (
        <p key={one.urgingId}>
          <span className="chip chip-bad">! 催办</span> {one.text}
          <span className="quiet">
            {' '}
            {one.by}，{momentText(one.at)}
          </span>
        </p>
      ))}
    </section>
  );
}

/** Opens the next item of the list the person came from; the queue itself when it is empty. */
function useNextItem(current: string): () => void {
  const [{ list }] = useFilters();
  const queueList = queueListOf(list);
  const works = hasRole(useOfficer(), ['officer']);
  const queue = useAsk('listQueue', { query: { list: queueList } }, { enabled: works });
  const client = useQueryClient();
  const go = useGo();
  return () => {
    const items = queue.data?.items ?? [];
    const at = items.findIndex((one) => one.itemId === current);
    const following = items[at + 1] ?? items.find((one) => one.itemId !== current);
    void client.invalidateQueries({ queryKey: ['listQueue'] });
    if (following) go(`/items/${following.subjectKey}/${following.itemId}`, { list: queueList });
    else go('/queue', { list: queueList });
  };
}
