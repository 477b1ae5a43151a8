import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptItem, getItem } from '#contract/casework.ts';
import { setSignOffRule } from '#contract/sign-off.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { seen } from '../tools/journey/person.ts';
import { freshNumber } from './fresh-number.ts';
import { type Lodged, lodge } from './lodge.ts';
import { look } from './look.ts';
import { openWorld } from './world.ts';

const world = openWorld();
const subject = demoSubjects.haulier;
const run = freshNumber();
const docs = [1, 2, 3].map((at) => `洪应急失信〔2025〕73${run}${at}号`);
let lodged: Lodged;

/** The order of hands is a unit's own: taken back at the end, so that other journeys find one person deciding. */
async function order(steps: 'none' | 'review-sign'): Promise<void> {
  const head = await world.api.officer('head-emergency-360100');
  const body = { requestId: randomUUID(), matterKey: 'work-safety', act: 'grant', steps, from: 'today' } as const;
  await head.ask(setSignOffRule, { body });
}

beforeAll(async () => {
  lodged = await lodge(world, subject, docs);
  const officer = await world.api.officer('emergency-360100');
  for (const { itemId } of lodged.items) {
    const params = { subjectKey: lodged.subjectKey, itemId };
    const { summary } = await officer.ask(getItem, { params });
    await officer.ask(acceptItem, { params, body: seen(summary.version) });
  }
});
afterAll(() => order('none'));

async function open(page: Page, at: number): Promise<void> {
  await page.goto(`${world.url}/office/items/${lodged.subjectKey}/${lodged.items[at]!.itemId}`);
  await page.getByRole('heading', { name: '现在可以做' }).waitFor();
}

