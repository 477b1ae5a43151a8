import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { declineItem, getItem } from '#contract/casework.ts';
import { listWindowApplications } from '#contract/intake.ts';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { makeUscc } from '#domain/uscc.ts';
import type { DemoSubject } from '../../samples/demo-subjects.ts';
import { pdf } from '../../tools/journey/files.ts';
import { seen } from '../../tools/journey/person.ts';
import { until } from '../../tools/journey/steps.ts';
import { freshNumber } from '../fresh-number.ts';
import { look, picture } from '../look.ts';
import { importListings } from '../records.ts';
import { sayPurpose } from '../say-purpose.ts';
import { openWorld, sizes } from '../world.ts';

const world = openWorld();
/** Two cores are shared: what is waited for may take a while. */
const poll = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 15_000 });
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];
const subject: DemoSubject = {
  kind: 'organisation',
  name: '南昌示例小屏贸易有限公司',
  identifierKind: 'uscc',
  identifier: makeUscc('91360102MAEXAMP71')!,
  legalRep: '示例癸',
  address: '南昌市东湖区示例路71号',
};
const idNumber = makeCitizenId('36010219900101000')!;
const run = freshNumber();
let tries = 0;
/** Each try has a record of its own: what an earlier one filed is no longer there to be filed. */
const newRecord = async () => {
  tries += 1;
  const docNumber = `洪应急失信〔2025〕73${run}${tries}号`;
  await importListings(await world.api.officer('operator'), subject, [docNumber]);
  return docNumber;
};

beforeAll(newRecord);

async function takeDown(page: Page, docNumber: string): Promise<void> {
  await page.goto(`${world.url}/office/window`);
  await page.getByRole('heading', { name: '窗口收件' }).waitFor();
  await page.getByLabel('统一社会信用代码、证件号码、名称或曾用名').fill(subject.identifier);
  await page.keyboard.press('Enter');
  await sayPurpose(page, page.getByRole('button', { name: '开始办理' }));
  await page.getByRole('button', { name: '开始办理' }).click();
  await page.getByRole('heading', { name: '联办申请表' }).waitFor();
  await page.locator('#person-0-name').fill('示例癸');
  await page.locator('#person-0-documentNumber').fill(idNumber);
  await page.getByRole('radio', { name: '查看原件' }).check();
  await page.getByRole('listitem').filter({ hasText: docNumber }).getByRole('checkbox').check();
  await look(page, 'journey-窗口收件');
  await page.getByLabel('住所（经营场所）').fill(subject.address);
  await page.getByLabel('联系电话', { exact: true }).fill('13900000071');
  await page.getByLabel('申请事实和理由').fill('事故已经处理完毕，罚款已经缴清，申请信用修复。');
  const given = page.locator('[aria-labelledby="materials-title"] .upload li');
  for (const place of await page.locator('.material', { hasText: '必交' }).all()) {
    const before = await given.count();
    await place.locator('input[type="file"]').setInputFiles(fileOf(pdf('现场拍的.pdf', `proof ${docNumber}`)));
    await poll(() => given.count()).toBe(before + 1);
  }
  await page.getByRole('checkbox', { name: '来访人已经阅读并同意以上承诺' }).check();
  await page.getByRole('radio', { name: '在屏幕上手写' }).check();
  await sign(page);
}

const fileOf = ({ name, type, content }: ReturnType<typeof pdf>) => ({
  name,
  mimeType: type,
  buffer: Buffer.from(content),
});

/** With a finger or a pen, where the visitor is asked to. */
async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: '在这里手写签名' });
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.down();
  for (const [x, y] of [
    [80, 60],
    [120, 25],
    [180, 70],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.up();
  await page.getByRole('img', { name: '手写签名', exact: true }).waitFor();
}

async function keepOriginal(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '登记一份原件' }).click();
  await page.getByLabel('哪份原件').fill(name);
  await page.getByLabel('放在哪里').fill('3号柜');
  await page.getByLabel('最迟归还').fill('2026-11-20');
  await page.getByRole('button', { name: /^提交申请/ }).click();
  await page.getByRole('link', { name: /归还日期不能早于今天/ }).waitFor();
  await page.getByLabel('最迟归还').fill('2026-11-25');
  await page.getByText('回执上写：最迟2026年11月25日（周三）归还').waitFor();
}

