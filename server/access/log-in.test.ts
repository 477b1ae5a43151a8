import { randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { sessionCookie } from './authenticate.ts';
import { createSession, touchSession } from './session-store.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const owner = { username: '13900000001', password: 'Demo-2026-01' };
const basic = { username: '13900000005', password: 'Demo-2026-05' };

/** A browser: our cookies by hand, the identity service's in a jar. */
function browser() {
  const ours: Record<string, string> = {};
  const jar = new Map<string, string>();

  async function visit(path: string, cookies: Record<string, string> = ours): Promise<string> {
    const reply = await world.app.inject({ method: 'GET', url: path, cookies });
    for (const { name, value } of reply.cookies) {
      if (value) ours[name] = value;
      else delete ours[name];
    }
    return String(reply.headers.location);
  }

  async function go(url: string, form?: Record<string, string>): Promise<{ url: string; html: string }> {
    const reply = await fetch(url, {
      method: form ? 'POST' : 'GET',
      ...(form ? { body: new URLSearchParams(form) } : {}),
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
    });
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const next = reply.headers.get('location');
    if (next === null) return { url, html: await reply.text() };
    const address = new URL(next, url).href;
    return address.startsWith(world.sandbox.url) ? go(address) : { url: address, html: '' };
  }

  /** From our door through the service; gives the address it comes back to. */
  async function signIn(who: Record<string, string>, query = '?next=/records'): Promise<string> {
    const there = await visit(`/api/v1/session/login${query}`);
    const page = await go(there);
    const back = page.html ? await go(page.url, who) : page;
    if (!back.html) return pathOf(back.url);
    // Somebody known to the basic degree is asked for their face.
    return pathOf((await go(back.url, { ...who, face: who.face ?? 'shown' })).url);
  }
  const pathOf = (url: string) => new URL(url).pathname + new URL(url).search;
  const session = () =>
    world.app.inject({ method: 'GET', url: '/api/v1/session', cookies: ours }).then((reply) => reply.json());
  return { ours, jar, visit, go, signIn, session };
}

async function loggedIn(who = owner) {
  const it = browser();
  const next = await it.visit(await it.signIn(who));
  return { ...it, next };
}

describe('logging in', () => {
  test('comes back where one was, to a session of one’s own', async () => {
    const it = await loggedIn();
    expect(it.next).toBe('/records');
    expect(await it.session()).toMatchObject({ kind: 'applicant', name: '示例甲', assurance: 'high' });
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b'])(
    'never leads elsewhere: %s',
    async (next) => {
      const it = browser();
      const back = await it.signIn(owner, `?next=${encodeURIComponent(next)}`);
      expect(await it.visit(back)).toBe('/records');
    },
  );

  test('is finished only by the browser that began it', async () => {
    const [victim, attacker] = [browser(), browser()];
    const back = await attacker.signIn(owner);
    expect(await victim.visit(back)).toMatch(/^\/login-failed/);
    expect((await victim.session()).kind).toBe('guest');
    // Nor by one that has begun another.
    await victim.visit('/api/v1/session/login');
    expect(await victim.visit(back)).toMatch(/^\/login-failed/);
    expect((await victim.session()).kind).toBe('guest');
  });

  test('is finished once: the address does not work again, and of two at once one wins', async () => {
    const it = browser();
    const back = await it.signIn(owner);
    const flow = { ...it.ours };
    const both = await Promise.all([1, 2].map(() => world.app.inject({ method: 'GET', url: back, cookies: flow })));
    const landed = both.map((reply) => String(reply.headers.location));
    expect(landed.filter((address) => address === '/records')).toHaveLength(1);
    expect(await it.visit(back, flow)).toMatch(/^\/login-failed/);
  });

  test('a wrong state, a wrong code and an error of the service end at a page with a way on', async () => {
    for (const change of [
      (back: string) => back.replace(/state=[^&]+/, 'state=another'),
      (back: string) => back.replace(/code=[^&]+/, 'code=another'),
      (back: string) => back.replace(/code=[^&]+/, 'error=server_error'),
    ]) {
      const it = browser();
      const failed = await it.visit(change(await it.signIn(owner)));
      expect(failed).toMatch(/^\/login-failed\?why=.+&next=%2Frecords$/);
      expect((await it.session()).kind).toBe('guest');
    }
  });

  test('a login that took longer than ten minutes has run out', async () => {
    const it = browser();
    const back = await it.signIn(owner);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 11 * 60_000).toISOString());
    expect(await it.visit(back)).toMatch(/^\/login-failed/);
    world.on('2026-11-23');
  });
});

