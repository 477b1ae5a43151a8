import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { lodge } from './lodge.ts';
import { look } from './look.ts';
import { openWorld, sizes } from './world.ts';

const world = openWorld();
const unit = '赣州市应急管理局';

beforeAll(async () => {
  await lodge(world, demoSubjects.farmShop, ['赣市应急失信〔2025〕6301号'], unit);
});

test('the province sees today, the figures and the items behind them, and urges; the officer hears of it', async () => {
  const page = await world.officer('supervisor-360000');
  await page.getByRole('heading', { name: '今天要管的事' }).waitFor();
  const watch = page.getByRole('region', { name: '今天要管的事' });
  await watch.getByRole('button', { name: `看在办件：${unit}` }).waitFor();
  const figures = page.getByRole('region', { name: '办理情况' });
  await figures.getByRole('link', { name: /^新收/ }).waitFor();
  await page.getByRole('region', { name: '各地按时办结率' }).getByRole('button', { name: /^赣州/ }).waitFor();
  await look(page, 'supervision-督办');
  const opened = Number(/\d+/.exec(await figures.getByRole('link', { name: /^新收/ }).innerText())![0]);
  expect(opened).toBeGreaterThan(0);

  const answer = page.waitForResponse((reply) => /figures\?.*region=360700/.test(reply.url()));
  await page.getByRole('button', { name: /^赣州/ }).click();
  const count = ((await (await answer).json()) as { total: { opened: number } }).total.opened;
  expect(count).toBeGreaterThan(0);
  const inGanzhou = async () => Number(/\d+/.exec(await figures.getByRole('link', { name: /^新收/ }).innerText())![0]);
  await expect.poll(inGanzhou).toBe(count);
  await figures.getByRole('link', { name: /^新收/ }).click();
  await page.getByRole('heading', { name: '办件清单' }).waitFor();
  const rows = page.getByRole('row').filter({ has: page.getByRole('cell') });
  await expect.poll(() => rows.count()).toBe(count);
  await look(page, 'supervision-清单');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出这份清单（CSV）' }).click();
  await sayWhy(page, '导出', download);
  expect((await readFile(await (await download).path(), 'utf8')).trim().split('\n')).toHaveLength(count + 1);

  await page.getByRole('button', { name: `催办：${demoSubjects.farmShop.name}` }).click();
  const words = '请在期限内作出决定，并说明进展。';
  await page.getByLabel('催办意见').fill(words);
  await look(page, 'supervision-催办');
  await page.getByRole('button', { name: '发出催办' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  const officer = await world.officer('emergency-360700');
  await officer.getByRole('link', { name: /^消息/ }).click();
  await officer.getByText(words).waitFor({ timeout: 30_000 });
  await look(officer, 'supervision-经办人的消息');
  await officer.getByRole('listitem').filter({ hasText: words }).getByRole('button', { name: '打开办件' }).click();
  await officer.getByRole('region', { name: '催办' }).getByText(words).waitFor();
  await look(officer, 'supervision-被催的办件');
});

test('who opens an item from outside the case says why, once a day, at a desk and on a phone', async () => {
  const page = await world.officer('supervisor-360700');
  await page.goto(`${world.url}/office/supervision/items`);
  await page.getByRole('button', { name: demoSubjects.farmShop.name, exact: true }).first().click();
  const heading = page.getByRole('heading', { level: 1, name: demoSubjects.farmShop.name });
  await sayWhy(page, '查看', heading.waitFor());
  await look(page, 'supervision-看办件');
  await page.reload();
  await heading.waitFor();
});

/** Says why where it is asked: a second run on the same day is not. The form is looked at in both sizes. */
async function sayWhy(page: Page, doing: '查看' | '导出', then: Promise<unknown>): Promise<void> {
  const form = page.getByRole('form', { name: `写明${doing}目的` });
  await Promise.race([form.waitFor(), then]);
  if (!(await form.isVisible())) return;
  await look(page, `supervision-写明${doing}目的`);
  await page.setViewportSize(sizes.phone.viewport);
  await look(page, `supervision-写明${doing}目的`);
  await page.setViewportSize(sizes.desk.viewport);
  await form.getByRole('radio', { name: '督办检查' }).check();
  await form.getByRole('button', { name: `记录并${doing}` }).click();
  await then;
}

test('a file with faults: every bad row is told with column and reason, the good ones are in', async () => {
  const page = await world.officer('operator');
  await page.getByRole('heading', { name: '导入信息', level: 1 }).waitFor();
  await look(page, 'supervision-导入');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件并上传' }).click();
  await (await chooser).setFiles(resolve(import.meta.dirname, '../samples/with-errors.xlsx'));
  await page.getByRole('heading', { name: '逐行报告' }).waitFor({ timeout: 60_000 });
  const summary = page.getByRole('region', { name: '导入进度' });
  await expect.poll(() => summary.innerText()).toMatch(/没有入库\s*13 行/);
  const row = page.getByRole('row').filter({ hasText: '处罚决定日期' }).filter({ hasText: '不是存在的日期' });
  await row.waitFor();
  await look(page, 'supervision-逐行报告');
});
