import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import type { IdentityPort, LoginStart } from './identity-port.ts';
import { openIdentityClient } from './openid-client.ts';

let sandbox: StartedSandbox;
let identity: IdentityPort;

beforeAll(async () => {
  sandbox = await startSandbox();
  identity = openIdentityClient(sandbox.identitySettings);
});
afterAll(() => sandbox.end());
beforeEach(() => sandbox.control.reset());

const redirectUri = 'http://127.0.0.1:41999/api/v1/session/callback';
const person = { username: '13900000001', password: 'Demo-2026-01' };

/** A browser as small as it gets: cookies, forms, redirects up to the product's own address. */
function browser() {
  const jar = new Map<string, { value: string; path: string }>();
  const go = async (
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; status: number; html: string }> => {
    const { pathname } = new URL(url);
    const sent = [...jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: sent.join('; ') },
      redirect: 'manual',
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, { value, path: /path=([^;]+)/i.exec(cookie)?.[1] ?? '/' });
    }
    const location = response.headers.get('location');
    if (location === null) return { url, status: response.status, html: await response.text() };
    const next = new URL(location, url).href;
    return next.startsWith(sandbox.url) ? go(next) : { url: next, status: response.status, html: '' };
  };
  return { go };
}

async function begin(input: { forceLogin?: boolean } = {}): Promise<LoginStart> {
  const start = await identity.beginLogin({ redirectUri, ...input });
  if (isRefusal(start)) throw new Error(start.text);
  return start;
}

test('a person signs in: code, PKCE, claims and the enterprises he may act for', async () => {
  const { go } = browser();
  const { url, flow } = await begin();
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
  const login = await go(url);
  expect(login.html).toContain('演示账号');
  const wrong = await go(login.url, { ...person, password: 'no' });
  expect(wrong).toMatchObject({ status: 422, html: expect.stringContaining('账号或密码不正确') });
  const back = await go(login.url, person);
  expect(back.url).toMatch(/^http:\/\/127\.0\.0\.1:41999\/api\/v1\/session\/callback\?code=/);
  const result = await identity.finishLogin(back.url, flow);
  expect(result).toMatchObject({
    name: expect.any(String),
    userType: 'person',
    identifier: expect.stringMatching(/^\d{17}[\dX]$/),
    phone: '13900000001',
    loa: 'high',
    idToken: expect.any(String),
  });
  if (isRefusal(result)) throw new Error(result.text);
  expect(result.enterprises.length).toBeGreaterThan(0);
  expect(result.enterprises[0]?.uscc).toMatch(/^[0-9A-Z]{18}$/);
  const again = await identity.finishLogin(back.url, flow);
  expect(again).toMatchObject({ refused: true, code: 'login-expired' });
});

test('once signed in the service does not ask again, unless told to; after signing out it does', async () => {
  const { go } = browser();
  const first = await begin();
  const login = await go(first.url);
  const result = await identity.finishLogin((await go(login.url, person)).url, first.flow);
  if (isRefusal(result)) throw new Error(result.text);
  expect((await go((await begin()).url)).url).toContain('?code=');
  expect((await go((await begin({ forceLogin: true })).url)).html).toContain('演示账号');
  const out = await identity.logoutUrl({ returnTo: 'http://127.0.0.1:41999/', idToken: result.idToken });
  if (isRefusal(out)) throw new Error(out.text);
  const asked = await go(out);
  const [, action = '', xsrf = ''] = /action="([^"]+)"[^>]*>.*?value="([^"]+)"/s.exec(asked.html) ?? [];
  expect((await go(action, { xsrf, logout: 'yes' })).url).toBe('http://127.0.0.1:41999/');
  expect((await go((await begin()).url)).html).toContain('演示账号');
});

test('giving up, a foreign state, a foreign verifier: a refusal each', async () => {
  const { go } = browser();
  const { url, flow } = await begin();
  const login = await go(url);
  const cancelled = await go(`${login.url}/abort`, {});
  expect(await identity.finishLogin(cancelled.url, flow)).toMatchObject({ refused: true, code: 'login-cancelled' });
  const second = await begin();
  const back = await go((await go(second.url)).url, person);
  const { state, codeVerifier } = (await begin()).flow;
  const expired = { refused: true, kind: 'unauthenticated', code: 'login-expired' };
  expect(await identity.finishLogin(back.url, { ...second.flow, state })).toMatchObject(expired);
  expect(await identity.finishLogin(back.url, { ...second.flow, codeVerifier })).toMatchObject(expired);
});

test('a return address that is neither ours nor on this machine is not served', async () => {
  for (const address of [
    'https://evil.example/api/v1/session/callback',
    'http://127.0.0.1:8080.evil.example/api/v1/session/callback',
    'http://127.0.0.1:9/else',
  ]) {
    const start = await identity.beginLogin({ redirectUri: address });
    if (isRefusal(start)) throw new Error(start.text);
    const shown = await browser().go(start.url);
    expect(shown).toMatchObject({ status: 400, html: expect.stringContaining('登录不能继续') });
  }
});

test('a service that is away is a refusal, and is found once it is back', async () => {
  const late = openIdentityClient({ ...sandbox.identitySettings, timeoutMs: 300 });
  sandbox.control.setMode('oidc', { mode: 'down' });
  const unavailable = { refused: true, kind: 'unmet-condition', code: 'identity-unavailable' };
  expect(await late.beginLogin({ redirectUri })).toMatchObject(unavailable);
  sandbox.control.setMode('oidc', { mode: 'slow', delayMs: 2000 });
  expect(await late.beginLogin({ redirectUri })).toMatchObject(unavailable);
  sandbox.control.setMode('oidc', { mode: 'ok' });
  expect(await late.beginLogin({ redirectUri })).toHaveProperty('flow');
});

test('a wrong client secret is told apart from a stale login', async () => {
  const stranger = openIdentityClient({ ...sandbox.identitySettings, clientSecret: 'wrong' });
  const { go } = browser();
  const { url, flow } = await begin();
  const back = await go((await go(url)).url, person);
  expect(await stranger.finishLogin(back.url, flow)).toMatchObject({ code: 'identity-unavailable' });
});

test('plain http is taken on this machine only', async () => {
  const far = openIdentityClient({
    ...sandbox.identitySettings,
    issuer: 'http://identity.example/oidc',
    timeoutMs: 300,
  });
  expect(await far.beginLogin({ redirectUri })).toMatchObject({
    refused: true,
    text: expect.stringContaining('不安全'),
  });
});
