import type { ReceivedCall } from '../exchange/call-log.ts';
import { type ModeName, type ModeSetting, modeNames } from '../exchange/modes.ts';
import { timeInWords } from '../pages/inbox-page.ts';
import { escapeHtml, page } from '../pages/page.ts';
import { outsideSystems, type SystemId, systemIds } from '../systems/outside-systems.ts';

const modeWords: Record<ModeName, string> = {
  ok: '正常',
  down: '断线',
  slow: '缓慢',
  refuse: '拒收',
  flaky: '时好时坏',
  garbled: '答非所问',
};

/** The sandbox's first page: every system, how it behaves now, what it was asked lately. */
export function controlPage(modeOf: (system: SystemId) => ModeSetting, calls: readonly ReceivedCall[]): string {
  const systems = systemIds.map((system) => systemCard(system, modeOf(system)));
  const rows = calls.slice(0, 50).map(callRow);
  return page(
    '外部系统仿真',
    `<h1>外部系统仿真</h1><p>这里代替平台要对接的各个外部系统。可以让某个系统断线、缓慢或拒收，看平台如何应对。</p>
${systems.join('\n')}<p class="row"><a class="button" href="/sms/inbox">短信收件箱</a><a class="button" href="/ganfutong/inbox">赣服通收件箱</a></p>
${sharedForm}<h2>最近的调用</h2><div class="scroll" tabindex="0" role="region" aria-label="最近的调用">
<table><thead><tr><th scope="col">时间</th><th scope="col">系统</th><th scope="col">请求</th><th scope="col">答复</th><th scope="col">内容</th></tr></thead>
<tbody>${rows.join('') || '<tr><td colspan="5">还没有调用。</td></tr>'}</tbody></table></div>`,
  );
}

/** 省公共数据共享平台: a payment for anybody's decision, put in by hand. */
const sharedFields = [
  ['identifier', '统一社会信用代码或证件号码', 'text'],
  ['documentNo', '决定书文号', 'text'],
  ['dueYuan', '应缴（元）', 'number'],
  ['paidYuan', '已缴（元）', 'number'],
  ['paidOn', '缴款日期', 'date'],
] as const;
const sharedForm = `<section class="card" aria-labelledby="put-shared"><h2 id="put-shared" style="margin-top:0">放一笔缴款记录</h2>
<p class="quiet">再放同一个文号，以后放的为准。</p>
<form method="post" action="/control/payment" class="row">${sharedFields
  .map(
    ([name, label, type]) =>
      `<label>${label}<br><input name="${name}" type="${type}"${type === 'number' ? ' min="0" step="0.01"' : ''}${name === 'paidOn' ? '' : ' required'}></label>`,
  )
  .join('')}<button>放进共享数据</button></form></section>`;

function systemCard(system: SystemId, { mode }: ModeSetting): string {
  const { title, prefix } = outsideSystems[system];
  const offered = system === 'oidc' ? (['ok', 'down', 'slow'] as const) : modeNames;
  const buttons = offered.map(
    (name) =>
      `<button name="mode" value="${name}" aria-pressed="${name === mode}"${name === mode ? ' disabled' : ''}>${modeWords[name]}</button>`,
  );
  return `<section class="card" aria-labelledby="s-${system}"><h2 id="s-${system}" style="margin-top:0">${escapeHtml(title)}</h2>
<p class="quiet"><code>${prefix}</code> · 现在：<strong>${modeWords[mode]}</strong></p>
<form method="post" action="/control/mode" class="row"><input type="hidden" name="system" value="${system}">${buttons.join('')}</form></section>`;
}

function callRow({ at, system, method, path, status, repeated, body }: ReceivedCall): string {
  const content = body == null ? '' : JSON.stringify(body).slice(0, 300);
  return `<tr><td>${escapeHtml(timeInWords(Date.parse(at)))}</td><td>${escapeHtml(outsideSystems[system].title)}</td>
<td><code>${escapeHtml(`${method} ${path}`)}</code></td><td>${status === 0 ? '断开' : status}${repeated ? '（重复）' : ''}</td>
<td><pre>${escapeHtml(content)}</pre></td></tr>`;
}