test.each(everySize)('a clerk takes in, prints, and hands the result out, whatever the screen (%s)', async (size) => {
  const docNumber = await newRecord();
  const page = await world.officer('window-360102', size);
  await page.addInitScript('window.prints = 0; window.print = () => { window.prints += 1; };');
  await takeDown(page, docNumber);
  await keepOriginal(page, `营业执照${tries}`);
  await look(page, 'journey-窗口填好');
  await page.getByRole('button', { name: /^提交申请/ }).click();

  await page.getByRole('heading', { name: '收件回执', exact: true }).waitFor();
  await poll(() => page.evaluate('window.prints')).toBe(1);
  await look(page, 'journey-窗口回执');
  const receipt = page.getByRole('article').first();
  const text = await receipt.innerText();
  const number = /JXXF\d{14}/.exec(text)![0];
  expect(text).toContain('最迟2026年11月25日（周三）归还');
  const sheet = await page.pdf({ format: 'A4' });
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  // A page of paper is narrower than a desk: what a phone folds away has to stand there.
  await expect.poll(() => receipt.getByRole('columnheader', { name: '办件编号' }).isVisible()).toBe(true);
  await picture(page, 'journey-窗口回执打印');
  await page.emulateMedia({ media: 'screen' });
  const [subjectKey, , applicationId] = new URL(page.url()).pathname.split('/').slice(3) as [string, string, string];
  expect(applicationId).toMatch(/^[0-9a-f-]{36}$/);

  const item = await decline(subjectKey, docNumber);
  await page.goto(`${world.url}/office/counter-queue?list=results`);
  const mine = page.getByRole('listitem').filter({ hasText: item.number });
  await look(page, 'journey-窗口结果');
  await mine.getByRole('button', { name: /^发放结果/ }).click();
  await page.getByLabel('领取人姓名').fill('示例癸');
  await page.getByLabel('证件号码').fill(idNumber);
  await page.getByRole('checkbox', { name: /签收/ }).check();
  await look(page, 'journey-窗口发放');
  await page.getByRole('button', { name: '记下已发放' }).click();
  await mine.waitFor({ state: 'detached' });

  await page.goto(`${world.url}/office/counter-queue?list=originals`);
  const original = page.getByRole('listitem').filter({ hasText: number });
  await original.getByText('最迟2026年11月25日（周三）归还').waitFor();
  await look(page, 'journey-窗口原件');
  await original.getByRole('button', { name: /^归还/ }).click();
  await page.getByLabel('领取人姓名').fill('示例癸');
  await page.getByRole('checkbox', { name: /签收/ }).check();
  await page.getByRole('button', { name: '记下已归还' }).click();
  await original.waitFor({ state: 'detached' });
});

/** The unit finds that it is not the one: the shortest way to a result that waits at the window. */
async function decline(subjectKey: string, docNumber: string): Promise<{ number: string }> {
  const clerk = await world.api.officer('window-360102');
  const unit = await world.api.officer('emergency-360100');
  const { applications } = await clerk.ask(listWindowApplications, {});
  const item = applications.flatMap((one) => one.items).find((one) => one.docNumber === docNumber)!;
  const params = { subjectKey, itemId: item.itemId };
  const { summary } = await until('办件还没有登记', 60, async () => {
    const view = await unit.ask(getItem, { params });
    return view.summary.state === 'lodged' ? view : undefined;
  });
  const reasons = [{ code: 'other-organ', text: '不属于本机关认定的信息' }];
  await unit.ask(declineItem, { params, body: { ...seen(summary.version), reasons } });
  return item;
}
