import { beforeEach, expect, inject, test } from 'vitest';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { choose } from '../choose.ts';
import { fillForm, handIn, inPart } from '../fill-form.ts';
import { freshNumber } from '../fresh-number.ts';
import { look } from '../look.ts';
import { importListings } from '../records.ts';
import { openWorld } from '../world.ts';

const world = openWorld();
const { sandboxUrl } = inject('system');
const subject = demoSubjects.haulier;
/** The listing of one test, and of one try of it. */
let docNumber: string;

beforeEach(async () => {
  docNumber = `洪应急失信〔2025〕${freshNumber()}号`;
  await importListings(await world.api.officer('operator'), subject, [docNumber]);
});

test('the network is cut mid-form: what was typed stays, is saved by itself, and goes on at another device', async () => {
  const phone = await world.applicant(subject.name, 'phone');
  await choose(phone, [docNumber]);
  const address = phone.url();
  await inPart(phone, '事实和理由', async () => {
    await phone.getByLabel('申请事实和理由').fill('断网以前写的。');
    await phone.getByText('✓ 已保存').waitFor();
    await phone.context().setOffline(true);
    await phone.getByLabel('申请事实和理由').fill('断网以前写的。断网以后写的。');
    await phone.getByText('还没有保存到平台').waitFor();
    await look(phone, 'journey-断网');
    await phone.context().setOffline(false);
    await phone.getByText('✓ 已保存').waitFor();
  });

  const desk = await world.applicant(subject.name);
  const drafts = desk.getByText(docNumber).first();
  await drafts.waitFor();
  await desk.getByText('没有提交的申请').waitFor();
  await desk.goto(address);
  await expect
    .poll(() => desk.getByLabel('申请事实和理由').inputValue(), { timeout: 15_000 })
    .toBe('断网以前写的。断网以后写的。');

  // Both go on at once: nothing is written over, both are shown, one is chosen.
  await desk.getByLabel('联系电话', { exact: true }).fill('13800000008');
  await desk.getByText('✓ 已保存').waitFor();
  await inPart(phone, '主体信息', async () => {
    await phone.getByLabel('联系电话', { exact: true }).fill('13800000009');
    const conflict = phone.getByRole('status').filter({ hasText: '另一台设备上也改过' });
    await conflict.waitFor();
    await look(phone, 'journey-两台设备');
    const phones = conflict.getByRole('group', { name: '联系电话' });
    await phones.getByText('13800000009').waitFor();
    await phones.getByText('13800000008').click();
    await conflict.getByRole('button', { name: '按选好的接着填' }).click();
    await phone.getByText('✓ 已保存').waitFor();
    await expect.poll(() => phone.getByLabel('联系电话', { exact: true }).inputValue()).toBe('13800000008');
  });
  await inPart(phone, '事实和理由', async () => {
    await expect.poll(() => phone.getByLabel('申请事实和理由').inputValue()).toBe('断网以前写的。断网以后写的。');
  });
});

test('a submission whose answer is lost: one is not left in doubt, and the second press makes no second application', async () => {
  const page = await world.applicant(subject.name);
  await choose(page, [docNumber]);
  await fillForm(page, { signer: '示例丙' });
  // The line swallows every answer, also of the repetitions by themselves, until the person is told.
  let heard = false;
  await page.route(/\/applications(\?|$)/, async (route) => {
    if (route.request().method() !== 'POST' || heard) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '检查并提交' }).click();
  await page.getByRole('button', { name: /^提交申请/ }).click();
  await page.getByText('不知道有没有提交成功').waitFor();
  await look(page, 'journey-不知道有没有提交');
  heard = true;
  await page.getByRole('button', { name: /^提交申请/ }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  await expect.poll(() => page.getByText('查询码').count()).toBeGreaterThan(0);
  await page.goto(`${world.url}/applications`);
  const made = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /^JXXF/ }), hasText: docNumber });
  await made.first().waitFor();
  await expect.poll(() => made.count()).toBe(1);
});

test('the registers are silent: a banner says so, the form is filled in by hand and the hand is noted', async () => {
  const mode = (name: string) =>
    fetch(`${sandboxUrl}/control/mode`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ system: 'province', mode: name }),
    });
  await mode('down');
  try {
    const page = await world.applicant(subject.name, 'phone');
    await choose(page, [docNumber]);
    await page.getByText('有些内容暂时取不到').waitFor();
    await inPart(page, '主体信息', async () => {
      await page.getByLabel('联系电话', { exact: true }).fill('13900000077');
      await page.getByText('已修改').waitFor();
      await look(page, 'journey-登记信息没有答复');
    });
    await fillForm(page, { signer: '示例丙' });
    // What fillForm typed over the number of the login is marked on the sheet.
    await page.getByRole('link', { name: '检查并提交' }).click();
    await page.getByText(/^注：/).waitFor();
    await expect.poll(() => page.getByText(/^注：/).innerText()).toContain('联系电话经申请人修改');
    await look(page, 'journey-检查并提交');
    await page.goBack();
    await handIn(page, 1);
  } finally {
    await mode('ok');
  }
});
