import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

test('Chinese is drawn with a Chinese font, each character in its own width', { timeout: 30_000 }, async () => {
  const page = await browser.newPage();
  await page.setContent('<span style="font: 20px sans-serif">信用修复一件事</span>');
  const width = await page.locator('span').evaluate((span) => (span as unknown as { offsetWidth: number }).offsetWidth);
  expect(width).toBeGreaterThanOrEqual(138);
  expect(width).toBeLessThanOrEqual(142);
  const image = await page.locator('span').screenshot();
  expect(image.byteLength).toBeGreaterThan(800);
});
