import '../counter.css';
import './objection.css';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ObjectionView } from '#contract/objection-views.ts';
import { sayFact } from '#domain/casework/objections/record-corrections.ts';
import { Papers, Timeline } from '../../../casework/objections/ObjectionAside.tsx';
import { useFilters, useGo } from '../../address.ts';
import { useAsk } from '../../ask.ts';
import { KeysDialog } from '../../KeysDialog.tsx';
import { Loaded } from '../../Loaded.tsx';
import { Page } from '../../Page.tsx';
import { useKeys } from '../../use-keys.ts';
import { dayText } from '../../when.ts';

const keys = [
  ['p', '打印回执'],
  ['n', '下一位来访人'],
  ['l', '本窗口代收的异议'],
  ['?', '看这些键'],
] as const;

/** What the visitor takes home, by itself when it is new; the statement to sign, and later the answer to hand out. */
export function ObjectionReceipt() {
  const params = useParams({ strict: false }) as { subjectKey: string; objectionId: string };
  const query = useAsk('getObjection', { params }, { refetchInterval: 5000 });
  const [filters, change] = useFilters();
  const go = useGo();
  const ready = query.data !== undefined;
  const printed = useRef(false);
  useEffect(() => {
    if (!ready || filters.print !== '1' || printed.current) return;
    printed.current = true;
    change({ print: undefined });
    // After this paint, so that the sheet is what stands on the screen.
    setTimeout(() => window.print(), 50);
  }, [ready, filters.print, change]);
  useKeys({
    n: () => go('/window'),
    l: () => go('/counter-queue', { list: 'objections' }),
    ...(ready ? { p: () => window.print() } : {}),
  });
  return (
    <Page
      title="异议收件回执"
      acts={
        <>
          <Button type="primary" disabled={!ready} onClick={() => window.print()}>
            打印回执（p）
          </Button>
          <Button onClick={() => go('/counter-queue', { list: 'objections' })}>代收的异议（l）</Button>
          <Button onClick={() => go('/window')}>下一位来访人（n）</Button>
        </>
      }
    >
      <Loaded query={query} rows={10}>
        {(view) => (
          <>
            <Sheet view={view} />
            <div className="no-print after-objection">
              <p className="quiet">《异议申诉书》打印后请来访人签名；有了答复，文书会出现在这里，可以打印发放。</p>
              <Papers view={view} />
              <Timeline view={view} />
            </div>
          </>
        )}
      </Loaded>
      <KeysDialog keys={keys} />
    </Page>
  );
}

function Sheet({ view }: { view: ObjectionView }) {
  const { summary, visit } = view;
  return (
    <article className="receipt">
      <h2 className="receipt-title">异议收件回执</h2>
      <dl className="facts facts-wide">
        <dt>异议编号</dt>
        <dd className="figures strong">{summary.number}</dd>
        <dt>申请主体</dt>
        <dd>{summary.subjectName}</dd>
        <dt>来访人</dt>
        <dd>
          {visit?.persons.map((one) => (
            <span key={one.documentText} className="receipt-person">
              {one.name}（{one.relationText}，{one.documentText}，{one.wayText}
              {one.authorisationText && `，${one.authorisationText}`}）
            </span>
          ))}
        </dd>
        <dt>对什么有异议</dt>
        <dd>
          {summary.groundText}：{summary.matterName}，{summary.docNumber}
          {view.against && `，办件${view.against.itemNumber}`}
        </dd>
        {view.claims.map((one) => (
          <div key={one.field} style={{ display: 'contents' }}>
            <dt>{one.label}</dt>
            <dd>
              公示为“{sayFact(one.field, one.says)}”，来访人认为应当是“{sayFact(one.field, one.shouldSay)}”
            </dd>
          </div>
        ))}
        <dt>收到的材料</dt>
        <dd>{view.attachments.map((one) => one.fileName).join('、') || '没有交材料'}</dd>
        <dt>办理单位</dt>
        <dd>
          {summary.unitName}（{view.door === 'credit-china' ? '经“信用中国”推送' : '直接送到'}）
        </dd>
        <dt>现在的进度</dt>
        <dd>
          {view.publicText}
          {summary.due && `；${summary.due.label}：${dayText(summary.due.due)}前`}
        </dd>
        <dt>收件</dt>
        <dd>
          {dayText(summary.openedOn)}　{visit?.windowName}　收件人{visit?.clerk}
        </dd>
        <dt>联系</dt>
        <dd>
          {view.contact.name} {view.contact.phone}
        </dd>
      </dl>
      <h3>多久有答复</h3>
      <ul className="tight">
        {view.rules.map((one) => (
          <li key={one.text}>
            {one.text}（{one.cites.map((cite) => cite.text).join('、')}）
          </li>
        ))}
      </ul>
      <p>受理、延长、答复都会发短信通知，答复书可以到本窗口领取。办理不收费。</p>
    </article>
  );
}
