import type { DemoAccount } from '../accounts.ts';
import { escapeHtml, page } from '../pages/page.ts';

/** What the login page shows beside the accounts: where it posts, what was typed, what went wrong. */
export interface LoginAttempt {
  readonly action: string;
  readonly username?: string;
  readonly fault?: string;
}

/** The login page: account and password, and the demo accounts to choose from with one press. */
export function loginPage(accounts: readonly DemoAccount[], { action, username = '', fault }: LoginAttempt): string {
  const described = fault ? ' aria-invalid="true" aria-describedby="fault"' : '';
  const form = `<form method="post" action="${escapeHtml(action)}" class="card">
${fault ? `<p class="error" id="fault" role="alert">${escapeHtml(fault)}</p>` : ''}
<label for="username" style="margin-top:0">账号</label>
<p class="quiet" id="username-hint" style="margin:0 0 4px">个人填手机号码，企业填统一社会信用代码</p>
<input id="username" name="username" type="text" autocomplete="username" required maxlength="50" value="${escapeHtml(username)}"${described || ' aria-describedby="username-hint"'}>
<label for="password">密码</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="100"${described}>
<p class="quiet">登录后，姓名或名称、证件号码、手机号码和可以代办的企业将提供给“信用修复一件事”。</p>
<button class="primary">登录</button></form>
<form method="post" action="${escapeHtml(action)}/abort"><button>取消登录</button></form>`;
  const people = accounts.map((account) => accountRow(account, action));
  return page(
    '江西政务服务网统一身份认证',
    `<h1>登录</h1>${form}<section class="card" aria-labelledby="demo" style="margin-top:16px">
<h2 id="demo" style="margin-top:0">演示账号</h2><ul class="people">${people.join('')}</ul></section>`,
    'narrow',
  );
}

function accountRow(account: DemoAccount, action: string): string {
  const { username, password, name, userType, loa, enterprises } = account;
  const kind = `${userType === 'person' ? '个人' : '企业'}，${loa === 'high' ? '高级实名' : '初级实名'}`;
  const acting = enterprises.map(({ name: enterprise, role }) => `${enterprise}（${role}）`).join('、');
  return `<li><strong>${escapeHtml(name)}</strong> <span class="quiet">${kind}</span>
${acting ? `<div class="quiet">可以代办：${escapeHtml(acting)}</div>` : ''}
<div class="quiet">账号 <code>${escapeHtml(username)}</code></div><div class="quiet">密码 <code>${escapeHtml(password)}</code></div>
<form method="post" action="${escapeHtml(action)}"><input type="hidden" name="username" value="${escapeHtml(username)}">
<input type="hidden" name="password" value="${escapeHtml(password)}">
<button aria-label="用这个账号登录：${escapeHtml(name)}">用这个账号登录</button></form></li>`;
}

/** The page on which somebody known to the basic degree shows their face: 高级实名认证. `shown` and `skipped` come back as `face`. */
export function facePage(account: DemoAccount, action: string): string {
  const kept = `<input type="hidden" name="username" value="${escapeHtml(account.username)}">
<input type="hidden" name="password" value="${escapeHtml(account.password)}">`;
  const choice = (face: string, words: string, kind: string) =>
    `<form method="post" action="${escapeHtml(action)}">${kept}<input type="hidden" name="face" value="${face}"><button${kind}>${words}</button></form>`;
  return page(
    '江西政务服务网统一身份认证',
    `<h1>高级实名认证</h1><div class="card"><p>${escapeHtml(account.name)}，“信用修复一件事”请您刷脸确认是本人。</p>
${choice('shown', '刷脸认证（演示）', ' class="primary"')}</div>${choice('skipped', '暂不认证，返回', '')}`,
    'narrow',
  );
}

/** The page after which the identity service forgets who was signed in. `form` is the provider's own. */
export function logoutPage(form: string): string {
  return page(
    '江西政务服务网统一身份认证',
    `<h1>退出登录</h1><div class="card"><p>要退出统一身份认证吗？退出后，用它登录的各个网站都要重新登录。</p>${form}
<button class="primary" type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>退出登录</button></div>`,
    'narrow',
  );
}

/** A page with one sentence, e.g. after signing out or when a login cannot go on. */
export function noticePage(heading: string, sentence: string): string {
  return page(
    '江西政务服务网统一身份认证',
    `<h1>${escapeHtml(heading)}</h1><div class="card"><p>${escapeHtml(sentence)}</p></div>`,
    'narrow',
  );
}
