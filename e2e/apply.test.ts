import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose } from './choose.ts';
import { fillForm } from './fill-form.ts';
import { look } from './look.ts';
import { logIn, openWorld } from './world.ts';

const world = openWorld();

/** 自己测一测, one question at a time. */
async function calculate(page: Page, picture: string): Promise<void> {
  const choose = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().click();
  const day = async (title: string, value: string) => {
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByLabel('日期').fill(value);
    await choose('下一步');
  };
  await page.getByRole('link', { name: '不登录，自己测一测' }).click();
  await choose('市场监管部门的处罚');
  await choose('企业、单位、社会组织');
  await day('处罚决定书是哪天作出的？', '2026-05-06');
  await choose(/另一天公示的/);
  await day('哪天开始公示的？', '2026-05-08');
  await page.getByLabel('罚款', { exact: true }).check();
  await look(page, `${picture}-测一测`);
  await choose('下一步');
  await choose(/^没有超过/);
  await choose('没有写');
  await choose('都不是');
  await choose('都完成了');
  await choose('没有');
  await page.getByRole('heading', { name: '日子' }).waitFor();
  await page.getByText('现在就申请修复。').first().waitFor();
  await expect.poll(() => page.getByRole('main').innerText()).toMatch(/第\S+条/);
  await look(page, `${picture}-测算结果`);
}

interface Journey {
  readonly size: 'desk' | 'phone';
  readonly account: string;
  readonly signer: string;
  /** Document numbers of the records to tick. */
  readonly records: readonly string[];
  /** Headings of the groups, in their order. */
  readonly groups: readonly RegExp[];
}

async function apply({ size, account, signer, records, groups }: Journey): Promise<void> {
  const page = await world.guest(size);
  const picture = `applicant`;
  await page.goto(world.url);
  await look(page, `${picture}-首页`);
  await calculate(page, picture);

  await page.getByRole('link', { name: '信用修复一件事', exact: true }).click();
  await page.getByRole('link', { name: '查我的记录' }).click();
  await look(page, `${picture}-请先登录`);
  await logIn(page, account);
  await page.getByText(/共 \d+ 条。/).waitFor();
  const titles = await page.locator('main h2').allInnerTexts();
  const found = groups.map((group) => titles.findIndex((title) => group.test(title)));
  expect(found, titles.join('；')).toEqual(found.toSorted((a, b) => a - b));
  expect(Math.min(...found), titles.join('；')).toBeGreaterThanOrEqual(0);
  await look(page, `${picture}-我的记录`);

  await choose(page, records);
  await expect.poll(() => page.locator('.task-list li, .whole-side li').count()).toBe(5);
  await fillForm(page, { signer, picture });

  await page
    .getByRole('link', { name: '检查并提交' })
    .or(page.getByRole('button', { name: '检查并提交' }))
    .first()
    .click();
  await page.getByRole('heading', { name: '检查并提交' }).waitFor();
  for (const docNumber of records) await page.getByText(docNumber).first().waitFor();
  await look(page, `${picture}-检查并提交`);
  await page.getByRole('button', { name: `提交申请（${records.length} 条）` }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  await page.getByText(`${records.length} 项都已收到`).waitFor();
  await look(page, `${picture}-已提交`);
  const term = (name: string) =>
    page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');
  const number = await term('申请编号').innerText();
  const code = await term('查询码').innerText();
  expect(number).toMatch(/^JXXF\d{14}$/);

  const other = await world.guest(size);
  await other.goto(`${world.url}/progress`);
  await other.getByLabel('申请编号').fill(number);
  await other.getByLabel('查询码').fill('AAAAAAAA');
  await other.getByRole('button', { name: '查进度' }).click();
  await other.getByText('没有查到').waitFor();
  await other.getByLabel('查询码').fill(code.toLowerCase());
  await other.getByRole('button', { name: '查进度' }).click();
  await other.getByText(`共 ${records.length} 项`).waitFor();
  for (const docNumber of records) await other.getByText(docNumber).first().waitFor();
  await look(other, `${picture}-查进度`);

  await page.getByRole('link', { name: '看办理进度' }).click();
  await page.getByRole('heading', { name: `申请 ${number}` }).waitFor();
  const why = page.getByRole('button', { name: '为什么是这一天？' }).first();
  await why.waitFor();
  await why.click();
  await page
    .getByText(/第1.*个工作日/)
    .first()
    .waitFor();
  await look(page, `${picture}-我的申请`);
  await page.getByRole('link', { name: '看这一项的经过' }).first().click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  await look(page, `${picture}-办理经过`);
  await page.getByRole('link', { name: '我的记录' }).click();
  await page.getByRole('heading', { name: `正在办理（${records.length}）` }).waitFor();
}

test('at a desk: a company applies for three records of three authorities at once', () =>
  apply({
    size: 'desk',
    account: '南昌示例餐饮管理有限公司',
    signer: '示例甲',
    records: ['洪税稽失信〔2025〕14号', '洪人社失信〔2025〕6号', '洪应急失信〔2025〕5号'],
    groups: [/^现在可以修复（/, /^由法院办理（/, /^还要等（/, /^会自动结束/],
  }));

test('on a phone: a citizen applies for his own records', () =>
  apply({
    size: 'phone',
    account: '示例庚',
    signer: '示例庚',
    records: ['洪文旅罚〔2026〕21号', '（2025）赣0102执4321号'],
    groups: [/^现在可以修复（/, /^由法院办理（/],
  }));
