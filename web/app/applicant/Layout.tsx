import { type ErrorComponentProps, Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { SessionWatch } from '../../access/SessionWatch.tsx';
import { loginAddress, useSession, useSessionActs } from '../../access/use-session.ts';
import { asProblem } from '../../api-problem.ts';
import { isEmbedded } from '../../catalog/use-channel.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { FailedState, Skeleton } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { isMissingPart, reloadOnce } from '../missing-part.ts';
import { useElderMode } from './elder-mode.ts';

/** The frame of every screen for applicants: skip link, head, the screen, foot. */
export function Layout() {
  useOneWindow();
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <Head />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot />
      <SessionWatch />
    </>
  );
}

/** A web view has one window: what would open a second one opens in it, and the back key leads back. */
function useOneWindow(): void {
  useEffect(() => {
    if (!isEmbedded()) return;
    const stay = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a[target]');
      link?.removeAttribute('target');
    };
    document.addEventListener('click', stay, true);
    return () => document.removeEventListener('click', stay, true);
  }, []);
}

function Head() {
  const [elder, toggleElder] = useElderMode();
  const session = useSession();
  const signedIn = session.data?.kind === 'applicant';
  return (
    <header className={isEmbedded() ? 'head head-embedded no-print' : 'head no-print'}>
      <div className="head-row">
        {!isEmbedded() && (
          <Link to="/" className="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            <span>信用修复一件事</span>
          </Link>
        )}
        <div className="head-tools">
          <button type="button" className="head-button head-version" onClick={toggleElder}>
            {elder ? '标准版' : '长辈版'}
          </button>
          {session.data &&
            (signedIn ? (
              <Account name={session.data.name} />
            ) : (
              <a className="head-button" href={loginAddress()}>
                登录
              </a>
            ))}
        </div>
      </div>
      {signedIn && (
        <nav className="head-nav" aria-label="我的办理">
          <Link to="/records" activeProps={{ 'aria-current': 'page' }}>
            我的记录
          </Link>
          <Link to="/applications" activeProps={{ 'aria-current': 'page' }}>
            我的申请
          </Link>
          <Link to="/messages" activeProps={{ 'aria-current': 'page' }}>
            消息
          </Link>
        </nav>
      )}
    </header>
  );
}

function Account({ name }: { name: string | null }) {
  const { logout } = useSessionActs();
  return (
    <>
      {name && <span className="head-name">{name}</span>}
      <button type="button" className="head-button" onClick={() => void logout()}>
        退出
      </button>
    </>
  );
}

function Foot() {
  const session = useSession();
  return (
    <footer className="foot no-print">
      <nav aria-label="其他服务">
        <Link to="/">首页</Link>
        <Link to="/guide">办理指引</Link>
        <Link to="/announcements">目录变更公告</Link>
        <Link to="/calculator">自己测一测</Link>
        <Link to="/days">算日子</Link>
        <Link to="/progress">查进度</Link>
        <Link to="/verify">验真伪</Link>
        <Link to="/windows">窗口在哪里</Link>
        <Link to="/public">公示查询</Link>
      </nav>
      <p>办理信用修复不收任何费用，从未委托任何机构或个人代办。有人收钱“包修复”，请拨打 12345 反映。</p>
      {session.data?.demo && <p>这是演示环境：主体、文号和回执都是编造的。</p>}
    </footer>
  );
}

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title="没有这一页">
      <p>地址可能少了几个字，或者这一页已经不在了。您可以从这里继续：</p>
      <div className="row">
        <Link className={buttonClass()} to="/">
          回到首页
        </Link>
        <Link className={buttonClass('secondary')} to="/progress">
          查进度
        </Link>
        <Link className={buttonClass('secondary')} to="/verify">
          验文书真伪
        </Link>
      </div>
    </Page>
  );
}

/** While the part of the program for a screen is on its way. */
export function ScreenLoading() {
  return (
    <div className="page">
      <Skeleton lines={6} />
    </div>
  );
}

/** A screen that broke: said plainly, with a way on. Where a part is gone after an upgrade the page is loaded anew, once. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const missing = isMissingPart(error);
  const [again] = useState(() => missing && reloadOnce());
  if (again) return <ScreenLoading />;
  return (
    <Page title="这一页没有打开">
      {missing ? (
        <>
          <p>可能是网络断了，或者系统刚刚更新。请刷新页面，您填过的内容已经保存。</p>
          <div className="row">
            <Button onClick={() => location.reload()}>刷新页面</Button>
            <a className={buttonClass('secondary')} href="/">
              回到首页
            </a>
          </div>
        </>
      ) : (
        <FailedState problem={asProblem(error)} onRetry={reset} />
      )}
    </Page>
  );
}
