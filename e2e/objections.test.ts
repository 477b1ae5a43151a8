import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lodgeObjection } from '#contract/objections.ts';
import { listRecords } from '#contract/record.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { seen } from '../tools/journey/person.ts';
import { freshNumber } from './fresh-number.ts';
import { subjectKeyOf } from './lodge.ts';
import { look, settled } from './look.ts';
import { importListings, recordsWith } from './records.ts';
import { openWorld } from './world.ts';

/** 异议: lodged on a phone, checked and answered at the unit's desk, read on the phone again. */
const world = openWorld();
const subject = demoSubjects.haulier;
const run = freshNumber();
const unit = 'emergency-360700';
const organ = '赣州市应急管理局';

async function imported(docNumber: string) {
  await importListings(await world.api.officer('operator'), subject, [docNumber], organ);
  const applicant = await world.api.applicant(subject.name);
  const subjectKey = await subjectKeyOf(applicant, subject.name);
  const { records } = await applicant.ask(listRecords, { params: { subjectKey } });
  return { applicant, subjectKey, record: recordsWith(records, [docNumber])[0]! };
}

const stateOf = (page: Page) => page.locator('.state-line');

test('a wrong value is objected to on a phone, corrected at the desk, and the answer is read on the phone', async () => {
  const docNumber = `赣市应急失信〔2025〕${run}1号`;
  await imported(docNumber);
  const phone = await world.applicant(subject.name, 'phone');
  const card = phone.locator('li.record', { hasText: docNumber });
  await card.getByRole('link', { name: '信息有误或公示期限不对' }).click();
  await phone.getByRole('radio', { name: /公示内容有误/ }).check();
  await look(phone, 'objection-选择');
  // Everything that is missing is named at once, and the first line leads to its field.
  await phone.getByLabel('联系电话').fill('');
  await phone.getByRole('button', { name: '提交异议' }).click();
  const summary = phone.getByRole('alert').filter({ hasText: '还有内容需要改' });
  await summary.waitFor();
  expect(await summary.getByRole('link').allInnerTexts()).toEqual(
    expect.arrayContaining(['请至少选一处有误的内容。', '请写清楚事实和理由。', '请写能打通的电话。']),
  );
  await look(phone, 'objection-缺什么');
  await phone.getByRole('checkbox', { name: /违法（列入）事由/ }).check();
  await phone.getByLabel('违法（列入）事由应当是').fill('发生生产安全事故后迟报');
  await phone.getByLabel('事实和理由').fill('决定书写的是迟报，公示成了瞒报。');
  await phone.getByLabel('联系电话').fill('13900000009');
  const chooser = phone.waitForEvent('filechooser');
  await phone.locator('label[for="objection-files"]').click();
  const proof = pdf('决定书.pdf', `decision ${run}`);
  await (await chooser).setFiles({ name: proof.name, mimeType: proof.type, buffer: Buffer.from(proof.content) });
  await phone.getByText('✓ 已上传').waitFor();
  await look(phone, 'objection-填写');
  await phone.getByRole('button', { name: '提交异议' }).click();
  await phone.getByText('异议编号').waitFor();
  await expect.poll(() => stateOf(phone).innerText(), { timeout: 60_000 }).toContain('等待决定是否受理');
  await look(phone, 'objection-进度');
  const number = await phone.locator('.number').first().innerText();

  // A second one about the same thing leads to the first.
  await phone.goto(`${world.url}/records`);
  await card.getByText('异议处理中').waitFor();
  await card.getByRole('link', { name: '信息有误或公示期限不对' }).click();
  await phone.getByRole('radio', { name: /公示内容有误/ }).check();
  await phone.getByText(`对同一件事的异议 ${number} 还在处理`).waitFor();

  const desk = await world.officer(unit);
  await desk.goto(`${world.url}/office/objections`);
  const row = desk.getByRole('row', { name: new RegExp(docNumber) });
  await row.waitFor();
  await look(desk, 'objection-列表');
  await row.click();
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: '申请人提出' }).waitFor();
  await look(desk, 'objection-办理');
  await desk.keyboard.press('a');
  const drawer = desk.getByRole('dialog', { name: '受理异议' });
  await drawer.getByRole('button', { name: '受理', exact: true }).click();
  await drawer.waitFor({ state: 'hidden' });
  await desk.getByText('核查中').first().waitFor();
  await desk
    .getByText(/个工作日/)
    .first()
    .waitFor();
  await desk.keyboard.press('w');
  const answer = desk.getByRole('dialog', { name: '答复异议' });
  await answer.getByRole('radio', { name: '异议成立', exact: true }).check();
  await answer.getByLabel('核查情况 1').fill('录入时抄错，决定书写的是迟报。');
  await answer.getByLabel('依据 1（可不填）').fill('决定书原件');
  await expect.poll(() => answer.getByLabel('违法（列入）事由').inputValue()).toBe('发生生产安全事故后迟报');
  await look(desk, 'objection-答复');
  await answer.getByRole('button', { name: '作出答复' }).click();
  await answer.waitFor({ state: 'hidden' });
  await desk.locator('.state', { hasText: '已更正' }).waitFor({ timeout: 60_000 });
  await desk.getByRole('link', { name: '信用信息异议申诉答复书' }).waitFor({ timeout: 60_000 });
  await look(desk, 'objection-办结');

  await phone.goto(`${world.url}/records`);
  await card.getByText('发生生产安全事故后迟报').waitFor();
  await card.getByRole('link', { name: `看异议 ${number}` }).click();
  await phone.getByRole('heading', { name: '答复：异议成立' }).waitFor();
  await expect.poll(() => phone.getByText('✓ 已更正').count()).toBe(3);
  await phone.getByRole('link', { name: '下载《信用信息异议申诉答复书》' }).waitFor({ timeout: 60_000 });
  await look(phone, 'objection-答复');
});

