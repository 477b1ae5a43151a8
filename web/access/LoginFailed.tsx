import { Link, useSearch } from '@tanstack/react-router';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { loginAddress } from './use-session.ts';

const sentences: Readonly<Record<string, string>> = {
  access_denied: '您在登录页面取消了登录。',
  expired: '登录页面停留太久，已经失效。',
  'state-mismatch': '登录没有从本页面开始，为了安全没有继续。',
  'no-subject': '这个账号还没有可以代表的主体。',
};

/** Login did not work: what happened, and three ways on. */
export function LoginFailed() {
  const search = useSearch({ strict: false }) as { reason?: string; error?: string; next?: string };
  const reason = sentences[search.reason ?? search.error ?? ''] ?? '统一身份认证没有确认您的身份。';
  const next = search.next?.startsWith('/') && !search.next.startsWith('//') ? search.next : '/records';
  return (
    <Page title="没有登录成功">
      <Banner tone="bad" title={reason}>
        <p>您填过的内容没有丢。请再登录一次；反复不成功，可能是江西政务服务网暂时不能用，请过一会儿再试。</p>
      </Banner>
      <a className={buttonClass('primary', true)} href={loginAddress(next)}>
        重新登录
      </a>
      <p>
        急着办？可以<Link to="/calculator">不登录先测一测</Link>，或到任何一个政务服务中心的综合窗口办理，不收费。
      </p>
    </Page>
  );
}
