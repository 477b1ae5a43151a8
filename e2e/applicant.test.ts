import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { choose } from './choose.ts';
import { look } from './look.ts';
import { importListings } from './records.ts';
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

/** A listing of its own for the subject, ticked alone, and the application for it begun. */
async function begin(page: Page, docNumber: string): Promise<void> {
  await page.reload();
  await page.getByText(/共 \d+ 条。/).waitFor();
  await choose(page, [docNumber]);
}

async function list(docNumber: string): Promise<void> {
  await importListings(await world.api.officer('operator'), demoSubjects.materials, [docNumber]);
}

const task = (page: Page, name: RegExp) => page.locator('.task-list').getByRole('link', { name }).click();

async function back(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存并返回清单' }).click();
  await page.getByRole('heading', { name: '联办申请', level: 1 }).waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await task(page, /主体信息/);
  await page.getByLabel('住所（经营场所）').fill('赣州市章贡区样例路2号');
  await page.getByLabel('联系电话').fill('13800000002');
  await back(page);
  await task(page, /事实和理由/);
  await page.getByRole('button', { name: '帮我起个头' }).click();
  await back(page);
  await task(page, /材料/);
  await page.getByRole('heading', { name: '材料', exact: true }).waitFor();
  const uploads = page.locator('.upload');
  const { name, type, content } = pdf('凭证.pdf', 'proof');
  for (let index = 0; index < (await uploads.count()); index += 1) {
    await uploads
      .nth(index)
      .locator('.upload-input')
      .setInputFiles({ name, mimeType: type, buffer: Buffer.from(content) });
    await uploads.nth(index).getByText('✓ 已上传').waitFor();
  }
  await back(page);
  await task(page, /承诺和签名/);
  await page.getByLabel('我已阅读并作出以上承诺').check();
  await page.getByLabel('签名人姓名').fill('示例乙');
  await back(page);
}

test('an answer that is lost makes no second application', async () => {
  await list('洪应急失信〔2025〕801号');
  const page = await world.applicant(demoSubjects.materials.name, 'phone');
  await begin(page, '洪应急失信〔2025〕801号');
  await fillIn(page);
  await page.getByRole('link', { name: '检查并提交' }).click();
  let lost = 0;
  await page.route('**/applications', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '提交申请（1 条）' }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  expect(lost).toBe(1);
  await look(page, '提交后-没有查询码');
  await page.goto(`${world.url}/applications`);
  await page.getByText('项已办结').first().waitFor();
  expect(await page.locator('main li.card').count()).toBe(1);
});

test('a draft that was changed elsewhere is not overwritten', async () => {
  await list('洪应急失信〔2025〕802号');
  const page = await world.applicant(demoSubjects.materials.name, 'desk');
  await begin(page, '洪应急失信〔2025〕802号');
  await task(page, /事实和理由/);
  await page.getByLabel('申请事实和理由').fill('已缴清罚款。');
  await page.getByText('✓ 已保存').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('申请事实和理由').fill('在另一处写的。');
  await other.getByText('✓ 已保存').waitFor();
  await page.getByLabel('申请事实和理由').fill('在这一处接着写。');
  await page.getByText('这份草稿在别处被改过').waitFor();
  await look(page, '草稿冲突');
  await page.getByRole('button', { name: '打开最新的一份' }).click();
  await expect.poll(() => page.getByLabel('申请事实和理由').inputValue()).toBe('在另一处写的。');
});
