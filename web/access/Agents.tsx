import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuthorisationView } from '#contract/authorisations.ts';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { DateText, InstantText } from '../ui/DateText.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { AuthoriseAgent } from './AuthoriseAgent.tsx';
import { LoginGate, type SignedIn } from './LoginGate.tsx';
import { SubjectSwitch } from './SubjectSwitch.tsx';
import { stepUpAddress } from './use-session.ts';

/** 授权经办人: whom an enterprise lets act for it, what they did, and taking it back. */
export function Agents() {
  return (
    <LoginGate title="授权经办人" why="只有企业账号或法定代表人可以授权经办人，要先确认身份。">
      {(who) => (
        <Page title="授权经办人" lead={<SubjectSwitch {...who} bare />}>
          {who.subject.kind === 'person' || who.subject.mandate?.only ? (
            <EmptyState title="这个主体不能授权经办人">
              <p>授权经办人只用于企业、其他组织和个体工商户，由企业账号或法定代表人（负责人、经营者）办理。</p>
              <Link className={buttonClass('secondary')} to="/records">
                回到我的记录
              </Link>
            </EmptyState>
          ) : (
            <AgentsOf key={who.subject.subjectKey} {...who} />
          )}
        </Page>
      )}
    </LoginGate>
  );
}

function AgentsOf({ subject, session }: SignedIn) {
  const { subjectKey } = subject;
  const list = useQuery({
    queryKey: ['authorisations', subjectKey],
    queryFn: () => call('listAuthorisations', { params: { subjectKey } }),
  });
  return (
    <Loaded query={list} lines={6}>
      {({ authorisations, mayGrant, whyNot, stepUp, lastDay, matters }) => (
        <>
          {authorisations.length === 0 ? (
            <p>还没有授权过经办人。授权以后，对方用自己的账号登录，就能在授权的事项上代{subject.name}办理。</p>
          ) : (
            <ul className="plain stack">
              {authorisations.map((one) => (
                <Authorised key={one.authorisationId} subjectKey={subjectKey} it={one} mayWithdraw={mayGrant} />
              ))}
            </ul>
          )}
          {mayGrant ? (
            <AuthoriseAgent subjectKey={subjectKey} matters={matters} today={session.today} lastDay={lastDay} />
          ) : (
            <Banner tone="wait" title="您现在不能授权或收回">
              <p>{whyNot}</p>
              {stepUp && (
                <a className={buttonClass('secondary')} href={stepUpAddress()}>
                  现在去认证
                </a>
              )}
            </Banner>
          )}
          <DoneInOurName subjectKey={subjectKey} />
        </>
      )}
    </Loaded>
  );
}

const states = {
  'in-force': { words: '有效', tone: 'good' },
  ended: { words: '已到期', tone: '' },
  withdrawn: { words: '已收回', tone: '' },
} as const;

function Authorised(props: { subjectKey: string; it: AuthorisationView; mayWithdraw: boolean }) {
  const { it } = props;
  const { words, tone } = states[it.state];
  return (
    <li className="card" style={{ maxWidth: 'none' }}>
      <h2>
        {it.agentName} <span className={`tag ${tone}`}>{words}</span>
      </h2>
      <p className="small">
        {it.maskedIdentifier}
        {it.maskedPhone && `，${it.maskedPhone}`}
      </p>
      <p>
        {it.matters === null ? '全部事项' : it.matters.map((one) => one.name).join('、')}，<DateText date={it.from} />至
        <DateText date={it.until} />。
      </p>
      <p className="small">
        由{it.grantedBy}于 <InstantText at={it.grantedAt} /> 授权
        {it.withdrawnAt && (
          <>
            ，{it.withdrawnBy}于 <InstantText at={it.withdrawnAt} /> 收回
          </>
        )}
      </p>
      {it.state === 'in-force' && props.mayWithdraw && <TakeBack {...props} />}
    </li>
  );
}

function TakeBack({ subjectKey, it }: { subjectKey: string; it: AuthorisationView }) {
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<string>();
  const queries = useQueryClient();
  const withdraw = async () => {
    try {
      await call('withdrawAuthorisation', { params: { subjectKey, authorisationId: it.authorisationId } });
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ['authorisations', subjectKey] });
    } catch (error) {
      setFailure(asProblem(error).detail);
    }
  };
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)}>
        收回授权
      </Button>
      <Dialog title={`收回${it.agentName}的授权？`} open={open} onClose={() => setOpen(false)}>
        <p>马上生效：对方打开着的页面下一步就不能再看、再办。已经提交的申请继续办理，您可以自己接着办。</p>
        {failure && (
          <p className="bad" role="alert">
            {failure}
          </p>
        )}
        <div className="row">
          <Button kind="danger" onClick={() => void withdraw()}>
            收回授权
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            不收回
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** Who did what and when in the enterprise's name. */
function DoneInOurName({ subjectKey }: { subjectKey: string }) {
  const acts = useQuery({
    queryKey: ['agent-acts', subjectKey],
    queryFn: () => call('listAgentActs', { params: { subjectKey } }),
  });
  return (
    <section className="card" aria-labelledby="done-title">
      <h2 id="done-title">经办人办过什么</h2>
      <Loaded query={acts} lines={3}>
        {(list) =>
          list.acts.length === 0 ? (
            <p>受托的经办人还没有办过什么。</p>
          ) : (
            <ol className="timeline">
              {list.acts.map((act) => (
                <li key={`${act.at}-${act.itemId}-${act.what}`}>
                  <strong>{act.what}</strong>
                  <br />
                  <span className="small">
                    {act.agentName}，<InstantText at={act.at} />
                    {act.applicationId && act.itemId && (
                      <>
                        ，
                        <Link
                          to="/applications/$subjectKey/$applicationId/$itemId"
                          params={{ subjectKey, applicationId: act.applicationId, itemId: act.itemId }}
                        >
                          {act.number ?? '看这一项'}
                        </Link>
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}
