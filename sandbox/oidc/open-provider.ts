import { Provider, type ProviderContext } from 'oidc-provider';
import type { DemoAccount } from '../accounts.ts';
import { pageHeaders } from '../pages/page.ts';
import { BASIC_ACR, HIGH_ACR } from './identity-routes.ts';
import { logoutPage, noticePage } from './login-page.ts';
import { openMemoryAdapter } from './memory-adapter.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Who may ask for logins, and how the provider is known. */
export interface ProviderSettings {
  /** e.g. `http://127.0.0.1:8081/oidc`. */
  readonly issuer: string;
  /** The product's address as people see it. */
  readonly publicUrl: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly accounts: readonly DemoAccount[];
  readonly keys: SigningKeys;
  /** Accounts whose holder has shown their face since: known to the high degree from then on. */
  readonly proven?: ReadonlySet<string>;
}

/** Where the product takes a login up again. */
const CALLBACK_PATH = '/api/v1/session/callback';
/** Where the product hears that somebody signed out here. */
const BACK_CHANNEL_LOGOUT_PATH = '/api/v1/session/back-channel-logout';
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const SCOPE = 'openid profile';
const HOUR = 3600;

/** A certified OpenID Connect provider, set up as the province's identity service would be: code flow with PKCE only. */
export function openProvider(settings: ProviderSettings): Provider {
  const publicUrl = settings.publicUrl.replace(/\/+$/, '');
  const bySub = new Map(settings.accounts.map((account) => [account.sub, account]));
  const provider = new Provider(settings.issuer, {
    adapter: openMemoryAdapter(),
    jwks: settings.keys.jwks,
    clients: [
      {
        client_id: settings.client.id,
        client_secret: settings.client.secret,
        client_name: '信用修复一件事',
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
        redirect_uris: [publicUrl + CALLBACK_PATH],
        post_logout_redirect_uris: [`${publicUrl}/`],
        backchannel_logout_uri: publicUrl + BACK_CHANNEL_LOGOUT_PATH,
        backchannel_logout_session_required: true,
      },
    ],
    acrValues: [BASIC_ACR, HIGH_ACR],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'user_type', 'identifier', 'phone', 'loa', 'enterprises'] },
    findAccount: (_context: unknown, sub: string) => {
      const account = bySub.get(sub);
      return account && { accountId: sub, claims: () => claimsOf(account, settings.proven?.has(sub) ?? false) };
    },
    loadExistingGrant,
    pkce: { required: () => true },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/oidc/interaction/${uid}` },
    cookies: {
      // Cookies ignore ports: names and path of their own keep them apart from the product's on the same host.
      names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
      keys: settings.keys.cookieKeys,
      long: { httpOnly: true, sameSite: 'lax', path: '/oidc' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    renderError,
    clientBasedCORS: () => false,
  });
  // An https issuer means a proxy in front that ends TLS: its X-Forwarded-* headers count.
  provider.proxy = settings.issuer.startsWith('https:');
  allowLoopback(provider, publicUrl);
  return provider;
}

/** Tests and demonstrations run on any port of this machine; a real provider would not allow this. */
function allowLoopback(provider: Provider, publicUrl: string): void {
  const allowed = (value: string, path: string) => {
    if (value === publicUrl + path) return true;
    return value.endsWith(path) && LOOPBACK.test(value.slice(0, -path.length));
  };
  provider.Client.prototype.redirectUriAllowed = (value) => allowed(value, CALLBACK_PATH);
  provider.Client.prototype.postLogoutRedirectUriAllowed = (value) => allowed(value, '/');
}

function claimsOf({ sub, name, userType, identifier, phone, loa, enterprises }: DemoAccount, proven: boolean) {
  return { sub, name, user_type: userType, identifier, phone, loa: proven ? 'high' : loa, enterprises };
}

/** The one client is the province's own: whoever signs in has agreed by that, the login page says to what. */
async function loadExistingGrant({ oidc }: ProviderContext) {
  const { clientId } = oidc.client;
  const known = oidc.session.grantIdFor(clientId);
  const found = known === undefined ? undefined : await oidc.provider.Grant.find(known);
  if (found) return found;
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}

function show(context: ProviderContext, html: string): void {
  context.set(pageHeaders);
  context.body = html;
}

async function logoutSource(context: ProviderContext, form: string): Promise<void> {
  show(context, logoutPage(form));
}

async function postLogoutSuccessSource(context: ProviderContext): Promise<void> {
  show(context, noticePage('已退出登录', '您可以关闭这个页面了。'));
}

async function renderError(
  context: ProviderContext,
  out: { error: string; error_description?: string },
): Promise<void> {
  show(
    context,
    noticePage('登录不能继续', `请回到原来的网站重新登录。（${out.error}：${out.error_description ?? ''}）`),
  );
}
