import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { freshNumber } from './fresh-number.ts';
import { type Lodged, lodge } from './lodge.ts';
import { look } from './look.ts';
import { openWorld } from './world.ts';

const world = openWorld();
const subject = demoSubjects.haulier;
/** The listings of one test, and of one try of it. */
let docs: { granted: string; corrected: string; refused: string; raced: string };
let lodged: Lodged;

beforeEach(async () => {
  const run = freshNumber();
  const number = (of: number) => `洪应急失信〔2025〕${run}${of}号`;
  docs = { granted: number(1), corrected: number(2), refused: number(3), raced: number(4) };
  lodged = await lodge(world, subject, Object.values(docs));
});

const itemOf = (docNumber: string) => lodged.items.find((item) => item.docNumber === docNumber)!;

/** The item page of the offices, by its address. */
async function openItem(page: Page, docNumber: string): Promise<void> {
  await page.goto(`${world.url}/office/items/${lodged.subjectKey}/${itemOf(docNumber).itemId}?list=todo`);
  await page.getByRole('heading', { name: '现在可以做' }).waitFor();
}

/** The item as its applicant sees it. */
async function openOwnItem(page: Page, docNumber: string): Promise<void> {
  const { applicationId, itemId } = itemOf(docNumber);
  await page.goto(`${world.url}/applications/${lodged.subjectKey}/${applicationId}/${itemId}`);
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
}

/** Presses an act, does what its drawer asks, and carries it out. */
async function act(page: Page, name: string, verb: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await fill();
  await look(page, `desk-${name}`);
  await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const state = (page: Page) => page.locator('.item-line .state');

test('the queue by keys, acceptance, extension, findings, grant, effects, rating', async () => {
  const page = await world.officer('emergency-360100');
  await page.getByRole('heading', { name: '办件', level: 1 }).waitFor();
  const preview = page.getByRole('complementary', { name: '预览' });
  await preview.getByRole('heading').waitFor();
  await look(page, 'desk-队列');
  await page.keyboard.press('?');
  await page.getByText('下一件').first().waitFor();
  await page.keyboard.press('?');
  const inHand = () => preview.innerText();
  const first = await inHand();
  await page.keyboard.press('j');
  await expect.poll(inHand).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(inHand).toBe(first);
  for (let steps = 0; !(await inHand()).includes(docs.granted); steps += 1) {
    expect(steps, '这一件不在队列里').toBeLessThan(30);
    const before = await inHand();
    await page.keyboard.press('j');
    await expect.poll(inHand).not.toBe(before);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '现在可以做' }).waitFor();
  await expect.poll(() => page.locator('main').innerText()).toContain(docs.granted);

  const clocks = page.getByRole('region', { name: '办理期限' });
  await clocks.getByRole('button', { name: '为什么是这一天？' }).first().click();
  await clocks
    .getByRole('list', { name: '推算过程' })
    .getByText(/第1.*个工作日/)
    .first()
    .waitFor();
  await look(page, 'desk-办件');
  // What cannot be done yet is grey and says why.
  await expect.poll(() => page.getByRole('button', { name: '准予修复', exact: true }).isDisabled()).toBe(true);

  await act(page, '受理', '受理这一件');
  await expect.poll(() => state(page).innerText()).toContain('审核');
  await act(page, '记录核实情况', '记录下来', () =>
    page.getByLabel('核实情况', { exact: true }).fill('查询罚没收入系统，罚款已于2025年12月3日缴清。'),
  );
  const before = await clocks.innerText();
  await act(page, '延长办理期限', '延长期限', () => page.getByLabel('延长的理由').fill('需要到经营场所实地核查。'));
  await expect.poll(() => clocks.innerText()).not.toBe(before);
  await expect.poll(() => page.getByRole('button', { name: '延长办理期限', exact: true }).isEnabled()).toBe(false);

  for (const choice of await page.getByRole('radio', { name: '符合', exact: true }).all()) await choice.check();
  for (const field of await page.getByLabel(/^核实依据：/).all()) await field.fill('已核对原始材料。');
  await act(page, '准予修复', '作出准予修复决定');
  await page.getByRole('button', { name: /^文书/ }).click();
  await page
    .getByText(/准予.*决定书/)
    .first()
    .waitFor();
  await look(page, 'desk-已准予');

  const own = await world.applicant(subject.name, 'phone');
  await openOwnItem(own, docs.granted);
  await own.getByRole('heading', { name: '各平台的回执' }).waitFor();
  await expect.poll(() => own.getByText('✓ 按期完成').count(), { timeout: 60_000 }).toBeGreaterThan(0);
  await expect.poll(() => own.locator('main').innerText(), { timeout: 60_000 }).toContain('已停止公示');
  const download = own.waitForEvent('download');
  await own.getByRole('link', { name: /^下载《.*决定书》$/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await own.getByRole('radio', { name: /非常满意/ }).check();
  await own.getByLabel('想说的话').fill('一次办好，很快。');
  await own.getByRole('button', { name: '提交评价' }).click();
  await own.getByRole('heading', { name: '您的评价' }).waitFor();
  await look(own, 'desk-申请人看到办结');

  const anybody = await world.guest('phone');
  await anybody.goto(`${world.url}/public?q=${encodeURIComponent(subject.name)}`);
  await anybody.getByText(docs.corrected).waitFor();
  await expect.poll(() => anybody.getByText(docs.granted).count()).toBe(0);
  await look(anybody, 'desk-公示查询');
});

test('a call for correction reaches the applicant in plain words, who answers from a phone', async () => {
  const page = await world.officer('emergency-360100');
  await openItem(page, docs.corrected);
  await act(page, '一次性告知补正', '发出补正通知', async () => {
    await page.getByRole('dialog').getByRole('checkbox').first().check();
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /联系电话/ })
      .check();
    const reasons = page.getByRole('dialog').getByLabel(/为什么要补/);
    await reasons.first().fill('照片看不清，请重新拍一张。');
    await reasons.last().fill('这个号码打不通。');
    const notice = page.getByRole('dialog').getByRole('region', { name: '文书预览' });
    await notice.getByText(/联系电话.*这个号码打不通/).waitFor();
    await look(page, 'desk-补正通知预览');
  });
  await expect.poll(() => state(page).innerText()).toContain('补正');
  // Until the applicant's day is over nothing is decided; and nothing is ever suspended.
  await page.getByText(/^现在不能做的/).click();
  await expect.poll(() => page.getByRole('button', { name: '不予受理', exact: true }).isDisabled()).toBe(true);
  await page.getByText(/到那天为止不能不予受理/).waitFor();
  await page.getByText(/没有写中止办理/).waitFor();
  await look(page, 'desk-等补正');

  const own = await world.applicant(subject.name, 'phone');
  const { applicationId } = itemOf(docs.corrected);
  await own.goto(`${world.url}/applications/${lodged.subjectKey}/${applicationId}`);
  await own.getByRole('link', { name: '去补正' }).waitFor();
  await look(own, 'desk-申请人的申请');
  await own.getByRole('link', { name: '去补正' }).click();
  await own.getByText('照片看不清，请重新拍一张。').waitFor();
  await own.getByRole('button', { name: '提交补正' }).click();
  await own.getByRole('alert').waitFor();
  const { name, type, content } = pdf('重拍的证明.pdf', 'again');
  await own.getByLabel(/^选择文件：/).setInputFiles({ name, mimeType: type, buffer: Buffer.from(content) });
  await own.getByText('✓ 已上传').waitFor();
  await own.getByLabel('改为：联系电话').fill('12');
  await own.getByRole('button', { name: '提交补正' }).click();
  await own
    .getByRole('alert')
    .getByText(/手机号/)
    .waitFor();
  await own.getByLabel('改为：联系电话').fill('13900000088');
  await look(own, 'desk-申请人补正');
  await own.getByRole('button', { name: '提交补正' }).click();
  await own.getByRole('heading', { name: '办理经过' }).waitFor();
  await own.getByRole('link', { name: '消息' }).click();
  await own.getByRole('heading', { name: /补正/ }).first().waitFor();
  await look(own, 'desk-申请人的消息');

  await openItem(page, docs.corrected);
  const diff = page.getByRole('region', { name: '补正对照' });
  await diff.getByRole('row', { name: /联系电话.*13900000088/ }).waitFor();
  await look(page, 'desk-补正对照');
  await page.getByRole('button', { name: /^材料/ }).click();
  await page.getByText('重拍的证明.pdf').first().waitFor();
  await look(page, 'desk-补正后');
});

