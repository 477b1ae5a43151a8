import { expect, test } from 'vitest';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { freshNumber } from './fresh-number.ts';
import { look } from './look.ts';
import { importListings } from './records.ts';
import { openWorld, sizes } from './world.ts';

const world = openWorld();
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];

test.each(everySize)('who never heard of it is led from what he saw to where it is done (%s)', async (size) => {
  const page = await world.guest(size);
  await page.goto(world.url);
  await page.getByText('信用卡、贷款逾期').click();
  await page.getByText('先问放款的银行').waitFor();
  await expect.poll(() => page.getByRole('link', { name: '打开中国人民银行征信中心网站' }).isVisible()).toBe(true);
  await look(page, '首页-征信');
  await page.getByText('税务机关公布的重大税收违法').click();
  // One is open at a time.
  await expect.poll(() => page.getByText('先问放款的银行').isVisible()).toBe(false);
  await page.getByRole('link', { name: '怎么提前停止公布' }).click();
  await page.getByRole('heading', { name: '重大税收违法失信主体名单', level: 1 }).waitFor();
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  expect(await page.title()).toContain('重大税收违法失信主体名单');
  await look(page, '直达事项');
  await page.getByRole('link', { name: '不登录，自己测一测' }).click();
  await page.getByRole('heading', { name: '自己测一测' }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: '到窗口办：窗口在哪里' }).click();
  await page.getByLabel('您在哪里？').selectOption('360781');
  await page.getByRole('heading', { name: /瑞金市/ }).waitFor();
  await look(page, '窗口在哪里');
});

test('a link to a matter shows the records of it after login, and leads to the form', async () => {
  const docNumber = `饶应急失信〔2025〕${freshNumber()}号`;
  await importListings(await world.api.officer('operator'), demoSubjects.farmShop, [docNumber]);
  const page = await world.applicant(demoSubjects.farmShop.name, 'phone');
  await page.goto(`${world.url}/apply-for/work-safety?channel=credit-jiangxi`);
  await page.getByText(docNumber).waitFor();
  await look(page, '直达事项-登录后');
  await page.getByRole('link', { name: /申请修复|一次申请/ }).click();
  await page.getByRole('heading', { name: '申请信用修复', level: 1 }).waitFor();
  await page.goto(`${world.url}/apply-for/customs-discredited`);
  await page.getByText('没有这一类记录').waitFor();
  await look(page, '直达事项-没有');
});

test('in the web view of a portal: no head of ours, no second window, kept over leaving the page', async () => {
  const page = await world.guest('phone');
  await page.goto(`${world.url}/?from=ganfutong`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.getByRole('banner').getByRole('link', { name: '信用修复一件事' }).count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: '长辈版' }).isVisible()).toBe(true);
  await page.goto(`${world.url}/guide`);
  await expect.poll(() => page.getByRole('banner').getByRole('link', { name: '信用修复一件事' }).count()).toBe(0);
  const link = page.getByRole('link', { name: '下载指引全文（PDF）' });
  await link.evaluate('(one) => one.addEventListener("click", (event) => event.preventDefault())');
  await link.click();
  await expect.poll(() => link.getAttribute('target')).toBe(null);
  expect((await page.context().cookies()).filter((one) => one.name !== 'credit_repair')).toEqual([]);
  await look(page, '赣服通-指引');
});

test('a page left open over an upgrade loads itself anew once, and says so where that does not help', async () => {
  const page = await world.guest();
  await page.goto(world.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  let gone = true;
  await page.route(/\/assets\/Progress-.*\.js$/, (route) => (gone ? route.fulfill({ status: 404 }) : route.continue()));
  let loads = 0;
  page.on('load', () => {
    loads += 1;
    // The page that came anew names the parts that are there.
    gone = false;
  });
  await page
    .getByRole('main')
    .getByRole('link', { name: /查进度/ })
    .click();
  await page.getByRole('heading', { name: '查进度', level: 1 }).waitFor();
  expect(loads).toBe(1);

  await page.goto(world.url);
  await page.route(/\/assets\/VerifyPaper-.*\.js$/, (route) => route.fulfill({ status: 404 }));
  await page
    .getByRole('main')
    .getByRole('link', { name: /验文书真伪/ })
    .click();
  await page.getByRole('heading', { name: '这一页没有打开' }).waitFor();
  await look(page, '这一页没有打开');
});

test('a login about to end is told in time and prolonged by one press; one that ended leads back here', async () => {
  const page = await world.applicant(demoSubjects.charity.name, 'phone');
  await page.clock.install();
  await page.goto(`${world.url}/records`);
  await page.getByRole('button', { name: '退出' }).waitFor();
  // An answer that is still on its way would count as heard after the hour has passed.
  await page.waitForLoadState('networkidle');
  await page.clock.fastForward('53:00');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.clock.fastForward('02:00');
  await page.getByRole('dialog', { name: '还在办吗？' }).waitFor();
  await look(page, '还在办吗');
  const asked = page.waitForResponse((reply) => reply.url().endsWith('/api/v1/session'));
  await page.getByRole('button', { name: '继续办理' }).click();
  await asked;
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);

  await page.clock.fastForward('30:00');
  await page.context().clearCookies();
  await page.clock.fastForward('31:00');
  await page.getByRole('dialog', { name: '登录已经到时间' }).waitFor();
  await expect
    .poll(() => page.getByRole('link', { name: '重新登录' }).getAttribute('href'))
    .toContain('next=%2Frecords');
});

test('the guide is read aloud where there is a Chinese voice, and paused, continued and stopped', async () => {
  const page = await world.guest('phone');
  await page.goto(`${world.url}/guide/tax-serious`);
  await page.getByRole('heading', { name: '能修复吗？' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: '读给我听' }).count()).toBe(0);
  await page.addInitScript(`
    window.heard = [];
    const speech = { getVoices: () => [{ lang: 'zh-CN', name: '示例' }], speak: (one) => heard.push(one.text),
      cancel: () => heard.push('×'), pause: () => heard.push('‖'), resume: () => heard.push('›'), addEventListener() {}, removeEventListener() {} };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  `);
  await page.reload();
  await page.getByRole('button', { name: '读给我听' }).click();
  expect(await page.evaluate<string[]>('heard.slice(0, 2)')).toEqual(['×', '重大税收违法失信主体名单']);
  await page.getByRole('button', { name: '暂停' }).click();
  await page.getByRole('button', { name: '接着读' }).click();
  await look(page, '朗读指引');
  await page.getByRole('button', { name: '停止' }).click();
  expect(await page.evaluate<string>('heard.filter((one) => one.length === 1).join("")')).toMatch(/‖›×$/);
  await page.getByRole('button', { name: '读给我听' }).waitFor();
});
