import type { KeptMessage } from '../systems/messages.ts';
import { escapeHtml, page } from './page.ts';

/** What the gateway has sent, newest first, for a person who wants to read it in a demonstration. */
export function inboxPage(title: string, messages: readonly (KeptMessage & { readonly state: string })[]): string {
  const words: Record<string, string> = { queued: '发送中', delivered: '已送达', failed: '未送达' };
  const items = messages.map(
    ({ to, title: heading, text, link, acceptedAt, state }) => `<article class="card">
<p class="quiet">${escapeHtml(timeInWords(acceptedAt))} · 发给 <code>${escapeHtml(to)}</code> · ${words[state] ?? ''}</p>
${heading ? `<h2>${escapeHtml(heading)}</h2>` : ''}<p>${escapeHtml(text)}</p>
${link && /^https?:\/\//.test(link) ? `<p><a class="button" href="${escapeHtml(link)}">打开</a></p>` : ''}</article>`,
  );
  const found = items.length === 0 ? '<p>还没有消息。</p>' : items.join('\n');
  const search = `<form method="get" class="card"><label for="to">收件人</label>
<div class="row"><input id="to" name="to" type="text" autocomplete="off" placeholder="手机号码或证件号码，可以不填"><button>查找</button></div></form>`;
  return page(`${title} · 收件箱`, `<h1>收件箱</h1>${search}${found}<p><a href="/">返回各系统一览</a></p>`);
}

/** An instant as people in Jiangxi read it. */
export function timeInWords(milliseconds: number): string {
  return new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(
    milliseconds,
  );
}
