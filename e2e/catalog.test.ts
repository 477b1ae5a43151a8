import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { look } from './look.ts';
import { openWorld, sizes } from './world.ts';

const world = openWorld();
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];
const name = '生态环境领域严重失信主体名单（示例）';

async function choose(page: Page, label: string, typed: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(typed);
  await page.locator('.ant-select-item-option:visible').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function newList(page: Page): Promise<void> {
  await page.getByRole('link', { name: '新增事项' }).click();
  await page.getByRole('heading', { name: '新增事项', level: 1 }).waitFor();
  await page.getByLabel('名称', { exact: true }).fill(name);
  await page.getByLabel('一句大白话').fill('因严重污染环境被生态环境部门列入名单，治理完毕满一年后可以申请移出。');
  await page.getByRole('button', { name: '增加一项条件' }).click();
  await page.getByLabel('条件 4 的内容').fill('污染已经治理完毕并通过验收');
  await choose(page, '条件 4 的依据', '36号第十四条第二项');
  await page.getByRole('button', { name: '增加一项材料' }).click();
  await page.getByLabel('材料 3 的名称').fill('治理验收报告');
  await page.getByLabel('为什么需要材料 3').fill('证明污染已经治理');
  await choose(page, '材料 3 的依据', '附上');
  await page.getByLabel('文件标题').fill('生态环境领域严重失信主体名单管理办法（示例）');
  await page.getByLabel('文号').fill('赣环示例〔2026〕1号');
  await page.getByLabel('文件日期').fill('2026-11-16');
  await page.getByLabel('出具单位').fill('江西省生态环境厅');
  await page.getByLabel('受理期限').fill('2');
  await page.getByLabel('依据', { exact: true }).fill('《生态环境领域严重失信主体名单管理办法（示例）》第三条');
}

test('a new list: too early is refused, then filed, tried, approved by another, announced, there from its day', async () => {
  const page = await world.officer('keeper-ecology-360000');
  await page.getByRole('heading', { name: '目录管理', level: 1 }).waitFor();
  await look(page, 'catalog-要办的事');
  await newList(page);

  await page.getByLabel('生效日').fill('2026-12-22');
  const preview = page.getByRole('region', { name: /^变更预览/ });
  await preview.getByText(/最早2026年12月23日生效/).waitFor();
  await page.getByRole('button', { name: '提交报备' }).click();
  await page
    .getByRole('alert')
    .getByText(/至少一个月报备/)
    .waitFor();
  await page.getByText(/× 不早于2026年12月23日/).waitFor();
  await page.getByLabel('提前生效的法定理由').waitFor();
  await expect.poll(() => page.getByLabel('名称', { exact: true }).inputValue()).toBe(name);
  await look(page, 'catalog-报备太晚');
  await page.reload();
  await page.getByRole('heading', { name: '新增事项', level: 1 }).waitFor();
  await expect.poll(() => page.getByLabel('名称', { exact: true }).inputValue()).toBe(name);

  await page.getByLabel('生效日').fill('2026-12-23');
  await preview.getByText('✓ 符合报备规定').waitFor();
  await look(page, 'catalog-预览');
  await page.getByRole('button', { name: '提交报备' }).click();
  await page.getByRole('heading', { name: `新增事项“${name}”`, level: 1 }).waitFor();
  const address = page.url();
  await page.getByText(/请另一位目录管理人员审核/).waitFor();
  await expect.poll(() => page.getByRole('button', { name: '同意，公布变更' }).isDisabled()).toBe(true);
  await look(page, 'catalog-我的报备');

  const lead = await world.officer('catalog-keeper');
  const waiting = lead.getByRole('region', { name: '等我审核' });
  await waiting.getByRole('link', { name: new RegExp(name.slice(0, 8)) }).click();
  const trial = lead.getByRole('region', { name: '影响推演' });
  await trial.getByText(/按 2026年12月23日（周三） 推算/).waitFor({ timeout: 60_000 });
  await trial
    .getByText(/更有利 \d+/)
    .first()
    .waitFor();
  await trial
    .getByText(new RegExp(name.slice(0, 8)))
    .first()
    .waitFor();
  await look(lead, 'catalog-审核');
  await lead.getByRole('button', { name: '同意，公布变更' }).click();
  await lead.getByText(/已经公布，2026年12月23日（周三）起自动生效/).waitFor();

  const day = lead.getByLabel('看哪一天的目录');
  await lead.getByRole('link', { name: '事项', exact: true }).click();
  await day.waitFor();
  await expect.poll(() => isListed(lead, '2026-12-22'), { timeout: 20_000, interval: 1_000 }).toBe(false);
  await expect.poll(() => isListed(lead, '2026-12-23'), { timeout: 20_000, interval: 1_000 }).toBe(true);
  await day.fill('2026-12-23');
  await lead.getByRole('link', { name }).click();
  await lead.getByRole('heading', { name: '全部版本' }).waitFor();
  await lead.getByText('将要生效').waitFor();
  await lead.getByText('治理验收报告').waitFor();
  await look(lead, 'catalog-一个事项');

  for (const size of everySize) {
    const guest = await world.guest(size);
    await guest.goto(`${world.url}/`);
    await guest.getByRole('contentinfo').getByRole('link', { name: '目录变更公告' }).click();
    const told = guest.getByRole('listitem').filter({ has: guest.getByRole('heading', { name: `新增事项“${name}”` }) });
    await told.getByText('2026年12月23日（周三）').waitFor();
    await look(guest, 'catalog-公告');
    await told.getByRole('link', { name: '看这个事项的历次变更' }).click();
    await guest.getByRole('heading', { name: '第 1 版' }).waitFor();
    await look(guest, 'catalog-历次变更');
  }
  const phone = await world.officer('keeper-ecology-360000', 'phone');
  await phone.goto(address);
  await phone
    .getByText('✓ 同意')
    .or(phone.getByText('同意', { exact: true }))
    .first()
    .waitFor();
  await look(phone, 'catalog-我的报备');
});

/** Whether the list is among the matters that the catalogue's page shows for a day. */
async function isListed(page: Page, on: string): Promise<boolean> {
  const reply = await page.request.get(`${world.url}/api/v1/matters?on=${on}`);
  const { matters } = (await reply.json()) as { matters: { name: string }[] };
  return matters.some((one) => one.name === name);
}

test('a standard of classes: gaps and overlaps show as one types, an answer has its paper', async () => {
  const page = await world.officer('catalog-keeper');
  await page.getByRole('link', { name: '分类标准', exact: true }).click();
  await page.getByRole('link', { name: '录入标准：江西省住房和城乡建设厅' }).click();
  await page.getByRole('heading', { name: /^录入分类标准/, level: 1 }).waitFor();
  await page.getByLabel('罚款第 2 档超过多少（万元）').fill('10');
  await page.getByText(/5万元–10万元/).waitFor();
  await page
    .getByText(/不在任何一档里（空档）/)
    .first()
    .waitFor();
  await page.getByLabel('罚款第 2 档超过多少（万元）').fill('3');
  await page
    .getByText(/同时落在两档里（重叠）/)
    .first()
    .waitFor();
  await look(page, 'catalog-分类标准有重叠');
  await page.getByRole('button', { name: '提交报备' }).click();
  await page.getByText('× 请填写文件日期。').waitFor();
  await page.getByLabel('罚款第 2 档超过多少（万元）').fill('5');
  await page.getByLabel('文件标题').fill('住房城乡建设领域失信信息分类标准（示例）');
  await page.getByLabel('文件日期').fill('2026-11-20');
  await page.getByLabel('出具单位').fill('江西省住房和城乡建设厅');
  await page.getByText('✓ 符合报备规定').waitFor();
  await page.getByRole('button', { name: '提交报备' }).click();
  await page.getByRole('heading', { name: /^失信信息分类标准/, level: 1 }).waitFor();
  await page.getByText('撤回这项报备').click();
  await page.getByLabel('撤回原因').fill('先同行业单位核对');
  await page.getByRole('button', { name: '撤回报备' }).click();
  await page.getByText('报备单位已经撤回。').waitFor();
  await look(page, 'catalog-撤回');

  await page.getByRole('link', { name: '待确认问题', exact: true }).click();
  await page.getByLabel('查找').fill('税收');
  await page
    .getByRole('link', { name: /^录入确认/ })
    .first()
    .click();
  await page.getByLabel('等几个月可以申请').fill('6');
  await page.getByLabel('文件标题').fill('关于提前停止公布等待期的复函（示例）');
  await page.getByLabel('文件日期').fill('2026-11-20');
  await page.getByLabel('出具单位').fill('国家税务总局江西省税务局');
  await page.getByText('✓ 符合报备规定').waitFor();
  await page.getByText(/自认定文书之日起满6个月/).waitFor();
  await look(page, 'catalog-录入确认');
});

test.each(everySize)('every screen of the keepers (%s)', async (size) => {
  const page = await world.officer('catalog-keeper-2', size);
  for (const [path, heading] of [
    ['/catalog', '目录管理'],
    ['/catalog/matters', '事项'],
    ['/catalog/matters/work-safety', '安全生产严重失信主体名单'],
    ['/catalog/matters/work-safety/change', '变更事项：安全生产严重失信主体名单'],
    ['/catalog/matters/work-safety/withdraw', '取消事项：安全生产严重失信主体名单'],
    ['/catalog/new-matter', '新增事项'],
    ['/catalog/changes', '报备'],
    ['/catalog/points', '待确认问题'],
    ['/catalog/standards', '分类标准'],
    ['/catalog/standards/ecology', '录入分类标准：江西省生态环境厅'],
    ['/catalog/units', '单位'],
    ['/catalog/units/emergency-360781', '变更单位信息：瑞金市应急管理局'],
  ] as const) {
    await page.goto(`${world.url}/office${path}`);
    await page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor();
    await look(page, `catalog-页面-${heading.replace(/：.*/, '')}`);
  }
});
