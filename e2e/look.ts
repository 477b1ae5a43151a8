import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Latin letters that people may meet: formats, units, keys. Everything else on a screen is Chinese. */
const knownWords = /^(pdf|jpe?g|png|xlsx|csv|txt|kb|mb|sha-?256|gb18030|ctrl|alt|enter|sm3|cf)$/i;
/** Numbers that hold letters: codes of subjects, of papers, of applications; a query code has eight signs and may hold letters alone. */
const isNumber = (token: string) =>
  /^[0-9A-Z]+$/.test(token) && (/\d/.test(token) || token.length <= 4 || token.length === 8);

/** Takes pictures of every screen that is looked at into this folder, for people to look at. */
const album = process.env.E2E_SHOTS;
if (album) mkdirSync(album, { recursive: true });

/** Takes a picture of the screen as it is, where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (album) await page.screenshot({ path: join(album, `${name}-${page.viewportSize()?.width}.png`), fullPage: true });
}

/**
 * Waits until nothing on the screen is a stand-in for something to come. A form is another screen at a desk than on a phone: the page
 * hears of a new size first.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await page.locator('h1').first().waitFor();
  await expect
    .poll(() => page.locator('.ant-skeleton:visible, .skeleton:visible, .ant-spin-spinning:visible').count(), {
      timeout: 15_000,
    })
    .toBe(0);
}

/**
 * Looks at a screen as everybody needs it: no serious fault for assistive technology, one first heading, nothing that
 * runs out sideways, no words that are not Chinese. What is wrong fails the test at its end; the journey goes on.
 */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  const faults = [...(await axeFaults(page)), ...(await shapeFaults(page)), ...(await wordFaults(page))];
  expect.soft(faults, `${name}（${new URL(page.url()).pathname}）`).toEqual([]);
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}：${node.target.join(' ')} ${node.html}`.slice(0, 300)),
    );
}

async function shapeFaults(page: Page): Promise<string[]> {
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  const headings = await page.locator('h1').count();
  return [
    ...(sideways > 0 ? [`横向多出 ${sideways} 像素`] : []),
    ...(headings === 1 ? [] : [`有 ${headings} 个一级标题`]),
  ];
}

/** What people are shown as they gave it, or as it has to be: addresses, names of files, what a file says, digests, codes. */
const givenTexts = [
  /https?:\/\/\S+/g,
  /\S+\.(xlsx|csv|pdf|png)\b/g,
  /“[^”\n]*”/g,
  /请写作 \d{4}-\d{2}-\d{2}/g,
  /\b[0-9a-f]{64}\b/g,
  /\b[0-9A-Z]{4}(-[0-9A-Z]{4})+\b/g,
];

async function wordFaults(page: Page): Promise<string[]> {
  const shown = await page.locator('body').innerText();
  const text = givenTexts.reduce((left, given) => left.replace(given, ''), shown);
  const odd = (text.match(/[A-Za-z0-9]*[A-Za-z]{3,}[A-Za-z0-9-]*/g) ?? []).filter(
    (token) => !knownWords.test(token) && !isNumber(token.replaceAll('-', '')),
  );
  const naked = text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
  const faults = [...odd.map((one) => `不是中文：${one}`), ...naked.map((one) => `日期没有写全：${one}`)];
  return [...new Set(faults)].slice(0, 6);
}
