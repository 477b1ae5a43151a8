import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ObjectionView } from '#contract/objection-views.ts';
import { sayFact } from '#domain/casework/objections/record-corrections.ts';
import { LoginGate } from '../../access/LoginGate.tsx';
import { addressOf, call, newRequestId } from '../../api.ts';
import { asProblem } from '../../api-problem.ts';
import { Papers } from '../../notice/Papers.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { CitedReasons, Cites } from '../../ui/CitedReasons.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { WhyThisDate } from '../../ui/WhyThisDate.tsx';

/** One objection of one's own: whose turn it is, until when, the answer and what follows from it. */
export function ObjectionPage() {
  const params = useParams({ strict: false }) as { subjectKey: string; objectionId: string };
  const view = useQuery({
    queryKey: ['objections', params.objectionId],
    queryFn: () => call('getObjection', { params }),
    refetchInterval: (query) => {
      const it = query.state.data;
      const moving =
        it && (['lodged', 'correcting'].includes(it.summary.state) || it.papers.some((one) => one.state === 'ordered'));
      return moving ? 4_000 : false;
    },
  });
  return (
    <LoginGate title="异议" why="异议里有您的信息，要先确认身份。">
      {() => (
        <Page
          title={view.data ? `异议：${view.data.summary.groundText}` : '异议'}
          above={<Link to="/records">← 回到我的失信信息</Link>}
          lead={view.data && `${view.data.summary.matterName} · ${view.data.summary.docNumber}`}
        >
          <Loaded query={view} lines={10}>
            {(it) => <Parts it={it} />}
          </Loaded>
        </Page>
      )}
    </LoginGate>
  );
}

const outcomes = { upheld: '异议成立', 'partly-upheld': '异议部分成立', rejected: '异议不成立' } as const;

function Parts({ it }: { it: ObjectionView }) {
  const { summary } = it;
  return (
    <>
      <section className="card">
        <p className="small">
          异议编号 <span className="number">{summary.number}</span> · 办理单位 {summary.unitName}
        </p>
        <Standing it={it} />
      </section>
      {it.answer && <Answer it={it} />}
      <Papers subjectKey={summary.subjectKey} papers={it.papers} />
      <Said it={it} />
      <section className="card">
        <h2>经过</h2>
        <ol className="plain stack">
          {it.timeline.map((one) => (
            <li key={`${one.type}${one.at}${one.text}`}>
              <strong>{one.title}</strong> <DateText date={one.day} />，{one.by}
              {one.text && <p>{one.text}</p>}
              <Cites cites={one.cites} />
            </li>
          ))}
        </ol>
      </section>
      <details className="unfold">
        <summary>依据和条文没有写明的</summary>
        <CitedReasons reasons={it.rules} />
        <ul>
          {it.openQuestions.map((one) => (
            <li key={one.question}>
              {one.question} 目前的做法：{one.until}
            </li>
          ))}
        </ul>
      </details>
      {it.acts.some((one) => one.act === 'withdraw' && one.whyNot === null) && <Withdraw it={it} />}
    </>
  );
}

function Standing({ it }: { it: ObjectionView }) {
  const { summary } = it;
  const { due } = summary;
  const closed = summary.closedOn !== null;
  return (
    <StateLine
      turn={it.publicText}
      turnLabel={closed ? '结果' : '轮到谁'}
      tone={closed ? (summary.state === 'corrected' ? 'good' : 'others') : 'others'}
      until={
        due ? (
          <>
            {due.label}最晚 <DateText date={due.due} />
            <WhyThisDate
              from={due.start}
              add={due.days}
              cites={due.cites}
              label={due.label}
              provisional={due.provisional}
            />
          </>
        ) : !closed ? (
          '条文没有写明这一步的期限'
        ) : undefined
      }
      todo={closed ? afterwards(it) : '不用做什么，有结果会通知您'}
    />
  );
}

