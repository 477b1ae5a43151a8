import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { acceptItem, addEvidence, getItem, verifyItem } from '#contract/casework.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { png } from '../tools/journey/files.ts';
import { type Person, seen } from '../tools/journey/person.ts';
import { freshNumber } from './fresh-number.ts';
import { type Lodged, lodge } from './lodge.ts';
import { look } from './look.ts';
import { openWorld } from './world.ts';

const world = openWorld();
const login = 'emergency-360100';
let lodged: Lodged;
let officer: Person;

beforeEach(async () => {
  const run = freshNumber();
  lodged = await lodge(
    world,
    demoSubjects.haulier,
    [6, 7].map((of) => `洪应急失信〔2025〕${run}${of}号`),
  );
  officer = await world.api.officer(login);
});

const paramsOf = (at: number) => ({ subjectKey: lodged.subjectKey, itemId: lodged.items[at]!.itemId });
const pathOf = (at: number) => `/office/items/${lodged.subjectKey}/${lodged.items[at]!.itemId}`;

async function versionOf(at: number): Promise<number> {
  return (await officer.ask(getItem, { params: paramsOf(at) })).summary.version;
}

/** Accepted, and a photograph taken on site for the condition of duties. */
async function verifiedOnSite(at: number): Promise<void> {
  const params = paramsOf(at);
  await officer.ask(acceptItem, { params, body: seen(await versionOf(at)) });
  const { attachmentId } = await officer.upload(addEvidence, params, png('现场.png'));
  const said = { method: 'on-site', place: '示例路 1 号', finding: '现场已经整改。' } as const;
  const about = { condition: 'duties-performed', result: 'met' as const, attachmentIds: [attachmentId] };
  await officer.ask(verifyItem, { params, body: { ...seen(await versionOf(at)), ...said, ...about } });
}

/** Only the lodged ones, so that the neighbours of an item are known whatever else waits in the unit. */
const listed = () => `?list=todo&q=${encodeURIComponent(lodged.number)}`;

async function open(page: Page, at: number): Promise<void> {
  await page.goto(`${world.url}${pathOf(at)}${listed()}`);
  await page.getByRole('heading', { name: '现在可以做' }).waitFor();
}

const paper = (page: Page) => page.getByRole('region', { name: '材料和文书' });
const file = (page: Page) => page.getByRole('region', { name: '案卷' });
const shownPaper = (page: Page) => paper(page).getByRole('combobox').locator('option:checked').innerText();

/** Which of the two of the list this is, once the list has come. */
async function place(page: Page): Promise<number> {
  const text = await page.getByText(/^第 \d 件，共 2 件$/).innerText();
  return Number(/\d/.exec(text)?.[0]);
}

async function boxOf(found: Locator) {
  const box = await found.boundingBox();
  return box ?? { x: 0, y: 0, width: 0, height: 0 };
}

