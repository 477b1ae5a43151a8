import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import type { FileReply } from '../../platform/route.ts';
import { blockPage, type Html, html } from './block-page.ts';
import { findEdition, matterIn } from './find-edition.ts';
import { framing } from './framing.ts';
import { notePortal } from './note-portal.ts';

interface AskedEntry {
  readonly channel?: string;
  readonly matter?: string;
}

/** The entrance that portals and departments show in a frame: what it is, what it is not, and every way in; for one matter where it is named. */
export async function getEntryBlock(services: Services, asked: AskedEntry): Promise<FileReply | Refusal> {
  const found = await findEdition(services, {});
  if (isRefusal(found)) return found;
  const named = asked.matter === undefined ? null : matterIn(found, asked.matter);
  if (isRefusal(named)) return named;
  const portal = await notePortal(services, asked.channel, {
    page: asked.matter ? `entry:${asked.matter}` : 'entry',
  });
  const to = (path: string) => {
    const url = new URL(path, services.config.publicUrl);
    if (asked.channel) url.searchParams.set('channel', asked.channel);
    return url.href;
  };
  const page = blockPage({
    title: '信用修复一件事 · 办理入口',
    body: named ? matterBody(named.matter) : wholeBody(to),
    links: [
      named
        ? { text: '查我的记录，申请修复', href: to(`/apply-for/${named.matter.matterKey}`) }
        : { text: '查我的记录', href: to('/records') },
      { text: '不登录，自己测一测', href: to('/calculator') },
    ],
  });
  return {
    file: true,
    type: 'text/html; charset=utf-8',
    name: 'entry.html',
    inline: true,
    content: Buffer.from(page),
    headers: framing(portal),
  };
}

function matterBody(matter: { readonly name: string; readonly plain: string }): Html {
  return html`<h1>${matter.name}</h1><p>${matter.plain}</p>${notHere}`;
}

const notHere = html`<p class="soft">信用卡、贷款逾期属于个人征信，由中国人民银行管，不在这里办。</p>`;

const ways = [
  ['/progress', '查进度', '用申请编号和查询码，不用登录'],
  ['/guide', '看办理指引', '谁能办、要什么、多久、找谁'],
  ['/verify', '验文书真伪', '决定书、通知书上的验证码'],
  ['/windows', '窗口在哪里', '不方便上网，到哪里当面办'],
] as const;

function wholeBody(to: (path: string) => string): Html {
  const items = ways.map(
    ([path, title, text]) =>
      html`<li><a href="${to(path)}" target="_blank" rel="noopener"><strong>${title}</strong><span>${text}</span></a></li>`,
  );
  return html`<h1>高效办成一件事 · 信用修复</h1><p>被处罚、被列入失信名单？改正以后可以申请停止公示、移出名单。全省的记录一次查清，几条一起申请。</p>${notHere}<ul class="list">${items}</ul>`;
}