function afterwards({ summary }: ObjectionView): string {
  if (summary.state === 'rejected' || summary.state === 'declined') return '不服的，可以走下面列的其他途径';
  if (summary.state === 'corrected' && summary.itemId) return '原决定不再有效，可以重新申请修复';
  return '不用再做什么';
}

function Answer({ it }: { it: ObjectionView }) {
  const answer = it.answer!;
  const { summary } = it;
  return (
    <section className="card">
      <h2>答复：{outcomes[answer.outcome]}</h2>
      <p className="small">
        {summary.unitName}，<DateText date={answer.on} />
      </p>
      <ul>
        {answer.findings.map((one) => (
          <li key={one.text}>
            {one.text}
            {one.evidence && <span className="small">（依据：{one.evidence}）</span>}
          </li>
        ))}
      </ul>
      {answer.changes.length > 0 && <h3>更正了什么</h3>}
      <ul>
        {answer.changes.map((one) => (
          <li key={one.field}>
            {one.label}：<del>{sayFact(one.field, one.before)}</del> → <ins>{sayFact(one.field, one.after)}</ins>
          </li>
        ))}
      </ul>
      {it.exchanges
        .filter((one) => one.what.startsWith('更正'))
        .map((one) => (
          <p key={one.exchangeId} className="small">
            {one.state === 'confirmed' ? '✓ 已更正' : '正在更正'}：{one.system}
          </p>
        ))}
      {summary.state === 'corrected' && summary.itemId && (
        <Link
          className={buttonClass()}
          to="/repair/$subjectKey/$recordIds"
          params={{ subjectKey: summary.subjectKey, recordIds: summary.recordId }}
        >
          重新申请修复
        </Link>
      )}
      {answer.outcome !== 'upheld' && (
        <>
          <h3>不服的，还可以</h3>
          <CitedReasons reasons={it.remedies} />
        </>
      )}
    </section>
  );
}

function Said({ it }: { it: ObjectionView }) {
  const { subjectKey } = it.summary;
  return (
    <section className="card">
      <h2>您提出的</h2>
      <ul>
        {it.claims.map((one) => (
          <li key={one.field}>
            {one.label}：公示为“{sayFact(one.field, one.says)}”，应当是“{sayFact(one.field, one.shouldSay)}”
          </li>
        ))}
      </ul>
      <p className="prewrap">{it.reasons}</p>
      {it.attachments.length > 0 && (
        <ul className="plain">
          {it.attachments.map((one) => (
            <li key={one.attachmentId}>
              <a
                href={addressOf('readAttachment', {
                  params: { subjectKey, attachmentId: one.attachmentId },
                  query: {},
                })}
                target="_blank"
                rel="noreferrer"
              >
                {one.fileName}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Withdraw({ it }: { it: ObjectionView }) {
  const [asked, ask] = useState(false);
  const requestId = useRef(newRequestId());
  const queries = useQueryClient();
  const { subjectKey, objectionId, version } = it.summary;
  const withdraw = useMutation({
    mutationFn: () =>
      call('withdrawObjection', {
        params: { subjectKey, objectionId },
        body: { requestId: requestId.current, version, reason: '' },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['objections'] }),
  });
  return asked ? (
    <Banner tone="wait" title="撤回这件异议？">
      <p>撤回以后办理单位不再核查；以后还可以再提。</p>
      {withdraw.error && (
        <p className="bad" role="alert">
          {asProblem(withdraw.error).detail}
        </p>
      )}
      <div className="row">
        <Button kind="danger" busy={withdraw.isPending} busyText="正在撤回…" onClick={() => withdraw.mutate()}>
          撤回异议
        </Button>
        <Button kind="secondary" onClick={() => ask(false)}>
          不撤回
        </Button>
      </div>
    </Banner>
  ) : (
    <Button kind="quiet" onClick={() => ask(true)}>
      撤回这件异议
    </Button>
  );
}