describe('a session', () => {
  test('one put into a browser beforehand is never taken over: a login makes its own and ends the old', async () => {
    const firm = await world.subject();
    const planted = await world.applicant(firm);
    const it = browser();
    it.ours[sessionCookie] = planted.cookie!;
    expect(await it.visit(await it.signIn(owner))).toBe('/records');
    expect(it.ours[sessionCookie]).not.toBe(planted.cookie);
    expect((await planted.get('/api/v1/session')).body.kind).toBe('guest');
    const made = browser();
    made.ours[sessionCookie] = 'a-token-of-the-attackers-choice';
    await made.visit(await made.signIn(owner));
    expect(made.ours[sessionCookie]).not.toBe('a-token-of-the-attackers-choice');
  });

  test('is kept as a hash only', async () => {
    const it = await loggedIn();
    const { rows } = await world.services.db.pool.query('select * from session');
    expect(JSON.stringify(rows)).not.toContain(it.ours[sessionCookie]);
  });

  test.each([
    ['applicant', 60, 720],
    ['officer', 480, 720],
  ] as const)('of an %s ends after %d minutes unused and %d minutes in any case', async (kind, idle, most) => {
    const start = world.clock.now();
    const after = (minutes: number) => world.clock.moveTo(new Date(start.getTime() + minutes * 60_000).toISOString());
    const person = (): Promise<Person> =>
      kind === 'officer' ? world.officer('emergency-360100') : world.subject().then((one) => world.applicant(one));
    const kindNow = async (who: Person) => (await fresh(who).get('/api/v1/session')).body.kind;
    // Another session's cookie would do as well: what the process remembers for three seconds is stepped around.
    const fresh = (who: Person) => world.withSession(who.cookie!);
    const unused = await person();
    after(idle + 1);
    expect(await kindNow(unused)).toBe('guest');
    after(0);
    const used = await person();
    const { db } = world.services;
    for (let minutes = 30; minutes < most; minutes += 30) {
      after(minutes);
      await touchSession(db, used.cookie!, { kind, createdAt: start }, world.clock.now());
    }
    after(most - 1);
    expect((await db.pool.query('select 1 from session where expires_at > $1', [world.clock.now()])).rowCount).toBe(1);
    after(most + 1);
    expect((await db.pool.query('select 1 from session where expires_at > $1', [world.clock.now()])).rowCount).toBe(0);
    world.on('2026-11-23');
    await db.pool.query('delete from session');
  });
});

describe('being known better', () => {
  test('the service is asked for the high degree; back at the same form, acting for the same enterprise', async () => {
    const it = await loggedIn(basic);
    const before = await it.session();
    expect(before.assurance).toBe('basic');
    const former = it.ours[sessionCookie];
    const there = await it.visit('/api/v1/session/login?assurance=high&next=/apply/x/commitment');
    expect(new URL(there).searchParams.get('acr_values')).toBe('urn:jiangxi:loa:high');
    const skipped = await it.signIn({ ...basic, face: 'skipped' }, '?assurance=high&next=/apply/x/commitment');
    expect(await it.visit(skipped)).toBe('/apply/x/commitment');
    expect((await it.session()).assurance).toBe('basic');
    const proven = await it.signIn(basic, '?assurance=high&next=/apply/x/commitment');
    expect(await it.visit(proven)).toBe('/apply/x/commitment');
    expect(await it.session()).toMatchObject({ assurance: 'high', name: before.name, actingFor: before.actingFor });
    expect(it.ours[sessionCookie]).not.toBe(former);
  });

  test('another account coming back instead changes nothing', async () => {
    const it = await loggedIn(owner);
    // At the service, too, somebody else sits there now.
    it.jar.clear();
    const failed = await it.visit(
      await it.signIn({ username: '13900000002', password: 'Demo-2026-02' }, '?assurance=high'),
    );
    expect(decodeURIComponent(failed)).toContain('同一个账号');
    expect((await it.session()).name).toBe('示例甲');
  });
});

