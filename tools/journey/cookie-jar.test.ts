import { expect, test } from 'vitest';
import { openCookieJar } from './cookie-jar.ts';

const reply = (...lines: string[]) => new Headers(lines.map((line) => ['set-cookie', line]));
const [platform, identity] = [new URL('http://127.0.0.1:8080/api/v1/x'), new URL('http://127.0.0.1:8081/oidc/auth/1')];

test('each origin gets its own cookies back, as set', () => {
  const jar = openCookieJar();
  jar.keep(platform, reply('session=a=b; Path=/; HttpOnly'));
  jar.keep(identity, reply('_interaction=1; Path=/oidc/interaction/7', '_session=2; Path=/'));
  expect(jar.header(platform)).toBe('session=a=b');
  expect(jar.header(identity)).toBe('_session=2');
  expect(jar.header(new URL('http://127.0.0.1:8081/oidc/interaction/7'))).toBe('_interaction=1; _session=2');
});

test('a cookie that is set again replaces, one that has run out goes', () => {
  const jar = openCookieJar();
  jar.keep(platform, reply('session=1; Path=/'));
  jar.keep(platform, reply('session=2; Path=/'));
  expect(jar.header(platform)).toBe('session=2');
  jar.keep(platform, reply('session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'));
  expect(jar.header(platform)).toBe('');
});
