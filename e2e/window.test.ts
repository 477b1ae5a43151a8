import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { declineItem, getItem, requestCorrection } from '#contract/casework.ts';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { seen } from '../tools/journey/person.ts';
import { until } from '../tools/journey/steps.ts';
import { freshNumber } from './fresh-number.ts';
import { look, picture, settled } from './look.ts';
import { importListings } from './records.ts';
import { type TakenIn, takeIn } from './take-in.ts';
import { openWorld } from './world.ts';

const world = openWorld();
/** Two cores are shared: what is waited for may take a while. */
const poll = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 15_000 });
const subject = demoSubjects.materials;
const idNumber = makeCitizenId('36010219900101000')!;

/** What a try of the first test begins with: its own application, so that another try finds none of the first one's. */
let tries = 0;
async function cameBack(): Promise<TakenIn> {
  tries += 1;
  const run = freshNumber();
  const numbers = [`赣州应急失信〔2025〕61${run}号`, `洪应急失信〔2025〕62${run}号`];
  const operator = await world.api.officer('operator');
  await importListings(operator, subject, numbers.slice(0, 1), '赣州市应急管理局');
  await importListings(operator, subject, numbers.slice(1));
  const clerk = await world.api.officer('window-360702');
  const original = { name: `营业执照副本第${tries}份`, pages: 1, place: '2号柜' };
  return takeIn(clerk, subject, numbers, [original]);
}

test('what came back: a correction, a result handed out, an original given back, an application handed to another window', async () => {
  const taken = await cameBack();
  const { subjectKey, number } = taken;
  const [first, second] = taken.items;
  const lodged = async (login: string, itemId: string) => {
    const unit = await world.api.officer(login);
    const params = { subjectKey, itemId };
    const { summary } = await until('办件还没有登记', 60, async () => {
      const view = await unit.ask(getItem, { params });
      return view.summary.state === 'lodged' ? view : undefined;
    });
    return { unit, params, version: summary.version };
  };
  const one = await lodged('emergency-360700', first!.itemId);
  const missing = [
    { key: 'proof', name: '整改报告', reason: '第二页看不清' },
    { key: 'form:phone', name: '联系电话', reason: '打不通' },
  ];
  await one.unit.ask(requestCorrection, { params: one.params, body: { ...seen(one.version), missing } });
  const two = await lodged('emergency-360100', second!.itemId);
  const reasons = [{ code: 'other-organ', text: '不属于本机关认定的信息' }];
  await two.unit.ask(declineItem, { params: two.params, body: { ...seen(two.version), reasons } });

  const page = await world.officer('window-360702');
  const menu = page.getByRole('navigation', { name: '主导航' });
  await poll(() => menu.getByText('窗口待办').locator('..').innerText()).toMatch(/\d/);
  await menu.getByRole('link', { name: /窗口待办/ }).click();
  await page.getByRole('button', { name: `代交补正材料：${first!.number}` }).waitFor();
  await look(page, 'window-要补正的');
  await page.getByRole('button', { name: /^代交补正材料/ }).click();
  const correcting = page.getByRole('dialog');
  // A field that was named is asked by itself, with what stands there, and takes no file.
  const phone = correcting.getByLabel('改为：联系电话');
  await poll(() => phone.inputValue()).toMatch(/^\d{11}$/);
  await correcting.getByLabel(/^文字说明/).fill('第二页已经重新打印。');
  await correcting.getByRole('button', { name: '提交补正材料' }).click();
  await correcting.getByText(/还没有改/).waitFor();
  await look(page, 'window-代交补正');
  await expect.poll(() => correcting.getByRole('button', { name: /^上传/ }).count()).toBe(1);
  await correcting.getByRole('button', { name: '先不办' }).click();
  await correcting.waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: /要发放的结果/ }).click();
  const handOut = page.getByRole('button', { name: `发放结果：${second!.number}` });
  await handOut.click();
  await page.getByText('打开并打印').waitFor({ timeout: 60_000 });
  await page.getByLabel('领取人姓名').fill('示例壬');
  await page.getByLabel('证件号码').fill(idNumber);
  await page.keyboard.press('Control+Enter');
  await page.getByText('请领取人签收').waitFor();
  await look(page, 'window-发放结果');
  await page.getByRole('checkbox', { name: /签收/ }).check();
  await page.keyboard.press('Control+Enter');
  await handOut.waitFor({ state: 'detached' });

  await page.getByRole('tab', { name: /没有归还的原件/ }).click();
  const original = page.getByRole('listitem').filter({ hasText: number });
  await original.getByText('最迟2026年11月30日（周一）归还').waitFor();
  await look(page, 'window-原件');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.originals-sheet');
  await expect.poll(() => sheet.isVisible()).toBe(true);
  await expect.poll(() => original.isVisible()).toBe(false);
  await expect.poll(() => sheet.innerText()).toContain(number);
  await picture(page, 'window-原件清单打印');
  await page.emulateMedia({ media: 'screen' });
  await original.getByRole('button', { name: /^归还：营业执照副本/ }).click();
  await page.getByLabel('领取人姓名').fill('示例壬');
  await page.getByRole('checkbox', { name: /签收/ }).check();
  await page.keyboard.press('Control+Enter');
  await original.waitFor({ state: 'detached' });

  await page.goto(`${world.url}/office/window/${subjectKey}/receipt/${taken.applicationId}`);
  await page.getByText('已经发放的结果').waitFor();
  await page.locator('body').press('m');
  // Without a window nothing is asked of the server: what is missing is said, and the focus goes there.
  await page.getByRole('combobox', { name: '移交给' }).waitFor();
  await page.getByLabel('移交原因').fill('申请人在南昌办事，就近补正');
  await page.keyboard.press('Control+Enter');
  await page.getByText('请先选择移交给哪个窗口').waitFor();
  await page.keyboard.type('东湖区政务');
  await page.keyboard.press('Enter');
  await page.getByTitle('南昌市东湖区政务服务中心综合窗口').first().waitFor();
  await poll(() => page.getByText('请先选择移交给哪个窗口').count()).toBe(0);
  await look(page, 'window-移交');
  // The focus may have fallen out of the drawer: the key counts all the same.
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('Control+Enter');
  await page.getByText('窗口之间的移交').waitFor();
  await page.getByRole('button', { name: /打印移交单/ }).waitFor();
  await page.evaluate('window.print = () => {}');
  await page.locator('body').press('y');
  await page.emulateMedia({ media: 'print' });
  const slip = page.locator('.hand-over-slip');
  await expect.poll(() => slip.isVisible()).toBe(true);
  for (const said of [number, first!.number, '东湖区', '没有随同移交的纸质原件', '接收人：'])
    await expect.poll(() => slip.innerText()).toContain(said);
  await expect.poll(() => page.getByRole('article').first().isVisible()).toBe(false);
  await picture(page, 'window-移交单打印');
  await page.emulateMedia({ media: 'screen' });

  const other = await world.officer('window-360102');
  await other.goto(`${world.url}/office/counter-queue?list=hand-overs`);
  await look(other, 'window-移交待接收');
  await other.getByRole('button', { name: `接收：${number}` }).click();
  await other.getByRole('button', { name: `接收：${number}` }).waitFor({ state: 'detached' });
  await other.getByRole('tab', { name: /要补正的/ }).click();
  await other.getByText(first!.number).waitFor();
  await page.goto(`${world.url}/office/counter-queue?list=corrections`);
  await settled(page);
  await poll(() => page.getByText(first!.number).count()).toBe(0);
});

