import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { demoAccounts } from '#sandbox/accounts.ts';
import { launchBrowser } from '../tools/browser.ts';
import { logInApplicant, logInOfficer } from '../tools/journey/log-in.ts';
import type { Person, Platform } from '../tools/journey/person.ts';

/** The two sizes everything is judged at. */
export const sizes = {
  desk: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 375, height: 760 }, isMobile: true, hasTouch: true },
} as const;
type Size = keyof typeof sizes;

/** The running system as the tests of one file use it. */
export interface World {
  readonly url: string;
  /** A browser of somebody unknown. */
  guest(size?: Size): Promise<Page>;
  /** A browser in which an officer of the demonstration has logged in at the offices' door. */
  officer(login: string, size?: Size): Promise<Page>;
  /** A browser in which an account of the identity service has logged in, on 我的失信信息. */
  applicant(name: string, size?: Size): Promise<Page>;
  /** The same people without a browser, to prepare what a journey is not about. */
  readonly api: {
    officer(login: string): Promise<Person>;
    applicant(name: string): Promise<Person>;
  };
}

/** Every transition takes a moment only: what is looked at is always at rest. */
const quick = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*,*::before,*::after{animation-duration:1ms!important;animation-delay:0s!important;transition-duration:1ms!important;transition-delay:0s!important;scroll-behavior:auto!important}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
`;

let pictures: string | undefined;
const officePassword = 'demo-2026';

/** An account of the identity service by the name on it. */
export function accountOf(name: string) {
  const found = demoAccounts.find((one) => one.name === name);
  if (!found) throw new Error(`没有演示账号 ${name}`);
  return found;
}

/**
 * Opens the world for a test file: one browser, a fresh context for each person, closed after each test. Of a test that
 * fails every open page is photographed, and the path printed with what the page says. A script that throws fails the test.
 */
export function openWorld(): World {
  const { url } = inject('system');
  const platform: Platform = { url: new URL(url), called: new Set() };
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let thrown: string[] = [];
  const kept = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async ({ task }) => {
    const pages = contexts.flatMap((context) => context.pages());
    if (task.result?.state === 'fail') {
      for (const { message, stack } of task.result.errors ?? []) process.stdout.write(`${message}\n${stack ?? ''}\n`);
      await photograph(pages, task.name);
    }
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    const found = thrown;
    thrown = [];
    expect(found, '页面脚本出错').toEqual([]);
  });
  afterAll(() => browser?.close());

  async function open(size: Size, state?: string): Promise<Page> {
    const storageState = state ? kept.get(state) : undefined;
    const context = await browser.newContext({
      ...sizes[size],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...(storageState ? { storageState } : {}),
    });
    contexts.push(context);
    context.setDefaultTimeout(30_000);
    await context.addInitScript(quick);
    context.on('page', (page) => page.on('pageerror', (error) => thrown.push(error.message)));
    return context.newPage();
  }

  return {
    url,
    guest: (size = 'desk') => open(size),
    async officer(login, size = 'desk') {
      const page = await open(size, login);
      await page.goto(`${url}/office/`);
      if (!kept.has(login)) {
        await page.getByLabel('用户名').fill(login);
        await page.getByLabel('密码').fill(officePassword);
        await page.getByRole('button', { name: '登录' }).click();
      }
      await page.getByRole('navigation', { name: '主导航' }).waitFor();
      kept.set(login, await page.context().storageState());
      return page;
    },
    async applicant(name, size = 'desk') {
      const page = await open(size);
      await page.goto(`${url}/records`);
      await logIn(page, name);
      return page;
    },
    api: {
      officer: (login) => logInOfficer(platform, login),
      applicant: async (name) => (await logInApplicant(platform, accountOf(name).username)).person,
    },
  };
}

/** From 请先登录 through the identity service back to the records. */
export async function logIn(page: Page, name: string): Promise<void> {
  const { username, password } = accountOf(name);
  await page.getByRole('main').getByRole('link', { name: '登录' }).click();
  await page.getByLabel('账号', { exact: true }).fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '我的失信信息' }).waitFor();
}

async function photograph(pages: readonly Page[], test: string): Promise<void> {
  pictures ??= mkdtempSync(join(tmpdir(), 'credit-repair-e2e-pictures-'));
  for (const [index, page] of pages.entries()) {
    const path = join(pictures, `${test.replace(/[^\p{L}\p{N}]+/gu, '-')}-${index + 1}.png`);
    await page.screenshot({ path, fullPage: true }).catch(() => {});
    process.stdout.write(`截图 ${path}（${page.url()}）\n${await said(page)}\n`);
  }
}

/** What stands in an open dialog or alert, or else the beginning of the page: read where no picture can be looked at. */
async function said(page: Page): Promise<string> {
  const texts = await page
    .locator('dialog[open], [role=alert], .ant-modal, .ant-drawer-open, main')
    .allInnerTexts()
    .catch(() => ['（页面读不出来）']);
  return texts.map((text) => `  | ${text.replace(/\s+/g, ' ').slice(0, 500)}`).join('\n');
}
