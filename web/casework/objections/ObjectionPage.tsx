import '../item.css';
import '../sign-off.css';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { ObjectionView } from '#contract/objection-views.ts';
import { sayFact } from '#domain/casework/objections/record-corrections.ts';
import { addressOf } from '../../api.ts';
import { useFilters, useGo } from '../../office/address.ts';
import { useAsk } from '../../office/ask.ts';
import { Cites } from '../../office/Cites.tsx';
import { DueChip } from '../../office/DueChip.tsx';
import { Loaded } from '../../office/Loaded.tsx';
import { hasRole, useOfficer } from '../../office/session.ts';
import { dayText, sizeText } from '../../office/when.ts';
import { SignOffChip } from '../SignOffChip.tsx';
import { ObjectionActs } from './ObjectionActs.tsx';
import { Exchanges, Papers, Timeline } from './ObjectionAside.tsx';
import { ObjectionChain } from './ObjectionChain.tsx';

const outcomes = { upheld: '异议成立', 'partly-upheld': '异议部分成立', rejected: '异议不成立' } as const;

/** One objection at the desk of its unit (and read by who supervises it): what is claimed, the rule, the acts, what happened. */
export function ObjectionPage() {
  const params = useParams({ strict: false }) as { subjectKey: string; objectionId: string };
  const query = useAsk('getObjection', { params }, { refetchInterval: 5_000 });
  return (
    <div className="page">
      <Loaded query={query} rows={14} screen="异议">
        {(view) => <Workspace view={view} />}
      </Loaded>
    </div>
  );
}

function Workspace({ view }: { view: ObjectionView }) {
  const { summary } = view;
  const { today } = useOfficer();
  useEffect(() => {
    document.title = `${summary.subjectName} · 异议`;
  }, [summary.subjectName]);
  return (
    <>
      <Head view={view} />
      <section className="card" aria-label="期限">
        <p>
          <DueChip due={summary.due} today={today} closed={summary.closedOn !== null} />{' '}
          {summary.due ? (
            <>
              {summary.due.label}，{dayText(summary.due.due)}前：从{dayText(summary.due.start)}起算（当天不计），
              {summary.due.days} 个工作日。
              {summary.due.provisional && '这一年的放假安排还没有公布，日期是暂定的。'}
              <Cites cites={summary.due.cites} />
            </>
          ) : summary.closedOn ? (
            `${dayText(summary.closedOn)}办结`
          ) : (
            '这一步的期限条文没有写明，请及时办理。'
          )}
        </p>
      </section>
      <div className="workspace">
        <div className="workspace-left">
          <Rules view={view} />
        </div>
        <div className="workspace-middle">
          <ObjectionChain chain={view.chain} />
          <Claimed view={view} />
          {view.answer && <Answer view={view} />}
        </div>
        <div className="workspace-right">
          <ObjectionActs view={view} />
          <Papers view={view} />
          <Exchanges view={view} />
          <Timeline view={view} />
        </div>
      </div>
    </>
  );
}

function Head({ view: { summary, door } }: { view: ObjectionView }) {
  const go = useGo();
  const [{ list }] = useFilters();
  const works = hasRole(useOfficer(), ['officer']);
  return (
    <div className="page-head">
      <div>
        <h1>{summary.subjectName}</h1>
        <p className="item-line">
          <strong className="state">{summary.stateText}</strong>
          {summary.signOff && <SignOffChip item={summary} />}
          <span>{summary.groundText}</span>
          <span>{summary.matterName}</span>
          <span className="figures">{summary.docNumber}</span>
          <span className="figures">异议 {summary.number}</span>
          <span>{summary.unitName}</span>
          <span>{dayText(summary.openedOn)}提出</span>
          {summary.holder && <span>承办人 {summary.holder}</span>}
          <span>{door === 'credit-china' ? '经“信用中国”' : '直接向本单位'}</span>
        </p>
      </div>
      <div className="page-acts">
        {works && <Button onClick={() => go('/objections', { list: list ?? 'todo' })}>回到列表</Button>}
      </div>
    </div>
  );
}

function Rules({ view }: { view: ObjectionView }) {
  return (
    <section className="card" aria-labelledby="rules-title">
      <h2 id="rules-title">依据</h2>
      <ul>
        {view.rules.map((one) => (
          <li key={one.text}>
            {one.text} <Cites cites={one.cites} />
          </li>
        ))}
      </ul>
      {view.openQuestions.length > 0 && <h3>条文没有写明的</h3>}
      <ul>
        {view.openQuestions.map((one) => (
          <li key={one.question}>
            {one.question} <span className="quiet">目前的做法：{one.until}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Claimed({ view }: { view: ObjectionView }) {
  const { subjectKey } = view.summary;
  return (
    <section className="card" aria-labelledby="claims-title">
      <h2 id="claims-title">申请人提出</h2>
      {view.against && (
        <p>
          针对办件 {view.against.itemNumber} 的{view.summary.groundText}
          {view.against.decisionNumber && `（${view.against.decisionNumber}）`}
        </p>
      )}
      <dl className="facts">
        {view.claims.map((one) => (
          <div key={one.field} style={{ display: 'contents' }}>
            <dt>{one.label}</dt>
            <dd>
              公示为“{sayFact(one.field, one.says)}”，申请人认为应当是“{sayFact(one.field, one.shouldSay)}”
            </dd>
          </div>
        ))}
        <dt>事实和理由</dt>
        <dd className="prewrap">{view.reasons}</dd>
        <dt>联系人</dt>
        <dd>
          {view.contact.name} {view.contact.phone}
        </dd>
      </dl>
      <h3>佐证材料</h3>
      {view.attachments.length === 0 && <p className="quiet">没有上传材料。</p>}
      <ul>
        {view.attachments.map((one) => (
          <li key={one.attachmentId}>
            <a
              href={addressOf('readAttachment', { params: { subjectKey, attachmentId: one.attachmentId }, query: {} })}
              target="_blank"
              rel="noreferrer"
            >
              {one.fileName}
            </a>{' '}
            <span className="quiet">{sizeText(one.bytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ view }: { view: ObjectionView }) {
  const answer = view.answer!;
  return (
    <section className="card" aria-labelledby="answer-title">
      <h2 id="answer-title">答复：{outcomes[answer.outcome]}</h2>
      <ul>
        {answer.findings.map((one) => (
          <li key={one.text}>
            {one.text} {one.evidence && <span className="quiet">依据：{one.evidence}</span>}
          </li>
        ))}
        {answer.changes.map((one) => (
          <li key={one.field}>
            {one.label}：<del>{sayFact(one.field, one.before)}</del> → <ins>{sayFact(one.field, one.after)}</ins>
          </li>
        ))}
      </ul>
    </section>
  );
}