test('an objection that is turned away names its clause; the supervisor sees what is open', async () => {
  const docNumber = `赣市应急失信〔2025〕${run}2号`;
  const { applicant, subjectKey, record } = await imported(docNumber);
  const { summary } = await applicant.ask(lodgeObjection, {
    params: { subjectKey },
    body: {
      requestId: seen(1).requestId,
      recordId: record.recordId,
      itemId: null,
      ground: 'period',
      door: 'unit',
      claims: [{ field: 'publishedDate', shouldSay: record.findingDate }],
      reasons: '应当从决定之日起公示。',
      request: '',
      contact: { name: '示例甲', phone: '13900000009' },
      attachmentIds: [],
    },
  });
  const supervisor = await world.officer('supervisor-360700');
  await supervisor.goto(`${world.url}/office/supervision/objections?list=open`);
  await supervisor.getByRole('row', { name: new RegExp(docNumber) }).waitFor();
  await look(supervisor, 'objection-督办');

  const desk = await world.officer(unit);
  await desk.goto(`${world.url}/office/objections/${subjectKey}/${summary.objectionId}`);
  await desk.getByRole('button', { name: /^不予受理/ }).click();
  const drawer = desk.getByRole('dialog', { name: '不予受理异议' });
  // A reason without a clause is refused by the rule.
  await drawer.getByRole('button', { name: '自己写一条理由' }).click();
  await drawer.getByLabel('理由 1', { exact: true }).fill('不方便办理');
  await drawer.getByRole('button', { name: '作出不予受理决定' }).click();
  await drawer.getByText('不予受理的理由要有条文').first().waitFor();
  await drawer.getByRole('button', { name: '删除理由 1' }).click();
  await drawer.getByRole('checkbox', { name: /没有提交佐证材料/ }).check();
  await look(desk, 'objection-不予受理');
  await drawer.getByRole('button', { name: '作出不予受理决定' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await desk.getByRole('link', { name: '异议申诉不予受理通知书' }).waitFor({ timeout: 60_000 });

  const phone = await world.applicant(subject.name, 'phone');
  await phone.goto(`${world.url}/objections/${subjectKey}/${summary.objectionId}`);
  await expect.poll(() => stateOf(phone).innerText()).toContain('未受理');
  await settled(phone);
  await look(phone, 'objection-未受理');
});
