import './counter.css';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ApplicationView } from '#contract/intake.ts';
import { addressOf } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { Page } from '../Page.tsx';
import { useOfficer } from '../session.ts';
import { useKeys } from '../use-keys.ts';
import { dayText, momentText } from '../when.ts';
import { paperIsReady, paperStateWord } from '../words.ts';
import { queryCodes } from './visit.ts';

/** The receipt: number and query code, item by item where it goes and until when; made to be printed. */
export function ReceiptPage() {
  const { subjectKey, applicationId } = useParams({ strict: false }) as { subjectKey: string; applicationId: string };
  const application = useAsk('getApplication', { params: { subjectKey, applicationId } }, { refetchInterval: 5000 });
  const go = useGo();
  useKeys({ n: () => go('/window'), p: () => window.print() });
  return (
    <Page
      title="收件回执"
      acts={
        <>
          <Button type="primary" onClick={() => window.print()}>
            打印回执（p）
          </Button>
          <Button onClick={() => go('/window')}>下一位来访人（n）</Button>
        </>
      }
    >
      <Loaded query={application} rows={8}>
        {(view) => <Receipt view={view} />}
      </Loaded>
    </Page>
  );
}

function Receipt({ view }: { view: ApplicationView }) {
  const officer = useOfficer();
  const code = queryCodes.get(view.applicationId);
  return (
    <article className="receipt">
      <h2 className="receipt-title">“信用修复一件事”收件回执</h2>
      <dl className="facts facts-wide">
        <dt>申请编号</dt>
        <dd className="figures strong">{view.number}</dd>
        <dt>查询码</dt>
        <dd className="figures strong">{code ?? '只在提交时显示一次，这里不再显示'}</dd>
        <dt>申请主体</dt>
        <dd>
          {view.form.name}（{view.form.identifier}）
        </dd>
        {view.form.agent && (
          <>
            <dt>经办人</dt>
            <dd>{view.form.agent.name}</dd>
          </>
        )}
        <dt>收件时间</dt>
        <dd>{momentText(view.submittedAt)}</dd>
        <dt>收件窗口</dt>
        <dd>{view.windowUnitName ?? officer.unit?.name}</dd>
      </dl>
      <table className="print-table">
        <caption>共 {view.items.length} 项</caption>
        <thead>
          <tr>
            <th scope="col">事项和失信信息</th>
            <th scope="col">办理单位</th>
            <th scope="col">办件编号</th>
            <th scope="col">进度和时限</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item) => (
            <tr key={item.itemId}>
              <td>
                {item.matterName}
                <br />
                {item.plain}
              </td>
              <td>{item.unitName}</td>
              <td className="figures">{item.number}</td>
              <td>
                {item.publicText}
                {item.due && (
                  <>
                    <br />
                    {item.due.label}：{dayText(item.due.due)}前
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>凭申请编号和查询码，可以在“信用修复一件事”网站“查进度”里随时查看，也可以到任一综合窗口查询。办理不收费。</p>
      <Papers view={view} />
    </article>
  );
}

function Papers({ view }: { view: ApplicationView }) {
  return (
    <div className="no-print">
      <h3>可以下载的文书</h3>
      {view.papers.length === 0 && <p className="quiet">文书正在生成，几秒钟后出现在这里。</p>}
      <ul className="plain-list">
        {view.papers.map((paper) => (
          <li key={paper.paperId}>
            {paperIsReady(paper.state) ? (
              <a
                href={addressOf('downloadPaper', { params: { subjectKey: view.subjectKey, paperId: paper.paperId } })}
                target="_blank"
                rel="noopener"
              >
                {paper.title}
              </a>
            ) : (
              <span>
                {paper.title} <span className="quiet">{paperStateWord(paper.state)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
