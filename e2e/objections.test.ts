import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { declineItem, getItem } from '#contract/casework.ts';
import { getObjection, lodgeObjection } from '#contract/objections.ts';
import { listRecords } from '#contract/record.ts';
import { setSignOffRule } from '#contract/sign-off.ts';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { seen } from '../tools/journey/person.ts';
import { freshNumber } from './fresh-number.ts';
import { lodge, subjectKeyOf } from './lodge.ts';
import { look, settled } from './look.ts';
import { importListings, recordsWith } from './records.ts';
import { sayPurpose } from './say-purpose.ts';
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

const chained = 'emergency-360100';

/** The order of hands is a unit's own: taken back at the end, so that other journeys find one person deciding. */
async function order(steps: 'none' | 'review-sign'): Promise<void> {
  const head = await world.api.officer(`head-${chained}`);
  const { requestId } = seen(1);
  const body = { requestId, matterKey: 'work-safety', act: 'answer-objection', steps, from: 'today' } as const;
  await head.ask(setSignOffRule, { body });
}
afterAll(() => order('none'));

async function carryOut(page: Page, verb: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: verb }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('at the counter, by key alone: who came, what is wrong, a receipt; then among what came back', async () => {
  const docNumber = `赣市应急失信〔2025〕${freshNumber()}3号`;
  const { subjectKey } = await imported(docNumber);
  const clerk = await world.officer('window-360102');
  await clerk.goto(`${world.url}/office/window/${subjectKey}`);
  const heading = clerk.getByRole('heading', { name: /失信信息/ });
  await sayPurpose(clerk, heading);
  await clerk.getByRole('button', { name: `代提异议：${docNumber}` }).click();
  await clerk.getByRole('heading', { name: '代提异议' }).waitFor();
  await clerk.getByRole('heading', { name: /来访人/ }).waitFor();
  // What is open is named at once, and Alt+0 leads there.
  await clerk.keyboard.press('Control+Enter');
  await clerk.getByRole('alert').filter({ hasText: '处没有完成' }).waitFor();
  await look(clerk, 'objection-窗口-缺什么');
  await clerk.getByLabel('姓名').fill('示例乙');
  await clerk.getByLabel('证件号码').fill(makeCitizenId('36010219900101001')!);
  await clerk.getByRole('radio', { name: '查看原件' }).check();
  await clerk.keyboard.press('Alt+2');
  await clerk.getByRole('radio', { name: '公示内容有误' }).check();
  await clerk.getByRole('checkbox', { name: /违法（列入）事由/ }).check();
  await clerk.getByLabel('违法（列入）事由应当是').fill('发生生产安全事故后迟报');
  await clerk.getByLabel('事实和理由').fill('决定书写的是迟报，公示成了瞒报。');
  await clerk.getByLabel('联系人').fill('示例乙');
  await clerk.getByLabel('联系电话').fill('13900000008');
  await look(clerk, 'objection-窗口');
  await clerk.evaluate('window.print = () => undefined');
  await clerk.keyboard.press('Control+Enter');
  await clerk.getByRole('heading', { name: '异议收件回执', level: 1 }).waitFor();
  const sheet = clerk.locator('article.receipt');
  await sheet.getByText('示例乙（法定代表人（负责人）').waitFor();
  await clerk.getByRole('link', { name: '信用信息异议申诉书' }).waitFor({ timeout: 60_000 });
  await look(clerk, 'objection-窗口-回执');
  const number = await sheet.locator('.strong').first().innerText();
  await clerk.keyboard.press('l');
  await clerk.getByRole('button', { name: `打开异议：${number}` }).waitFor();
  await look(clerk, 'objection-窗口-列表');

  const phone = await world.officer('window-360102', 'phone');
  await phone.goto(`${world.url}/office/counter-queue?list=objections`);
  await phone.getByRole('button', { name: `打开异议：${number}` }).click();
  await phone.locator('article.receipt').getByText(number).waitFor();
  await look(phone, 'objection-窗口-手机');
});

