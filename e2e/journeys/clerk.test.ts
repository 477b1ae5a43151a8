import { beforeAll, expect, test } from 'vitest';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { look } from '../look.ts';
import { importListings } from '../records.ts';
import { openWorld, sizes } from '../world.ts';

const world = openWorld();
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];
const subject = demoSubjects.farmShop;
const docNumber = '洪应急失信〔2025〕7301号';

beforeAll(async () => importListings(await world.api.officer('operator'), subject, [docNumber]));

test.each(everySize)('a clerk finds the visitor, the records and the form, whatever the screen (%s)', async (size) => {
  const page = await world.officer('window-360102', size);
  await page.goto(`${world.url}/office/window`);
  await page.getByRole('heading', { name: '窗口收件' }).waitFor();
  await page.getByLabel('统一社会信用代码、证件号码、名称或曾用名').fill(subject.identifier);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '开始办理' }).click();
  await page.getByRole('heading', { name: '联办申请表' }).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: docNumber }).getByRole('checkbox');
  await line.check();
  expect(await line.isChecked()).toBe(true);
  await look(page, `journey-窗口收件`);
});
