import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { declineItem, getItem, requestCorrection } from '#contract/casework.ts';
import { listWindowApplications } from '#contract/intake.ts';
import { makeCitizenId } from '#domain/citizen-id.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { seen } from '../tools/journey/person.ts';
import { until } from '../tools/journey/steps.ts';
import { freshNumber } from './fresh-number.ts';
import { tabTo, typeInto } from './keyboard.ts';
import { look, picture, settled } from './look.ts';
import { importListings } from './records.ts';
import { sayPurpose } from './say-purpose.ts';
import { type TakenIn, takeIn } from './take-in.ts';
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
  const clerk = await world.api.officer('window-360702');
  const { applications } = await clerk.ask(listWindowApplications, {});
  expect(applications.filter((one) => one.subjectName === subject.name)).toHaveLength(1);
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

/** What a try of the second test begins with: its own application, so that another try finds none of the first one's. */
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
