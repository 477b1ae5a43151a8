import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { giveReadingPurpose } from '#contract/readings.ts';
import { findSubjects } from '#contract/record.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { look } from './look.ts';
import { openWorld } from './world.ts';

const world = openWorld();
const { name, identifier } = demoSubjects.snackShop;
const why = '核对登记的名称';

beforeAll(async () => {
  const operator = await world.api.officer('operator');
  await operator.ask(giveReadingPurpose, { body: { q: identifier, purpose: 'correct', note: why } });
  await operator.ask(findSubjects, { query: { q: identifier } });
});

test('the province finds who looked at whom, when and why, and takes the heads of the ledger away', async () => {
  const page = await world.officer('supervisor-360000');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '查阅记录' }).click();
  await page.getByRole('heading', { name: '查阅记录' }).waitFor();
  await page.getByLabel('主体的名称或代码').fill(name);
  await page.getByLabel('查看人或者单位').fill('发展和改革委员会');
  await page.getByRole('button', { name: '查找', exact: true }).click();
  const rows = page.getByRole('row').filter({ has: page.getByRole('cell') });
  const found = rows.filter({ hasText: why }).filter({ hasText: name });
  await found.first().waitFor();
  await expect.poll(() => rows.filter({ hasNotText: name }).count()).toBe(0);
  await expect.poll(() => found.first().innerText()).toContain('核对、更正数据');
  await look(page, 'readings-查阅记录');

  await page.getByLabel('哪一天').fill('2020-01-01');
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.getByText('没有符合条件的查阅记录').waitFor();
  await look(page, 'readings-没有符合的');
  await page.getByRole('button', { name: '清除条件' }).click();
  await rows.first().waitFor();
  await expect.poll(() => page.getByLabel('主体的名称或代码').inputValue()).toBe('');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载台账日封' }).click();
  const heads = await readFile(await (await download).path(), 'utf8');
  for (const line of heads.split('\n').filter(Boolean)) expect(JSON.parse(line)).toHaveProperty('signature');
});

test("a city's supervisor has no such screen, and is told so at its address", async () => {
  const page = await world.officer('supervisor-360100');
  const places = page.getByRole('navigation', { name: '主导航' });
  await places.getByRole('link', { name: '督办' }).waitFor();
  await expect.poll(() => places.getByRole('link', { name: '查阅记录' }).count()).toBe(0);
  await page.goto(`${world.url}/office/readings`);
  await page.getByText('查看记录由省级督办人员和数据管理人员查阅。').waitFor();
});

test('on a phone, the owner sees which unit looked, on which day and what for, and no name', async () => {
  const page = await world.applicant(name, 'phone');
  await page.getByRole('link', { name: '谁看过我的信息' }).click();
  await page.getByRole('heading', { name: '谁看过我的信息' }).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: '核对、更正数据' });
  await line.first().waitFor();
  const told = await page.getByRole('main').innerText();
  expect(told).not.toContain('某某');
  expect(told).not.toContain(why);
  await look(page, 'readings-谁看过我的信息');
});
