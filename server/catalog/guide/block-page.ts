import { formatChineseShort } from '#domain/plain-date.ts';
import { formatCitation } from '#law/cite.ts';

/** Text as HTML text or attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Made by `html`: escaped already. */
export interface Html {
  readonly html: string;
}

/** Joins text and pieces; whatever is not a piece is escaped. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const piece = (value: string | number | Html | readonly Html[]): string => {
    if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
    return 'html' in value ? value.html : value.map((one) => one.html).join('');
  };
  return { html: strings.map((text, i) => text + (i < values.length ? piece(values[i]!) : '')).join('') };
}

/** The clauses of a sentence, small behind it: by number, the full name as its title. */
export function citesHtml(cites: readonly string[]): Html {
  const texts = [...new Set(cites)].map(formatCitation);
  const short = texts.map((text) => text.replace(/^《.+?》（([^）]*号)）/, '$1'));
  return texts.length === 0 ? html`` : html` <small title="${texts.join('；')}">〔${short.join('、')}〕</small>`;
}

const style = `
:root{color-scheme:light;--ink:#1b232d;--soft:#4d5967;--line:#d3d9e0;--act:#1554a8;--good:#17663a}
*{box-sizing:border-box}
html{font:16px/1.7 -apple-system,BlinkMacSystemFont,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:16px;max-width:880px;overflow-wrap:anywhere}
h1{font-size:1.375rem;line-height:1.35;margin:0}h2{font-size:1.0625rem;line-height:1.45;margin:20px 0 8px}
p,ul,ol{margin:8px 0;padding:0}ul,ol{list-style:none}li+li{margin-top:8px}
a{color:var(--act);text-underline-offset:.2em}a:focus-visible,summary:focus-visible{outline:3px solid var(--act);outline-offset:2px}
small,.soft{color:var(--soft);font-size:.8125rem}
.free{color:var(--good);font-weight:600}
details{border-top:1px solid var(--line)}details:last-of-type{border-bottom:1px solid var(--line)}
summary{cursor:pointer;min-height:44px;padding:9px 0;font-weight:600}
details>ul{margin:0 0 12px}
.list a{display:block;min-height:44px;padding:10px 12px;border:1px solid var(--line);border-radius:8px;text-decoration:none}
.list strong{display:block;text-decoration:underline}.list span{color:var(--soft);font-size:.875rem}
.acts{display:flex;flex-wrap:wrap;gap:12px;margin:20px 0}
.acts a{flex:1 1 11em;min-height:44px;padding:9px 16px;border:1px solid var(--act);border-radius:8px;text-align:center;font-weight:600;text-decoration:none}
.acts a:first-child{background:var(--act);color:#fff}
.tag{display:inline-block;padding:0 8px;border-radius:4px;background:#e8f0fb;color:#0f4288;font-size:.8125rem}
.back{display:inline-flex;align-items:center;min-height:44px;font-size:.875rem}
footer{margin-top:24px;padding-top:12px;border-top:1px solid var(--line)}
@media (min-width:640px){body{padding:24px}.list{display:grid;grid-template-columns:1fr 1fr;gap:8px}.list li+li{margin-top:0}}
@media print{.acts,.back{display:none}details{break-inside:avoid}}
`;

/** What stands around every block. */
export interface BlockFrame {
  readonly title: string;
  readonly body: Html;
  /** Which version of the guide stands in it, where one does. */
  readonly version?: { readonly version: string; readonly from: string };
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** A whole page without scripts, pictures or anything from elsewhere; links lead out of the frame. */
export function blockPage({ title, body, version, links }: BlockFrame): string {
  const acts = links.map(({ text, href }) => html`<a href="${href}" target="_blank" rel="noopener">${text}</a>`);
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${{ html: style }}</style></head>
<body>${body}
<div class="acts">${acts}</div>
<footer class="soft"><p class="free">免费办理，从未委托任何机构或个人代办。</p>
${version ? html`<p>指引版本 ${version.version}，${formatChineseShort(version.from)}起有效。内容由江西省“信用修复一件事”平台按现行目录和法规生成。</p>` : ''}</footer>
</body></html>
`.html;
}