describe('signing out', () => {
  test('here signs out there too, and the service sends back to our door', async () => {
    const it = await loggedIn();
    const reply = await world.app.inject({
      method: 'POST',
      url: '/api/v1/session/logout',
      cookies: it.ours,
      payload: {},
    });
    const there = new URL(reply.json().redirect);
    expect(there.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const asked = await it.go(there.href);
    const [, action = '', xsrf = ''] = /action="([^"]+)"[^>]*>.*?value="([^"]+)"/s.exec(asked.html) ?? [];
    expect((await it.go(action, { xsrf, logout: 'yes' })).url).toBe(`${world.services.config.publicUrl}/`);
    expect((await it.session()).kind).toBe('guest');
  });

  /** A logout token signed with the service's own key. */
  function logoutToken(claims: object): string {
    const file = join(world.sandbox.options.dataDir, 'sandbox', 'oidc-keys.json');
    const [key] = (JSON.parse(readFileSync(file, 'utf8')) as { jwks: { keys: { kid: string }[] } }).jwks.keys;
    const now = Math.floor(Date.now() / 1000);
    const all = {
      iss: world.sandbox.identitySettings.issuer,
      aud: 'credit-repair',
      iat: now,
      exp: now + 120,
      jti: randomUUID(),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...claims,
    };
    const text = [{ alg: 'ES256', kid: key!.kid, typ: 'logout+jwt' }, all]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const made = sign('sha256', Buffer.from(text), { key: key as never, format: 'jwk', dsaEncoding: 'ieee-p1363' });
    return `${text}.${made.toString('base64url')}`;
  }
  const tell = (token: string, headers = {}) =>
    world.app.inject({
      method: 'POST',
      url: '/api/v1/session/back-channel-logout',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ logout_token: token }).toString(),
    });
  const sidOf = async (cookie: string) =>
    (
      await world.services.db.pool.query<{ sid: string; sub: string }>(
        `select sid, sub from session where token_hash = encode(sha256($1::bytea), 'hex')`,
        [cookie],
      )
    ).rows[0]!;

  test('there ends the login here, of that session alone, and a token counts once', async () => {
    const [one, two] = [await loggedIn(), await loggedIn()];
    const { sid, sub } = await sidOf(one.ours[sessionCookie]!);
    expect(sid).toBeTruthy();
    const token = logoutToken({ sid, sub });
    expect((await tell(token)).json()).toEqual({ ended: 1 });
    expect((await one.session()).kind).toBe('guest');
    expect((await two.session()).kind).toBe('applicant');
    expect((await tell(token)).json()).toEqual({ ended: 0 });
    expect((await tell(logoutToken({ sub }))).json().ended).toBeGreaterThanOrEqual(1);
    expect((await two.session()).kind).toBe('guest');
  });

  test('a sid that belongs to another account ends nothing', async () => {
    const it = await loggedIn();
    const { sid } = await sidOf(it.ours[sessionCookie]!);
    expect((await tell(logoutToken({ sid, sub: 'jx-person-02' }))).json()).toEqual({ ended: 0 });
    expect((await it.session()).kind).toBe('applicant');
  });

  test.each([
    ['nothing', ''],
    ['no token', 'x.y.z'],
  ])('%s is refused', async (_, token) => {
    const reply = await tell(token);
    expect(reply.statusCode).toBe(400);
    expect(reply.headers['cache-control'] ?? 'no-store').toContain('no-store');
  });

  test('a page of another site cannot send the form, and no other endpoint takes forms', async () => {
    expect((await tell(logoutToken({ sub: 'x' }), { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    const form = await world.app.inject({
      method: 'POST',
      url: '/api/v1/session/logout',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'a=b',
    });
    expect(form.statusCode).toBe(415);
  });

  test('in a frame of the service’s page: the session’s id says whose, the issuer must be ours', async () => {
    const it = await loggedIn();
    const { sid } = await sidOf(it.ours[sessionCookie]!);
    const frame = (iss: string, id: string) =>
      `/api/v1/session/front-channel-logout?${new URLSearchParams({ iss, sid: id })}`;
    await world.app.inject({ method: 'GET', url: frame('https://evil.example', sid) });
    await world.app.inject({ method: 'GET', url: frame(world.sandbox.identitySettings.issuer, 'another') });
    await world.app.inject({ method: 'GET', url: '/api/v1/session/front-channel-logout' });
    expect((await it.session()).kind).toBe('applicant');
    const reply = await world.app.inject({ method: 'GET', url: frame(world.sandbox.identitySettings.issuer, sid) });
    expect(reply.statusCode).toBe(200);
    expect((await it.session()).kind).toBe('guest');
  });
});

test('officers are not touched by what the identity service says', async () => {
  const officer = world.withSession(
    await createSession(
      world.services.db,
      'officer',
      { officerId: 'o', name: '示例', unitId: 'emergency-360100', roles: ['officer'] },
      world.clock.now(),
      { sub: 'x', sid: 's' },
    ),
  );
  const issuer = world.sandbox.identitySettings.issuer;
  await world.guest().get(`/api/v1/session/front-channel-logout?${new URLSearchParams({ iss: issuer, sid: 's' })}`);
  expect((await officer.get('/api/v1/session')).body.kind).toBe('officer');
});
