import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const get = (url: string, headers: Record<string, string> = {}) => world.app.inject({ method: 'GET', url, headers });

/** Keeps a file for people to look at, where they ask for it. */
function keep(name: string, bytes: Buffer): void {
  const folder = process.env.GUIDE_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

test('the whole guide is printed with contents and every matter; asked again it is the same file', async () => {
  const first = await get('/api/v1/guide/pdf?channel=zwfw');
  expect(first.statusCode).toBe(200);
  expect(first.headers['content-type']).toBe('application/pdf');
  expect(decodeURIComponent(String(first.headers['content-disposition']))).toContain('指引 20260401.pdf');
  const bytes = first.rawPayload;
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(20);
  keep('whole.pdf', bytes);
  const again = await get('/api/v1/guide/pdf?on=2026-05-01');
  expect(again.rawPayload.equals(bytes)).toBe(true);
  expect((await get('/api/v1/guide/pdf', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
}, 60_000);

test('one matter with the units of a region; what is not listed is refused', async () => {
  const [province, city] = await Promise.all(
    ['tax-serious', 'tax-serious&region=360100'].map((query) => get(`/api/v1/guide/pdf?matter=${query}`)),
  );
  expect([province!.statusCode, city!.statusCode]).toEqual([200, 200]);
  expect(city!.rawPayload.equals(province!.rawPayload)).toBe(false);
  keep('tax.pdf', city!.rawPayload);
  keep('market.pdf', (await get('/api/v1/guide/pdf?matter=market-penalty&region=360102')).rawPayload);
  keep('court.pdf', (await get('/api/v1/guide/pdf?matter=judgment-defaulter')).rawPayload);
  expect((await get('/api/v1/guide/pdf?matter=no-such-matter')).statusCode).toBe(404);
  expect((await get('/api/v1/guide/pdf?matter=tax-serious&on=2026-01-05')).statusCode).toBe(404);
}, 60_000);
