import type { FileReply } from '../../platform/route.ts';
import type { Portal } from './portal-store.ts';

/**
 * Who may frame this page, and nothing else it may do: no script, no form, nothing loaded. Portals are sites of government; one that is
 * not below gov.cn is named in the table of portals.
 */
export function framing(portal: Portal | undefined): FileReply['headers'] {
  const origins = (portal?.origins ?? []).filter((one) => /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(one));
  const ancestors = ["'self'", 'https://*.gov.cn', ...origins].join(' ');
  return {
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
    'x-frame-options': null,
  };
}
