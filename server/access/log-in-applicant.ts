import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Identity, IdentityPort, LoginFlow } from '../gateways/identity/identity-port.ts';
import type { Applicant, OwnSubject } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { maskIdentifier } from './mask.ts';
import { createSession, endSession, findSession } from './session-store.ts';
import { ensureSubject, type NewSubject } from './subject-store.ts';

/** Where the identity service sends the browser back to. */
export const callbackPath = '/api/v1/session/callback';

/** Only a path of our own may follow a login. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s]*$/.test(next) ? next : '/records';
}

/** Starts a login: the flow is kept under a short-lived cookie, so that only the browser that began can finish. */
export async function beginApplicantLogin(
  services: Services,
  identity: IdentityPort,
  next: unknown,
): Promise<{ url: string; flowToken: string } | Refusal> {
  const started = await identity.beginLogin({ redirectUri: services.config.publicUrl + callbackPath });
  if (isRefusal(started)) return started;
  const flowToken = await createSession(
    services.db,
    'login-flow',
    { ...started.flow, next: safeNext(next) },
    services.clock.now(),
  );
  return { url: started.url, flowToken };
}

/** Finishes a login: the claims become a session that may act for the person and for each enterprise they are entered for. */
export async function finishApplicantLogin(
  services: Services,
  identity: IdentityPort,
  input: { url: string; flowToken: string | undefined },
): Promise<{ token: string; next: string } | Refusal> {
  const now = services.clock.now();
  const flow = input.flowToken ? await findSession(services.db, input.flowToken, now) : undefined;
  if (!input.flowToken || flow?.kind !== 'login-flow')
    return refuse('unauthenticated', 'login-expired', '这次登录已经超时，请重新登录。');
  await endSession(services.db, input.flowToken);
  const { next, ...kept } = flow.content as unknown as LoginFlow & { next: string };
  const result = await identity.finishLogin(input.url, kept);
  if (isRefusal(result)) return result;
  const subjects = await subjectsOf(services, result);
  const content: Omit<Applicant, 'kind'> = {
    sub: result.sub,
    name: result.name,
    phone: result.phone || null,
    assurance: result.loa,
    subjects,
    // An enterprise account acts for itself; a person begins with the first enterprise they are entered for, else themselves.
    actingFor: (subjects.find((one) => one.as !== '本人') ?? subjects[0]!).subjectKey,
    idToken: result.idToken,
  };
  return { token: await createSession(services.db, 'applicant', content, now), next };
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
