import * as oidc from 'openid-client';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { CallObserver } from '../exchange/outcome.ts';
import { explainFault } from './explain-fault.ts';
import type { IdentityPort, LoginFlow, LoginResult } from './identity-port.ts';
import { openLogoutReader } from './read-logout.ts';

/** How we are registered at the identity service. */
export interface IdentitySettings {
  /** Plain http is taken only where the issuer is this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly timeoutMs: number;
  readonly onCall?: CallObserver;
}

const Claims = Type.Object({
  sub: Type.String({ minLength: 1, maxLength: 255 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  user_type: Type.Union([Type.Literal('person'), Type.Literal('enterprise')]),
  identifier: Type.String({ minLength: 15, maxLength: 18 }),
  phone: Type.String({ minLength: 5, maxLength: 20 }),
  loa: Type.Union([Type.Literal('high'), Type.Literal('basic')]),
  enterprises: Type.Array(
    Type.Object({
      uscc: Type.String({ minLength: 18, maxLength: 18 }),
      name: Type.String({ minLength: 1, maxLength: 200 }),
      role: Type.Union([Type.Literal('法定代表人'), Type.Literal('经办人')]),
    }),
    { maxItems: 1000 },
  ),
});

const SCOPE = 'openid profile';
/** How the service calls 高级实名 (acr). */
const HIGH_ASSURANCE = 'urn:jiangxi:loa:high';
const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * OpenID Connect: code flow with PKCE, state and nonce; the signature of the ID token is checked even though it comes over the
 * service's own line. The service is looked up at each login and again after each failure, so that we start, and go on, while it
 * is away, and nobody is led to a page that does not open.
 */
export function openIdentityClient(settings: IdentitySettings): IdentityPort {
  const discovered = rememberSuccess(() => discover(settings));
  // Nobody is sent to a service that is not there: before each login it is looked up anew.
  const atTheDoor = <T>(work: (config: oidc.Configuration) => Promise<T>) =>
    observed(settings, () => discover(settings), work);
  const errand = <T>(work: (config: oidc.Configuration) => Promise<T>) => observed(settings, discovered, work);
  return {
    issuer: settings.issuer,
    readLogoutToken: openLogoutReader(settings, errand),
    beginLogin: ({ redirectUri, state = oidc.randomState(), forceLogin = false, assurance }) =>
      atTheDoor(async (config) => {
        const flow: LoginFlow = { state, nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
        const url = oidc.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: SCOPE,
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier),
          code_challenge_method: 'S256',
          ...(forceLogin || assurance ? { prompt: 'login' } : {}),
          ...(assurance ? { acr_values: HIGH_ASSURANCE } : {}),
        });
        return { url: url.href, flow };
      }),
    finishLogin: (callbackUrl, flow) => errand((config) => finish(config, callbackUrl, flow)),
    logoutUrl: ({ returnTo, idToken }) =>
      errand(async (config) => {
        const hint: Record<string, string> = idToken === undefined ? {} : { id_token_hint: idToken };
        return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo, ...hint }).href;
      }),
  };
}

async function discover(settings: IdentitySettings): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  const isLoopback = issuer.protocol === 'http:' && LOOPBACK_HOSTS.has(issuer.hostname);
  return oidc.discovery(issuer, settings.clientId, undefined, oidc.ClientSecretPost(settings.clientSecret), {
    timeout: settings.timeoutMs / 1000,
    execute: [oidc.enableNonRepudiationChecks, ...(isLoopback ? [oidc.allowInsecureRequests] : [])],
  });
}

async function finish(
  config: oidc.Configuration,
  callbackUrl: string,
  flow: LoginFlow,
): Promise<LoginResult | Refusal> {
  const tokens = await oidc.authorizationCodeGrant(config, new URL(callbackUrl), {
    pkceCodeVerifier: flow.codeVerifier,
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    idTokenExpected: true,
  });
  const claimed = tokens.claims();
  const [sub, sid] = [claimed?.sub ?? '', claimed?.sid];
  const claims: unknown = await oidc.fetchUserInfo(config, tokens.access_token, sub);
  if (!Value.Check(Claims, claims)) {
    return refuse(
      'unmet-condition',
      'identity-incomplete',
      '统一身份认证提供的身份信息不完整，请在江西政务服务网完善后再登录。',
    );
  }
  const {
    name,
    user_type: userType,
    identifier,
    phone,
    loa,
    enterprises,
  } = Value.Clean(Claims, claims) as typeof claims;
  return {
    sub,
    name,
    userType,
    identifier,
    phone,
    loa,
    enterprises,
    idToken: tokens.id_token ?? '',
    sid: typeof sid === 'string' ? sid : null,
  };
}

async function observed<T>(
  { onCall, issuer }: IdentitySettings,
  discovered: () => Promise<oidc.Configuration>,
  work: (config: oidc.Configuration) => Promise<T>,
): Promise<T | Refusal> {
  const startedAt = performance.now();
  const report = (outcome: Parameters<CallObserver>[1]) => onCall?.('oidc', outcome, performance.now() - startedAt);
  try {
    const result = await work(await discovered());
    report('ok');
    return result;
  } catch (error) {
    const { refusal, outcome } = explainFault(error, issuer);
    report(outcome);
    return refusal;
  }
}

/** Runs once; a failure is forgotten, so that the next caller tries again. */
function rememberSuccess<T>(work: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined;
  return () => {
    current ??= work().catch((error: unknown) => {
      current = undefined;
      throw error;
    });
    return current;
  };
}
