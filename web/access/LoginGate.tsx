import type { ReactNode } from 'react';
import type { Static } from 'typebox';
import type { ActingSubject, SessionView } from '#contract/access.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { actingSubject, loginAddress, useSession } from './use-session.ts';

/** What a screen behind the login is given. */
export interface SignedIn {
  readonly session: SessionView;
  readonly subject: Static<typeof ActingSubject>;
}

/** Shows a screen to applicants; others learn why they must log in and come back here afterwards. */
export function LoginGate({
  title,
  why,
  children,
}: {
  title: string;
  why: string;
  children: (who: SignedIn) => ReactNode;
}) {
  const session = useSession();
  const subject = actingSubject(session.data);
  if (session.data?.kind === 'applicant' && subject) return <>{children({ session: session.data, subject })}</>;
  return (
    <Page title={title}>
      <Loaded query={session}>{(who) => <NotSignedIn who={who} why={why} />}</Loaded>
    </Page>
  );
}

function NotSignedIn({ who, why }: { who: SessionView; why: string }) {
  if (who.kind === 'officer')
    return (
      <EmptyState title="您现在是以工作人员身份登录的">
        <p>这一页给申请人使用。请到办公端办理，或退出后用江西政务服务网账号登录。</p>
        <a className={buttonClass()} href="/office">
          到办公端
        </a>
      </EmptyState>
    );
  if (who.kind === 'applicant')
    return (
      <EmptyState title="您的账号还没有可以代表的主体">
        <p>个人账号可以办理本人的信息；企业、个体工商户请用企业账号登录，或由法定代表人授权后再登录。</p>
        <a className={buttonClass('secondary')} href="/guide">
          看办理指引
        </a>
      </EmptyState>
    );
  return (
    <EmptyState title="请先登录">
      <p>{why}</p>
      <p>用江西政务服务网或赣服通的账号登录。企业请用企业账号，个人和个体工商户用个人账号。</p>
      <p>
        <a className={buttonClass('primary', true)} href={loginAddress()}>
          登录
        </a>
      </p>
      <p className="small">没有账号、不会用手机也能办：到任何一个政务服务中心的综合窗口，工作人员帮您填表，不收费。</p>
    </EmptyState>
  );
}
