import { expect, test } from 'vitest';
import { look } from './look.ts';
import { openWorld, sizes } from './world.ts';

const world = openWorld();
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];

test.each(everySize)('anybody counts a period and sees it on a calendar (%s)', async (size) => {
  const page = await world.guest(size);
  await page.goto(world.url);
  await page.getByRole('link', { name: '算日子' }).click();
  await page.getByLabel('从哪一天起？').fill('2026-09-24');
  await page.getByRole('button', { name: '算一算' }).click();
  await page.getByRole('link', { name: '请填写数目，只填数字' }).waitFor();
  await page.getByLabel('几天？').fill('6');
  await page.getByRole('button', { name: '算一算' }).click();
  await page.getByRole('heading', { name: '2026年10月10日（周六）' }).waitFor();
  await page.getByText('10月1日至7日 国庆节放假，7天不计入').waitFor();
  await expect
    .poll(() => page.getByRole('table', { name: '2026年10月' }).locator('.month-answer').innerText())
    .toContain('到期');
  await look(page, 'calendar-算日子');

  await page.getByRole('button', { name: '中间有中止（暂停计算）' }).click();
  await page.getByLabel('从哪天开始').fill('2026-09-28');
  await page.getByRole('button', { name: '算一算' }).click();
  await page.getByRole('heading', { name: '现在还算不出到期日' }).waitFor();
  await page.getByRole('textbox', { name: /到哪天为止/ }).fill('2026-10-08');
  await page.getByRole('button', { name: '算一算' }).click();
  await page.getByRole('heading', { name: '2026年10月15日（周四）' }).waitFor();
  await look(page, 'calendar-中止');
});

test("the keeper reads a year's notice into the calendar and is shown what would change", async () => {
  const page = await world.officer('catalog-keeper');
  await page.goto(`${world.url}/office/catalog/calendar`);
  await page.getByText('2027年的日历还缺着').waitFor();
  await look(page, 'calendar-工作日历');
  await page.goto(`${world.url}/office/catalog/calendar/2027`);
  await page.getByRole('textbox', { name: '通知全文' }).fill(
    `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至12日放假调休，共8天。2月14日（周日）上班。
三、国庆节：10月1日至7日放假调休，共7天。10月9日（周六）上班。
国务院办公厅
2026年11月23日`,
  );
  await page.getByRole('button', { name: '读取' }).click();
  await page.getByText('读出 3 个节日、放假 18 天、调休上班 2 天').waitFor();
  await page.getByRole('button', { name: '和现行日历对照' }).click();
  await page.getByRole('row', { name: /^补班.*2月14日（周日）、10月9日（周六）/ }).waitFor();
  await look(page, 'calendar-录入');
});
