import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { CatalogChange } from '#contract/catalog-changes.ts';
import { changeKindName } from '#domain/catalog/changes/catalog-change.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { dayText, momentText } from '../when.ts';
import { CatalogFrame } from './CatalogFrame.tsx';
import { isBeingTried, standing } from './catalog-words.ts';
import { DecideChange } from './DecideChange.tsx';
import { DiffTable } from './DiffTable.tsx';
import { FilingPaper } from './FilingPaper.tsx';
import { TrialView } from './TrialView.tsx';

const tryAgainMs = 3_000;

/** One filing: what, from which day, on which basis; what differs; what it would do; who filed, who decides. */
export function ChangePage() {
  const { changeId = '' } = useParams({ strict: false }) as { changeId?: string };
  const first = useAsk('getCatalogChange', { params: { changeId } });
  const waits = first.data !== undefined && isBeingTried(first.data);
  const query = useAsk(
    'getCatalogChange',
    { params: { changeId } },
    { refetchInterval: waits ? tryAgainMs : false, keep: true },
  );
  return (
    <CatalogFrame
      title={query.data?.title ?? '报备'}
      acts={query.data && <Button onClick={() => window.print()}>打印报备表</Button>}
    >
      <Loaded query={query} rows={12}>
        {(change) => (
          <>
            <div className="filing-page no-print">
              <div className="filing-main">
                <Facts change={change} />
                <section className="card" aria-labelledby="diff-title">
                  <h2 id="diff-title">变更内容</h2>
                  <DiffTable diff={change.diff} />
                </section>
                {change.kind !== 'unit' && <TrialView change={change} />}
              </div>
              <div className="filing-side">
                <DecideChange change={change} reload={() => void query.refetch()} />
                <History change={change} />
              </div>
            </div>
            <FilingPaper change={change} />
          </>
        )}
      </Loaded>
    </CatalogFrame>
  );
}

function Facts({ change }: { change: CatalogChange }) {
  const state = standing(change);
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title">
        报备事项 <span className={`chip ${state.tone}`}>{state.text}</span>
      </h2>
      <dl className="facts facts-wide">
        <dt>类别</dt>
        <dd>{changeKindName[change.kind]}</dd>
        <dt>生效日</dt>
        <dd>{dayText(change.effectiveOn)}起</dd>
        <dt>依据</dt>
        <dd className="prewrap">{change.basis}</dd>
        {change.urgentReason && (
          <>
            <dt>提前生效的法定理由</dt>
            <dd className="prewrap">{change.urgentReason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

const decisions = { approved: '同意', rejected: '退回', withdrawn: '撤回' } as const;

function History({ change }: { change: CatalogChange }) {
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">经过</h2>
      <ol className="history">
        <li>
          <strong>报备</strong>
          <span>{change.filedBy}</span>
          <span className="quiet">{momentText(change.filedAt)}</span>
        </li>
        {change.state !== 'filed' && (
          <li>
            <strong>{decisions[change.state]}</strong>
            <span>{change.decidedBy ?? '—'}</span>
            <span className="quiet">{momentText(change.decidedAt)}</span>
            {change.note && <span className="prewrap">“{change.note}”</span>}
          </li>
        )}
        {change.state === 'approved' && (
          <li>
            <strong>{change.inForce ? '生效' : '等生效'}</strong>
            <span className="quiet">{dayText(change.effectiveOn)}</span>
          </li>
        )}
      </ol>
    </section>
  );
}
