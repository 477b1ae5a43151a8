import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMonths } from '#domain/plain-date.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { organCode } from '../samples/organs.ts';
import { freshNumber } from './fresh-number.ts';
import { look } from './look.ts';
import { today } from './system.ts';
import { accountOf, openWorld } from './world.ts';

const world = openWorld();
const subject = demoSubjects.haulier;
const found = addMonths(today, -14);

/** Picks an option of a list by its words. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  const list = page.getByLabel(label, { exact: false }).first();
  await list.click();
  await list.fill(option);
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).first().click();
}

test('an officer enters a decision; its notice is opened and served; its code leads to the filled-in form', async () => {
  const docNumber = `洪应急失信〔2025〕${freshNumber()}号`;
  const page = await world.officer('emergency-360100');
  await page.getByRole('link', { name: '两书同达' }).click();
  await page.getByRole('heading', { name: '两书同达', level: 1 }).waitFor();
  await page.getByRole('button', { name: '登记一条决定' }).click();
  await page.getByText('列入名录、名单').click();
  await page.getByRole('button', { name: '保存并制作告知书' }).click();
  await page.getByText(/还有 \d+ 处要改/).waitFor();
  await look(page, 'letters-登记有错');

  await page.getByLabel('统一社会信用代码', { exact: false }).first().fill(subject.identifier);
  await page.getByRole('button', { name: '按代码查主体' }).click();
  await page.getByText(/^(查到：|平台里还没有)/).waitFor();
  await page.getByLabel(/^主体名称/).fill(subject.name);
  await pick(page, '行政相对人类别', '法人及非法人组织');
  await pick(page, '事项', '安全生产严重失信主体名单');
  await page.getByLabel(/^列入决定文书号/).fill(docNumber);
  await page.getByLabel(/^列入日期/).fill(found);
  await page.getByLabel(/^公示日期/).fill(found);
  await page.getByLabel(/^列入原因/).fill('发生生产安全事故后瞒报');
  await page.getByLabel(/^列入机关统一社会信用代码/).fill(organCode('南昌市应急管理局'));
  await pick(page, '是否履行完毕', '是');
  const saved = page.waitForResponse((reply) => reply.url().endsWith('/office/records') && reply.status() === 201);
  await page.getByRole('button', { name: '保存并制作告知书' }).click();
  const made = (await (await saved).json()) as { notice: { applyUrl: string } };
  await page.getByRole('heading', { name: `已登记：${docNumber}` }).waitFor();
  await look(page, 'letters-已登记');

  const address = await page.getByRole('link', { name: '打开告知书' }).getAttribute('href');
  await expect
    .poll(async () => (await page.request.get(`${world.url}${address}`)).headers()['content-type'], { timeout: 30_000 })
    .toBe('application/pdf');
  await page.getByRole('button', { name: '去看待送达的' }).click();
  await page.getByRole('button', { name: `登记送达：${docNumber}` }).click();
  await page.getByLabel(/^签收人/).fill('示例丙');
  await look(page, 'letters-登记送达');
  await page.getByRole('dialog').getByRole('button', { name: '登记送达' }).click();
  await page.getByRole('button', { name: `登记送达：${docNumber}` }).waitFor({ state: 'detached' });
  await page.goto(`${world.url}/office/notices?stage=served`);
  await page.getByRole('button', { name: `看送达情况：${docNumber}` }).click();
  await page.getByText('签收人 示例丙').waitFor();
  await look(page, 'letters-送达情况');

  const phone = await world.guest('phone');
  await phone.goto(new URL(new URL(made.notice.applyUrl).pathname, world.url).href);
  await phone.getByText(docNumber).first().waitFor();
  const { username, password } = accountOf(subject.name);
  await phone.getByRole('main').getByRole('link', { name: /^登录/ }).click();
  await phone.getByLabel('账号', { exact: true }).fill(username);
  await phone.getByLabel('密码').fill(password);
  await phone.getByRole('button', { name: '登录', exact: true }).click();
  await phone.getByRole('button', { name: '为这一条申请修复' }).click();
  await phone.getByRole('heading', { name: '联办申请', level: 1 }).waitFor();
  const steps = phone.locator('main');
  await expect.poll(() => steps.innerText()).toContain('1 条失信信息，一次申请');
  await expect.poll(() => steps.innerText()).toContain(subject.name);
  await look(phone, 'letters-申请表');
  await phone.getByRole('link', { name: '修复事项' }).click();
  await phone.getByText(docNumber).first().waitFor();
});