async function carryOut(page: Page, verb: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function propose(page: Page, at: number): Promise<void> {
  await open(page, at);
  for (const choice of await page.getByRole('radio', { name: '符合', exact: true }).all()) await choice.check();
  for (const field of await page.getByLabel(/^核实依据：/).all()) await field.fill('已核对原始材料。');
  await page.getByRole('button', { name: '准予修复（提请）' }).click();
  await page.getByRole('dialog').getByRole('heading', { name: '准予信用修复决定书' }).waitFor();
}

test('the head sets the order; an officer verifies, asks and proposes; review returns and passes; the head signs on a phone', async () => {
  const head = await world.officer('head-emergency-360100');
  await head.getByRole('link', { name: '审核签发' }).click();
  await head.getByRole('button', { name: '审核签发设置' }).click();
  await head.getByRole('heading', { name: '审核签发设置', level: 1 }).waitFor();
  await head.getByRole('combobox', { name: '事项' }).fill('安全生产');
  await head.keyboard.press('Enter');
  await head.getByTitle('安全生产严重失信主体名单', { exact: true }).first().waitFor();
  // A click toggles the list, and may close what has just opened; the key only ever opens it.
  const acts = head.getByRole('combobox', { name: '办理' });
  await acts.focus();
  await acts.press('ArrowDown');
  await head.getByTitle('准予修复', { exact: true }).click();
  await head.getByRole('radio', { name: '现在' }).check();
  await head.getByRole('button', { name: '保存设置' }).click();
  await head.getByText('已保存。').waitFor();
  await head.getByText('现在有效').first().waitFor();
  await look(head, 'sign-off-设置');

  const officer = await world.officer('emergency-360100');
  await open(officer, 0);
  await officer.getByRole('heading', { name: '平台已经查过' }).waitFor();
  await officer.getByRole('button', { name: '记录核实情况' }).click();
  await officer.getByRole('radio', { name: /实地/ }).check();
  await officer.getByLabel('核实地点').fill('示例路 3 号');
  await officer.getByLabel('在场人员（用顿号隔开）').fill('示例甲、示例乙');
  await officer.getByLabel('核实情况', { exact: true }).fill('现场查看，隐患已经整改。');
  await look(officer, 'sign-off-核实');
  await carryOut(officer, '记录下来');
  await officer.getByText('在场：示例甲、示例乙').first().waitFor();

  await officer.getByRole('button', { name: '征求其他单位意见' }).click();
  await officer.getByRole('combobox', { name: '向哪个单位' }).fill('南昌市市场监督管理局');
  // Once the units have come; and chosen before going on.
  await officer.getByTitle('南昌市市场监督管理局', { exact: true }).waitFor();
  await officer.keyboard.press('Enter');
  await officer.getByLabel('要问的').fill('该企业登记状态是否为存续？');
  await look(officer, 'sign-off-征求意见');
  await carryOut(officer, '发出征求意见');
  const market = await world.officer('market-360100');
  await market.getByTitle(/份等本单位答复/).waitFor();
  await market.getByRole('link', { name: '征求意见' }).click();
  const asked = market.getByRole('listitem').filter({ hasText: docs[0]! });
  await asked.getByLabel(/^答复/).fill('登记状态为存续。');
  await look(market, 'sign-off-被征求');
  await asked.getByRole('button', { name: '发出答复' }).click();
  await asked.waitFor({ state: 'detached' });

  await propose(officer, 0);
  await look(officer, 'sign-off-提请');
  await carryOut(officer, /^提请审核/);
  await officer.getByRole('heading', { name: '提请准予修复' }).waitFor();
  await officer.getByText('登记状态为存续。').first().waitFor();
  await look(officer, 'sign-off-已提请');
  // Nobody reviews or signs what they proposed; and meanwhile nothing else is decided.
  await expect.poll(() => officer.getByRole('button', { name: '签发', exact: true }).count()).toBe(0);
  await officer.getByText(/^现在不能做的/).click();
  await expect.poll(() => officer.getByRole('button', { name: '不予修复', exact: true }).isDisabled()).toBe(true);
  await officer
    .getByText(/正在等待审核/)
    .first()
    .waitFor();

  const reviewer = await world.officer('reviewer-emergency-360100');
  await reviewer.getByTitle(/件轮到您/).waitFor();
  const supervisor = await world.officer('supervisor-360100');
  await supervisor.goto(`${world.url}/office/supervision/sign-offs`);
  await supervisor
    .getByRole('row')
    .filter({ hasText: lodged.items[0]!.number })
    .getByText('准予修复：等待审核')
    .waitFor();
  await look(supervisor, 'sign-off-督办');
  await open(reviewer, 0);
  await reviewer.getByRole('button', { name: '退回承办人' }).click();
  await reviewer.getByLabel('退回的理由').fill('请写明整改验收的日期');
  await carryOut(reviewer, '退回承办人');
  await officer.getByRole('heading', { name: '退回：准予修复' }).waitFor();
  await officer.getByText('请写明整改验收的日期').first().waitFor();
  await propose(officer, 0);
  await carryOut(officer, /^提请审核/);
  await open(reviewer, 0);
  await reviewer.getByRole('button', { name: '审核通过' }).click();
  await reviewer.getByRole('dialog').getByRole('heading', { name: '准予信用修复决定书' }).waitFor();
  await look(reviewer, 'sign-off-审核');
  await carryOut(reviewer, '审核通过，送负责人签发');

  const phone = await world.officer('head-emergency-360100', 'phone');
  await phone.goto(`${world.url}/office/sign-off`);
  const line = phone.getByRole('listitem').filter({ hasText: lodged.items[0]!.number });
  await line.waitFor();
  await look(phone, 'sign-off-待签发');
  await line.getByRole('button', { name: /^打开/ }).click();
  await phone.getByRole('heading', { name: '提请准予修复' }).waitFor();
  await look(phone, 'sign-off-手机上看');
  await phone.getByRole('button', { name: '签发', exact: true }).click();
  await phone.getByRole('dialog').getByRole('heading', { name: '准予信用修复决定书' }).waitFor();
  await look(phone, 'sign-off-手机上签发');
  await carryOut(phone, '签发');
  await expect.poll(() => phone.locator('.item-line .state').innerText()).toContain('准予修复');
});

test('many at once: reviewed and signed from the list, each with its own result', async () => {
  await order('review-sign');
  const officer = await world.officer('emergency-360100');
  for (const at of [1, 2]) {
    await propose(officer, at);
    await carryOut(officer, /^提请审核/);
  }
  for (const [login, list, verb] of [
    ['reviewer-emergency-360100', 'review', '审核通过'],
    ['head-emergency-360100', 'sign', '签发'],
  ] as const) {
    const page = await world.officer(login);
    await page.goto(`${world.url}/office/sign-off?list=${list}`);
    for (const at of [1, 2]) await page.getByLabel(`选中 ${lodged.items[at]!.number}`).check();
    await page.getByRole('button', { name: `批量${verb}` }).click();
    await look(page, `sign-off-批量${verb}`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `${verb} 2 件` })
      .click();
    await page.getByText('办成 2 件').waitFor();
    await look(page, `sign-off-批量${verb}结果`);
    await page.getByRole('dialog').getByRole('button', { name: '知道了' }).click();
  }
  const api = await world.api.officer('emergency-360100');
  for (const at of [1, 2]) {
    const params = { subjectKey: lodged.subjectKey, itemId: lodged.items[at]!.itemId };
    const { timeline } = await api.ask(getItem, { params });
    const granted = timeline.find((one) => one.type === 'granted');
    expect(granted?.payload?.chain).toMatchObject({ proposed: {}, reviewed: {}, signed: {} });
  }
});
