import { Link, useSearch } from '@tanstack/react-router';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { loginAddress } from './use-session.ts';

/** Only sentences known here are shown: what an address says is anybody's. */
const sentences: readonly (readonly [sign: string, sentence: string])[] = [
  ['同一个账号', '认证的不是刚才登录的账号，请用同一个账号完成高级实名认证。'],
  ['取消', '您取消了登录。'],
  ['超时', '登录页面停留太久，已经失效。'],
  ['失效', '登录页面停留太久，已经失效。'],
  ['不完整', '统一身份认证提供的身份信息不完整，请先在江西政务服务网完善后再登录。'],
  ['不能登录', '江西政务服务网统一身份认证暂时没有答复。'],
];

/** Login did not work: what happened, and three ways on. */
export function LoginFailed() {
  const search = useSearch({ strict: false }) as { why?: string; next?: string };
  const why = String(search.why ?? '');
  const reason = sentences.find(([sign]) => why.includes(sign))?.[1] ?? '统一身份认证没有确认您的身份。';
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
