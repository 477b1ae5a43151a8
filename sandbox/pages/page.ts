const STYLE = `
:root{color-scheme:light;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif;color:#1f2933;background:#f4f6f8}
*{box-sizing:border-box}body{margin:0}main{max-width:64rem;margin:0 auto;padding:16px}main.narrow{max-width:30rem}
header{background:#0b4a8f;color:#fff;padding:12px 16px}header p{margin:0}header .mark{font-size:.875rem}
h1{font-size:1.375rem;margin:16px 0 8px}h2{font-size:1.125rem;margin:24px 0 8px}
.card{background:#fff;border:1px solid #d5dbe1;border-radius:8px;padding:16px;margin:0 0 16px}
label{display:block;font-weight:600;margin:12px 0 4px}
input[type=text],input[type=password],select{width:100%;min-height:44px;font:inherit;padding:8px 12px;border:1px solid #65717e;border-radius:6px;background:#fff}
button,.button{display:inline-block;min-height:44px;font:inherit;padding:8px 16px;border-radius:6px;border:1px solid #0b5cad;background:#fff;color:#0b5cad;cursor:pointer;text-decoration:none}
button[aria-pressed=true]{background:#e7eef7;border-width:2px;font-weight:600;cursor:default;color:#0b4a8f}
button.primary{background:#0b5cad;color:#fff;width:100%;margin-top:16px}
:focus-visible{outline:3px solid #f59f00;outline-offset:2px}
.error{border-left:4px solid #b42318;padding:8px 12px;background:#fdf0ef;color:#7a1a12;margin:0 0 12px}
.quiet{color:#52606d;font-size:.875rem}.row{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.people{list-style:none;padding:0;margin:0}.people li{border-top:1px solid #d5dbe1;padding:12px 0}.people li:first-child{border-top:0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{text-align:left;padding:6px 8px;border-bottom:1px solid #d5dbe1;vertical-align:top;overflow-wrap:anywhere}
code{font-variant-numeric:tabular-nums;font-family:ui-monospace,Menlo,Consolas,monospace}pre{white-space:pre-wrap;margin:0}
`;

/** Text made safe for HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole page. It says in its head that nothing here is official, so that no picture of it misleads. `main` is HTML. */
export function page(title: string, main: string, width: 'narrow' | 'wide' = 'wide'): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><header><p>${escapeHtml(title)}</p><p class="mark">仿真服务，只供演示和测试，数据均为虚构</p></header>
<main class="${width}">${main}</main></body></html>`;
}

/** Headers of every page here: no scripts but those named, no frames, forms only where they belong. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;
