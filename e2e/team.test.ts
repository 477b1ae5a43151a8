import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimItem, endLeave, getTeam, saveQueueViews } from '#contract/queue.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { seen } from '../tools/journey/person.ts';
import { freshNumber } from './fresh-number.ts';
import { type Lodged, lodge } from './lodge.ts';
import { look } from './look.ts';
import { openWorld } from './world.ts';

/** Who has what in hand at a unit: claiming, taking over, assigning, leave, departures, saved views; by desk and by phone. */
const world = openWorld();
const subject = demoSubjects.haulier;
const run = freshNumber();
const docs = ['甲', '乙', '丙', '丁'].map((_, index) => `洪应急失信〔2025〕${run}${index}号`);
const unit = 'emergency-360100';
let lodged: Lodged;

beforeAll(async () => {
  lodged = await lodge(world, subject, docs);
});
/** The unit is shared with other files: nothing of this one may stay behind. */
afterAll(async () => {
  const head = await world.api.officer(`head-${unit}`);
  const { leaves } = await head.ask(getTeam, {});
  for (const { leaveId } of leaves) await head.ask(endLeave, { params: { leaveId } });
  await head.ask(saveQueueViews, { body: { views: [] } });
});

const itemOf = (index: number) => lodged.items[index]!;
const found = (page: Page, index: number) => page.getByRole('row', { name: new RegExp(docs[index]!) });

/** The first choice of a list, by keys: a list that opens while its drawer still moves stands elsewhere for a moment. */
async function pickFirst(page: Page, field: Locator): Promise<void> {
  await field.focus();
  await field.press('ArrowDown');
  await page.locator('.ant-select-item-option-active').waitFor({ state: 'attached' });
  await field.press('Enter');
  await page
    .locator('.ant-select-content-has-value, .ant-select-selection-item')
    .first()
    .waitFor({ state: 'attached' });
}

async function openQueue(page: Page, list: string, index: number): Promise<void> {
  await page.goto(`${world.url}/office/queue?list=${list}&q=${encodeURIComponent(docs[index]!)}`);
  await found(page, index).waitFor();
}

const rows = (page: Page) => page.getByRole('table', { name: '办件列表' }).locator('tbody tr[data-row-key]');

test('claiming by one key; a colleague takes over with a reason, and the former holder is told', async () => {
  const one = await world.officer(unit);
  await openQueue(one, 'unassigned', 0);
  await one.keyboard.press('c');
  await expect.poll(() => rows(one).count()).toBe(0);
  await openQueue(one, 'mine', 0);
  await look(one, 'team-我的');

  const two = await world.officer(`${unit}-2`);
  const { subjectKey, itemId } = itemOf(0);
  await two.goto(`${world.url}/office/items/${subjectKey}/${itemId}?list=todo`);
  const holder = two.getByRole('region', { name: '承办人' });
  await holder.getByText('承办人').first().waitFor();
  await two.getByText(/^现在不能做的/).click();
  await two
    .getByText(/由您来办的，请先写明原因接手/)
    .first()
    .waitFor();
  await expect.poll(() => two.getByRole('button', { name: '受理', exact: true }).isDisabled()).toBe(true);
  await holder.getByRole('button', { name: '接手' }).click();
  const dialog = two.getByRole('dialog');
  await dialog.getByRole('button', { name: '接手' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('接手的原因').fill('本周由我负责这一片。');
  await look(two, 'team-接手');
  await dialog.getByRole('button', { name: '接手' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => holder.innerText()).toContain('（您）');
  await expect.poll(() => two.getByRole('button', { name: '受理', exact: true }).isEnabled()).toBe(true);

  await one.goto(`${world.url}/office/messages`);
  await one.getByText('本周由我负责这一片。').first().waitFor({ timeout: 60_000 });
});

test('the head assigns several after one look over the list, then hands over all of somebody who leaves', async () => {
  const second = await world.api.officer(`${unit}-2`);
  const head = await world.officer(`head-${unit}`);
  // One of them moves while the head looks at the list: it is named, the other is assigned.
  await head.goto(`${world.url}/office/queue?list=unassigned&q=${encodeURIComponent(`洪应急失信〔2025〕${run}`)}`);
  for (const index of [1, 2]) {
    await found(head, index).waitFor();
    await found(head, index).getByRole('checkbox').check();
  }
  const moved = itemOf(2);
  await second.ask(claimItem, {
    params: { subjectKey: moved.subjectKey, itemId: moved.itemId },
    body: { ...seen(2), saw: null, reason: '' },
  });
  await head.getByRole('button', { name: '批量分派' }).click();
  const dialog = head.getByRole('dialog');
  await pickFirst(head, dialog.getByLabel(/给谁承办/));
  await head.keyboard.press('Escape');
  await expect.poll(() => head.locator('.ant-select-dropdown:visible').count()).toBe(0);
  await look(head, 'team-批量分派');
  await dialog.getByRole('button', { name: '分派 2 件' }).click();
  await dialog.getByText(/办成 1 件，没有办成 1 件/).waitFor();
  await look(head, 'team-批量结果');
  await dialog.getByRole('button', { name: '知道了' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const { people } = await second.ask(getTeam, {});
  const busy = people.find((person) => person.open > 0)!;
  await head.goto(`${world.url}/office/team`);
  await head.getByRole('button', { name: `全部移交：${busy.name}名下的件` }).click();
  await dialog.getByLabel('原因').fill('调离本单位');
  await look(head, 'team-移交');
  await dialog.getByRole('button', { name: /^移交 \d+ 件$/ }).click();
  await dialog.getByText(/办成 \d+ 件/).waitFor();
  await dialog.getByRole('button', { name: '知道了' }).click();
  await expect
    .poll(async () => (await second.ask(getTeam, {})).people.find((one) => one.officerId === busy.officerId)?.open ?? 0)
    .toBe(0);
});

test('on a phone: leave with a deputy, who is told on the queue; a saved view with its filters', async () => {
  const own = await world.officer(unit, 'phone');
  await own.goto(`${world.url}/office/team`);
  await own.getByRole('button', { name: '登记请假' }).click();
  const dialog = own.getByRole('dialog');
  await pickFirst(own, dialog.getByLabel('代办人'));
  await look(own, 'team-请假-手机');
  await dialog.getByRole('button', { name: '登记请假' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await own.getByText('今天代办中').first().waitFor();
  await look(own, 'team-人员-手机');
  const { leaves } = await (await world.api.officer(unit)).ask(getTeam, {});
  expect(leaves.some((one) => one.now)).toBe(true);
  await own.getByRole('button', { name: '提前结束' }).first().click();
  await own.getByText('没有人请假。').waitFor();

  await openQueue(own, 'todo', 3);
  await own.getByText('还没有承办人').first().waitFor();
  const unfold = own.getByRole('button', { name: /换一个列表/ });
  await unfold.click();
  await own.getByRole('button', { name: '存为视图' }).click();
  await dialog.getByLabel('名称').fill(`视图${run}`);
  await look(own, 'team-视图-手机');
  await dialog.getByRole('button', { name: '保存视图' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await own.goto(`${world.url}/office/queue?list=closed`);
  await unfold.click();
  await own.getByRole('button', { name: `视图${run}` }).click();
  await found(own, 3).waitFor();
  expect(new URL(own.url()).searchParams.get('q')).toBe(docs[3]);
  await look(own, 'team-队列-手机');
  await (await world.api.officer(unit)).ask(saveQueueViews, { body: { views: [] } });
});