test('a condition leads to its paper beside the form, which becomes what the finding rests on', async () => {
  await verifiedOnSite(0);
  const page = await world.officer(login);
  await open(page, 0);
  const condition = page.getByRole('listitem').filter({ hasText: '完全履行规定的义务' }).first();
  // Who checked, how, when, with which result.
  await condition.getByText(/实地核实：现场已经整改/).waitFor();
  expect(await condition.innerText()).toMatch(/✓ 符合[\s\S]*示例路 1 号/);
  await condition.getByRole('button', { name: /^看材料：/ }).click();

  await paper(page)
    .getByText(/，.*上传/)
    .waitFor();
  const [form, beside] = [await boxOf(file(page)), await boxOf(paper(page))];
  expect(form.width, '申请表太窄').toBeGreaterThan(380);
  expect(beside.width, '材料太窄').toBeGreaterThan(500);
  expect(form.x + form.width).toBeLessThanOrEqual(beside.x);
  expect(beside.y).toBeLessThan(400);
  await file(page).getByRole('heading', { name: '失信信息' }).waitFor();
  // A browser without a viewer says so, with the way to the paper.
  await paper(page).getByRole('link', { name: '打开这一份' }).waitFor();
  expect(await paper(page).innerText()).toMatch(/PDF，1 页，.*kB/);
  await look(page, 'reading-对照');

  const inHand = page.getByRole('region', { name: '正在核实的条件' });
  await inHand.getByText('修复条件 2 / 3').waitFor();
  await paper(page).getByRole('button', { name: '记为这一项的依据材料' }).click();
  await paper(page).getByRole('button', { name: '✓ 已记为依据材料' }).waitFor();
  await inHand.getByText('纠正失信行为、履行法定义务的证明材料').nth(1).waitFor();

  // The photograph of the visit turns and grows inside its frame.
  await inHand.getByRole('button', { name: '看照片或材料 1' }).click();
  const picture = paper(page).getByRole('img');
  await picture.waitFor();
  expect(await shownPaper(page)).toBe('核实时取得的材料');
  const lying = await boxOf(picture);
  await paper(page).getByRole('button', { name: '旋转' }).click();
  await expect.poll(async () => (await boxOf(picture)).height).toBeGreaterThan((await boxOf(picture)).width);
  await paper(page).getByRole('button', { name: '放大' }).click();
  await expect.poll(async () => (await boxOf(picture)).width).toBeGreaterThan(lying.width);
  await look(page, 'reading-照片');

  await page.getByRole('navigation', { name: '对照着看什么' }).getByRole('button', { name: '修复条件' }).click();
  await page.getByRole('heading', { name: /^修复条件/ }).waitFor();
  for (const choice of await page.getByRole('radio', { name: '符合', exact: true }).all()) await choice.check();
  await look(page, 'reading-条件');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: '准予修复', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText(/依据材料：《核实时取得的材料》、《纠正失信行为、履行法定义务的证明材料》/).waitFor();
  await drawer.getByRole('button', { name: '作出准予修复决定' }).click();
  await drawer.waitFor({ state: 'hidden' });
  // The next one is offered, and Enter goes there.
  const next = page.getByRole('button', { name: /^打开下一件/ });
  await next.waitFor();
  await expect.poll(() => page.evaluate<string>('document.activeElement.textContent')).toMatch(/^打开下一件/);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${pathOf(1)}*`);
});

test('by keys through items, parts and papers; none of them while somebody types', async () => {
  await verifiedOnSite(0);
  const page = await world.officer(login);
  await open(page, 0);
  const dialog = page.getByRole('dialog', { name: '快捷键' });
  await page.keyboard.press('?');
  await dialog.getByText('对照阅读').waitFor();
  await look(page, 'reading-快捷键');
  await page.keyboard.press('v');
  await page.keyboard.press('?');
  await dialog.waitFor({ state: 'hidden' });
  expect(await paper(page).count()).toBe(0);

  await page.keyboard.press('3');
  await file(page).getByText('受理通知书').first().waitFor();
  await page.keyboard.press('v');
  await paper(page).waitFor();
  const first = await shownPaper(page);
  await page.keyboard.press(']');
  await expect.poll(() => shownPaper(page)).not.toBe(first);
  await page.keyboard.press('[');
  await expect.poll(() => shownPaper(page)).toBe(first);
  await page.keyboard.press('5');
  const field = page.getByLabel(/^核实依据：/).first();
  await field.fill('');
  await field.press('j');
  await field.press('v');
  await field.press(']');
  expect(await field.inputValue()).toBe('jv]');
  expect(await shownPaper(page)).toBe(first);
  await field.fill('');
  await field.blur();

  // Comparing is remembered on this machine.
  await page.reload();
  await paper(page).waitFor();
  await page.keyboard.press('v');
  await paper(page).waitFor({ state: 'hidden' });

  // The list by its due days: one of the two is the first.
  const [from, to] = (await place(page)) === 1 ? (['j', 'k'] as const) : (['k', 'j'] as const);
  await page.keyboard.press(from);
  await page.waitForURL(`**${pathOf(1)}*`);
  await page.getByRole('heading', { name: '现在可以做' }).waitFor();
  await place(page);
  await page.keyboard.press(to);
  await page.waitForURL(`**${pathOf(0)}*`);
  await page.getByRole('heading', { name: '现在可以做' }).waitFor();
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: '办件', level: 1 }).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe(lodged.number);
});

test('where the browser shows PDF it stands in the page, under the policy of the pages', async () => {
  const page = await world.officer(login);
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.addInitScript("Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => true })");
  await open(page, 0);
  await page.getByRole('button', { name: '对照阅读' }).click();
  const frame = paper(page).locator('iframe');
  await frame.waitFor();
  expect(await frame.getAttribute('src')).toMatch(/^blob:.*#view=FitH$/);
  expect((await boxOf(frame)).height).toBeGreaterThan(500);
  expect(faults.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
});

test('on a phone the paper stands below the form, one press away in both directions', async () => {
  await verifiedOnSite(0);
  const page = await world.officer(login, 'phone');
  await open(page, 0);
  await page
    .getByRole('button', { name: /^看材料：/ })
    .first()
    .click();
  await paper(page).waitFor();
  const top = async () => (await boxOf(paper(page))).y;
  await expect.poll(top).toBeLessThan(200);
  expect((await boxOf(file(page))).y).toBeLessThan(await top());
  await look(page, 'reading-手机');
  const panes = page.getByRole('navigation', { name: '对照着看什么' });
  await panes.getByRole('button', { name: '申请表' }).click();
  await expect.poll(top).toBeGreaterThan(500);
  await panes.getByRole('button', { name: '办理' }).click();
  await page.getByRole('heading', { name: '现在可以做' }).waitFor();
  await panes.getByRole('button', { name: '看材料' }).click();
  await expect.poll(top).toBeLessThan(200);
});
