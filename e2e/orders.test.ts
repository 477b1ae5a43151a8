import { expect, test } from 'vitest';
import { acceptItem, getItem, grantItem } from '#contract/casework.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { seen } from '../tools/journey/person.ts';
import { until } from '../tools/journey/steps.ts';
import { freshNumber } from './fresh-number.ts';
import { lodge } from './lodge.ts';
import { look, settled } from './look.ts';
import { importListings } from './records.ts';
import { openWorld } from './world.ts';

/** 信息处置: shielding asked for on a phone and carried out at the desk, an annulled decision, a repair that is taken back. */
const world = openWorld();
const subject = demoSubjects.snackShop;
const run = freshNumber();
const unit = 'emergency-360400';
const organ = '九江市应急管理局';

test('an administrator asks for shielding on a phone, the unit carries it out, the phone shows it', async () => {
  const docNumber = `九市应急失信〔2025〕${run}1号`;
  await importListings(await world.api.officer('operator'), subject, [docNumber], organ);
  const phone = await world.applicant(subject.name, 'phone');
  const card = phone.locator('li.record', { hasText: docNumber });
  await card.getByText('为什么？有哪些日子？').click();
  await card.getByRole('link', { name: /重整、和解期间屏蔽/ }).click();
  await phone.getByRole('button', { name: '填写申请' }).click();
  await look(phone, 'orders-申请');
  await phone.getByRole('button', { name: '提交' }).click();
  const summary = phone.getByRole('alert').filter({ hasText: '还有内容需要改' });
  await summary.waitFor();
  expect(await summary.getByRole('link').allInnerTexts()).toContain('请填写文书的文号、案号。');
  await phone.getByRole('radio', { name: '管理人' }).check();
  await phone.getByLabel('案号').fill('（2026）赣04破1号');
  await phone.getByLabel('作出裁定的法院').fill('示例中级人民法院');
  await phone.getByLabel('裁定日期').fill('2026-01-05');
  const chooser = phone.waitForEvent('filechooser');
  await phone.locator('label[for="court-ruling"]').click();
  const ruling = pdf('裁定书.pdf', `ruling ${run}`);
  await (await chooser).setFiles({ name: ruling.name, mimeType: ruling.type, buffer: Buffer.from(ruling.content) });
  await phone.getByText('✓ 已上传').waitFor();
  await phone.getByRole('button', { name: '提交' }).click();
  await phone.getByText('待办理单位决定').waitFor();
  await look(phone, 'orders-已提交');

  const desk = await world.officer(unit);
  await desk.goto(`${world.url}/office/record-orders?list=asked`);
  const row = desk.getByRole('row').filter({ hasText: docNumber });
  await row.waitFor();
  await look(desk, 'orders-清单');
  await desk.setViewportSize({ width: 375, height: 800 });
  await look(desk, 'orders-清单');
  await desk.setViewportSize({ width: 1280, height: 900 });
  await row.getByRole('button', { name: '重整、和解期间临时屏蔽' }).click();
  await desk.getByRole('link', { name: '打开裁定书' }).waitFor();
  await look(desk, 'orders-答复');
  await desk
    .getByRole('button', { name: '办 理', exact: true })
    .or(desk.getByRole('button', { name: '办理', exact: true }))
    .click();
  await desk.getByText('已办理，正在通知各平台。').waitFor();
  await row.waitFor({ state: 'detached' });

  await phone.goto(`${world.url}/records`);
  await card.getByText('重整、和解期间临时屏蔽').waitFor();
  await card.getByText('示例中级人民法院（2026）赣04破1号').waitFor();
  await card.getByText('为什么？有哪些日子？').click();
  await card.getByRole('link', { name: /重整、和解期间屏蔽/ }).click();
  // The notice is printed and sealed by a job.
  const paper = phone.getByRole('link', { name: '下载《失信信息临时屏蔽告知书》' });
  await expect
    .poll(
      async () => {
        if ((await paper.count()) === 0) await phone.reload();
        return paper.count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  await look(phone, 'orders-告知书');
  const code = /验证码 ([0-9A-Z-]+)/.exec(await phone.locator('main').innerText())![1]!;
  const guest = await world.guest();
  await guest.goto(`${world.url}/verify/${code}`);
  await guest.getByText('有这份文书。').waitFor();
});

test('supervision sees what waits for a unit, and urges it', async () => {
  const docNumber = `九市应急失信〔2025〕${run}4号`;
  await importListings(await world.api.officer('operator'), subject, [docNumber], organ);
  const phone = await world.applicant(subject.name, 'phone');
  const card = phone.locator('li.record', { hasText: docNumber });
  await card.getByText('为什么？有哪些日子？').click();
  await card.getByRole('link', { name: /重整、和解期间屏蔽/ }).click();
  await phone.getByRole('button', { name: '填写申请' }).click();
  await phone.getByLabel('案号').fill(`（2026）赣04破${run}号`);
  await phone.getByLabel('作出裁定的法院').fill('示例中级人民法院');
  await phone.getByLabel('裁定日期').fill('2026-01-05');
  const chooser = phone.waitForEvent('filechooser');
  await phone.locator('label[for="court-ruling"]').click();
  const ruling = pdf('裁定书.pdf', `ruling ${run} 4`);
  await (await chooser).setFiles({ name: ruling.name, mimeType: ruling.type, buffer: Buffer.from(ruling.content) });
  await phone.getByText('✓ 已上传').waitFor();
  await phone.getByRole('button', { name: '提交' }).click();
  await phone.getByText('待办理单位决定').waitFor();

  const desk = await world.officer('supervisor-360400');
  await desk.goto(`${world.url}/office/supervision`);
  await desk.getByRole('button', { name: '信息处置' }).click();
  await desk.goto(`${world.url}/office/supervision/record-orders?list=open`);
  const row = desk.getByRole('row').filter({ hasText: docNumber });
  await row.waitFor();
  await look(desk, 'orders-督办');
  await desk.setViewportSize({ width: 375, height: 800 });
  await look(desk, 'orders-督办');
  await desk.setViewportSize({ width: 1280, height: 900 });
  await row.getByRole('button', { name: /催办/ }).click();
  await look(desk, 'orders-督办催办');
  await desk.getByRole('button', { name: '发出催办' }).click();
  await desk
    .getByText(/已催办/)
    .first()
    .waitFor();
  const own = await world.officer(unit);
  await own.goto(`${world.url}/office/record-orders?list=asked`);
  await own.getByRole('row').filter({ hasText: docNumber }).getByRole('button').first().click();
  await own.getByText('催办：').first().waitFor();
});

test('an annulled decision is entered from the record; the public page shows it no more', async () => {
  const docNumber = `九市应急失信〔2025〕${run}2号`;
  await importListings(await world.api.officer('operator'), subject, [docNumber], organ);
  const guest = await world.guest();
  await guest.goto(`${world.url}/public?q=${subject.identifier}`);
  await guest.getByText(docNumber).waitFor();

  const desk = await world.officer(unit);
  await desk.goto(`${world.url}/office/records?q=${encodeURIComponent(docNumber)}`);
  await desk.getByRole('row').filter({ hasText: docNumber }).getByRole('button').first().click();
  await desk.getByRole('button', { name: '登记：决定被撤销，撤回信息' }).click();
  await desk.getByLabel('文书名称').fill('行政判决书');
  await desk.getByLabel('文号、案号').fill('（2026）赣04行终1号');
  await desk.getByLabel('作出的法院或者机关').fill('示例中级人民法院');
  await desk.getByLabel('文书日期').fill('2026-01-05');
  await look(desk, 'orders-登记撤销');
  await desk.getByRole('button', { name: '登记并办理' }).click();
  const sure = desk.getByRole('dialog').filter({ has: desk.getByRole('button', { name: '再核对一下' }) });
  await sure.getByText('不能按一下收回').waitFor();
  await look(desk, 'orders-登记撤销确认');
  await sure.getByRole('button', { name: '确认并办理' }).click();
  await desk.getByText('已登记，正在通知各平台。').waitFor();
  await guest.reload();
  await settled(guest);
  await expect.poll(() => guest.getByText(docNumber).count()).toBe(0);
});

test('a repair is taken back at the desk, with its consequences told before', async () => {
  const docNumber = `九市应急失信〔2025〕${run}3号`;
  const { items, subjectKey } = await lodge(world, subject, [docNumber], organ);
  const officer = await world.api.officer(unit);
  const params = { subjectKey, itemId: items[0]!.itemId };
  const before = await officer.ask(getItem, { params });
  const accepted = await officer.ask(acceptItem, { params, body: seen(before.summary.version) });
  const findings = before.conditions.map(({ key, text }) => ({ key, text, met: true, evidence: '已核对' }));
  await officer.ask(grantItem, { params, body: { ...seen(accepted.item.version), findings, note: '' } });
  await until('办件还没有办结', 60, async () => {
    const { summary } = await officer.ask(getItem, { params });
    return summary.state === 'completed' ? summary : undefined;
  });

  const desk = await world.officer(unit);
  await desk.goto(`${world.url}/office/items/${subjectKey}/${params.itemId}`);
  await desk.getByRole('button', { name: '撤销修复' }).click();
  await desk.getByText('这一条信息到').first().waitFor();
  await desk.getByText('▲ 没有写明').first().waitFor();
  await desk.getByLabel('查明的情况（写进决定书）').fill('整改报告所附的照片不是本单位的场所。');
  await desk.getByRole('checkbox', { name: /依法应当撤销/ }).check();
  await look(desk, 'orders-撤销修复');
  await desk.getByRole('button', { name: '作出撤销决定' }).click();
  await desk.getByText('已办理，现在是“准予的修复已撤销”。').waitFor();
  const phone = await world.applicant(subject.name, 'phone');
  const card = phone.locator('li.record', { hasText: docNumber });
  await expect.poll(() => card.innerText(), { timeout: 30_000 }).not.toContain('已修复');
});
