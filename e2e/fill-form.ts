import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pdf } from '../tools/journey/files.ts';
import { look } from './look.ts';

const paper = pdf('缴款凭证.pdf', 'paid');
const asFile = ({ name, type, content }: typeof paper) => ({ name, mimeType: type, buffer: Buffer.from(content) });

interface Filling {
  /** Who signs. */
  readonly signer: string;
  /** Looks at every part, under names that begin so; without it nothing is looked at. */
  readonly picture?: string;
}

/**
 * Does one part of the form: on a telephone it is a screen of its own, opened from the list and left with the button; where there is room
 * it stands on the page already.
 */
export async function inPart(page: Page, name: string, work: () => Promise<void>): Promise<void> {
  const list = page.locator('.task-list');
  await list.or(page.locator('.whole-form')).first().waitFor();
  if ((await list.count()) === 0) {
    await page.getByRole('region', { name, exact: true }).waitFor();
    return work();
  }
  await list.getByRole('link', { name: new RegExp(`^\\d? ?${name}`) }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await work();
  await page.getByRole('button', { name: '保存并返回清单' }).click();
  await page.getByRole('heading', { name: '联办申请', level: 1 }).waitFor();
}

/** Fills in everything that is asked, whatever the matters ask, up to 检查并提交. */
export async function fillForm(page: Page, { signer, picture }: Filling): Promise<void> {
  // The whole form is one screen: it is looked at before and after.
  const whole = (await page.locator('.whole-form').count()) > 0;
  const see = async (part: string) => {
    if (picture && (!whole || part === '清单' || part === '承诺')) await look(page, `${picture}-${part}`);
  };
  await see('清单');
  await inPart(page, '主体信息', async () => {
    const address = page.getByRole('textbox', { name: '住所（经营场所）' });
    if ((await address.inputValue()) === '') await address.fill('南昌市东湖区示例路1号');
    await page.getByLabel('联系电话', { exact: true }).fill('13900000001');
    await see('主体信息');
  });
  await inPart(page, '修复事项', () => see('修复事项'));
  await inPart(page, '事实和理由', async () => {
    const opening = page.getByRole('button', { name: '帮我起个头' });
    if ((await opening.count()) > 0) await opening.click();
    await expect
      .poll(() => page.getByLabel('申请事实和理由').inputValue(), { timeout: 10_000 })
      .toContain('现申请信用修复');
    await answerAnnex(page);
    await see('事实和理由');
  });
  await inPart(page, '材料', async () => {
    await uploadAll(page);
    await see('材料');
  });
  await inPart(page, '承诺和签名', async () => {
    await page.getByLabel('我已阅读并作出以上承诺').check();
    await page.getByLabel('签名人姓名').fill(signer);
    await see('承诺');
  });
}

/** The 另附表 of every record that has one. */
async function answerAnnex(page: Page): Promise<void> {
  const annex = page.locator('section[aria-labelledby^="extra-of-"]');
  for (const group of await annex.getByRole('group').all()) await group.getByRole('radio').first().check();
  for (const field of await annex.locator('input.control').all())
    await field.fill((await field.getAttribute('type')) === 'date' ? '2026-03-02' : '示例内容 1');
}

/** A file for every material that has none. */
async function uploadAll(page: Page): Promise<void> {
  const pickers = page.getByLabel(/^选择文件：/);
  for (let left = await pickers.count(), at = 0; left > 0; left = await pickers.count(), at += 1) {
    await pickers.first().setInputFiles(asFile(paper));
    await expect.poll(() => page.getByText('✓ 已上传').count(), { timeout: 20_000 }).toBe(at + 1);
  }
}

/** From the filled form over 检查并提交 to the receipt. Gives the application's number. */
export async function handIn(page: Page, count: number): Promise<string> {
  await page
    .getByRole('link', { name: '检查并提交' })
    .or(page.getByRole('button', { name: '检查并提交' }))
    .first()
    .click();
  await page.getByRole('heading', { name: '检查并提交' }).waitFor();
  await page.getByRole('button', { name: `提交申请（${count} 条）` }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  return page.getByRole('term').filter({ hasText: '申请编号' }).locator('xpath=following-sibling::dd').innerText();
}