test('by number and query code: an item that was not accepted is objected to without an account', async () => {
  const lodged = await lodge(world, subject, [`洪应急失信〔2025〕${freshNumber()}4号`]);
  const [item] = lodged.items;
  const params = { subjectKey: lodged.subjectKey, itemId: item!.itemId };
  const officer = await world.api.officer(chained);
  const { summary } = await officer.ask(getItem, { params });
  const reasons = [{ code: 'x', text: '材料不齐' }];
  await officer.ask(declineItem, { params, body: { ...seen(summary.version), reasons } });

  const guest = await world.guest('phone');
  await guest.goto(`${world.url}/progress`);
  await guest.getByLabel('申请编号').fill(lodged.number);
  await guest.getByLabel('查询码').fill(lodged.queryCode);
  await guest.getByRole('button', { name: '查进度' }).click();
  await guest.getByText(`对办件 ${item!.number} 的结果有异议`).click();
  await guest.getByRole('button', { name: '提交异议' }).click();
  const summaryOf = guest.getByRole('alert').filter({ hasText: '还有内容需要改' });
  await summaryOf.waitFor();
  expect(await summaryOf.getByRole('link').allInnerTexts()).toEqual([
    '请写清楚事实和理由。',
    '请写联系人。',
    '请写能打通的电话。',
  ]);
  await guest.getByLabel('事实和理由').fill('材料已经交齐，见附件。');
  await guest.getByLabel('联系人').fill('示例甲');
  await guest.getByLabel('联系电话').fill('13900000007');
  await guest.getByRole('radio', { name: /直接向认定单位/ }).check();
  await look(guest, 'objection-凭查询码');
  await guest.getByRole('button', { name: '提交异议' }).click();
  await guest.getByText('异议编号').waitFor();
  await guest.getByText('认定单位已收到').waitFor();
  await settled(guest);
  await look(guest, 'objection-凭查询码-进度');
});

test('an answer goes through review and signature, is returned once, and the days run on', async () => {
  const docNumber = `洪应急失信〔2025〕${freshNumber()}5号`;
  await importListings(await world.api.officer('operator'), subject, [docNumber]);
  const applicant = await world.api.applicant(subject.name);
  const subjectKey = await subjectKeyOf(applicant, subject.name);
  const { records } = await applicant.ask(listRecords, { params: { subjectKey } });
  const [record] = recordsWith(records, [docNumber]);
  const { summary } = await applicant.ask(lodgeObjection, {
    params: { subjectKey },
    body: {
      requestId: seen(1).requestId,
      recordId: record!.recordId,
      itemId: null,
      ground: 'content',
      door: 'unit',
      claims: [{ field: 'act', shouldSay: '发生生产安全事故后迟报' }],
      reasons: '决定书写的是迟报。',
      request: '',
      contact: { name: '示例甲', phone: '13900000009' },
      attachmentIds: [],
    },
  });
  await order('review-sign');
  const address = `${world.url}/office/objections/${subjectKey}/${summary.objectionId}`;
  const officer = await world.officer(chained);
  await officer.goto(address);
  await officer.getByRole('button', { name: /^受理/ }).click();
  await carryOut(officer, '受理');
  await officer.getByRole('button', { name: /^答复/ }).click();
  const answer = officer.getByRole('dialog', { name: '答复异议' });
  await answer.getByText('先审核、后签发').waitFor();
  await answer.getByRole('radio', { name: '异议成立', exact: true }).check();
  await answer.getByLabel('核查情况 1').fill('录入时抄错。');
  await look(officer, 'objection-提请');
  await carryOut(officer, '提请审核');
  await officer.getByRole('heading', { name: '提请答复异议' }).waitFor();
  await look(officer, 'objection-等待审核');

  const reviewer = await world.officer(`reviewer-${chained}`);
  await reviewer.goto(`${world.url}/office/sign-off?list=review`);
  await reviewer.getByRole('button', { name: `打开 ${summary.number}` }).waitFor();
  await look(reviewer, 'objection-待审核');
  await reviewer.getByRole('button', { name: `打开 ${summary.number}` }).click();
  await reviewer.getByRole('button', { name: /^退回承办人/ }).click();
  await reviewer.getByLabel('退回的理由').fill('请写明依据。');
  await carryOut(reviewer, '退回承办人');

  await officer.reload();
  await officer.getByRole('heading', { name: '退回：答复异议' }).waitFor();
  await officer.getByRole('button', { name: /^答复/ }).click();
  expect(await answer.getByLabel('核查情况 1').inputValue()).toBe('录入时抄错。');
  await answer.getByLabel('依据 1（可不填）').fill('决定书原件');
  await carryOut(officer, '提请审核');
  await reviewer.reload();
  await reviewer.getByRole('button', { name: /^审核通过/ }).click();
  await carryOut(reviewer, '审核通过，送负责人签发');

  const head = await world.officer(`head-${chained}`, 'phone');
  await head.goto(address);
  await head.getByRole('button', { name: /^签发/ }).click();
  await look(head, 'objection-签发-手机');
  await carryOut(head, '签发');
  await expect
    .poll(
      async () =>
        (await applicant.ask(getObjection, { params: { subjectKey, objectionId: summary.objectionId } })).answer,
    )
    .toMatchObject({ outcome: 'upheld' });
  await settled(head);
  await look(head, 'objection-签发后-手机');
});