test('a refusal says why, and the applicant reads it with the way to object', async () => {
  const page = await world.officer('emergency-360100');
  await openItem(page, docs.refused);
  await act(page, '受理', '受理这一件');
  await page.getByRole('radio', { name: '不符合', exact: true }).first().check();
  await page
    .getByLabel(/^核实依据：/)
    .first()
    .fill('现场核查时隐患仍未消除。');
  await act(page, '不予修复', '作出不予修复决定');
  await expect.poll(() => state(page).innerText()).toContain('不予');

  const own = await world.applicant(subject.name, 'phone');
  await openOwnItem(own, docs.refused);
  await own.getByText('现场核查时隐患仍未消除').first().waitFor();
  await expect.poll(() => own.locator('main').innerText()).toMatch(/行政复议/);
  await look(own, 'desk-申请人看到不予');
});

test('two officers at once: one wins, the other learns who did what and goes on from there', async () => {
  const [one, two] = [await world.officer('emergency-360100'), await world.officer('emergency-360100')];
  for (const page of [one, two]) {
    await openItem(page, docs.raced);
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await page.getByRole('dialog').waitFor();
  }
  const accept = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '受理这一件' });
  await accept(one).click();
  await one.getByRole('dialog').waitFor({ state: 'hidden' });
  await accept(two).click();
  const said = two.getByRole('dialog').getByRole('alert');
  await said.waitFor();
  await expect.poll(() => said.innerText()).toContain('受理');
  await look(two, 'desk-别人先办了');
  await said.getByRole('button', { name: '查看最新情况' }).click();
  await expect.poll(() => state(two).innerText()).toContain('审核');
});
