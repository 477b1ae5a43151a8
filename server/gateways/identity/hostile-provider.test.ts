import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import type { IdentityPort } from './identity-port.ts';
import { openIdentityClient } from './openid-client.ts';
import { type HostileProvider, openHostileProvider, type Spoil } from './testing/open-hostile-provider.ts';

const clientId = 'credit-repair';
const redirectUri = 'http://127.0.0.1:41999/api/v1/session/callback';
let provider: HostileProvider;
let identity: IdentityPort;

beforeAll(async () => {
  provider = await openHostileProvider(clientId);
  identity = openIdentityClient({
    issuer: provider.url,
    clientId,
    clientSecret: 'secret-of-a-hostile-test',
    timeoutMs: 2000,
  });
});
afterAll(() => provider.end());
beforeEach(() => provider.spoil({}));

async function begin() {
  const start = await identity.beginLogin({ redirectUri });
  if (isRefusal(start)) throw new Error(start.text);
  return start;
}

async function logIn(spoil: Spoil = {}) {
  provider.spoil(spoil);
  const { url, flow } = await begin();
  return identity.finishLogin(`${redirectUri}?${provider.signIn(url)}`, flow);
}

describe('an ID token', () => {
  test('that is right is taken', async () => {
    expect(await logIn()).toMatchObject({ sub: 'somebody', sid: 'sid-1', loa: 'high' });
  });

  const now = Math.floor(Date.now() / 1000);
  test.each<[string, Spoil]>([
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['for another audience', { claims: { aud: 'somebody-else' } }],
    ['for several, without saying who asked', { claims: { aud: [clientId, 'somebody-else'] } }],
    ['asked for by somebody else', { claims: { aud: [clientId, 'other'], azp: 'other' } }],
    ['that has run out', { claims: { iat: now - 7200, exp: now - 3600 } }],
    ['that never runs out', { claims: { exp: undefined } }],
    ['with the nonce of another login', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['signed with none', { header: { alg: 'none' }, signature: 'none' }],
    ['whose signature was taken off', { signature: 'none' }],
    ['signed by a stranger', { signature: 'stranger' }],
    ['changed after signing', { signature: 'tampered' }],
    ['signed with an algorithm nobody agreed on', { header: { alg: 'HS256' } }],
    ['about somebody else than the claims', { claims: { sub: 'somebody-else' } }],
  ])('%s is refused, not thrown', async (_, spoil) => {
    const result = await logIn(spoil);
    expect(isRefusal(result)).toBe(true);
  });
});

describe('coming back', () => {
  test('with a code that was used before', async () => {
    const { url, flow } = await begin();
    const back = `${redirectUri}?${provider.signIn(url)}`;
    expect(isRefusal(await identity.finishLogin(back, flow))).toBe(false);
    expect(await identity.finishLogin(back, flow)).toMatchObject({ refused: true, code: 'login-expired' });
  });

  test('with another state, without one, with two', async () => {
    const { url, flow } = await begin();
    const back = provider.signIn(url);
    for (const change of ['&state=another', ''])
      expect(await identity.finishLogin(`${redirectUri}?code=${back.get('code')}${change}`, flow)).toMatchObject({
        code: 'login-expired',
      });
    expect(isRefusal(await identity.finishLogin(`${redirectUri}?${back}&state=second`, flow))).toBe(true);
  });

  test('with the code of another browser: its verifier is not ours', async () => {
    const [victim, attacker] = [await begin(), await begin()];
    const code = provider.signIn(victim.url).get('code');
    const back = `${redirectUri}?code=${code}&state=${attacker.flow.state}`;
    expect(await identity.finishLogin(back, attacker.flow)).toMatchObject({ code: 'login-expired' });
  });
});

test('asking for the high degree says so, and makes the service ask again', async () => {
  const start = await identity.beginLogin({ redirectUri, assurance: 'high' });
  if (isRefusal(start)) throw new Error(start.text);
  const asked = new URL(start.url).searchParams;
  expect(asked.get('acr_values')).toBe('urn:jiangxi:loa:high');
  expect(asked.get('prompt')).toBe('login');
});

describe('a logout token', () => {
  test('that is right names whose sessions end', async () => {
    expect(await identity.readLogoutToken(provider.logoutToken())).toEqual({ sub: 'somebody', sid: 'sid-1' });
    const bySub = provider.logoutToken({ claims: { sid: undefined } });
    expect(await identity.readLogoutToken(bySub)).toEqual({ sub: 'somebody', sid: null });
    const bySid = provider.logoutToken({ claims: { sub: undefined }, header: { typ: undefined } });
    expect(await identity.readLogoutToken(bySid)).toEqual({ sub: null, sid: 'sid-1' });
  });

  const now = Math.floor(Date.now() / 1000);
  const event = 'http://schemas.openid.net/event/backchannel-logout';
  test.each<[string, Spoil]>([
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['for another audience', { claims: { aud: 'other' } }],
    ['from the future', { claims: { iat: now + 3600, exp: now + 7200 } }],
    ['that has run out', { claims: { iat: now - 900, exp: now - 600 } }],
    ['without end, and old', { claims: { iat: now - 3600, exp: undefined } }],
    ['without a time', { claims: { iat: undefined } }],
    ['without an id', { claims: { jti: undefined } }],
    ['that names nobody', { claims: { sub: undefined, sid: undefined } }],
    ['whose sub is no text', { claims: { sub: { $ne: '' } } }],
    ['that says nothing of logging out', { claims: { events: {} } }],
    ['whose event is no object', { claims: { events: { [event]: 'yes' } } }],
    ['that is an ID token: it has a nonce', { claims: { nonce: 'n' } }],
    ['of another kind', { header: { typ: 'at+jwt' } }],
    ['signed with none', { header: { alg: 'none' }, signature: 'none' }],
    ['whose signature was taken off', { signature: 'none' }],
    ['signed by a stranger', { signature: 'stranger' }],
    ['changed after signing', { signature: 'tampered' }],
    ['with a key nobody published', { header: { kid: 'two' } }],
    ['that asks to be understood', { header: { crit: ['exp'] } }],
  ])('%s is refused', async (_, spoil) => {
    expect(await identity.readLogoutToken(provider.logoutToken(spoil))).toMatchObject({ code: 'logout-token-invalid' });
  });

  test('signed with the public key as a shared secret', async () => {
    const [, body] = provider.logoutToken().split('.');
    const head = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'one' })).toString('base64url');
    const mac = createHmac('sha256', provider.publicPem).update(`${head}.${body}`).digest('base64url');
    expect(await identity.readLogoutToken(`${head}.${body}.${mac}`)).toMatchObject({ code: 'logout-token-invalid' });
  });

  test.each(['', '.', '..', 'a.b', 'a.b.c.d', 'bnVsbA.bnVsbA.AA', `${'x'.repeat(20_000)}.a.b`])(
    'garbage: %#',
    async (text) => {
      expect(await identity.readLogoutToken(text)).toMatchObject({ code: 'logout-token-invalid' });
    },
  );
});
