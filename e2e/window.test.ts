import { beforeAll, expect, test } from 'vitest';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { tabTo, typeInto } from './keyboard.ts';
import { look, picture } from './look.ts';
import { importListings } from './records.ts';
import { openWorld } from './world.ts';

const world = openWorld();
const subject = demoSubjects.materials;
const docNumbers = ['赣市应急失信〔2025〕6101号', '洪应急失信〔2025〕6102号'];

beforeAll(async () => {
  const operator = await world.api.officer('operator');
  await importListings(operator, subject, docNumbers.slice(0, 1), '赣州市应急管理局');
  await importListings(operator, subject, docNumbers.slice(1));
});

test('at the counter: a whole application without the mouse, a receipt, the next visitor', async () => {
  const page = await world.officer('window-360702');
  await page.getByRole('heading', { name: '窗口收件' }).waitFor();
  await look(page, 'window-窗口');
  await tabTo(page, page.getByLabel('统一社会信用代码、证件号码或名称'));
  await page.keyboard.type(subject.identifier);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: '开始办理' }));
  await look(page, 'window-查到');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: subject.name, level: 1 }).waitFor();

  await page.getByRole('heading', { name: '联办申请表' }).waitFor();
  const line = (docNumber: string) => page.getByRole('listitem').filter({ hasText: docNumber }).getByRole('checkbox');
  for (const docNumber of docNumbers) {
    await tabTo(page, line(docNumber), docNumber === docNumbers[0] ? 'Tab' : 'Shift+Tab').catch(() =>
      tabTo(page, line(docNumber)),
    );
    await page.keyboard.press('Space');
    await expect.poll(() => line(docNumber).isChecked()).toBe(true);
  }
  await look(page, 'window-来访人');
  await typeInto(page, page.getByLabel('住所（经营场所）'), subject.address);
  await typeInto(page, page.getByLabel('联系电话', { exact: true }), '13900000003');
  await typeInto(page, page.getByLabel('申请事实和理由'), '事故已经处理完毕，罚款已经缴清，申请信用修复。');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('alert').filter({ hasText: '处没有完成' }).waitFor();
  await look(page, 'window-没有填完');

  await tabTo(page, page.getByLabel('由经办人代为办理'), 'Shift+Tab');
  await page.keyboard.press('Space');
  const uploads = page.getByRole('button', { name: /^上传（PDF、JPG、PNG）：/ });
  const asked = await uploads.count();
  let at = 0;
  page.on('filechooser', (chooser) => {
    const { name, type, content } = pdf(`证明材料${at + 1}.pdf`, 'proof');
    void chooser.setFiles({ name, mimeType: type, buffer: Buffer.from(content) });
  });
  for (; at < asked; at += 1) {
    await tabTo(page, uploads.nth(at));
    await page.keyboard.press('Enter');
    await page.getByText(`证明材料${at + 1}.pdf`).waitFor();
    // While a file is on its way its button says so and has another name.
    await expect.poll(() => uploads.count()).toBe(asked);
  }
  await tabTo(page, page.getByLabel('来访人已经阅读并同意以上承诺'));
  await page.keyboard.press('Space');
  await typeInto(page, page.locator('#field-signer'), '示例乙');
  await expect.poll(() => page.getByRole('radio', { name: '以输入的姓名签名' }).isChecked()).toBe(true);
  await look(page, 'window-填好');
  await page.keyboard.press('ControlOrMeta+Enter');

  await page.getByRole('heading', { name: '收件回执', exact: true }).waitFor();
  const receipt = page.getByRole('article');
  const text = await receipt.innerText();
  const number = /JXXF\d{14}/.exec(text)![0];
  expect(text).toContain('南昌市应急管理局');
  expect(text).toContain('赣州市应急管理局');
  expect(text).not.toContain('只在提交时显示一次');
  await receipt.getByRole('link', { name: '收件回执' }).waitFor({ timeout: 60_000 });
  await look(page, 'window-回执');

  // On paper there is the receipt and nothing of the desk around it.
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: '主导航' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: /打印回执/ }).isVisible()).toBe(false);
  expect(await receipt.getByText(number, { exact: true }).isVisible()).toBe(true);
  const sheet = await page.pdf({ format: 'A4' });
  expect(sheet.subarray(0, 4).toString()).toBe('%PDF');
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await picture(page, 'window-回执打印');
  await page.emulateMedia({ media: 'screen' });

  await page.locator('body').press('n');
  await page.getByRole('heading', { name: '窗口收件' }).waitFor();
  await page.getByText(number).waitFor();
  await look(page, 'window-代收的申请');
});
