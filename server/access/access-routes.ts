import * as contract from '#contract/access.ts';
import * as authorisations from '#contract/authorisations.ts';
import * as readings from '#contract/readings.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import type { IdentityPort } from '../gateways/identity/identity-port.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { type Authentication, sessionCookie } from './authenticate.ts';
import { authoriseAgent, listAuthorisations, withdrawAuthorisation } from './authorise-agent.ts';
import { givePurpose } from './give-purpose.ts';
import { listOwnReadings, listReadings } from './list-readings.ts';
import { beginApplicantLogin, finishApplicantLogin, safeNext } from './log-in-applicant.ts';
import { logInOfficer } from './log-in-officer.ts';
import { logoutRoutes } from './log-out.ts';
import { changeSession } from './session-store.ts';
import { sessionView } from './session-view.ts';

const flowCookie = 'credit_repair_login';

function failedAddress(why: string, next?: string): string {
  return `/login-failed?${new URLSearchParams({ why, ...(next ? { next } : {}) })}`;
}

/** Logging in and out, and whom one acts for. */
export function accessRoutes(services: Services, authentication: Authentication, identity: IdentityPort): Route[] {
  return [
    route(contract.getSession, async ({ actor }) => sessionView(actor, services)),

    route(contract.beginLogin, async ({ actor, query, setCookie }) => {
      const stepUp = query.assurance === 'high' && actor.kind === 'applicant' ? { stepUpOf: actor } : {};
      const started = await beginApplicantLogin(services, identity, { next: query.next, ...stepUp });
      if (isRefusal(started)) return { redirect: failedAddress(started.text, safeNext(query.next)) };
      setCookie({ name: flowCookie, value: started.flowToken, maxAgeSeconds: 600 });
      return { redirect: started.url };
    }),

    route(contract.finishLogin, async ({ url, cookies, setCookie }) => {
      const [flowToken, formerToken] = [cookies[flowCookie], cookies[sessionCookie]];
      const finished = await finishApplicantLogin(services, identity, { url, flowToken, formerToken });
      setCookie({ name: flowCookie, value: null });
      if (isRefusal(finished)) return { redirect: failedAddress(finished.text, finished.next) };
      if (formerToken) authentication.forget(formerToken);
      setCookie({ name: sessionCookie, value: finished.token });
      return { redirect: finished.next };
    }),

    route(contract.actFor, async ({ actor, body, cookies }) => {
      const token = cookies[sessionCookie];
      if (actor.kind !== 'applicant' || !token) return refuse('unauthenticated', 'login-needed', '请先登录。');
      if (!actor.subjects.some((one) => one.subjectKey === body.subjectKey))
        return refuse('not-found', 'subject-not-yours', '没有找到这个主体，或者您不能代表它办理。');
      await changeSession(services.db, token, { actingFor: body.subjectKey }, services.clock.now());
      authentication.forget(token);
      return sessionView({ ...actor, actingFor: body.subjectKey }, services);
    }),

    route(readings.giveReadingPurpose, ({ actor, body }) => givePurpose(services, actor, body)),
    route(readings.listReadings, ({ actor, query }) => listReadings(services, actor, query)),
    route(readings.listOwnReadings, ({ actor, params, query }) =>
      listOwnReadings(services, actor, params.subjectKey, query.after),
    ),

    route(authorisations.listAuthorisations, ({ actor, params }) =>
      listAuthorisations(services, actor, params.subjectKey),
    ),
    route(authorisations.authoriseAgent, ({ actor, params, body }) =>
      authoriseAgent(services, actor, params.subjectKey, body),
    ),
    route(authorisations.withdrawAuthorisation, ({ actor, params }) => withdrawAuthorisation(services, actor, params)),

    ...logoutRoutes(services, authentication, identity),

    route(contract.officeLogin, async ({ body, setCookie }) => {
      const done = await logInOfficer(services, body.login, body.password);
      if (isRefusal(done)) return done;
      setCookie({ name: sessionCookie, value: done.token });
      return sessionView(await authentication.authenticate({ [sessionCookie]: done.token }), services);
    }),
  ];
}
