import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a token is spoilt before it is handed out. */
export interface Spoil {
  /** Claims put over the right ones; undefined takes a claim away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** `none` leaves the signature empty; `stranger` signs with a key that is not published; `tampered` changes the claims afterwards. */
  readonly signature?: 'none' | 'stranger' | 'tampered';
}

const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A provider that does as it is told: right in everything but what a test spoils. */
export async function openHostileProvider(clientId: string) {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...key.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'ES256' };
  const codes = new Map<string, { nonce: string; challenge: string }>();
  let spoil: Spoil = {};
  let url = '';

  function signed(header: object, claims: object, by: KeyObject): string {
    const text = `${base64(header)}.${base64(claims)}`;
    const made = sign('sha256', Buffer.from(text), { key: by, dsaEncoding: 'ieee-p1363' });
    return `${text}.${made.toString('base64url')}`;
  }

  /** A token with what the test spoils. */
  function tokenOf(claims: Record<string, unknown>, how: Spoil, typ?: string): string {
    const header = { alg: 'ES256', kid: 'one', ...(typ ? { typ } : {}), ...how.header };
    const all = { ...claims, ...how.claims };
    if (how.signature === 'none') return `${base64(header)}.${base64(all)}.`;
    if (how.signature === 'tampered') {
      const [head, , tail] = signed(header, claims, key.privateKey).split('.');
      return `${head}.${base64({ ...all, sub: 'somebody-else' })}.${tail}`;
    }
    return signed(header, all, how.signature === 'stranger' ? stranger.privateKey : key.privateKey);
  }

  const now = () => Math.floor(Date.now() / 1000);
  const server = createServer(async (request, response) => {
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const { pathname } = new URL(request.url ?? '/', url);
    if (pathname === '/.well-known/openid-configuration')
      return reply(200, {
        issuer: url,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
        userinfo_endpoint: `${url}/me`,
        jwks_uri: `${url}/keys`,
        end_session_endpoint: `${url}/end`,
        id_token_signing_alg_values_supported: ['ES256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (pathname === '/keys') return reply(200, { keys: [jwk] });
    if (pathname === '/me')
      return reply(200, {
        sub: 'somebody',
        name: '示例甲',
        user_type: 'person',
        identifier: '36010019800101010X',
        phone: '13900000001',
        loa: 'high',
        enterprises: [],
      });
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    const known = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!known || challenge !== known.challenge) return reply(400, { error: 'invalid_grant' });
    const claims = {
      iss: url,
      aud: clientId,
      sub: 'somebody',
      sid: 'sid-1',
      nonce: known.nonce,
      iat: now(),
      exp: now() + 300,
    };
    return reply(200, { access_token: 'access', token_type: 'bearer', id_token: tokenOf(claims, spoil) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    /** What is wrong with the next ID tokens. */
    spoil(how: Spoil): void {
      spoil = how;
    },
    /** Signs somebody in at the address of a begun login; gives the query with which the browser comes back. */
    signIn(address: string): URLSearchParams {
      const asked = new URL(address).searchParams;
      const code = randomBytes(12).toString('hex');
      codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' });
      return new URLSearchParams({ code, state: asked.get('state') ?? '' });
    },
    /** A logout token of section 2.4, spoilt as told. */
    logoutToken(how: Spoil = {}): string {
      const claims = {
        iss: url,
        aud: clientId,
        sub: 'somebody',
        sid: 'sid-1',
        jti: randomBytes(8).toString('hex'),
        iat: now(),
        exp: now() + 120,
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      };
      return tokenOf(claims, how, 'logout+jwt');
    },
    /** The published key as a secret, for the old trick of passing it as an HMAC key. */
    publicPem: key.publicKey.export({ type: 'spki', format: 'pem' }) as string,
    async end(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type HostileProvider = Awaited<ReturnType<typeof openHostileProvider>>;
