import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApplicationView } from '#contract/intake.ts';
import { LoginGate } from '../../access/LoginGate.tsx';
import { lastDayWords } from '../../intake/item-words.ts';
import { Papers } from '../../notice/Papers.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { DateText, InstantText } from '../../ui/DateText.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import { useApplication } from './ApplicationPage.tsx';

/** After submission: the number, the query code (once), what happens next with dates, the receipt. */
export function Submitted() {
  const { subjectKey, applicationId } = useParams({ strict: false }) as { subjectKey: string; applicationId: string };
  return (
    <LoginGate title="申请已提交" why="要确认您的身份。">
      {() => <Receipt subjectKey={subjectKey} applicationId={applicationId} />}
    </LoginGate>
  );
}

function Receipt({ subjectKey, applicationId }: { subjectKey: string; applicationId: string }) {
  const application = useApplication(subjectKey, applicationId);
  return (
    <Page title="申请已提交">
      <Loaded query={application}>{(view) => <ReceiptText view={view} />}</Loaded>
    </Page>
  );
}

function ReceiptText({ view }: { view: ApplicationView }) {
  const [code, setCode] = useState(() => sessionStorage.getItem(`query-code:${view.applicationId}`));
  const forget = () => {
    sessionStorage.removeItem(`query-code:${view.applicationId}`);
    setCode(null);
  };
  const { applicationId, subjectKey } = view;
  return (
    <>
      <Banner tone="good" live title={`${view.items.length} 项都已收到`}>
        <p>
          <InstantText at={view.submittedAt} /> 提交。
        </p>
      </Banner>
      <section className="card">
        <dl className="facts">
          <div>
            <dt>申请编号</dt>
            <dd className="big-number">{view.number}</dd>
          </div>
          {code && (
            <div>
              <dt>查询码</dt>
              <dd className="big-number">{code}</dd>
            </div>
          )}
        </dl>
        {code ? (
          <>
            <p>
              <strong>查询码只在这里显示一次。</strong>请打印、截屏或抄下来，不登录也能查进度。
            </p>
            <div className="row no-print">
              <PrintButton>打印回执</PrintButton>
              <Button kind="quiet" onClick={forget}>
                已经记下，不再显示
              </Button>
            </div>
          </>
        ) : (
          <p className="small">查询码只显示一次，已经不再显示。登录后随时可以看进度，不需要查询码。</p>
        )}
      </section>
      <section className="card">
        <h2>接下来</h2>
        <ol className="numbered stack">
          {view.items.map((item) => (
            <li key={item.itemId}>
              <strong>{item.plain}</strong>（{item.unitName}）
              <br />
              {item.publicText}
              {item.due ? (
                <>
                  。{lastDayWords(item.due)}
                  <DateText date={item.due.due} />。
                </>
              ) : (
                '。'
              )}
            </li>
          ))}
        </ol>
        <p>每一步有了结果，会发短信并在“消息”里告诉您。现在您不用做什么。</p>
      </section>
      <Papers subjectKey={subjectKey} papers={view.papers} />
      <Link
        className={buttonClass('primary', true)}
        to="/applications/$subjectKey/$applicationId"
        params={{ subjectKey, applicationId }}
      >
        看办理进度
      </Link>
    </>
  );
}
