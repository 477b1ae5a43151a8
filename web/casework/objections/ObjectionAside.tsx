import { Button } from 'antd';
import { useState } from 'react';
import type { ObjectionView } from '#contract/objection-views.ts';
import { addressOf } from '../../api.ts';
import { useAct } from '../../office/ask.ts';
import { Cites } from '../../office/Cites.tsx';
import { useOfficer } from '../../office/session.ts';
import { momentText } from '../../office/when.ts';

/** Papers of the objection. */
export function Papers({ view: { papers, summary } }: { view: ObjectionView }) {
  if (papers.length === 0) return null;
  return (
    <section className="card" aria-labelledby="papers-title">
      <h2 id="papers-title">文书</h2>
      <ul>
        {papers.map((one) => (
          <li key={one.paperId}>
            {one.state === 'printed' ? (
              <a
                href={addressOf('downloadPaper', { params: { subjectKey: summary.subjectKey, paperId: one.paperId } })}
                target="_blank"
                rel="noreferrer"
              >
                {one.title}
              </a>
            ) : (
              `${one.title}（正在生成）`
            )}{' '}
            <span className="quiet figures">{one.docNumber}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const exchangeStates = { requested: '等待发送', confirmed: '已确认', stuck: '停下了，需要人工处理' } as const;

/** What other platforms were told, and sending again what stopped. */
export function Exchanges({ view }: { view: ObjectionView }) {
  const own = useOfficer().unit?.unitId === view.summary.unitId;
  const retry = useAct('retryObjectionExchange', ['getObjection', 'listUnitObjections']);
  const [sent, setSent] = useState<string | null>(null);
  if (view.exchanges.length === 0) return null;
  const { subjectKey, objectionId } = view.summary;
  return (
    <section className="card" aria-labelledby="exchanges-title">
      <h2 id="exchanges-title">其他平台</h2>
      <ul>
        {view.exchanges.map((one) => (
          <li key={one.exchangeId}>
            {one.what}：{one.system}，{exchangeStates[one.state]}
            {one.receiptNo && <span className="quiet figures">（回执 {one.receiptNo}）</span>}
            {one.lastError && one.state !== 'confirmed' && <span className="quiet"> {one.lastError}</span>}
            {one.state === 'stuck' && own && (
              <Button
                size="small"
                loading={retry.isPending && sent === one.exchangeId}
                onClick={() => {
                  setSent(one.exchangeId);
                  retry.mutate({ params: { subjectKey, objectionId, exchangeId: one.exchangeId }, body: {} });
                }}
              >
                再发一次
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What happened. */
export function Timeline({ view }: { view: ObjectionView }) {
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">经过</h2>
      <ol className="timeline">
        {view.timeline.map((one) => (
          <li key={`${one.at}${one.type}${one.text}`}>
            <strong>{one.title}</strong> <span className="quiet">{momentText(one.at)}</span>
            <p>
              {one.by}
              {one.text && `：${one.text}`}
            </p>
            <Cites cites={one.cites} />
          </li>
        ))}
      </ol>
    </section>
  );
}
