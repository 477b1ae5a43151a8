import { expect, test } from 'vitest';
import { look } from '../look.ts';
import { openWorld, sizes } from '../world.ts';

const world = openWorld();
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];

test.each(everySize)(
  'a guest: guide, calculator, progress and verification, and clear words where a login is needed (%s)',
  async (size) => {
    const page = await world.guest(size);
    await page.goto(`${world.url}/guide/work-safety`);
    await page.getByRole('heading', { name: '安全生产严重失信主体名单', level: 1 }).waitFor();
    await page.goto(`${world.url}/calculator`);
    await page.getByRole('heading', { name: '自己测一测' }).waitFor();
    await page.goto(`${world.url}/progress`);
    await page.getByLabel('申请编号').fill('JXXF20261123999999');
    await page.getByLabel('查询码').fill('ZZZZZZZZ');
    await page.getByRole('button', { name: '查进度' }).click();
    await page.getByText('没有查到').waitFor();
    await page.goto(`${world.url}/verify/AAAA-BBBB-CCCC`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${world.url}/applications`);
    await page.getByRole('main').getByRole('link', { name: '登录' }).waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toContain('查询码');
    await look(page, 'journey-访客-要登录');
  },
);
