import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Identity, IdentityPort, LoginFlow, LoginResult } from '../gateways/identity/identity-port.ts';
import type { Applicant, OwnSubject } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { agentHash } from './agent-mandates.ts';
import { maskIdentifier } from './mask.ts';
import { createSession, endSession, takeSession } from './session-store.ts';
import { ensureSubject, type NewSubject } from './subject-store.ts';

/** Where the identity service sends the browser back to. */
export const callbackPath = '/api/v1/session/callback';

/** Only a path of our own may follow a login. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s]*$/.test(next) ? next : '/records';
}

/** A login that somebody asks for. */
interface LoginWish {
  readonly next: unknown;
  /** Who is signed in now and wants to be known better (高级实名认证): the same account must come back. */
  readonly stepUpOf?: Applicant;
}

interface Flow extends LoginFlow {
  readonly next: string;
  readonly stepUp: { readonly sub: string; readonly actingFor: string } | null;
}

/** Starts a login: the flow is kept under a short-lived cookie, so that only the browser that began can finish. */
export async function beginApplicantLogin(
  services: Services,
  identity: IdentityPort,
  { next, stepUpOf }: LoginWish,
): Promise<{ url: string; flowToken: string } | Refusal> {
  const started = await identity.beginLogin({
    redirectUri: services.config.publicUrl + callbackPath,
    ...(stepUpOf ? { assurance: 'high' } : {}),
  });
  if (isRefusal(started)) return started;
  const stepUp = stepUpOf ? { sub: stepUpOf.sub, actingFor: stepUpOf.actingFor } : null;
  const flow: Flow = { ...started.flow, next: safeNext(next), stepUp };
  return { url: started.url, flowToken: await createSession(services.db, 'login-flow', flow, services.clock.now()) };
}

/** A login that came back: the cookies of the browser, and the address it was sent to. */
interface LoginReturn {
  readonly url: string;
  readonly flowToken: string | undefined;
  /** The session the browser had so far; it ends with the new one (no session outlives a change of who is known). */
  readonly formerToken: string | undefined;
}

/** What is said to whom cannot finish; `next` leads back to where the person was, as far as it is known. */
export type FailedLogin = Refusal & { readonly next?: string };

/** Finishes a login: the claims become a session that may act for the person and for each enterprise they are entered for. */
export async function finishApplicantLogin(
  services: Services,
  identity: IdentityPort,
  { url, flowToken, formerToken }: LoginReturn,
): Promise<{ token: string; next: string } | FailedLogin> {
  const now = services.clock.now();
  const kept = flowToken ? await takeSession(services.db, flowToken, now) : undefined;
  if (kept?.kind !== 'login-flow') return refuse('unauthenticated', 'login-expired', '这次登录已经超时，请重新登录。');
  const { next, stepUp, ...flow } = kept.content as unknown as Flow;
  const result = await identity.finishLogin(url, flow);
  if (isRefusal(result)) return { ...result, next };
  if (stepUp && result.sub !== stepUp.sub)
    return {
      ...refuse('forbidden', 'other-account', '认证的不是刚才登录的账号。请用同一个账号完成高级实名认证。'),
      next,
    };
  const content = await contentOf(services, result, stepUp?.actingFor);
  const outside = { sub: result.sub, sid: result.sid };
  const token = await createSession(services.db, 'applicant', content, now, outside);
  if (formerToken) await endSession(services.db, formerToken);
  return { token, next };
}

async function contentOf(
  services: Services,
  result: LoginResult,
  actedFor: string | undefined,
): Promise<Omit<Applicant, 'kind'>> {
  const subjects = await subjectsOf(services, result);
  // An enterprise account acts for itself; a person begins with the first enterprise they are entered for, else themselves.
  const first = (subjects.find((one) => one.as !== '本人') ?? subjects[0]!).subjectKey;
  return {
    sub: result.sub,
    name: result.name,
    phone: result.phone || null,
    assurance: result.loa,
    subjects,
    actingFor: actedFor ?? first,
    idToken: result.idToken,
    agentHash: result.userType === 'person' ? agentHash(services.config.appSecret, result.identifier) : null,
  };
}

const kindOfCode = (code: string) => (code.startsWith('92') ? ('sole-trader' as const) : ('organisation' as const));

async function subjectsOf(services: Services, identity: Identity): Promise<OwnSubject[]> {
  const wanted: (NewSubject & { as: string })[] = [
    identity.userType === 'person'
      ? {
          kind: 'person',
          name: identity.name,
          identifier: identity.identifier,
          identifierKind: 'citizen-id',
          phone: identity.phone,
          as: '本人',
        }
      : {
          kind: kindOfCode(identity.identifier),
          name: identity.name,
          identifier: identity.identifier,
          identifierKind: 'uscc',
          as: '本单位',
        },
    ...identity.enterprises.map((one) => ({
      kind: kindOfCode(one.uscc),
      name: one.name,
      identifier: one.uscc,
      identifierKind: 'uscc',
      as: one.role,
    })),
  ];
  return services.db.read({ sees: 'none' }, async (tx) => {
    const own: OwnSubject[] = [];
    for (const one of wanted) {
      const row = await ensureSubject(tx, one, services.clock.now());
      own.push({
        subjectKey: row.subject_key,
        name: row.name,
        kind: row.kind,
        maskedIdentifier: maskIdentifier(row.kind, row.identifier),
        as: one.as,
      });
    }
    return own;
  });
}
