import * as contract from '#contract/access.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import type { IdentityPort } from '../gateways/identity/identity-port.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { type Authentication, sessionCookie } from './authenticate.ts';
import { beginApplicantLogin, finishApplicantLogin, safeNext } from './log-in-applicant.ts';
import { logInOfficer } from './log-in-officer.ts';
import { changeSession } from './session-store.ts';
import { sessionView } from './session-view.ts';

const flowCookie = 'credit_repair_login';

/** Logging in and out, and whom one acts for. */
export function accessRoutes(services: Services, authentication: Authentication, identity: IdentityPort): Route[] {
  return [
    route(contract.getSession, async ({ actor }) => sessionView(actor, services)),

    route(contract.beginLogin, async ({ query, setCookie }) => {
      const started = await beginApplicantLogin(services, identity, query.next);
      if (isRefusal(started))
        return {
          redirect: `/login-failed?why=${encodeURIComponent(started.text)}&next=${encodeURIComponent(safeNext(query.next))}`,
        };
      setCookie({ name: flowCookie, value: started.flowToken, maxAgeSeconds: 600 });
      return { redirect: started.url };
    }),

    route(contract.finishLogin, async ({ url, cookies, setCookie }) => {
      const finished = await finishApplicantLogin(services, identity, { url, flowToken: cookies[flowCookie] });
      setCookie({ name: flowCookie, value: null });
      if (isRefusal(finished)) return { redirect: `/login-failed?why=${encodeURIComponent(finished.text)}` };
      setCookie({ name: sessionCookie, value: finished.token });
      return { redirect: finished.next };
    }),

    route(contract.actFor, async ({ actor, body, cookies }) => {
      const token = cookies[sessionCookie];
      if (actor.kind !== 'applicant' || !token) return refuse('unauthenticated', 'login-needed', '请先登录。');
      if (!actor.subjects.some((one) => one.subjectKey === body.subjectKey))
        return refuse('not-found', 'subject-not-yours', '没有找到这个主体，或者您不能代表它办理。');
      const { kind: _, ...content } = actor;
      const changed = { ...content, actingFor: body.subjectKey };
      await changeSession(services.db, token, changed, services.clock.now());
      authentication.forget(token);
      return sessionView({ kind: 'applicant', ...changed }, services);
    }),

    route(contract.logout, async ({ actor, cookies, setCookie }) => {
      const token = cookies[sessionCookie];
      if (token) await authentication.end(token);
      setCookie({ name: sessionCookie, value: null });
      if (actor.kind !== 'applicant') return { redirect: null };
      const url = await identity.logoutUrl({
        returnTo: services.config.publicUrl,
        ...(actor.idToken ? { idToken: actor.idToken } : {}),
      });
      return { redirect: isRefusal(url) ? null : url };
    }),

    route(contract.officeLogin, async ({ body, setCookie }) => {
      const done = await logInOfficer(services, body.login, body.password);
      if (isRefusal(done)) return done;
      setCookie({ name: sessionCookie, value: done.token });
      return sessionView(await authentication.authenticate({ [sessionCookie]: done.token }), services);
    }),
  ];
}
