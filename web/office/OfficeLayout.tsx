import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { Badge, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { AppearanceButton } from './AppearanceButton.tsx';
import { useAct, useAsk } from './ask.ts';
import { forgetAllKept, tabStorage } from './kept-drafts.ts';
import { Failed } from './Loaded.tsx';
import { useRemembered } from './remembered.ts';
import { screensFor } from './screens.ts';
import { hasRole, type Officer, OfficerProvider } from './session.ts';
import { dayText } from './when.ts';
import { roleWord } from './words.ts';

/** What every screen of the offices stands in: where one can go, who one is, what waits. */
export function OfficeLayout() {
  const session = useAsk('getSession', {}, { refetchInterval: 300_000 });
  if (session.isPending)
    return (
      <main className="page">
        <Skeleton active />
      </main>
    );
  if (!session.data)
    return (
      <main className="page">
        <Failed error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  if (session.data.kind !== 'officer') return <ToLogin />;
  return (
    <OfficerProvider value={session.data as Officer}>
      <Frame officer={session.data as Officer} />
    </OfficerProvider>
  );
}

/** The address is read once: while the login is on its way it changes, and asking for it again would never end. */
function ToLogin() {
  const router = useRouter();
  const [search] = useState(() => ({ next: router.state.location.href.replace(/^\/office/, '') }));
  return <Navigate to={'/login' as never} search={search as never} replace />;
}

function Frame({ officer }: { officer: Officer }) {
  const [folded, fold] = useRemembered('nav-folded', false);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <Header officer={officer} />
      <div className="frame-below">
        <nav className={folded ? 'nav nav-folded' : 'nav'} aria-label="主导航">
          <Navigation officer={officer} />
          <button type="button" className="nav-fold" onClick={() => fold(!folded)} aria-expanded={!folded}>
            <span aria-hidden="true">{folded ? '»' : '«'}</span>
            <span className="nav-label">{folded ? '展开导航' : '收起导航'}</span>
          </button>
        </nav>
        <main id="content" className="content">
          <Outlet />
        </main>
      </div>
    </div>
  );
}

function Navigation({ officer }: { officer: Officer }) {
  const reads = hasRole(officer, ['officer', 'window-clerk']);
  const serves = hasRole(officer, ['officer']);
  const notices = useAsk('listNotices', { query: {} }, { enabled: serves, refetchInterval: 120_000 });
  const own = useAsk(
    'countWaiting',
    {},
    { enabled: hasRole(officer, ['officer', 'reviewer', 'head']), refetchInterval: 60_000 },
  );
  const messages = useAsk('listMessages', {}, { enabled: reads, refetchInterval: 60_000 });
  const desk = useAsk('getWindowDesk', {}, { enabled: hasRole(officer, ['window-clerk']), refetchInterval: 60_000 });
  const waiting = desk.data
    ? desk.data.corrections + desk.data.results + desk.data.handOvers + desk.data.originalsOverdue
    : 0;
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <ul>
      {screensFor(officer.roles, officer.regionPrefix).map((screen) => {
        const here = path.startsWith(screen.path) || (screen.path === '/queue' && path.startsWith('/items'));
        return (
          <li key={screen.path}>
            <Link
              to={screen.path as never}
              className={here ? 'nav-link nav-here' : 'nav-link'}
              aria-current={here ? 'page' : undefined}
            >
              <span className="nav-sign" aria-hidden="true">
                {screen.label.slice(0, 1)}
              </span>
              <span className="nav-label">{screen.label}</span>
              {screen.path === '/counter-queue' && waiting > 0 && (
                <Badge count={waiting} size="small" title={`${waiting} 件等着窗口办`} />
              )}
              {screen.path === '/notices' && (notices.data?.waiting ?? 0) > 0 && (
                <Badge
                  count={notices.data!.waiting}
                  overflowCount={999}
                  size="small"
                  color="blue"
                  title={`${notices.data!.waiting} 条待送达`}
                />
              )}
              {screen.path === '/sign-off' && (own.data?.signOff ?? 0) > 0 && (
                <Badge
                  count={own.data!.signOff}
                  overflowCount={999}
                  size="small"
                  title={`${own.data!.signOff} 件轮到您审核、签发或者修改`}
                />
              )}
              {screen.path === '/opinions' && (own.data?.opinions ?? 0) > 0 && (
                <Badge
                  count={own.data!.opinions}
                  overflowCount={999}
                  size="small"
                  color="blue"
                  title={`${own.data!.opinions} 份等本单位答复`}
                />
              )}
              {screen.path === '/messages' && (messages.data?.unread ?? 0) > 0 && (
                <Badge count={messages.data!.unread} size="small" title={`${messages.data!.unread} 条未读`} />
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Header({ officer }: { officer: Officer }) {
  const client = useQueryClient();
  const logout = useAct('logout');
  const leave = () =>
    logout.mutate({} as never, {
      onSettled: () => {
        client.clear();
        forgetAllKept(tabStorage());
        window.location.assign('/office/login');
      },
    });
  return (
    <header className="top">
      <Link to={'/' as never} className="brand">
        信用修复一件事
      </Link>
      {officer.demo && <span className="chip chip-attention">示范数据</span>}
      <span className="top-day quiet">{dayText(officer.today)}</span>
      <span className="top-me">
        <strong>{officer.name}</strong>
        <span className="quiet">
          {officer.unit?.name}
          {officer.roles.length > 0 && ` · ${officer.roles.map(roleWord).join('、')}`}
        </span>
      </span>
      <AppearanceButton />
      <Button onClick={leave} loading={logout.isPending}>
        退出登录
      </Button>
    </header>
  );
}
