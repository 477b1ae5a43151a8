import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { look } from './look.ts';
import { openWorld } from './world.ts';

const world = openWorld();

/** What anybody may open, each with a name for its picture. */
const screens: readonly (readonly [name: string, address: string])[] = [
  ['首页', '/'],
  ['指引清单', '/guide'],
  ['指引-全省', '/guide/market-penalty'],
  ['指引-南昌', '/guide/tax-serious?region=360100'],
  ['指引-逐条依据', '/guide/market-penalty?layer=law'],
  ['指引-以前的', '/guide/market-penalty?on=2026-01-05'],
  ['指引-各个版本', '/guide-versions'],
  ['验真伪', '/verify'],
  ['验真伪-没有', '/verify/ABCD-EFGH-JKLM'],
  ['公示查询', '/public?q=南昌示例餐饮管理有限公司'],
  ['没登上', '/login-failed?why=超时'],
  ['没有这一页', '/nowhere'],
];

test.each(['phone', 'desk'] as const)('every public screen is whole on a %s', async (size) => {
  const page = await world.guest(size);
  for (const [name, address] of screens) {
    await page.goto(world.url + address);
    await page.waitForLoadState('networkidle');
    await look(page, `public-${name}`);
  }
});

test('at most 170 KB gzipped are loaded before the first screen, and nothing of the offices', () => {
  const folder = resolve(import.meta.dirname, '../dist/web');
  const page = readFileSync(resolve(folder, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]!);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(resolve(folder, file))).length, 0);
  expect(files.length).toBeGreaterThan(2);
  expect(files.join()).not.toMatch(/antd|echarts|office/);
  expect(bytes).toBeLessThan(170 * 1024);
});

test('长辈版 is remembered, its letters are larger and its targets 60 px high', async () => {
  const page = await world.guest('phone');
  await page.goto(world.url);
  await page.getByRole('button', { name: '长辈版' }).click();
  await page.reload();
  const target = await page.getByRole('link', { name: '查我的记录' }).boundingBox();
  expect(target!.height).toBeGreaterThanOrEqual(60);
  expect(await page.evaluate('getComputedStyle(document.body).fontSize')).toBe('20px');
  await look(page, '长辈版');
});

test('by keyboard: the skip link leads to the text, the error summary takes the focus and leads to its field', async () => {
  const page = await world.guest('desk');
  await page.goto(`${world.url}/progress`);
  await page.getByRole('button', { name: '查进度' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
  await page.getByRole('button', { name: '查进度' }).press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('number');
  await look(page, '查进度-有错');
});
