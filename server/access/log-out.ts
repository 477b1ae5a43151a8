import * as contract from '#contract/access.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { IdentityPort } from '../gateways/identity/identity-port.ts';
import type { Services } from '../platform/app-context.ts';
import { type FileReply, type Route, route } from '../platform/route.ts';
import { type Authentication, sessionCookie } from './authenticate.ts';
import { endSessionsOf, noteLogoutToken } from './session-store.ts';

/** Signing out, from either side: here, which signs out at the identity service too; or there, which it tells us of. */
export function logoutRoutes(services: Services, authentication: Authentication, identity: IdentityPort): Route[] {
  return [
    route(contract.logout, async ({ actor, cookies, setCookie }) => {
      const token = cookies[sessionCookie];
      if (token) await authentication.end(token);
      setCookie({ name: sessionCookie, value: null });
      if (actor.kind !== 'applicant') return { redirect: null };
      const url = await identity.logoutUrl({
        returnTo: `${services.config.publicUrl}/`,
        ...(actor.idToken ? { idToken: actor.idToken } : {}),
      });
      return { redirect: isRefusal(url) ? null : url };
    }),

    // OpenID Connect Back-Channel Logout 1.0: the service calls, no browser. A token that comes again ends nothing a second time.
    route(contract.backChannelLogout, async ({ body }) => {
      const order = await identity.readLogoutToken(body.logout_token);
      if (isRefusal(order)) return order;
      if (!(await noteLogoutToken(services.db, body.logout_token, services.clock.now()))) return { ended: 0 };
      const ended = await endSessionsOf(services.db, order);
      authentication.forgetAll();
      return { ended };
    }),

    // OpenID Connect Front-Channel Logout 1.0: a frame in the service's own page. Our cookie does not travel there; the session's id at
    // the service, which nobody else knows, says whose login ends.
    route(contract.frontChannelLogout, async ({ query }): Promise<FileReply> => {
      const ended =
        query.iss === identity.issuer ? await endSessionsOf(services.db, { sub: null, sid: query.sid ?? null }) : 0;
      if (ended > 0) authentication.forgetAll();
      return {
        file: true,
        type: 'text/html; charset=utf-8',
        name: 'logout.html',
        inline: true,
        content: Buffer.from('<!doctype html><html lang="zh-CN"><title>已退出</title></html>'),
        headers: { 'content-security-policy': "default-src 'none'", 'x-frame-options': null },
      };
    }),
  ];
}
