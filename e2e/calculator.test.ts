import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { look } from './look.ts';
import { openWorld } from './world.ts';

const world = openWorld();

/** Taps on buttons, ticks and fields since the page was opened: what a thumb does. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`
    addEventListener('pointerdown', () => sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps') ?? 0) + 1)), true);
  `);
  return async () => Number(await page.evaluate<string>(`sessionStorage.getItem('taps') ?? '0'`));
}

const question = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 2, name: title }).waitFor();
const tap = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().tap();

async function day(page: Page, value: string): Promise<void> {
  const field = page.getByLabel('日期');
  await field.tap();
  await field.fill(value);
  await tap(page, '下一步');
}

/** A market fine, from the first question to the verdict. */
async function marketFine(page: Page): Promise<void> {
  await question(page, '遇到的是哪一种？');
  await tap(page, '市场监管部门的处罚');
  await question(page, '是谁的信息？');
  await tap(page, '企业、单位、社会组织');
  await question(page, '处罚决定书是哪天作出的？');
  await day(page, '2026-10-08');
  await question(page, '网上能查到吗？');
  await tap(page, /和决定书同一天/);
  await question(page, '处罚了什么？');
  await page.getByRole('checkbox', { name: '罚款' }).tap();
  await tap(page, '下一步');
  await question(page, /罚款超过 5 万元吗/);
  await tap(page, /^超过 5 万元/);
  await question(page, '和下面哪个领域有关？');
  await tap(page, '都不是');
  await question(page, /罚款都缴清/);
  await tap(page, '都完成了');
  await question(page, /又因为同一类行为/);
  await tap(page, '没有');
  await page.getByRole('heading', { name: '测算结果' }).waitFor();
}

test('on a phone a market fine takes at most 14 taps; every date unfolds, the article stands a tap behind', async () => {
  const page = await world.guest('phone');
  const taps = await countTaps(page);
  await page.goto(`${world.url}/calculator`);
  await look(page, '测一测-第一问');
  const startedAt = performance.now();
  await marketFine(page);
  await page.getByText('等到2027年1月9日（周六），就可以申请修复。').waitFor();
  const used = await taps();
  process.stdout.write(`自测：市场监管罚款 ${used} 次点击，机器 ${Math.round(performance.now() - startedAt)} 毫秒\n`);
  expect(used).toBeLessThanOrEqual(14);

  const first = page.getByRole('listitem').filter({ hasText: '最短公示期最后一日' });
  await first.getByRole('button', { name: '为什么是这一天？' }).tap();
  await first.getByText('最短公示期是3个月。').waitFor();
  await first
    .getByRole('button', { name: /第九条/ })
    .first()
    .tap();
  await page
    .getByRole('note')
    .getByText(/以公布的原文为准/)
    .waitFor();
  await look(page, '测一测-结果');
});

test('back loses nothing, one answer can be changed alone, the address opens the same result elsewhere', async () => {
  const page = await world.guest('phone');
  await page.goto(`${world.url}/calculator`);
  await marketFine(page);
  await page.goBack();
  await question(page, /又因为同一类行为/);
  await page.goBack();
  await question(page, /罚款都缴清/);
  await page.goForward();
  await page.goForward();
  await page.getByRole('heading', { name: '测算结果' }).waitFor();

  await tap(page, /改：罚款都缴清/);
  await expect.poll(() => page.getByRole('button', { name: '都完成了' }).getAttribute('aria-pressed')).toBe('true');
  await tap(page, '还没有');
  await page
    .getByText(/缴清罚款，完成决定书要求的整改/)
    .first()
    .waitFor();

  const other = await world.guest('desk');
  await other.goto(page.url());
  await other
    .getByText(/缴清罚款，完成决定书要求的整改/)
    .first()
    .waitFor();
  await look(other, '测一测-转发');
  const login = await other.getByRole('main').getByRole('link', { name: /^登录/ }).getAttribute('href');
  expect(decodeURIComponent(login!)).toContain('/calculator?');
});

test('all 14 matters come to a result with one thing to do, none in more than 12 taps', async () => {
  const most: string[] = [];
  const start = await world.guest('phone');
  await start.goto(`${world.url}/calculator`);
  await question(start, '遇到的是哪一种？');
  const matters = await start.locator('.choice-button .choice-label').allTextContents();
  expect(matters).toHaveLength(14);
  for (const matter of matters) {
    const page = await world.guest('phone');
    const taps = await countTaps(page);
    await page.goto(`${world.url}/calculator`);
    await question(page, '遇到的是哪一种？');
    await tap(page, matter);
    for (;;) {
      await page.locator('main h2').first().waitFor();
      if (await page.getByRole('heading', { name: '测算结果' }).isVisible()) break;
      const before = page.url();
      if (await page.getByLabel('日期').isVisible()) await day(page, '2026-05-06');
      else if (await page.getByRole('checkbox').first().isVisible()) {
        await page.getByRole('checkbox').first().tap();
        await tap(page, '下一步');
      } else await page.locator('.choice-button').first().tap();
      await expect.poll(() => page.url()).not.toBe(before);
    }
    await page.getByText('现在做什么').waitFor();
    const used = await taps();
    expect(used, matter).toBeLessThanOrEqual(12);
    most.push(`${matter} ${used}`);
    await page.context().close();
  }
  process.stdout.write(`自测点击次数：${most.join('，')}\n`);
});

test('whoever is logged in finds the very record, is reminded with one tap, and may take it back', async () => {
  const page = await world.applicant(demoSubjects.restaurant.name, 'phone');
  await page.getByText(/共 \d+ 条。/).waitFor();
  const waiting = page
    .locator('.record')
    .filter({ has: page.getByRole('button', { name: /到时提醒我/ }) })
    .first();
  await waiting.getByText('现在做什么').waitFor();
  await waiting.getByRole('button', { name: /到时提醒我/ }).tap();
  const set = page.locator('.record').filter({ hasText: '✓ 已设提醒' }).first();
  await set.getByText('为什么？有哪些日子？').tap();
  await set.getByRole('button', { name: '为什么是这一天？' }).first().tap();
  await set.locator('.count-steps').first().waitFor();
  await look(page, '我的记录-提醒和日子');
  await page.reload();
  await page
    .locator('.record')
    .filter({ hasText: '✓ 已设提醒' })
    .first()
    .getByRole('button', { name: '不再提醒' })
    .tap();
  await page.getByText('✓ 已设提醒').waitFor({ state: 'hidden' });

  await page.goto(`${world.url}/calculator`);
  await marketFine(page);
  await page.getByRole('button', { name: /到时提醒我/ }).tap();
  await page.getByText('✓ 已设提醒').waitFor();
  await look(page, '测一测-登录以后');
});
