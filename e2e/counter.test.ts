import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { listWindowApplications } from '#contract/intake.ts';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { freshNumber } from './fresh-number.ts';
import { tabTo, typeInto } from './keyboard.ts';
import { look, picture } from './look.ts';
import { importListings } from './records.ts';
import { sayPurpose } from './say-purpose.ts';
import { openWorld } from './world.ts';

const world = openWorld();
/** Two cores are shared: what is waited for may take a while. */
const poll = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 15_000 });
const subject = demoSubjects.materials;
const searchLabel = '统一社会信用代码、证件号码、名称或曾用名';
const idNumber = makeCitizenId('36010219900101000')!;

/** Two listings of the subject, of two authorities, new for each try. */
async function twoListings(): Promise<readonly string[]> {
  const operator = await world.api.officer('operator');
  const run = freshNumber();
  const docNumbers = [`赣市应急失信〔2025〕${run}号`, `洪应急失信〔2025〕${run}号`];
  await importListings(operator, subject, docNumbers.slice(0, 1), '赣州市应急管理局');
  await importListings(operator, subject, docNumbers.slice(1));
  return docNumbers;
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');

/** Uploads by key: the button is focused, Enter opens the dialog of the system. */
async function uploadHere(page: Page, place: string, at: number): Promise<void> {
  await page.keyboard.press('Enter');
  await poll(() => page.locator(`${place} .upload li`).count()).toBe(at);
}

test('at the counter: an agent, gaps, a line that breaks twice, an original, a receipt, the next visitor, all by key', async () => {
  const docNumbers = await twoListings();
  const clerk = await world.api.officer('window-360702');
  const takenIn = async () =>
    (await clerk.ask(listWindowApplications, {})).applications.filter((one) => one.subjectName === subject.name).length;
  const before = await takenIn();
  const page = await world.officer('window-360702');
  await page.getByRole('heading', { name: '窗口收件' }).waitFor();
  await look(page, 'window-窗口');
  await tabTo(page, page.getByLabel(searchLabel));
  await page.keyboard.type(subject.identifier);
  await page.keyboard.press('Enter');
  await sayPurpose(page, page.getByRole('button', { name: '开始办理' }));
  await tabTo(page, page.getByRole('button', { name: '开始办理' }));
  await look(page, 'window-查到');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '联办申请表' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('下一处没有完成的').waitFor();
  await look(page, 'window-快捷键');
  await page.keyboard.press('Escape');

  // Nothing is filled in: every gap is named, and Alt+0 goes to the first.
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').filter({ hasText: '处没有完成' }).waitFor();
  await look(page, 'window-没有填完');
  await page.keyboard.press('Alt+0');
  await poll(() => focused(page)).toBe('person-0-documentNumber');

  // An agent with a written authority.
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('ArrowRight');
  await poll(() => page.getByRole('radio', { name: '经办人（受委托）' }).isChecked()).toBe(true);
  await typeInto(page, page.locator('#person-0-name'), '示例壬');
  await typeInto(page, page.locator('#person-0-documentNumber'), idNumber);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await poll(() => page.getByRole('radio', { name: '查看原件' }).isChecked()).toBe(true);
  await typeInto(page, page.locator('#agent-phone'), '13900000012');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  let files = 0;
  page.on('filechooser', (chooser) => {
    files += 1;
    const { name, type, content } = pdf(`扫描件${files}.pdf`, `proof ${files}`);
    void chooser.setFiles({ name, mimeType: type, buffer: Buffer.from(content) });
  });
  await tabTo(page, page.getByRole('button', { name: /授权委托书/ }));
  await uploadHere(page, '#visit-persons', 1);

  const line = (docNumber: string) => page.getByRole('listitem').filter({ hasText: docNumber }).getByRole('checkbox');
  await page.keyboard.press('Alt+2');
  for (const docNumber of docNumbers) {
    await tabTo(page, line(docNumber)).catch(() => tabTo(page, line(docNumber), 'Shift+Tab'));
    if (!(await line(docNumber).isChecked())) await page.keyboard.press('Space');
    await poll(() => line(docNumber).isChecked()).toBe(true);
  }
  await typeInto(page, page.getByLabel('住所（经营场所）'), subject.address);
  await typeInto(page, page.getByLabel('联系电话', { exact: true }), '13900000003');

  // The line goes while somebody types: it is said, kept, and saved by itself when the line is back.
  await page.context().setOffline(true);
  await typeInto(page, page.getByLabel('申请事实和理由'), '事故已经处理完毕，罚款已经缴清，申请信用修复。');
  await page.getByText('还没有保存到平台').waitFor();
  await look(page, 'window-线路断了');
  await page.context().setOffline(false);
  await page.getByText('已保存。').waitFor();

  // Somebody else is served in between, in the same tab.
  await page.getByRole('button', { name: '换一位来访人' }).click();
  await page
    .getByRole('button', { name: `接着办：${subject.name}` })
    .first()
    .click();
  await poll(() => page.getByLabel('申请事实和理由').inputValue()).toContain('事故已经处理完毕');
  await page.getByText('已保存。').waitFor();

  // The page is closed in the middle; the visit stands on the list and opens as it was.
  await page.goto(`${world.url}/office/window`);
  await tabTo(page, page.getByRole('button', { name: `接着办：${subject.name}` }).first());
  await look(page, 'window-未完成的来访');
  await page.keyboard.press('Enter');
  await poll(() => page.locator('#person-0-documentNumber').inputValue()).toBe(idNumber);
  await expect.poll(() => page.getByLabel('申请事实和理由').inputValue()).toContain('事故已经处理完毕');
  await page.getByText('扫描件1.pdf').waitFor();

  const missing = page.locator('[aria-labelledby="materials-title"] .material', { hasText: '必交' });
  const asked = await missing.count();
  for (let at = 1; at <= asked; at += 1) {
    await page.keyboard.press('Alt+4');
    await uploadHere(page, '[aria-labelledby="materials-title"]', at);
  }
  await page.keyboard.press('Alt+5');
  await poll(() => focused(page)).toBe('visit-commitment');
  await page.keyboard.press('Space');
  await poll(() => page.locator('#field-signer').inputValue()).toBe('示例壬');
  await tabTo(page, page.getByRole('button', { name: /签好名的申请表/ }));
  await uploadHere(page, '#visit-signature', 1);
  await page.keyboard.press('Alt+6');
  await page.keyboard.press('Enter');
  await poll(() => focused(page)).toBe('original-0-name');
  await page.keyboard.type('营业执照正本');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2号柜');
  await poll(() => page.locator('#original-0-return').inputValue()).toBe('2026-11-30');
  await page.getByText('回执上写：最迟2026年11月30日（周一）归还').waitFor();
  await look(page, 'window-填好');
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'window-签名页打印');
  await expect.poll(() => page.locator('.signing-sheet').isVisible()).toBe(true);
  await expect.poll(() => page.locator('.counter').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  // The submission arrives, its answer does not: it is asked again under the same id, and there is one application.
  let swallowed = 0;
  await page.route('**/applications', async (route) => {
    if (route.request().method() !== 'POST' || swallowed >= 4) return route.continue();
    swallowed += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.keyboard.press('Control+Enter');
  await page.getByText('可能已经收到').waitFor();
  await look(page, 'window-可能已经收到');
  await page.getByRole('heading', { name: '收件回执', exact: true }).waitFor();
  expect(swallowed).toBe(4);
  const receipt = page.getByRole('article').first();
  const text = await receipt.innerText();
  const number = /JXXF\d{14}/.exec(text)![0];
  for (const said of [
    '南昌市应急管理局',
    '赣州市应急管理局',
    '示例壬（经办人（受委托）',
    '授权委托书',
    '营业执照正本',
    '2号柜',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain(idNumber);
  // Sent twice over a line that broke, taken in once.
  expect(await takenIn()).toBe(before + 1);
  await page.getByRole('link', { name: '收件回执' }).waitFor({ timeout: 60_000 });
  await look(page, 'window-回执');

  // On paper there is the receipt and nothing of the desk around it.
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByRole('navigation', { name: '主导航' }).isVisible()).toBe(false);
  await expect.poll(() => page.getByRole('button', { name: /打印回执/ }).isVisible()).toBe(false);
  await expect.poll(() => receipt.getByText(number, { exact: true }).isVisible()).toBe(true);
  const sheet = await page.pdf({ format: 'A4' });
  expect(sheet.subarray(0, 4).toString()).toBe('%PDF');
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await picture(page, 'window-回执打印');
  await page.emulateMedia({ media: 'screen' });
  await page.locator('body').press('z');
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByText('信用修复“一件事”转办单').isVisible()).toBe(true);
  await expect.poll(() => receipt.isVisible()).toBe(false);
  await picture(page, 'window-转办单打印');
  await page.emulateMedia({ media: 'screen' });

  await page.locator('body').press('n');
  await page.getByRole('heading', { name: '窗口收件' }).waitFor();
  await page.getByText(number).waitFor();
  await look(page, 'window-代收的申请');
});
