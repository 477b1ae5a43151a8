import './item.css';
import './reading/reading.css';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { useAsk } from '../office/ask.ts';
import { KeysDialog } from '../office/KeysDialog.tsx';
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
import { MootBanner } from './MootBanner.tsx';
import { OpinionsPanel } from './OpinionsPanel.tsx';
import { PlatformChecks } from './PlatformChecks.tsx';
import { QuestionsPanel } from './QuestionsPanel.tsx';
import { noteSeen } from './queue.ts';
import { ConditionInHand } from './reading/ConditionInHand.tsx';
import { PaneSwitch } from './reading/PaneSwitch.tsx';
import { PaperBeside } from './reading/PaperBeside.tsx';
import { itemKeys, useItemKeys } from './reading/use-item-keys.ts';
import { ReadingProvider, useReadingOf } from './reading/use-reading.ts';
import { useTrail, type Walk } from './reading/use-trail.ts';
import { HolderPanel } from './team/HolderPanel.tsx';
import { useFindings } from './use-findings.ts';

/** One item, whole: clocks on top, conditions left, the file in the middle, acts and ledger right. */
export function ItemPage() {
  const { subjectKey, itemId } = useParams({ strict: false }) as { subjectKey: string; itemId: string };
  // Papers are printed and receipts come in while somebody looks.
  const item = useAsk('getItem', { params: { subjectKey, itemId } }, { refetchInterval: 5_000 });
  return (
    <div className="page">
      <Loaded query={item} rows={14} screen="办件">
        {(view) => <Workspace key={view.summary.itemId} view={view} />}
      </Loaded>
    </div>
  );
}

function Workspace({ view }: { view: ItemView }) {
  const { summary } = view;
  const desk = useFindings(view);
  const walk = useTrail(summary.itemId);
  const reading = useReadingOf(view);
  useItemKeys(walk, reading);
  useEffect(() => {
    noteSeen(summary.itemId, summary.version);
    document.title = `${summary.subjectName} · ${summary.matterName}`;
  }, [summary]);
  return (
    <ReadingProvider value={reading}>
      <ItemHead view={view} walk={walk} />
      <MootBanner view={view} />
      <ClockBar view={view} brief={reading.on} />
      {view.urgings.length > 0 && <Urgings view={view} />}
      {reading.on && <PaneSwitch />}
      <div className={reading.on ? 'workspace workspace-reading' : 'workspace'} data-pane={reading.pane}>
        <div className="workspace-left">
          <ConditionsPanel view={view} desk={desk} />
          <PlatformChecks view={view} />
        </div>
        <div className="workspace-middle">
          <ConditionInHand view={view} desk={desk} />
          <FilePanel view={view} />
          <KnownFacts view={view} />
        </div>
        {reading.on && (
          <div className="workspace-paper">
            <div className="card">
              <PaperBeside view={view} desk={desk} />
            </div>
          </div>
        )}
        <div className="workspace-right">
          <ChainPanel view={view} />
          <HolderPanel view={view} />
          <ActsPanel view={view} findings={desk.findings} next={walk.next} />
          <OpinionsPanel view={view} />
          <QuestionsPanel view={view} />
          <ItemTimeline entries={view.timeline} />
        </div>
      </div>
    </ReadingProvider>
  );
}

function ItemHead({ view, walk }: { view: ItemView; walk: Walk }) {
  const { summary } = view;
  const works = hasRole(useOfficer(), ['officer']);
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
            {walk.place !== null && (
              <span className="quiet figures">
                第 {walk.place} 件{walk.count !== null && `，共 ${walk.count} 件`}
              </span>
            )}
            <Button onClick={walk.back}>回到队列</Button>
            <Button onClick={walk.previous} disabled={walk.place === 1} title="也可以按 k">
              上一件
            </Button>
            <Button onClick={walk.next} title="也可以按 j">
              下一件
            </Button>
          </>
        )}
        <KeysDialog keys={itemKeys}>
          {(show) => (
            <Button className="only-keyboard" onClick={show}>
              快捷键 ?
            </Button>
          )}
        </KeysDialog>
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
