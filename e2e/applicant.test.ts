import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { faultsOf, importSamples, logIn, type Running, startSystem } from './support-applicant.ts';

const agent = { username: '13900000003', password: 'Demo-2026-03' };
const phone = { viewport: { width: 375, height: 760 }, isMobile: true, hasTouch: true };
const desk = { viewport: { width: 1280, height: 900 } };
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let system: Running;
let browser: Browser;
let context: BrowserContext | undefined;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), launchBrowser()]);
  await importSamples(system.url, ['penalties-two-sheets.xlsx', 'lists-all-matters.xlsx']);
});
afterEach(async () => {
  await context?.close();
  context = undefined;
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function open(size: typeof phone | typeof desk): Promise<Page> {
  context = await browser.newContext({ ...size, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Works through the five tasks of the application that is open. */
async function fillIn(page: Page): Promise<void> {
  const list = page.getByRole('heading', { name: '联办申请' });
  const back = async () => {
    await page.getByRole('button', { name: '保存并返回清单' }).click();
    await list.waitFor();
  };
  const task = (name: RegExp) => page.locator('.task-list').getByRole('link', { name }).click();
  await task(/主体信息/);
  await page.getByLabel('住所（经营场所）').fill('南昌市东湖区示例路1号');
  await page.getByLabel('联系电话').fill('13900000003');
  await back();
  await task(/事实和理由/);
  await page.getByRole('button', { name: '帮我起个头' }).click();
  for (const choice of await page.locator('fieldset.field').all()) await choice.locator('input').first().check();
  for (const field of await page.locator('input.control').all())
    await field.fill((await field.getAttribute('type')) === 'date' ? '2026-03-02' : '1');
  await back();
  await task(/材料/);
  await page.getByRole('heading', { name: '材料', exact: true }).waitFor();
  const uploads = page.locator('.upload');
  for (let index = 0; index < (await uploads.count()); index += 1) {
    const file = { name: '缴款凭证.png', mimeType: 'image/png', buffer: photo };
    await uploads.nth(index).locator('.upload-input').setInputFiles(file);
    await uploads.nth(index).getByText('✓ 已上传').waitFor();
  }
  await back();
  await task(/承诺和签名/);
  await page.getByLabel('我已阅读并作出以上承诺').check();
  await page.getByLabel('签名人姓名').fill('示例甲');
  await back();
}

async function beginApplication(page: Page, subject: string): Promise<void> {
  await logIn(page, system.url, agent);
  const labels = await page.locator('#acting-for option').allTextContents();
  await page.locator('#acting-for').selectOption({ label: labels.find((label) => label.includes(subject))! });
  await page.locator('.acting, #acting-for').first().waitFor();
  await page.getByText(/共 \d+ 条。/).waitFor();
  const boxes = page.locator('.record-choice input');
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.check();
  await page.locator('.sticky button').click();
  await page.getByRole('heading', { name: '联办申请' }).waitFor();
}

describe('what anybody sees', () => {
  const screens = [
    '/',
    '/guide',
    '/guide/market-penalty',
    '/guide/tax-serious?region=360100',
    '/calculator',
    '/records',
    '/progress',
    '/verify',
    '/verify/ABCD-EFGH-JKLM',
    '/public?q=南昌示例餐饮管理有限公司',
    '/login-failed?why=超时',
    '/nowhere',
  ];
  it.each([
    ['375', phone],
    ['1280', desk],
  ] as const)('has no fault on any screen at %s px', async (_, size) => {
    const page = await open(size);
    for (const screen of screens) {
      await page.goto(system.url + screen);
      await page.locator('h1').first().waitFor();
      expect(await faultsOf(page), screen).toEqual([]);
    }
  });

  it('loads at most 170 KB gzipped before the first screen, and nothing of the offices', () => {
    const folder = resolve(import.meta.dirname, '../dist/web');
    const page = readFileSync(resolve(folder, 'index.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]!);
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(resolve(folder, file))).length, 0);
    expect(files.length).toBeGreaterThan(2);
    expect(files.join()).not.toMatch(/antd|echarts|office/);
    expect(size).toBeLessThan(170 * 1024);
  });

  it('keeps the larger letters of 长辈版 and grows targets to 60 px', async () => {
    const page = await open(phone);
    await page.goto(system.url);
    await page.getByRole('button', { name: '长辈版' }).click();
    await page.reload();
    const target = page.getByRole('link', { name: '查我的记录' });
    expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(60);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('gives the error summary the focus, and works by keyboard', async () => {
    const page = await open(desk);
    await page.goto(`${system.url}/calculator`);
    await page.getByRole('button', { name: '下一页' }).press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('subjectType');
  });

  it('answers the calculator with verdict, days and articles', async () => {
    const page = await open(phone);
    await page.goto(`${system.url}/calculator`);
    await page.getByLabel('企业、单位、社会组织').check();
    await page.getByLabel('市场监管部门的处罚').check();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByLabel('处罚决定书是哪天作出的？').fill('2026-05-06');
    await page.getByLabel('已经公示', { exact: true }).check();
    await page.getByLabel('哪天开始公示的？').fill('2026-05-08');
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByLabel('罚款', { exact: true }).check();
    await page.getByLabel('罚款多少元？').fill('20000');
    await page.getByLabel('都不是').check();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByLabel('都完成了').check();
    await page.getByLabel('没有', { exact: true }).check();
    await page.getByRole('button', { name: '看结果' }).click();
    await page.getByText('日子和期限').waitFor();
    await page.locator('.cite').first().click();
    await page.locator('.cite-panel strong').waitFor();
    expect(await page.locator('.cite-panel').textContent()).toMatch(/第.+条/);
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('the joint application', () => {
  it('goes from records to receipt, and a lost answer makes no second application', async () => {
    const page = await open(phone);
    await beginApplication(page, '南昌示例餐饮');
    await fillIn(page);
    await page.getByRole('link', { name: '检查并提交' }).click();
    await page.getByRole('heading', { name: '检查并提交' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    let lost = 0;
    await page.route('**/applications', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: /提交申请/ }).click();
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    expect(lost).toBe(1);
    const number = await page.locator('.big-number').first().textContent();
    await page.getByRole('link', { name: '看办理进度' }).click();
    await page.getByRole('heading', { name: `申请 ${number}` }).waitFor();
    expect(await page.locator('.stepper').count()).toBeGreaterThan(4);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '看这一项的经过' }).first().click();
    await page.locator('.timeline li').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${system.url}/applications`);
    await page.getByText('项已办结').first().waitFor();
    expect(await page.locator('main li.card').count()).toBe(1);
  });

  it('keeps a draft, and says so when it was changed elsewhere', async () => {
    const page = await open(desk);
    await beginApplication(page, '赣州样例建材');
    await page
      .locator('.task-list')
      .getByRole('link', { name: /事实和理由/ })
      .click();
    await page.getByLabel('申请事实和理由').fill('已缴清罚款。');
    await page.getByText('✓ 已保存').waitFor();
    const other = await context!.newPage();
    await other.goto(page.url());
    await other.getByLabel('申请事实和理由').fill('在另一处写的。');
    await other.getByText('✓ 已保存').waitFor();
    await page.getByLabel('申请事实和理由').fill('在这一处接着写。');
    await page.getByText('这份草稿在别处被改过').waitFor();
    await page.getByRole('button', { name: '打开最新的一份' }).click();
    await expect.poll(() => page.getByLabel('申请事实和理由').inputValue()).toBe('在另一处写的。');
  });
});
