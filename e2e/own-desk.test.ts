import { beforeAll, expect, test } from 'vitest';
import { makeUscc } from '#domain/uscc.ts';
import type { DemoSubject } from '../samples/demo-subjects.ts';
import { freshNumber } from './fresh-number.ts';
import { look, settled } from './look.ts';
import { importListings } from './records.ts';
import { takeIn } from './take-in.ts';
import { openWorld } from './world.ts';

const world = openWorld();
const subject: DemoSubject = {
  kind: 'organisation',
  name: '南昌示例自设窗口贸易有限公司',
  identifierKind: 'uscc',
  identifier: makeUscc('91360102MAEXAMP72')!,
  legalRep: '示例乙',
  address: '南昌市东湖区示例路72号',
};
const run = freshNumber();
const numberOf = (what: string) => `${what}〔2025〕72${run}${tries}号`;
let tries = 0;
const tax = '重大税收违法失信主体名单';

beforeAll(async () => {
  // A subject stands in the register as soon as one record names it.
  await importListings(await world.api.officer('operator'), subject, [numberOf('洪应急失信')]);
});

test('an own desk outside the hall hands an application to a hall and takes one over; another field is not offered to it', async () => {
  tries += 1;
  const operator = await world.api.officer('operator');
  const [ours, mixed, safety] = ['洪税稽失信甲', '洪税稽失信乙', '洪应急失信丙'].map(numberOf) as [
    string,
    string,
    string,
  ];
  await importListings(operator, subject, [ours, mixed], '国家税务总局南昌市税务局', tax);
  await importListings(operator, subject, [safety]);
  const own = await takeIn(await world.api.officer('counter-tax-360100'), subject, [ours], []);
  const joint = await takeIn(await world.api.officer('window-360102'), subject, [mixed, safety], []);

  // From the own desk to the hall, by what a clerk types.
  const desk = await world.officer('counter-tax-360100');
  await desk.goto(`${world.url}/office/window/${own.subjectKey}/receipt/${own.applicationId}`);
  await desk.getByRole('button', { name: /移交给别的窗口/ }).click();
  await desk.getByRole('combobox', { name: '移交给' }).fill('东湖区政务');
  await desk.keyboard.press('Enter');
  await desk.getByLabel('移交原因').fill('来访人要在大厅一起办别的事');
  await look(desk, 'own-desk-移交');
  await desk.keyboard.press('Control+Enter');
  await desk.getByText('窗口之间的移交').waitFor();

  // The hall takes it over, and hands it back to the own desk, which is on its list.
  const hall = await world.officer('window-360102');
  await hall.goto(`${world.url}/office/counter-queue?list=hand-overs`);
  const waiting = hall.getByRole('listitem').filter({ hasText: own.number });
  await waiting.getByText('来访人要在大厅一起办别的事').waitFor();
  // Nothing was left at the desk, so nobody is told of originals that travel.
  await expect.poll(() => waiting.innerText()).not.toContain('原件一并移交');
  await hall.getByRole('button', { name: `接收：${own.number}` }).click();
  await hall.getByRole('button', { name: `接收：${own.number}` }).waitFor({ state: 'detached' });
  await hall.goto(`${world.url}/office/window/${own.subjectKey}/receipt/${own.applicationId}`);
  await hall.getByRole('button', { name: /移交给别的窗口/ }).click();
  await hall.getByRole('combobox', { name: '移交给' }).fill('南昌市税务局');
  await hall.getByText('国家税务总局南昌市税务局（单位自设窗口）').last().waitFor();
  await hall.keyboard.press('Enter');
  await hall.getByLabel('移交原因').fill('来访人回税务局领取');
  await hall.keyboard.press('Control+Enter');
  await hall.getByRole('listitem').filter({ hasText: '来访人回税务局领取（等待对方接收' }).waitFor();

  // An application with an item of another field: the own desk is not there, and it is said why.
  await hall.goto(`${world.url}/office/window/${joint.subjectKey}/receipt/${joint.applicationId}`);
  await hall.getByRole('button', { name: /移交给别的窗口/ }).click();
  await hall.getByText(/个单位自设窗口收不下这份申请/).waitFor();
  await hall.getByRole('combobox', { name: '移交给' }).fill('税务局');
  await hall.getByText('没有这样的窗口').waitFor();
  await look(hall, 'own-desk-收不下');

  await desk.goto(`${world.url}/office/counter-queue?list=hand-overs`);
  await desk.getByRole('button', { name: `接收：${own.number}` }).click();
  await desk.getByRole('button', { name: `接收：${own.number}` }).waitFor({ state: 'detached' });
  await desk.goto(`${world.url}/office/window/${own.subjectKey}/receipt/${own.applicationId}`);
  await settled(desk);
  await desk.getByRole('listitem').filter({ hasText: '来访人回税务局领取（已接收' }).waitFor();
  await expect.poll(() => desk.getByRole('article').first().innerText()).toContain(own.number);
});