test('an original that is owed is said in red, with the days, on the screen and on paper', async () => {
  const clerk = await world.api.officer('window-360702');
  const name = `欠还的原件${freshNumber()}`;
  const numbers = [`洪应急失信〔2025〕63${freshNumber()}号`];
  await importListings(await world.api.officer('operator'), subject, numbers);
  const { number } = await takeIn(clerk, subject, numbers, [
    { name, pages: 2, place: '5号柜', returnBy: '2026-11-23' },
  ]);
  const page = await world.officer('window-360702');
  const mine = page.getByRole('listitem').filter({ hasText: number });
  await page.goto(`${world.url}/office/counter-queue?list=originals`);
  await mine.getByText('今天归还').waitFor();
  // Four days on: what the server would answer then (server/intake/window/window.test.ts asks it).
  await page.route('**/api/v1/session', (route) => later(route, (body) => ({ ...body, today: '2026-11-27' })));
  await page.route('**/office/window/desk', (route) => later(route, (body) => ({ ...body, originalsOverdue: 1 })));
  await page.route('**/office/window/originals*', (route) =>
    later(route, (body) => ({
      ...body,
      originals: (body.originals as { name: string }[]).map((one) =>
        one.name === name ? { ...one, standing: 'overdue' } : one,
      ),
    })),
  );
  await page.reload();
  await mine.getByText('超过归还日期 4 天').waitFor();
  await page.getByText('1 份超过了回执上写的归还日期').waitFor();
  await look(page, 'window-欠还的原件');
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByText('其中超过归还日期 1 份').isVisible()).toBe(true);
});

async function later(route: Route, change: (body: Record<string, unknown>) => object): Promise<void> {
  const reply = await route.fetch();
  await route.fulfill({ response: reply, json: change(await reply.json()) });
}

test('who is told what stands on one page that a clerk opens, at both sizes', async () => {
  for (const size of ['desk', 'phone'] as const) {
    const page = await world.officer('window-360702', size);
    await page.goto(`${world.url}/office/counter-queue?list=who-is-told`);
    await page.getByText('原件超过归还日期，不通知来访人').waitFor();
    await page.getByRole('row', { name: /需要补正.*短信.*要补正的/ }).waitFor();
    await look(page, 'window-谁收到什么通知');
  }
});
